import type { Check, TextFigure } from "@zongjie/document";
import type { Level, Levels } from "./levels.ts";
import { withoutNeutral } from "./names.ts";
import { behindLast, PART, SENTENCE } from "./signs.ts";
import type { Passage, Term } from "./term.ts";
import { check, halfStep, SLIPS } from "./tolerance.ts";
import { claimWords } from "./words.ts";

/** Shortest name, in UTF-16 units, that may speak of one thing in two places. */
const SHORTEST = 4;
/** A name shorter than this is the whole name in both places. */
const LONG = 5;
/** A name with more values than this is a series: the same thing said of several places. */
const SERIES = 2;
/** Of one name so many mentions are compared. */
const MOST = 8;

/**
 * One thing in one time with two values.
 *
 *     2023年招商引资金额3.2亿元。……综上，2023年全市招商引资金额达3.6亿元
 */
export function sameMetric(levels: Levels, passages: readonly Passage[]): Check[] {
  const groups = new Map<string, Level[]>();
  // only what another figure of its unit may speak of is named
  const units = new Map<string, Term[]>();
  const summed = passages.some(({ text }) => claimWords().summary.test(text));
  for (const passage of passages)
    for (const term of passage.terms) {
      if (!mayBePlain(term, passage, summed)) continue;
      const list = units.get(term.figure.unit) ?? [];
      units.set(term.figure.unit, list);
      list.push(term);
    }
  const candidates = new Set([...units.values()].flatMap((list) => (list.length < 2 ? [] : list)));
  const title = passages[0]?.text ?? "";
  const named = levels
    .where((term) => candidates.has(term))
    .filter(({ name }) => SHORTEST <= name.length && !(name.length === SHORTEST && isDeed(name)) && !PLAN.test(name));
  for (const level of named) {
    if (!isPlain(level)) continue;
    const key = `${level.name.slice(-SHORTEST)} ${level.term.figure.unit}`;
    const list = groups.get(key) ?? [];
    groups.set(key, list);
    if (list.length < MOST) list.push(level);
  }
  const found = [...groups.values()]
    .flatMap((group) => (group.length < 2 ? [] : contradictions(group, title)))
    .filter(isMistaken);
  const known = new Set(found.map(({ figures }) => figures[0]));
  return [...found, ...summedUp(named).filter((made) => !known.has(made.figures[0]) && isMistaken(made))];
}

/** How many times larger one of two values may be that speak of one thing, and the number from which that is asked. */
const FARTHEST = 2.5;
const SMALL = 20;

/** Whether two values may be meant for one thing, though one is wrong: what is many times larger is another, but for a moved point. */
function isMistaken({ holds, stated, computed }: Check): boolean {
  const much = stated / computed;
  return (
    holds ||
    Math.max(stated, computed) < SMALL ||
    (1 / FARTHEST < much && much < FARTHEST) ||
    SLIPS.some((by) => Math.abs(much / by - 1) < 1e-9)
  );
}

/** 移送|起诉: what was done, with whatever the sentence speaks of. */
function isDeed(name: string): boolean {
  const { deeds } = claimWords();
  return deeds.test(name.slice(0, 2)) && deeds.test(name.slice(2));
}

/** 年初预算: of what is not said. */
const PLAN = /^(?:年初|年度|全年|调整|核定|批准)?(?:预算|计划|目标|任务)数?$/;

/** What a summing-up says of the only other figure that has its name in its time, a part's among them. */
function summedUp(levels: readonly Level[]): Check[] {
  if (!levels.some(isSummary)) return [];
  const names = new Map<string, Level[]>();
  for (const level of levels) {
    const key = `${level.name} ${level.term.figure.unit}`;
    const list = names.get(key) ?? [];
    names.set(key, list);
    if (list.length < MOST) list.push(level);
  }
  return [...names.values()].flatMap((list) => {
    const [before, level, more] = list;
    if (before === undefined || level === undefined || more !== undefined) return [];
    if (!isSummary(level) || isSummary(before)) return [];
    // 综上，上半年…: what names no time is of the text's own
    if (before.term.figure.period !== null && !isSameTime(before, level)) return [];
    return [contradiction(before.term, level.term)];
  });
}

