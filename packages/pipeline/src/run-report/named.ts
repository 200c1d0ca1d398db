/** Sums under names that come from pages, of which there may be any number. */
export interface NamedSums<Sums extends object> {
  readonly add: (name: string, amounts: Sums) => void;
  /** The names with the largest sums of `by`, then all others as one, under null. */
  readonly most: (count: number, by: keyof Sums) => ({ readonly name: string | null } & Sums)[];
}

/** Names that are told apart; what comes under later ones is summed as one. */
const NAMES = 4096;

/** Sums that start as `zero`, all of them whole: `namedSums({ pages: 0 })`, then `add("dongling.gov.cn", { pages: 1 })`. */
export function namedSums<Sums extends { readonly [K in keyof Sums]: number }>(zero: Sums): NamedSums<Sums> {
  const fields = Object.keys(zero) as (keyof Sums)[];
  const sums = new Map<string, Sums>();
  let rest = zero;
  const plus = (a: Sums, b: Sums): Sums =>
    Object.fromEntries(fields.map((field) => [field, a[field] + b[field]])) as { [K in keyof Sums]: number } as Sums;
  return {
    add(name, amounts) {
      const before = sums.get(name);
      if (before === undefined && sums.size === NAMES) rest = plus(rest, amounts);
      else sums.set(name, before === undefined ? amounts : plus(before, amounts));
    },
    most(count, by) {
      const sorted = [...sums].sort(([a, one], [b, two]) => two[by] - one[by] || (a < b ? -1 : 1));
      const others = sorted.slice(count).reduce((sum, [, own]) => plus(sum, own), rest);
      const listed = sorted.slice(0, count).map(([name, own]) => ({ name, ...own }));
      return fields.every((field) => others[field] === 0) ? listed : [...listed, { name: null, ...others }];
    },
  };
}
