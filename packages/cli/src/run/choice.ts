import { createHash } from "node:crypto";
import type { Reading } from "@zongjie/pipeline";
import { InvalidArgumentError } from "commander";

/** A part of the inputs by chance: so many of a hundred, or so many in all. */
export type Sample = { readonly share: number } | { readonly count: number };

/** Which of the inputs are worked through. */
export interface Choice {
  readonly limit?: number;
  readonly sample?: Sample;
  /** Largest page in bytes. */
  readonly maxSize?: number;
}

/** Reads `200` or `2.5%`. @throws InvalidArgumentError on anything else */
export function parseSample(text: string): Sample {
  const [, number = "", percent] = /^(\d{1,9}(?:\.\d{1,6})?)(%?)$/.exec(text) ?? [];
  if (percent === "%" && Number(number) <= 100) return { share: Number(number) / 100 };
  if (percent === "" && /^\d+$/.test(number)) return { count: Number(number) };
  throw new InvalidArgumentError("A number of pages or a share such as 5% is wanted.");
}

const UNITS: Readonly<Record<string, number>> = { "": 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

/** Reads a size in bytes: `500000`, `500K`, `5M`. @throws InvalidArgumentError on anything else */
export function parseSize(text: string): number {
  const [, number = "", unit] = /^(\d{1,12})([kmg]?)$/i.exec(text) ?? [];
  if (unit === undefined) throw new InvalidArgumentError("A size such as 500K or 5M is wanted.");
  return Number(number) * (UNITS[unit.toLowerCase()] as number);
}

/** Those of the readings that are wanted, in their order. `again` reads all of them once more, to draw a number of pages. */
export async function* choose(
  readings: AsyncIterable<Reading>,
  { limit, sample, maxSize }: Choice,
  again: () => AsyncIterable<Reading>,
): AsyncGenerator<Reading> {
  if (limit === 0) return;
  const drawn = sample === undefined ? null : "share" in sample ? sample.share : await lotOf(again(), sample.count);
  let left = Math.min(limit ?? Number.POSITIVE_INFINITY, countOf(sample));
  if (left === 0) return;
  for await (const reading of readings) {
    if (drawn !== null && drawn <= lot(uriOf(reading))) continue;
    yield maxSize === undefined ? reading : bounded(reading, maxSize);
    if (--left === 0) return;
  }
}

/** How many of `total` inputs are wanted, as far as that can be told beforehand. */
export function totalOf(total: number | null, { limit, sample }: Choice): number | null {
  const share = sample !== undefined && "share" in sample ? sample.share : 1;
  const most = Math.min(limit ?? Number.POSITIVE_INFINITY, countOf(sample));
  if (total === null) return null;
  return Math.min(Math.round(total * share), most);
}

function countOf(sample: Sample | undefined): number {
  return sample !== undefined && "count" in sample ? sample.count : Number.POSITIVE_INFINITY;
}

/** Where an input stands in the draw, from 0 to below 1: by its name, so that the same ones are drawn again. */
function lot(uri: string): number {
  return createHash("sha256").update(uri).digest().readUIntBE(0, 6) / 2 ** 48;
}

/** The lot below which `count` of the readings are; 2 where there are no more than that. */
async function lotOf(readings: AsyncIterable<Reading>, count: number): Promise<number> {
  const lots: number[] = [];
  for await (const reading of readings) lots.push(lot(uriOf(reading)));
  return Float64Array.from(lots).sort()[count] ?? 2;
}

function uriOf(reading: Reading): string {
  return "failed" in reading ? reading.failed.uri : reading.input.uri;
}

function bounded(reading: Reading, maxSize: number): Reading {
  if ("failed" in reading || reading.input.bytes.length <= maxSize) return reading;
  const { uri, bytes } = reading.input;
  return { failed: { uri, reason: `larger than --max-size: ${bytes.length} bytes` } };
}
