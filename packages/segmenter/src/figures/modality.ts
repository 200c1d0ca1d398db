import type { DocumentKind, Role, Span, TextFigure } from "@zongjie/document";
import { loadData, z } from "@zongjie/lexicon";
import type { Passage, Setting } from "./setting.ts";
import { once } from "./vocabulary.ts";

const modalityFile = z.strictObject({
  starts: z.string(),
  aims: z.array(z.string().min(1)).min(1),
  opens: z.string(),
  goesOn: z.string(),
  done: z.string(),
  plans: z.string(),
  ahead: z.string(),
  back: z.string(),
  parts: z.string(),
  drills: z.string(),
  mixed: z.string(),
});

/** All signs in one pattern, so that a text is read once. */
const words = once(() => {
  const file = loadData("figures/modality.yaml", modalityFile);
  return {
    signs: new RegExp(
      `(?=${file.starts})(?:(?<end>[。！？!?\\n]|[；;](?=\\s?(?:[二三四五六七八九]是|[（(]?\\d{1,2}[)）.、])))|(?<opens>${file.opens})|(?<aim>${file.aims.join("|")})|(?<done>${file.done}))`,
      "g",
    ),
    goesOn: new RegExp(file.goesOn, "y"),
    plans: new RegExp(file.plans),
    ahead: new RegExp(file.ahead),
    back: new RegExp(file.back),
    parts: new RegExp(file.parts),
    drills: new RegExp(file.drills),
    mixed: new RegExp(file.mixed),
  };
});

/** What the sentence and the paragraph have said so far. */
interface Mood {
  /** The words that say so; "" where none do. */
  aim: string;
  done: boolean;
  /** The paragraph speaks of what is to come: 下一步，… */
  opened: boolean;
}

/**
 * Marks figures that are still to come: 力争建成30个, and what stands in a passage that looks ahead and is not said to be
 * done. Figures and passages sorted.
 *
 *     今年计划建设|50公里，已|完成|32公里
 *     aim        target  done    stated
 */
export function markTargets(text: string, figures: readonly TextFigure[], setting: Setting): TextFigure[] {
  const { signs } = words();
  const planned = plannedAt(text, setting);
  const mood: Mood = { aim: "", done: false, opened: false };
  let sign: RegExpExecArray | null = null;
  let lineEnd = -1;
  return figures.map((figure) => {
    if (lineEnd < figure.start) {
      // what a line without figures says, says nothing of the next
      let start = 0;
      for (; lineEnd < figure.start; lineEnd = endOfLine(text, start)) start = lineEnd + 1;
      Object.assign(mood, { aim: "", done: false, opened: false });
      signs.lastIndex = start;
      sign = signs.exec(text);
    }
    for (; sign !== null && sign.index < figure.start; sign = next(signs, text, sign)) turn(mood, sign);
    if (setting.kind === "制度" || isBefore(text, figure) || isThere(text, figure) || isPast(figure, setting))
      return figure;
    const wanted =
      !mood.done && (mood.opened || planned(figure.start) || isOfYearAhead(figure, setting)) && !isWhich(text, figure);
    // 计划投资42亿元的|36个项目全部开工: the plan only says which
    const aimed = mood.aim !== "" && !(/计划/.test(mood.aim) && text[figure.start - 1] === "的");
    return aimed || isAimedAt(text, figure, mood) || wanted ? { ...figure, modality: "target" } : figure;
  });
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at === -1 ? text.length + 1 : at;
}

function next(signs: RegExp, text: string, last: RegExpExecArray): RegExpExecArray | null {
  signs.lastIndex = last.index + Math.max(1, last[0].length);
  return signs.exec(text);
}

function turn(mood: Mood, { groups, 0: said, index, input }: RegExpExecArray): void {
  if (groups?.end !== undefined) {
    const { goesOn } = words();
    goesOn.lastIndex = index + 1;
    if (said === "。" && goesOn.test(input)) return;
    mood.aim = "";
    mood.done = false;
    if (said === "\n") mood.opened = false;
  } else if (groups?.done !== undefined) {
    mood.aim = "";
    mood.done = true;
  } else {
    mood.aim = said;
    if (groups?.opens !== undefined) mood.opened = true;
  }
}

/** The one year that a figure's phrase names. */
function yearOf({ period }: TextFigure): number | null {
  const years = period?.match(/(?<!\d)20\d\d(?=年)/g) ?? [];
  return years.length === 1 ? Number(years[0]) : null;
}

/** 2022年末|243亿元 in a plan for 2023. */
function isPast(figure: TextFigure, { kind, year }: Setting): boolean {
  const of = yearOf(figure);
  return (kind === "计划" || kind === "方案") && year !== null && of !== null && of < year;
}

/** 2024年，新建|40个 in what was done in 2023, or in the plan for 2024: of the year to come, all of it. */
function isOfYearAhead(figure: TextFigure, { kind, year }: Setting): boolean {
  if (year === null || !/^20\d\d年度?$/.test(figure.period ?? "")) return false;
  const of = yearOf(figure);
  return kind === "总结" ? of === year + 1 : (kind === "计划" || kind === "方案") && of === year;
}

/** 由1.5万元|提高到2.5万元: the level before the change is there already. */
function isBefore(text: string, { start, end }: TextFigure): boolean {
  return (
    /[由从][^，,。；;：:、\n]{0,12}$/.test(text.slice(Math.max(0, start - 13), start)) &&
    /^[^，,。；;：:、\n\d]{0,8}[到至为]/.test(text.slice(end, end + 10))
  );
}