function contradiction(before: Term, now: Term): Check {
  const [a, b] = [halfStep(before.figure), halfStep(now.figure)];
  return check("same-metric", now.value, before.value, a === b ? 0 : Math.max(a, b), [now.index, before.index]);
}

function contradictions(group: readonly Level[], title: string): Check[] {
  const out: Check[] = [];
  for (const [i, level] of group.entries()) {
    const others = group.filter(
      (other, j) => i !== j && isSameTime(level, other) && isSameName(level, other) && isSameOwner(level, other, title),
    );
    const values = new Set([level, ...others].map(({ term }) => term.value));
    const before = others.find(({ term }) => term.index < level.term.index);
    if (before === undefined || SERIES < values.size || !isApart(before, level)) continue;
    out.push(contradiction(before.term, level.term));
  }
  return out;
}

/** In two sentences, or two clauses with a semicolon between. */
function isApart(a: Level, b: Level): boolean {
  if (a.passage !== b.passage || a.term.sentence !== b.term.sentence) return true;
  // 管理高血压患者3420人，规范管理2864人；管理糖尿病患者896人，规范管理741人: the same of two
  if (a.name.length <= LONG) return false;
  return /[；;]/.test(a.passage.text.slice(a.term.figure.end - a.passage.start, b.term.figure.start - b.passage.start));
}

/** 服务窗口|受理|劳动争议: who does it may be said at length. */
function endsInDeed(words: string): boolean {
  return [2, 3, 4].some((size) => claimWords().neutral.from(words, words.length - size) === size);
}

/** 新建|农村公路 and 改造|农村公路 are two things, 共新建|农村公路 and 新建|农村公路 one. */
function isSameDeed(a: Level, b: Level): boolean {
  const [x, y] = [a, b].map(({ clause, name }) => withoutScope(clause.slice(0, clause.lastIndexOf(name))));
  return x === undefined || y === undefined || x === "" || y === "" || x.endsWith(y) || y.endsWith(x);
}

/** Words without those that say neither where nor what was done: 全县共|新建. */
function withoutScope(words: string): string {
  const { fillers } = claimWords();
  let out = "";
  for (let at = 0; at < words.length; ) {
    const size = fillers.from(words, at);
    if (size === 0) out += words[at];
    at += Math.max(1, size);
  }
  return out;
}

/** Whose a level is: a place or a unit that its sentence names; "" for all that the text is about. */
function ownerOf({ term, passage }: Level): string {
  const from = Math.max(0, term.figure.start - passage.start - 120);
  const sentence = behindLast(passage.text, PART, from, term.figure.start - passage.start);
  const named = [...sentence.matchAll(OWNER)]
    .map(([words]) => words)
    .filter((words) => !/[全我本各该]|^以?[上下]/.test(words));
  const subject = term.figure.subject ?? "";
  return /^(?:[全我本各该]|$)/.test(subject) ? (named.at(-1) ?? "") : subject;
}

const OWNER = /[\p{Script=Han}]{2,3}?(?:镇|乡|村|街道|社区|县|区|市|小学|中学|支行|公司)/gu;

/** Whether two levels are of one place, as far as the words say; the place of the title is the text's own. */
function isSameOwner(a: Level, b: Level, title: string): boolean {
  const [x, y] = [a, b].map(ownerOf).map((owner) => (title.includes(owner) ? "" : owner));
  return x === y || ((x === "" || y === "") && LONG <= Math.min(a.name.length, b.name.length));
}

/** One name is the other's end, and what the longer one says more makes nothing else of it: 发放|文旅消费券. */
function isSameName(a: Level, b: Level): boolean {
  const [short, long] = a.name.length <= b.name.length ? [a.name, b.name] : [b.name, a.name];
  // 综上 speaks of what was said, 法院|诉前调解案件, and need not say whose it is
  const summed = isSummary(a) || isSummary(b);
  if (!long.endsWith(short) || (short !== long && !summed && short.length < LONG) || !isSameDeed(a, b)) return false;
  const more = withoutNeutral(long.slice(0, long.length - short.length));
  return (
    more === "" ||
    (summed && more.length <= 8 && !claimWords().modifier.test(more)) ||
    ((more.length <= 6 || endsInDeed(more)) &&
      !claimWords().modifier.test(more) &&
      !/[省市县区镇乡村校院局]$/.test(more))
  );
}

