import type { Backing, Patterns } from "@zongjie/document";
import type { CleanBrief } from "../brief.ts";
import { behindClause } from "../figures/clause.ts";
import type { Given } from "../figures/given.ts";
import { tell } from "../figures/metric.ts";
import { sentenceFrames } from "../sentence-frames.ts";
import { type FigurePart, type Usable, usablePatterns } from "./usable.ts";
import { selfOf } from "./words.ts";

/** A figure with those that belong behind it: its change, its share. */
export interface Company {
  readonly main: Given;
  readonly behind: readonly Given[];
}

/** A pattern with its slots filled. */
export interface Filled {
  readonly id: string;
  readonly text: string;
  readonly sources: Backing;
  readonly pairs: number;
}

/** The mined patterns that the first of the figures fill, those that tell most of them first. */
export function fillings(
  pairs: readonly Company[],
  patterns: Patterns,
  brief: CleanBrief,
  period: string | null,
): Filled[] {
  return usablePatterns(patterns)
    .flatMap((usable) => filledBy(usable, pairs, brief, period) ?? [])
    .sort((a, b) => b.pairs - a.pairs || b.sources.length - a.sources.length);
}

function filledBy(
  { pattern, parts, dated }: Usable,
  pairs: readonly Company[],
  brief: CleanBrief,
  period: string | null,
): Filled | null {
  if (dated && period === null) return null;
  const values: string[] = [];
  let taken = 0;
  for (const [i, part] of parts.entries()) {
    if (part.metric === null) {
      const [change] = pairs[taken - 1]?.behind ?? [];
      if (change === undefined || !sameChange(part, change)) return null;
      values.push(change.surface);
      continue;
    }
    const pair = pairs[taken++];
    if (pair === undefined || !fits(part, pair.main)) return null;
    // what the pattern has no place for would be lost
    const room = parts[i + 1]?.metric === null ? 1 : 0;
    if (room < pair.behind.length) return null;
    values.push(tell(pair.main).metric, pair.main.surface);
  }
  const { self, scope } = selfOf(brief.unit);
  let next = 0;
  let slot = 0;
  const text = pattern.text.replace(/\{[^{}]+\}/gu, () => {
    const type = pattern.slots[slot++]?.type;
    if (type === "period") return period ?? "";
    if (type === "org") return self;
    return type === "scope" ? scope : (values[next++] ?? "");
  });
  return { id: pattern.id, text, sources: pattern.sources, pairs: taken };
}

function sameChange({ change, figure }: FigurePart, given: Given): boolean {
  return (
    change !== null &&
    given.qualifier === null &&
    change.direction === given.comparison?.direction &&
    behindClause(given, 0).startsWith(`${change.base}`) &&
    change.base === given.comparison.base &&
    figure.figure?.kind === kindOf(given)
  );
}

/** Whether a figure may stand in a part: of its sort, as exact, with a verb that goes with what is counted. */
function fits({ figure, verb, link, exact, change }: FigurePart, given: Given): boolean {
  const slot = figure.figure;
  if (slot === null || given.doubt !== null) return false;
  if (slot.kind !== kindOf(given) || slot.modality !== given.modality || exact !== given.qualifier) return false;
  if ((change?.direction ?? null) !== (given.comparison?.direction ?? null)) return false;
  if (change !== null && change.base !== given.comparison?.base) return false;
  const { plainVerbs, aims } = sentenceFrames();
  const { sort, verbs } = tell(given);
  const aim = given.modality === "target" ? aims.find((word) => verb.startsWith(word)) : undefined;
  // an aim that nothing in the words tells would read as done
  if (given.modality === "target" && aim === undefined && !sentenceFrames().bounds.includes(link)) return false;
  if (given.modality === "target" && sort === "level" && link === "" && exact === null) return false;
  // 在校学生达到1860人 would tell of a rise
  const reaches = sentenceFrames().reaching.includes(link);
  if ((sort === "bare" || sort === "sum") && exact === null && reaches) return false;
  // 发病率达到3% would praise it, 共3% count it up
  if (sort === "plain" && (reaches || link.includes("共") || link === "有")) return false;
  if (["share", "those", "part", "plan", "ratio", "held", "open"].includes(sort)) return false;
  const rest = verb.slice(aim?.length ?? 0);
  const plain = plainVerbs.find((word) => rest.startsWith(word) && word !== "其中") ?? "";
  const act = rest.slice(plain.length);
  // 累计在校学生 would count what is not counted up
  if (act === "") return plain === "" ? sort !== "act" || aim !== undefined : sort === "verb";
  // 新建 is said of 社区食堂 only where the brief says so
  return sort === "act" && verbs.includes(act);
}

function kindOf({ surface, unit }: Given): "percent" | "money" | "count" {
  if (/[%％‰]|百分点/u.test(surface)) return "percent";
  return (unit === "" ? surface : unit).endsWith("元") ? "money" : "count";
}
