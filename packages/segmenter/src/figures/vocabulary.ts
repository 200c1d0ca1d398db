import { FIGURE_KINDS, type FigureKind, QUALIFIERS, type Qualifier } from "@zongjie/document";
import { loadData, longestFirst, ownUnits, z } from "@zongjie/lexicon";

const words = z.array(z.string().min(1));

/** Units of one sort: 元 and its kin. */
interface UnitGroup {
  readonly kind: FigureKind;
  readonly discrete: boolean;
  readonly note: string;
  /** Quantities with a unit of the group. */
  readonly examples: readonly string[];
  readonly units: readonly string[];
}

/** A file of units, ours or the user's. */
export interface UnitFile {
  readonly groups: readonly UnitGroup[];
  /** By unit, the characters that may not follow it. */
  readonly conflicts: Readonly<Record<string, readonly string[]>>;
  /** What may stand under the line of a unit: 元/人. */
  readonly denominators: readonly string[];
  /** By unit (after NFKC), the unit that it is compared in and what one of it is worth there. */
  readonly normals: Readonly<Record<string, readonly [unit: string, factor: number]>>;
}

export const unitFileSchema: z.ZodType<UnitFile> = z.strictObject({
  groups: z.array(
    z.strictObject({
      kind: z.enum(FIGURE_KINDS),
      discrete: z.boolean().default(false),
      note: z.string(),
      examples: words.min(1),
      units: words.min(1),
    }),
  ),
  conflicts: z.record(z.string(), words).default({}),
  denominators: words.default([]),
  normals: z.record(z.string(), z.tuple([z.string().min(1), z.number().positive()])).default({}),
});

const numeralFile = z.strictObject({
  digits: z.record(z.string(), z.number()),
  scales: z.record(z.string(), z.number()),
  infixes: z.record(z.string(), z.enum(QUALIFIERS)),
});

const sides = z.strictObject({ at_least: words, at_most: words, approx: words });
const qualifierFile = z.strictObject({ before: sides, behind: sides });

/** What a unit measures: `名` counts, and comes one by one. */
interface UnitMeaning {
  readonly kind: FigureKind;
  readonly discrete: boolean;
  /** Characters that may not follow: 台 is no unit in 三台湾. */
  readonly conflicts: readonly string[];
}

export interface Units {
  readonly meanings: ReadonlyMap<string, UnitMeaning>;
  /** Longest unit that begins with a character. */
  readonly longest: ReadonlyMap<string, number>;
  /** What may stand under a line, longest first. */
  readonly denominators: readonly string[];
  readonly normals: ReadonlyMap<string, NormalUnit>;
}

/** What a unit is compared in: one 公里 is 1000 米. */
export interface NormalUnit {
  readonly unit: string;
  readonly factor: number;
}

export interface Numerals {
  readonly digits: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  readonly infixes: ReadonlyMap<string, Qualifier>;
}

/** Qualifier words, longest first, by the character that touches the quantity. */
export type QualifierWords = ReadonlyMap<string, readonly (readonly [word: string, means: Qualifier])[]>;

/** Makes a value on first use and keeps it. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The user's units and those of `figures/units.yaml`, the first that names a unit winning: `units().meanings.get("人次")`. */
export const units: () => Units = once(() => {
  // checked with the schema when the lexicon was read
  const own = ownUnits() as UnitFile | null;
  const meanings = new Map<string, UnitMeaning>();
  const longest = new Map<string, number>();
  const files = [...(own === null ? [] : [own]), loadData("figures/units.yaml", unitFileSchema)];
  for (const file of files)
    for (const { kind, discrete, units: names } of file.groups)
      for (const unit of names) {
        if (!meanings.has(unit)) meanings.set(unit, { kind, discrete, conflicts: file.conflicts[unit] ?? [] });
        const first = unit.slice(0, 1);
        longest.set(first, Math.max(longest.get(first) ?? 0, unit.length));
      }
  const denominators = longestFirst(files.flatMap((file) => file.denominators));
  const normals = files.flatMap((file) => Object.entries(file.normals)).reverse();
  return {
    meanings,
    longest,
    denominators,
    normals: new Map(normals.map(([name, [unit, factor]]) => [name, { unit, factor }])),
  };
});

/**
 * The unit that quantities of a unit are compared in: `normalUnit("亩")` is 666.67 平方米; null where there is none.
 * The factor is what one of the unit is worth.
 */
export function normalUnit(unit: string): NormalUnit | null {
  return units().normals.get(unit) ?? null;
}

/** The numeral characters of `figures/numerals.yaml`: `numerals().scales.get("万")` is 10000. */
export const numerals: () => Numerals = once(() => {
  const file = loadData("figures/numerals.yaml", numeralFile);
  return {
    digits: new Map(Object.entries(file.digits)),
    scales: new Map(Object.entries(file.scales)),
    infixes: new Map(Object.entries(file.infixes)),
  };
});

/** The words of `figures/qualifiers.yaml`: `qualifierWords().before.get("约")` holds 约, 大约. */
export const qualifierWords: () => { readonly before: QualifierWords; readonly behind: QualifierWords } = once(() => {
  const file = loadData("figures/qualifiers.yaml", qualifierFile);
  const list = (side: z.infer<typeof sides>, touching: number): QualifierWords => {
    const words = QUALIFIERS.flatMap((means) => side[means].map((word) => [word, means] as const));
    const out = new Map<string, (readonly [string, Qualifier])[]>();
    for (const word of words.sort((a, b) => b[0].length - a[0].length)) {
      const character = word[0].at(touching) as string;
      out.set(character, [...(out.get(character) ?? []), word]);
    }
    return out;
  };
  return { before: list(file.before, -1), behind: list(file.behind, 0) };
});