/** 抓好|四项|重点工作, 60岁|以上老人, 全镇|17个|行政村: is there already. */
function isThere(text: string, { start, end, unit, kind }: TextFigure): boolean {
  if (kind === "age") return true;
  if (/^[项个大]/.test(unit) && words().parts.test(text.slice(end, end + 3))) return true;
  if (kind !== "count") return false;
  return (
    /(?:^|[，,。；;：:\n在对])全[县市区镇乡村街校院局]道?$/.test(text.slice(Math.max(0, start - 4), start)) ||
    (/(?:^|[，,。；;：:\n])[对给][^，,。；;：:、\n\d]{1,6}的$/.test(text.slice(Math.max(0, start - 9), start)) &&
      /^\p{Script=Han}/u.test(text.slice(end, end + 1)))
  );
}

/** 不足|20人|的教学点, 500万元|以上的企业: says which. */
function isWhich(text: string, { start, end }: TextFigure): boolean {
  const behind = text.slice(end, end + 4);
  return (
    /^以[上下](?:的|[）)]|必须|应|须)/.test(behind) ||
    (behind.startsWith("的") && /(?:不足|超过|低于|满)$/.test(text.slice(Math.max(0, start - 2), start)))
  );
}

/** 不低于|95%的目标: what it is, is said behind it. */
function isAimedAt(text: string, { end }: TextFigure, mood: Mood): boolean {
  return !mood.done && /^(?:以[上下内])?的(?:预期|总体|年度)?目标(?!任务)/.test(text.slice(end, end + 10));
}

/** Tells of a place whether its passage looks ahead; places are asked for in order. */
function plannedAt(text: string, setting: Setting): (at: number) => boolean {
  const turns =
    setting.passages === null ? byHeadings(text, setting.headings) : byRoles(text, setting.passages, setting.kind);
  let i = 0;
  let planned = false;
  return (at) => {
    for (; (turns[i]?.start ?? Number.POSITIVE_INFINITY) <= at; i++) planned = turns[i]?.planned ?? false;
    return planned;
  };
}

interface Turn {
  readonly start: number;
  readonly planned: boolean;
}

/** What looks ahead in a plan, 做法 in a 方案 only: where a 计划 has such a section, it tells how the last year went. */
const FORWARD: ReadonlySet<Role> = new Set<Role>(["打算", "做法", "保障", "建议", "其他"]);

/** What comes before all plans, unless a heading says that they come here. */
const BACKWARD: ReadonlySet<Role> = new Set<Role>(["基本情况", "成效", "问题", "经验体会"]);

/** What looks ahead in a document that is no plan. */
const AHEAD: ReadonlySet<Role> = new Set<Role>(["打算", "建议"]);

/** How much of a passage is read for what it tells, in UTF-16 units. */
const TOLD = 600;

/** 已建成…，完成了…: a passage that tells of what is done oftener than of what is to come, whatever its heading says. */
function tellsDone(text: string, start: number, end: number): boolean {
  const told = text.slice(start, Math.min(end, start + TOLD));
  let done = 0;
  const { signs } = words();
  // matchAll begins where the pattern was left
  signs.lastIndex = 0;
  for (const { groups } of told.matchAll(signs)) {
    if (groups?.done !== undefined) done++;
    else if (groups?.end === undefined) done--;
  }
  return 1 < done;
}

function byRoles(text: string, passages: readonly Passage[], kind: DocumentKind | null): Turn[] {
  const { drills, mixed, ahead } = words();
  const plan = kind === "计划" || kind === "方案";
  if (plan && drills.test(titleOf(text))) return [];
  const last = passages.findLastIndex(({ role }) => BACKWARD.has(role));
  /** A heading has said that what follows looks ahead. */
  let announced = false;
  return passages.map(({ start, role }, i) => {
    const heading = /[^\n]{0,30}/.exec(text.slice(start, start + 30))?.[0] ?? "";
    announced = AHEAD.has(role) && (announced || ahead.test(heading));
    const end = passages[i + 1]?.start ?? text.length;
    const planned = plan
      ? FORWARD.has(role) && (kind === "方案" || role !== "做法") && !tellsDone(text, start, end)
      : announced || (AHEAD.has(role) && (role === "建议" || last < i) && !tellsDone(text, start, end));
    return { start, planned: planned && !mixed.test(heading) };
  });
}

function titleOf(text: string): string {
  return (/[^\n]{1,60}/.exec(text.slice(0, 200))?.[0] ?? "").trim();
}

/** 2023年工作总结和2024年打算: a title of both is none of a plan. */
const LOOKS_BACK = /总结|汇报|报告|述职/;

function byHeadings(text: string, headings: readonly Span[]): Turn[] {
  const { plans, ahead, back, mixed } = words();
  const title = titleOf(text);
  const plan = 1 < headings.length && plans.test(title);
  const below = headings.map(({ start, end }) => {
    const heading = text.slice(start, end);
    const aims = ahead.test(heading) && !LOOKS_BACK.test(heading) && !mixed.test(heading);
    return { start: end, planned: aims || (plan && !back.test(heading)) };
  });
  return plan ? [{ start: 0, planned: true }, ...below] : below;
}