/** What can be told before a level is named; `summed`: whether the text sums up, which speaks of figures without a time as well. */
function mayBePlain({ figure, role, name }: Term, passage: Passage, summed: boolean): boolean {
  if (passage.table || role === "change" || role === "none" || figure.suspect !== null || figure.qualifier !== null)
    return false;
  // 百万公里责任事故|1.58起|: so many for so much
  if (figure.kind === "count" && !Number.isInteger(figure.value)) return false;
  if (
    figure.period === null
      ? !summed && !isHeadline(passage)
      : /^(?:目前|近|每)/.test(figure.period) || MASKED.test(figure.period)
  )
    return false;
  return name.length >= SHORTEST && !(role === "each" && /每[人户亩个名件台次]/.test(name));
}

function isPlain(level: Level): boolean {
  const { term, name, clause, passage } = level;
  if (!isStated(level) || !isWhole(term, passage)) return false;
  // 利用|国债资金120万元: what was used here, not all of it
  if (PARTIAL.test(clause) || (name.length < LONG && isListed(term, passage))) return false;
  const rest = clause.slice(0, clause.length - name.length);
  return !claimWords().narrow.test(rest.replace("其中", ""));
}

const PARTIAL = /^(?:利用|使用|动用|借助)/;

/** A member of a list: 其中餐饮99件，公共场所|17件. */
function isListed({ lead, figure }: Level["term"], { text, start }: Level["passage"]): boolean {
  const end = figure.start - start;
  return /^\s?[、和与及]/.test(lead) || /其中|包括|[：:]/.test(behindLast(text, SENTENCE, Math.max(0, end - 120), end));
}

/** A line of its own that is no sentence. */
function isHeadline({ text }: Level["passage"]): boolean {
  return text.length <= 40 && !/[。；;：:]/.test(text);
}

/** Two years behind one mask are two years. */
const MASKED = /[xX×*＊_＿]/;

/** Not in a sentence that speaks of a part: 其中“两非”案件13件，没收违法所得|0.9万元. */
function isWhole({ figure, name }: Level["term"], { text, start }: Level["passage"]): boolean {
  if (!text.includes("其中")) return true;
  const end = figure.start - start;
  const sentence = behindLast(text, PART, Math.max(0, end - 120), end);
  const words = sentence.slice(0, sentence.length - name.length);
  return !/^\s?其中[^，,\d]{2,}[，,]/.test(words);
}

/** A summing-up is stated, also under a heading that looks ahead. */
function isStated(level: Level): boolean {
  return level.term.figure.modality === "stated" || isSummary(level);
}

function isSummary({ term: { figure, lead }, passage: { text, start } }: Level): boolean {
  const from = Math.max(0, figure.start - start - lead.length);
  return claimWords().summary.test(text.slice(from, from + 8));
}

/** Whether two figures speak of one time: the same words, the same days, or words of one sort without a year. */
function isSameTime(a: Level, b: Level): boolean {
  const [x, y] = [a.term.figure, b.term.figure];
  const { opening, closing } = claimWords();
  // 年初|财政拨款结转 and 年末|财政拨款结转
  const [from, to] = [a, b].map(({ term }) => (opening.test(term.name) ? -1 : closing.test(term.name) ? 1 : 0));
  if (from === -(to as number) && from !== 0) return false;
  const plain = ({ period }: TextFigure): string | undefined => period?.replace(/^(?:今年|本年)(?=.)/, "");
  if (plain(x) === plain(y)) return x.period !== null;
  // a headline names no year: that of the text
  if (x.period === null || y.period === null)
    return isHeadline((x.period === null ? a : b).passage) && (sortOf(x) ?? sortOf(y)) === 0;
  if (x.periodNormalized !== null && y.periodNormalized !== null) return x.periodNormalized === y.periodNormalized;
  return sortOf(x) !== null && sortOf(x) === sortOf(y);
}

function sortOf({ period, periodNormalized }: TextFigure): number | null {
  const words = period ?? "";
  if (/^\d{4}$/.test(periodNormalized ?? "")) return 0;
  const at = claimWords().times.findIndex((list) =>
    list.includes(words.replace(/^(?:\d{4}|[一二][\p{Script=Han}]{3})年(?=[^末底])/u, "")),
  );
  return at === -1 ? null : at;
}
