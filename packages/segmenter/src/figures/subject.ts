import type { Span, TextFigure } from "@zongjie/document";
import { loadData, z } from "@zongjie/lexicon";
import { findOrgs, findPlaces } from "../entities/names.ts";
import { phrases } from "./phrases.ts";
import { once } from "./vocabulary.ts";

/** Longest name that is looked for at the beginning of a clause, in UTF-16 units. */
const REACH = 20;
/** What ends a clause; a sentence ends all that was said before. */
const EDGE = /[，,。；;：:！？!?\n（(、]/g;
const subjectFile = z.strictObject({
  openers: z.array(z.string().min(1)).min(1),
  own: z.string(),
  titles: z.string(),
  goesOn: z.string(),
  bodies: z.string(),
  parts: z.string(),
  sorts: z.string(),
});

const words = once(() => {
  const file = loadData("figures/subjects.yaml", subjectFile);
  return {
    opener: new RegExp(`(?:${file.openers.join("|")}|[ \u3000“”])+[：:]?`, "y"),
    own: new RegExp(`(?:${file.own})(?!${file.titles})`, "y"),
    named: new RegExp(`^(?:${file.bodies}|${file.parts})`),
    goesOn: new RegExp(`^(?:${file.goesOn})`),
    sorts: new RegExp(file.sorts),
  };
});

/** Whose figures a sentence speaks of at a place. */
interface Holder {
  name: string;
  /** 青山县、临水县: those that 分别 deals figures out to. */
  list: readonly string[];
  /** Figures dealt out so far. */
  dealt: number;
}

const NOBODY: Holder = { name: "", list: [], dealt: 0 };

/**
 * Says whose figures they are where a unit, a place or a group begins the clause or one before it in the sentence. Rather
 * nobody than the wrong one: a name behind 在, 向 or 由 holds nothing. Figures sorted; those of tables keep theirs.
 *
 *     其中，|青山县|完成投资|3亿元|，增长|8%
 *           holder
 */
export function markSubjects(text: string, figures: readonly TextFigure[], periods: readonly Span[]): TextFigure[] {
  let holder = NOBODY;
  let next = 0;
  /** Clauses of the sentence that no figure has asked for yet; `next` is the first period behind their beginning. */
  let clauses: { readonly start: number; readonly next: number }[] = [{ start: 0, next: 0 }];
  /** Takes the name at the beginning of the last clause that has one, behind an opening and a period phrase. */
  const settle = (): void => {
    for (let clause = clauses.pop(); clause !== undefined; clause = clauses.pop()) {
      const names = namesAt(text, skipOpening(text, clause.start, periods, clause.next));
      const [first] = names;
      if (first === undefined) continue;
      holder = names.length === 1 ? { name: first, list: [], dealt: 0 } : { name: "", list: names, dealt: 0 };
      clauses = [];
    }
  };
  EDGE.lastIndex = 0;
  let edge = EDGE.exec(text);
  return figures.map((figure, i) => {
    const last = figures[i - 1];
    for (; edge !== null && edge.index < figure.start; edge = EDGE.exec(text)) {
      const sign = edge[0];
      const at = edge.index + 1;
      while ((periods[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
      if (/[。！？!?\n；;]/.test(sign)) {
        holder = NOBODY;
        clauses = [];
      }
      // 、 begins a clause only behind a figure: 青山县3亿元、临水县2亿元
      if (sign !== "、" || isBehind(text, last, edge.index)) clauses.push({ start: at, next });
    }
    settle();
    const name = figure.subject === null ? heldBy(text, figure, holder) : "";
    return name === "" ? figure : { ...figure, subject: name };
  });
}

/** 12户|）、: the sign stands right behind a figure. */
function isBehind(text: string, last: TextFigure | undefined, at: number): boolean {
  return last !== undefined && /^(?:以[上下])?[）)]?$/.test(text.slice(last.end, Math.min(at, last.end + 8)));
}

/** Where a clause begins behind 其中 and 2023年. */
function skipOpening(text: string, start: number, periods: readonly Span[], next: number): number {
  const { opener } = words();
  let at = start;
  for (let i = 0; i < 3; i++) {
    opener.lastIndex = at;
    if (opener.test(text)) at = opener.lastIndex;
    const period = [periods[next], periods[next + 1]].find(
      (span) => span !== undefined && span.start <= at && at < span.end,
    );
    if (period === undefined) break;
    at = period.end;
  }
  return at;
}

/** The names that begin at a place: one, or those of a list. */
function namesAt(text: string, from: number): string[] {
  const out: string[] = [];
  for (let at = from; out.length < 20; at++) {
    const name = nameAt(text, at);
    if (name === "") return [];
    out.push(name);
    at += name.length;
    const behind = text.slice(at, at + 3);
    if (/^[、和与及]/.test(behind)) continue;
    return words().goesOn.test(behind) ? [] : out;
  }
  return [];
}

/** The name that begins at a place: 青山县人民医院|开展手术. */
function nameAt(text: string, at: number): string {
  const { own, named, sorts } = words();
  own.lastIndex = at;
  const plain = own.exec(text)?.[0];
  if (plain !== undefined) return plain;
  const ahead = /^[\p{Script=Han}A-Za-z\d]+/u.exec(text.slice(at, at + REACH))?.[0] ?? "";
  // 支援石桥镇卫生院: a deed, no name
  if (ahead.length < 3 || phrases().verbs.has(ahead.slice(0, 2))) return "";
  const ends = [...findOrgs(ahead), ...findPlaces(ahead)].filter(({ start, end }) => start === 0 && 2 < end);
  const end = Math.max(named.exec(text.slice(at, at + REACH))?.[0].length ?? 0, ...ends.map((found) => found.end));
  const name = ahead.slice(0, end);
  return sorts.test(name) ? "" : name;
}

function heldBy(text: string, figure: TextFigure, holder: Holder): string {
  const before = text.slice(Math.max(0, figure.start - 24), figure.start);
  // 对|12所学校进行检查
  if (/[对向给把将由从与在]\s?$/.test(before)) return "";
  if (/为\s?$/.test(before) && /^\p{Script=Han}/u.test(text.slice(figure.end, figure.end + 1))) return "";
  if (holder.list.length === 0) {
    // 农村小学|12所: counted itself
    const counted =
      before.endsWith(holder.name) && /^[个所家座处]$/.test(figure.unit) && !/^[全我本]/.test(holder.name);
    return counted ? "" : holder.name;
  }
  if (holder.dealt === 0 && !/分别|各自|依次/.test(before)) return "";
  return holder.list[holder.dealt++ % holder.list.length] ?? "";
}
