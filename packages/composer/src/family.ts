import { likeness } from "./matter.ts";
import { order } from "./names.ts";
import type { Reading } from "./reading.ts";

/** Matters that share most of their character pairs are one: 双拥创建 and 双拥共建创建. */
const LIKENESS = 0.6;
/** A text without a telling title is of the family whose matter it names at least this often per thousand characters. */
const DENSITY = 3;

/**
 * The family of each document, numbered from 0: reports on 双拥 together, those on 税收 together, whatever their kind. By
 * the matter of the title; a text without title by the matter that it names most; else a family of its own.
 */
export function findFamilies(readings: readonly Reading[]): number[] {
  const matters = [...new Set(readings.map(({ matter }) => matter))].filter((matter) => matter !== "").sort(order);
  const heads: string[] = [];
  const familyOf = new Map<string, number>();
  for (const matter of matters) {
    const at = heads.findIndex((head) => LIKENESS <= likeness(head, matter));
    familyOf.set(matter, at === -1 ? heads.push(matter) - 1 : at);
  }
  let alone = heads.length;
  const numbers = new Map<number, number>();
  return readings.map(({ matter, text }) => {
    const key = familyOf.get(matter) ?? familyOf.get(named(text, matters)) ?? alone++;
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key) as number;
  });
}

/** The matter that a text names most often; empty where it names none often enough. */
function named(text: string, matters: readonly string[]): string {
  let best = "";
  let most = (DENSITY * text.length) / 1000;
  for (const matter of matters) {
    const count = text.split(matter).length - 1;
    if (most < count) [best, most] = [matter, count];
  }
  return best;
}
