import type { Figure } from "./annotation.ts";
import type { CheckNote } from "./source.ts";

/** What a check states and what its figures come to; computed is null where the figures alone do not settle it. */
export interface Outcome {
  readonly stated: number | null;
  readonly computed: number | null;
}

type Rule = (values: readonly number[], figures: readonly Figure[]) => number | null;

const round = (v: number): number => Number(v.toPrecision(12));
const sum = (values: readonly number[]): number => round(values.reduce((total, v) => total + v, 0));

/** The first figure of a check is the one that the others are to come to; corpus/README.md, "Checks". */
const RULES: Readonly<Record<CheckNote["code"], Rule>> = {
  "parts-sum": ([, ...parts]) => sum(parts),
  "shares-sum": (shares) => sum(shares),
  "percent-of": ([, part = 0, whole = 0]) => (whole === 0 ? null : round((100 * part) / whole)),
  growth: ([, now = 0, then = 0], [change]) => {
    const difference = Math.abs(now - then);
    if (change?.unit === "%") return then === 0 ? null : round((100 * difference) / then);
    return change?.unit === "倍" ? (then === 0 ? null : round(difference / then)) : round(difference);
  },
  product: ([, ...factors], [, ...figures]) =>
    round(factors.reduce((p, v, i) => p * (figures[i]?.unit === "%" ? v / 100 : v), 1)),
  "same-metric": ([, other]) => other ?? null,
  "count-list": () => null,
  range: () => null,
};

/** What a check comes to: 共12人，其中男7人、女5人 gives stated 12, computed 12. What the document itself says of it goes first. */
export function compute(check: CheckNote, figures: readonly Figure[]): Outcome {
  const values = figures.map((f) => f.value);
  const stated = check.stated ?? (check.code === "shares-sum" ? 100 : (values[0] ?? null));
  if (check.computed !== null) return { stated, computed: check.computed };
  return { stated, computed: values.some((v) => v === null) ? null : RULES[check.code](values as number[], figures) };
}

/** Whether a computed value is the stated one within the rounding of what is written: 19.9% stands for 19.94, 248.8万元 for 2488320. */
export function agrees(stated: number, computed: number, figures: readonly Figure[], code: CheckNote["code"]): boolean {
  const figure = figures[0];
  const decimals = /\.(\d+)/.exec(figure?.surface ?? "")?.[1]?.length ?? 0;
  const factor = /[\d.余多](万|亿)/.exec(figure?.surface ?? "")?.[1];
  const step = 10 ** -decimals * (factor === "亿" ? 1e8 : factor === "万" ? 1e4 : 1);
  // each share of a whole is rounded for itself
  const roundings = code === "shares-sum" ? figures.length : 1;
  return (
    Math.abs(stated - computed) <= 0.5 * step * roundings + Math.abs(stated) * 1e-9 ||
    (figure?.qualifier === "at_least" && stated <= computed)
  );
}
