import {
  FIGURE_KINDS,
  type FigureKind,
  QUALIFIERS,
  type Qualifier,
  ROLES,
  type Role,
  SUSPECTS,
  type Suspect,
} from "@zongjie/document";
import { loadData, z } from "@zongjie/lexicon";

type Modality = "stated" | "target";
type Direction = "up" | "down" | "flat";
const CLAUSE_SORTS = [
  "level",
  "plain",
  "share",
  "those",
  "part",
  "plan",
  "sum",
  "ratio",
  "act",
  "verb",
  "bare",
  "change",
  "held",
  "open",
] as const;
/** How a figure is told; the file pictures each. */
export type ClauseSort = (typeof CLAUSE_SORTS)[number];
/** What changes: by per cent, by percentage points, by a number of things. */
export type ChangeSort = "percent" | "points" | "other";
type Exact = "plain" | Qualifier;

/** The file `sentence-frames.yaml`. */
interface SentenceFrames {
  readonly directions: Readonly<
    Record<
      Direction,
      { readonly read: readonly string[]; readonly write: Readonly<Record<ChangeSort, readonly string[]>> }
    >
  >;
  readonly bases: readonly string[];
  readonly qualifiers: Readonly<Record<Qualifier, Readonly<Record<Modality, readonly string[]>>>>;
  readonly own: readonly string[];
  readonly doubts: Readonly<Record<Suspect | "masked" | "check", string>>;
  readonly tails: readonly string[];
  readonly tailUnits: Readonly<Record<string, readonly string[]>>;
  readonly levels: readonly string[];
  /** Metrics that nobody wants high: 发病率. */
  readonly lows: readonly string[];
  readonly means: readonly string[];
  readonly rates: readonly string[];
  readonly plans: readonly string[];
  readonly ownVerbs: readonly string[];
  readonly adverbs: readonly string[];
  readonly fitting: readonly { readonly ends: readonly string[]; readonly kinds: readonly FigureKind[] }[];
  readonly spans: readonly string[];
  /** Words that bring what there is, not what is aimed at: 现有120家企业. */
  readonly stocks: readonly string[];
  readonly ownPeriods: readonly string[];
  readonly again: readonly string[];
  readonly rivals: string;
  readonly follows: { readonly share: string; readonly more: string };
  readonly acts: readonly { readonly ends: readonly string[]; readonly verbs: readonly string[] }[];
  /** Verbs that a metric may begin with, besides those that name figures. */
  readonly begins: readonly string[];
  readonly inner: readonly string[];
  readonly aimed: readonly string[];
  readonly plainVerbs: readonly string[];
  readonly links: Readonly<Record<Exact, readonly string[]>>;
  readonly behind: Readonly<Record<Exact, readonly string[]>>;
  readonly bounds: readonly string[];
  readonly reaching: readonly string[];
  readonly aims: readonly string[];
  readonly clauses: Readonly<Record<ClauseSort, Readonly<Record<Modality, readonly string[]>>>>;
  readonly qualified: string;
  readonly leads: Readonly<Record<Modality, readonly string[]>>;
  /** By role; 任务 for the tasks of a plan. */
  readonly openers: Readonly<Record<string, readonly string[]>>;
  readonly more: readonly string[];
  /** By kind, else by tense. */
  readonly opening: Readonly<Record<string, readonly string[]>>;
  readonly introduce: Readonly<Record<string, readonly string[]>>;
  readonly introducers: readonly string[];
  readonly closers: readonly string[];
  readonly otherReports: readonly string[];
  /** What a topic ends in that its sentences say themselves: 预算执行情况. */
  readonly topicEnds: readonly string[];
  readonly reports: Readonly<Record<string, string>>;
  readonly closing: Readonly<Record<string, readonly string[]>>;
  readonly resolve: {
    readonly kinds: readonly string[];
    readonly begins: readonly string[];
    readonly lines: readonly string[];
    readonly work: string;
  };
  readonly signers: Readonly<Record<string, string>>;
  readonly bodies: readonly string[];
  /** Words of titles of the lexicon under which anything may stand, best first. */
  readonly homes: readonly string[];
  /** What belongs together without sharing a character: 演练 and 安全. */
  readonly kindred: readonly { readonly metrics: readonly string[]; readonly titles: readonly string[] }[];
  readonly hints: Readonly<Partial<Record<Role, readonly string[]>>>;
}

const word = z.string().min(1);
const words = z.array(word).min(1);
const modal = z.strictObject({ stated: words, target: words });
const role = z.enum(ROLES);
const direction = z.strictObject({
  read: words,
  write: z.strictObject({ percent: words, points: words, other: words }),
});
const exact = z.strictObject({
  plain: z.array(z.string()),
  ...Object.fromEntries(QUALIFIERS.map((name) => [name, words])),
}) as unknown as z.ZodType<SentenceFrames["links"]>;

const sentenceFrameFile: z.ZodType<SentenceFrames> = z.strictObject({
  directions: z.strictObject({ up: direction, down: direction, flat: direction }),
  bases: words,
  qualifiers: z.record(z.enum(QUALIFIERS), modal),
  own: words,
  doubts: z.record(z.enum([...SUSPECTS, "masked", "check"]), word),
  tails: words,
  tailUnits: z.record(z.string(), words),
  levels: words,
  lows: words,
  means: words,
  rates: words,
  plans: words,
  ownVerbs: words,
  adverbs: words,
  fitting: z.array(z.strictObject({ ends: words, kinds: z.array(z.enum(FIGURE_KINDS)).min(1) })),
  spans: words,
  stocks: words,
  ownPeriods: words,
  again: words,
  rivals: word,
  follows: z.strictObject({ share: word, more: word }),
  acts: z.array(z.strictObject({ ends: words, verbs: words })),
  begins: words,
  inner: words,
  aimed: words,
  plainVerbs: words,
  links: exact,
  behind: exact,
  bounds: words,
  reaching: words,
  aims: words,
  clauses: z.record(z.enum(CLAUSE_SORTS), modal),
  qualified: word,
  leads: z.strictObject({ stated: z.array(z.string()).min(1), target: z.array(z.string()).min(1) }),
  openers: z.record(z.string(), words),
  more: words,
  opening: z.record(z.string(), words),
  introduce: z.record(z.string(), z.array(word)),
  introducers: words,
  closers: words,
  otherReports: words,
  topicEnds: words,
  reports: z.record(z.string(), word),
  closing: z.record(z.string(), words),
  resolve: z.strictObject({ kinds: words, begins: words, lines: words, work: word }),
  signers: z.record(z.string(), word),
  bodies: words,
  homes: words,
  kindred: z.array(z.strictObject({ metrics: words, titles: words })),
  hints: z.partialRecord(role, words),
});

let loaded: SentenceFrames | undefined;

/** The wordings of drafts, read on first use. @throws Error as `loadData` does */
export function sentenceFrames(): SentenceFrames {
  loaded ??= loadData("sentence-frames.yaml", sentenceFrameFile);
  return loaded;
}

/** The place of a figure that is left open: 【待补：门诊人次（疑似丢失小数点）】. */
export function doubtWords(doubt: Suspect | "masked" | "check"): string {
  return sentenceFrames().doubts[doubt];
}
