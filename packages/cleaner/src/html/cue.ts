import { ruleMatcher } from "@zongjie/lexicon";

/** What a rule says of a line of a page. */
export interface Verdict {
  /** The rule's id: `tail.related`. */
  readonly rule: string;
  /** The ledger reason. */
  readonly reason: string;
  /** Whether all that follows belongs to the site. */
  readonly tail: boolean;
}

/** Lines longer than this are prose whatever they mention. */
const LONGEST = 400;

/** Teasers come in lists; a single paragraph that breaks off is the article's. */
const TEASERS = 3;

/**
 * What the words of a line say: `责任编辑：王小明` is `tail.editor`, reason byline. Null for lines of the article, as far
 * as words can tell.
 */
export function readCue(line: string): Verdict | null {
  if (LONGEST < line.length) return null;
  const found = ruleMatcher("frame.yaml").match(line)[0];
  if (found === undefined) return null;
  const { id, label } = found.rule;
  return { rule: id, reason: label ?? "other", tail: id.startsWith("tail.") };
}

/** The cues of all lines of a text; `spans` are the lines without their ends. */
export function readCues(text: string, spans: readonly { start: number; end: number }[]): (Verdict | null)[] {
  const cues = spans.map(({ start, end }) => readCue(text.slice(start, end)));
  const teasers = cues.filter((cue) => cue?.reason === "teaser").length;
  return teasers < TEASERS ? cues.map((cue) => (cue?.reason === "teaser" ? null : cue)) : cues;
}
