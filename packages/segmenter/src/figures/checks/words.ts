import { alternatives, loadData, z } from "@zongjie/lexicon";
import { type WordEnds, wordEnds } from "../phrases.ts";
import { once } from "../vocabulary.ts";

const words = z.array(z.string().min(1));
const lists = z.array(words.min(2));

const claimFile = z.strictObject({
  alike: lists,
  opensWhole: words,
  opensSome: words,
  ends: words,
  rest: words,
  restBehind: words,
  totals: words,
  deeds: words,
  partitions: lists,
  classes: lists,
  traits: lists,
  traitsOfThings: lists,
  earlier: words,
  now: words,
  changes: words,
  plans: words,
  anyWhole: words,
  rates: words,
  neutral: words,
  fillers: words,
  narrow: words,
  modifiers: words,
  summaries: words,
  times: lists,
  opening: words,
  closing: words,
  inflow: words,
  outflow: words,
  divisions: lists,
  opposites: z.array(z.string().length(2)),
  weights: z.record(z.string(), z.number()),
  relations: z.array(
    z.strictObject({ result: z.string(), means: z.enum(["less", "share"]), of: z.string(), by: z.string() }),
  ),
});

/** What a name says of two others: 顺差 is 出口 less 进口. */
interface Relation {
  readonly result: string;
  readonly means: "less" | "share";
  readonly of: string;
  readonly by: string;
}

/** Pairs of characters, by each of the two: 内外 gives 内 → 外 and 外 → 内. */
function bothWays(pairs: readonly string[]): Map<string, string> {
  const out = new Map<string, string>();
  for (const [a = "", b = ""] of pairs) {
    out.set(a, `${out.get(a) ?? ""}${b}`);
    out.set(b, `${out.get(b) ?? ""}${a}`);
  }
  return out;
}

/** Words that belong together, list by list. */
export type Lists = readonly (readonly string[])[];

/** The word lists of `figures/claims.yaml`, compiled. */
export interface ClaimWords {
  /** By unit, the first unit of its list: 名 → 人. */
  readonly alike: ReadonlyMap<string, string>;
  readonly opensWhole: RegExp;
  readonly opensSome: RegExp;
  readonly ends: RegExp;
  readonly rest: RegExp;
  readonly restBehind: RegExp;
  readonly total: RegExp;
  /** 共|受理|980件: 共 with what was done, less sure a total. */
  readonly totalDeed: RegExp;
  /** What is done with some of a whole. */
  readonly deeds: RegExp;
  /** What makes a whole: 男 and 女. */
  readonly partitions: Lists;
  /** The same of what often makes a whole, with more or without. */
  readonly divisions: Lists;
  /** Classes of which some may be named, each with its names. */
  readonly classes: readonly Lists[];
  readonly traits: Lists;
  readonly traitsOfThings: Lists;
  readonly earlier: RegExp;
  /** A level's time at the beginning of its name. */
  readonly time: RegExp;
  /** What a word of change, or what may stand behind it, ends in. */
  readonly changeEnds: ReadonlySet<string>;
  /** A word of change with what may stand between it and its figure. */
  readonly changes: RegExp;
  readonly plan: RegExp;
  readonly anyWhole: RegExp;
  readonly neutral: WordEnds;
  readonly fillers: WordEnds;
  readonly narrow: RegExp;
  readonly modifier: RegExp;
  readonly summary: RegExp;
  readonly times: Lists;
  /** What there was, and what there is: 年初, 年末. */
  readonly opening: RegExp;
  readonly closing: RegExp;
  /** What came, and what went: 新进, 离职. */
  readonly inflow: RegExp;
  readonly outflow: RegExp;
  /** By character, those that deny what it says: 内 → 外. */
  readonly opposites: ReadonlyMap<string, string>;
  /** By unit, how many 公斤 it has. */
  readonly weights: ReadonlyMap<string, number>;
  readonly relations: readonly Relation[];
  /** A name that says something of two others. */
  readonly related: RegExp;
}

function anyOf(list: readonly string[]): string {
  return `(?:${alternatives(list)})`;
}

/** The words in which a text claims that its numbers fit: `claimWords().opensSome.test("，其中")`. */
export const claimWords: () => ClaimWords = once(() => {
  const file = loadData("figures/claims.yaml", claimFile);
  return {
    alike: new Map(file.alike.flatMap((list) => list.map((unit) => [unit, list[0] as string] as const))),
    opensWhole: new RegExp(anyOf(file.opensWhole)),
    opensSome: new RegExp(anyOf(file.opensSome)),
    ends: new RegExp(`(?:^|[，,；;。])\\s?${anyOf(file.ends)}`),
    rest: new RegExp(`^\\s?${anyOf(file.rest)}`),
    restBehind: new RegExp(`^${anyOf(file.restBehind)}`),
    total: new RegExp(`${anyOf(file.totals)}[了有为达]?\\s?$`),
    totalDeed:
      /(?:(?:^|[，,；;。：:\s全县市区镇乡校院局年])共(?!同|有|建|享)|合计|共计|总共|一共)[\p{Script=Han}]{2,8}\s?$/u,
    deeds: new RegExp(anyOf(file.deeds)),
    partitions: file.partitions,
    classes: file.classes.map((list) => list.map((member) => member.split("|"))),
    traits: file.traits,
    traitsOfThings: file.traitsOfThings,
    earlier: new RegExp(anyOf(file.earlier)),
    time: new RegExp(`^.*?${anyOf([...file.earlier, ...file.now])}`),
    changes: new RegExp(`${anyOf(file.changes)}(?:了|达到?|为|约)?\\s?$`),
    changeEnds: new Set([...file.changes.map((word) => word.slice(-1)), ..."了达到为约 　\u00a0"]),
    plan: new RegExp(anyOf(file.plans)),
    anyWhole: new RegExp(`^${anyOf(file.anyWhole)}$`),
    neutral: wordEnds(file.neutral),
    fillers: wordEnds(file.fillers),
    narrow: new RegExp(anyOf(file.narrow)),
    modifier: new RegExp(anyOf(file.modifiers)),
    summary: new RegExp(`^\\s*${anyOf(file.summaries)}`),
    times: file.times,
    opening: new RegExp(anyOf(file.opening)),
    closing: new RegExp(anyOf(file.closing)),
    inflow: new RegExp(anyOf(file.inflow)),
    outflow: new RegExp(anyOf(file.outflow)),
    divisions: file.divisions,
    opposites: bothWays(file.opposites),
    weights: new Map(Object.entries(file.weights)),
    relations: file.relations,
    related: new RegExp(anyOf(file.relations.map(({ result }) => result))),
  };
});
