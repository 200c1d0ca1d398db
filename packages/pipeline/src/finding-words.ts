import type { Check, CheckCode, Figure, Suspect } from "@zongjie/document";
import { plainNumber } from "./number.ts";

/** What a check says, its numbers written as the text writes its own. */
interface Words {
  readonly check: Check;
  readonly stated: string;
  readonly computed: string;
  /** The stated figure and those it was held against. */
  readonly figures: readonly Figure[];
}

/** A check in words; the difference is put behind. */
const CHECKS: Readonly<Record<CheckCode, (words: Words) => string>> = {
  "parts-sum": ({ check, computed, stated, figures: [, one, other, ...more] }) =>
    more.length === 0 && isDifference(check, one, other)
      ? `${said(one)} less ${said(other)} is ${computed}, text says ${stated}`
      : `parts sum to ${computed}, text says ${stated}`,
  "shares-sum": ({ computed, stated }) => `shares sum to ${computed}, the whole is ${stated}`,
  "percent-of": ({ check, computed, stated, figures: [, part, whole] }) => {
    const of = whole === undefined ? "" : ` of ${whole.surface}`;
    return `${isRemainder(check, part, whole) ? "all but " : ""}${said(part)}${of} is ${computed}, text says ${stated}`;
  },
  growth: ({ computed, stated, figures: [, now, then] }) =>
    now?.comparison
      ? `${said(now)} more or less, to ${said(then)}, is a change of ${computed}, text says ${stated}`
      : `from ${said(then)} to ${said(now)} is a change of ${computed}, text says ${stated}`,
  product: ({ computed, stated, figures: [, ...factors] }) =>
    `${factors.map(said).join(" × ")} is ${computed}, text says ${stated}`,
  "count-list": ({ computed, stated }) => `list names ${computed}, text says ${stated}`,
  "same-metric": ({ computed, stated, figures: [figure] }) =>
    `${figure?.metric || "the same figure"} is ${stated} here, ${computed} before, for the same period`,
  range: ({ computed, stated }) => `${stated} is not possible, the most that can be is ${computed}`,
};

/** A figure as the text has it; a record may name fewer than its check needs. */
function said(figure: Figure | undefined): string {
  return figure?.surface ?? "…";
}

/** True where a figure was held against the difference of two, not their sum: 在册52人，在岗48人，缺4人. */
function isDifference({ computed }: Check, one: Figure | undefined, other: Figure | undefined): boolean {
  const [a, b] = [one?.value ?? 0, other?.value ?? 0];
  return Math.abs(a - b - computed) < Math.abs(a + b - computed);
}

/** True where a share was held against what is left: 未办结3件，办结率93.5%. */
function isRemainder({ computed }: Check, part: Figure | undefined, whole: Figure | undefined): boolean {
  const share = (100 * (part?.value ?? 0)) / (whole?.value ?? Number.NaN);
  return Math.abs(100 - share - computed) < Math.abs(share - computed);
}

/** Codes whose difference the words say already. */
const BARE: ReadonlySet<CheckCode> = new Set(["range", "same-metric", "count-list"]);

/**
 * A check as a sentence: `parts sum to 12108件, text says 12113件 (difference 5件)`. `figures` are the check's own, the stated one
 * first. Numbers are written in the stated figure's unit and multiplier: 248.8万元.
 */
export function checkWords(check: Check, figures: readonly Figure[]): string {
  const { code, holds, stated, computed } = check;
  const [first] = figures;
  const write = writer(first);
  const words = CHECKS[code]({ check, stated: write(stated), computed: write(computed), figures });
  const difference = Math.abs(stated - computed);
  if (difference === 0 || BARE.has(code)) return words;
  const amount = first?.unit === "%" ? `${write(difference).replace(/%$/, "")} points` : write(difference);
  return `${words} (difference ${amount}${holds ? ", within rounding" : ""})`;
}

const SUSPECTS: Readonly<Record<Suspect, string>> = {
  "decimal-lost": "decimal point lost",
  "decimal-separator": "decimal point written as another mark",
  malformed: "malformed number",
  garbled: "damaged number",
};

/**
 * A suspect figure as a sentence: `share of 482%: decimal point lost, likely 4.82%`. `source` is what the page has in its
 * place, null where it is not at hand.
 */
export function suspectWords(figure: Figure, suspect: Suspect, source: string | null): string {
  const { surface, value, likely } = figure;
  const write = writer(figure);
  const more = [
    ...(suspect === "decimal-separator" && source !== null && source !== surface ? [`the page has ${source}`] : []),
    ...(value === null ? ["not read"] : []),
    ...(likely === null ? [] : [`likely ${write(likely)}`]),
  ];
  return [`${suspect === "decimal-lost" ? "share of " : ""}${surface}: ${SUSPECTS[suspect]}`, ...more].join(", ");
}

const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 万亿: 1e12 };

/** Places that a computed number shows beyond those of the stated one. */
const BEYOND = 2;

/** Writes numbers as a figure does: beside 250万元, 2488000 is 248.8万元. */
function writer(figure: Figure | undefined): (value: number) => string {
  if (figure === undefined) return plainNumber;
  const { surface, unit, value } = figure;
  const digits = surface.normalize("NFKC").replace(/(\d),(?=\d)/g, "$1");
  const [, number = "", places = "", scale = ""] = /^(-?\d+(?:\.(\d+))?)\s?(万亿|[万亿])?/.exec(digits) ?? [];
  const by = SCALES[scale] ?? 1;
  // 3万4000 is not 3万
  const scaled = value !== null && Math.abs(Number(number) * by - value) <= 1e-9 * Math.abs(value);
  const shown = (value: number): number => Number((scaled ? value / by : value).toFixed(places.length + BEYOND));
  return (value) => `${plainNumber(shown(value))}${scaled ? scale : ""}${unit}`;
}
