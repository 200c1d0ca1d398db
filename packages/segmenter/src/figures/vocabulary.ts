import { FIGURE_KINDS, type FigureKind, QUALIFIERS, type Qualifier } from "@zongjie/document";
import { loadData, ownUnits, z } from "@zongjie/lexicon";

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
}

export interface Numerals {
  readonly digits: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  readonly infixes: ReadonlyMap<string, Qualifier>;
}

/** Qualifier words, longest first; */
export type QualifierWords = readonly (readonly [word: string, means: Qualifier])[];

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
  for (const file of [...(own === null ? [] : [own]), loadData("figures/units.yaml", unitFileSchema)])
    for (const { kind, discrete, units: names } of file.groups)
      for (const unit of names) {
        if (!meanings.has(unit)) meanings.set(unit, { kind, discrete, conflicts: file.conflicts[unit] ?? [] });
        const first = unit.slice(0, 1);
        longest.set(first, Math.max(longest.get(first) ?? 0, unit.length));
      }
  return { meanings, longest };
});

/** The numeral characters of `figures/numerals.yaml`: `numerals().scales.get("万")` is 10000. */
export const numerals: () => Numerals = once(() => {
  const file = loadData("figures/numerals.yaml", numeralFile);
  return {
    digits: new Map(Object.entries(file.digits)),
    scales: new Map(Object.entries(file.scales)),
    infixes: new Map(Object.entries(file.infixes)),
  };
});

/** The words of `figures/qualifiers.yaml`, longest first: `qualifierWords().before[0]`. */
export const qualifierWords: () => { readonly before: QualifierWords; readonly behind: QualifierWords } = once(() => {
  const file = loadData("figures/qualifiers.yaml", qualifierFile);
  const list = (side: z.infer<typeof sides>): QualifierWords =>
    QUALIFIERS.flatMap((means) => side[means].map((word) => [word, means] as const)).sort(
      (a, b) => b[0].length - a[0].length,
    );
  return { before: list(file.before), behind: list(file.behind) };
});
