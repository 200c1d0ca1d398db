import type { Span } from "@zongjie/document";
import { alternatives, type RuleSource } from "@zongjie/lexicon";
import { normalizePeriod } from "./calendar.ts";
import type { Mark } from "./mark.ts";

/**
 * How far a phrase governs: 每年 only where it fits, 比2018年 and 成立于1956年 nothing, 2021年建校 its clause, 春节期间 in a
 * paragraph about a year its sentence.
 */
type Reach = "each" | "none" | "clause" | "sentence" | "paragraph";

/** A period phrase of a text: `2020年1-10月`, `截至11月底`, `三年来`. */
export interface Period extends Span {
  readonly text: string;
  readonly normalized: string | null;
  readonly reach: Reach;
  /** 比2018年: what something is measured against. */
  readonly base: boolean;
  /** 2021年、2022年: the phrases that are named together. */
  readonly members: readonly Period[];
}

/** Words that belong to a phrase where they touch one of its pieces. */
interface Edges {
  readonly before: RegExp;
  readonly after: RegExp;
}

/** The edges that rules with the labels before and after name. */
export function periodEdges(rules: readonly RuleSource[]): Edges {
  const before = rules.flatMap((rule) => (rule.label === "before" ? rule.cue : []));
  const after = rules.flatMap((rule) => (rule.label === "after" ? [rule.pattern ?? rule.cue.join("|")] : []));
  return {
    // 达到2020年 and 提高至 are verbs
    before: new RegExp(`(?<![达提增加升降少缩直乃甚涉高低长大小短复退涨跌回])(?:${alternatives(before)})$`),
    after: new RegExp(`[ \u3000]?(?:${after.join("|")})`, "y"),
  };
}

/** How far the gap between two pieces of a phrase may be: 年底|至|次年. */
const GAP = /^[ \u3000\u00a0-]*[-—–－~～至到]?[ \u3000\u00a0]*$/;
/** 截至2月10日|24时: an hour belongs only to a phrase that says up to when. */
const HOUR = /(?:上午|下午|晚上?|凌晨|中午)?(?:24|1?\d|2[0-3])[时点](?!段|间|许|左右|[至到半-])/y;

/**
 * Joins the pieces that touch (blanks aside) to phrases.
 *
 *     截至|2020年|11月|底，共…
 *     before year  month after
 */
export function findPeriods(text: string, marks: readonly Mark[], edges: Edges): Period[] {
  const out: Period[] = [];
  for (let i = 0; i < marks.length; ) {
    const first = marks[i] as Mark;
    let last = first;
    let end = withAfter(text, first, edges);
    for (i++; i < marks.length; i++) {
      const mark = marks[i] as Mark;
      if (mark.start < last.end) {
        end = Math.max(end, mark.end);
        continue;
      }
      if (6 < mark.start - end || mark.rule.label === "each" || last.rule.label === "each") break;
      // 2020年|前三季度: what looks like the end of a phrase may begin its next piece
      if (end <= mark.start && !GAP.test(text.slice(end, mark.start))) break;
      last = mark;
      end = Math.max(end, withAfter(text, mark, edges));
    }
    const start = leadStart(text, first, end, edges);
    HOUR.lastIndex = end;
    if (text.startsWith("截", start) && HOUR.test(text)) end = HOUR.lastIndex;
    out.push(phrase(text, { start, end }, last, text.slice(last.end, end).trim()));
  }
  return joined(text, out);
}

/** Where a phrase begins: 截至|2020年, but in 从|上年的86% and 从|2018年1.2万元 the word leads to a level. */
function leadStart(text: string, first: Mark, end: number, edges: Edges): number {
  if (first.rule.label === "each") return first.start;
  const lead = edges.before.exec(text.slice(Math.max(0, first.start - 5), first.start).trimEnd())?.[0] ?? "";
  return lead === "" || (lead === "从" && LEVEL.test(text.slice(end, end + 3)))
    ? first.start
    : text.lastIndexOf(lead, first.start - 1);
}

/** What stands between a time and the level that was reached then. */
const LEVEL = /^(?:的|为|是)?\s?[的\d]/;

/** 底|前, 10日|24时: as many words as follow each other. */
function withAfter(text: string, mark: Mark, edges: Edges): number {
  let end = mark.end;
  if (mark.rule.label === "each") return end;
  for (let i = 0; i < 2; i++) {
    edges.after.lastIndex = end;
    if (!edges.after.test(text)) break;
    end = edges.after.lastIndex;
  }
  return end;
}

/** 投诉27件，|当天|办结24件: says how soon, where another time is spoken of. */
export const SAME_DAY: RegExp = /^当[天日]$/;

/** 由原来的|6个, 原来|6个: governs one figure. */
export const BEFORE: RegExp = /^原[来先]$/;

function phrase(text: string, span: Span, last: Mark, closes: string): Period {
  const words = text.slice(span.start, span.end);
  const base = last.rule.label === "base" || isBase(text, span);
  const each = last.rule.label === "each";
  const reach = each
    ? "each"
    : base ||
        BEFORE.test(words) ||
        (closes === "起" && !isOpening(text, span.start)) ||
        (closes === "前" && last.rule.label === "day" && !isOpening(text, span.start)) ||
        isPoint(text, span)
      ? "none"
      : isEvent(text, span)
        ? "clause"
        : (last.rule.label === "spell" && !/年(?!前|后)/.test(words)) || words === "年终"
          ? "sentence"
          : "paragraph";
  return { ...span, text: words, normalized: normalizePeriod(words), reach, base, members: [] };
}

/** 5月起对158户建立台账: what opens a clause governs it. */
function isOpening(text: string, start: number): boolean {
  return start === 0 || /[,，。；;：:\n]/.test(text[start - 1] ?? "");
}

/** The most phrases that are named together. */
const LONGEST = 12;

/** 2021年、2022年和2023年 are one phrase, and three. */
function joined(text: string, periods: readonly Period[]): Period[] {
  const out: Period[] = [];
  for (const period of periods) {
    const last = out.at(-1);
    if (
      last === undefined ||
      LONGEST <= last.members.length ||
      last.reach !== "paragraph" ||
      period.reach !== "paragraph" ||
      !/^[、和及与]$/.test(text.slice(last.end, period.start)) ||
      !/年/.test(period.text) !== !/年/.test(last.text)
    ) {
      out.push(period);
      continue;
    }
    const members = [...(last.members.length === 0 ? [last] : last.members), period];
    const ends = [members[0]?.normalized ?? null, period.normalized];
    const normalized = ends.every((end) => /^\d{4}$/.test(end ?? "")) ? ends.join("/") : null;
    const span = { start: last.start, end: period.end };
    out[out.length - 1] = { ...period, ...span, text: text.slice(span.start, span.end), normalized, members };
  }
  return out;
}

/** 比2018年翻一番, 是去年的1.6倍, 年初预算: what is measured against. */
function isBase(text: string, { start, end }: Span): boolean {
  const before = text[start - 1] ?? "";
  return (
    /[比较同与跟]/.test(before) ||
    (/[是为]/.test(before) && /^(?:同期)?的/.test(text.slice(end, end + 3))) ||
    /^(?:同期)?的\s?(?:[\d.]{1,6}\s?[倍成]|[一二两三四五六七八九十]{1,2}[倍成])/.test(text.slice(end, end + 14)) ||
    // 是2020年|1638件的2倍
    (/[是为]/.test(before) && TIMES.test(text.slice(end, end + 24))) ||
    (text.startsWith("预算", end) &&
      !text.startsWith("预算执行", end) &&
      BUDGET.test(text.slice(Math.max(0, start - 3), end))) ||
    (/占[^，,。；;\d]{0,2}$/.test(text.slice(Math.max(0, start - 3), start)) &&
      /^(?:目标)?(?:任务|计划|目标)/.test(text.slice(end, end + 4))) ||
    // 12月支出占|全年|的14.7%, 占|本年|支出合计的37%
    (before === "占" && /^[^，,。；;：:\n\d]{0,8}的\s?[\d一二三四五六七八九]/.test(text.slice(end, end + 11))) ||
    (/[为占是]/.test(before) && PART_OF.test(text.slice(end, end + 24))) ||
    // 多于|年初|下达的36万亩
    (text.startsWith("年初", end - 2) && HANDED.test(text.slice(end, end + 4))) ||
    (before === "在" && BASIS.test(text.slice(end, end + 32))) ||
    (/[由从]/.test(before) && /^的?\s?\d/.test(text.slice(end, end + 3))) ||
    (/(?:结转|滚存|递延|顺延|留待|移交)$/.test(text.slice(Math.max(0, start - 2), start)) && !isOpening(text, start)) ||
    PLANNED.test(text.slice(end, end + 14)) ||
    (/完成了?$/.test(text.slice(Math.max(0, start - 3), start)) && TASK.test(text.slice(end, end + 14))) ||
    (text[end] === "的" && /(?:恢复[至到]|相当于|[只仅]有)$/.test(text.slice(Math.max(0, start - 3), start)))
  );
}

/** 年初|下达的36万亩: when it was said, and not of when it is. */
export const HANDED: RegExp = /^(?:下达|确定|安排|批复|制定|提出|签订)的/;

/** 为|全年|任务2400人的52.5%: what is a part of it is of another time. */
const PART_OF =
  /^度?(?:总体|预期|目标)?(?:目标|任务|计划|指标|预算)(?:总?[数量额])?\s?\d[\d.,]*[万亿]?[^，,。；;：:\n\d]{0,4}的/;

/** 在上年|3286万吨的基础上: a level that something starts from. */
const BASIS = /^的?[^，,。；;：:\n\d]{0,8}\d[^，,。；;：:\n]{1,10}基础上/;

const TIMES = /^(?:同期)?的?\s?[\d.,]+[万亿]?[\p{Script=Han}]{1,4}的\s?[\d.]+\s?[倍成]/u;

/** 完成全年|目标任务的|62%: what was planned for a time is measured against. */
const PLANNED = /^度?(?:总体|预期|主要|工作)?(?:目标|任务|计划|指标)(?:任务|计划|总?[数量额])?的\s?\d/;

/** 完成全年|净增任务10亿元的|75.1%. */
const TASK = /^度?[^，,。；;\d]{0,8}(?:任务|目标|计划)/;

/** 年初|预算, 完成2023年|预算: what was planned then; a budget of a year that the sentence is about is its own. */
const BUDGET = /年初$|年度$|上年$|(?:完成|占|超|达到?)[^，,。；;]{0,6}$/;

/** What a time of day begins with, behind a date: 5月28日（星期二）9:00. */
const TIME =
  /^\s?(?:[（(](?:星期|周)[一二三四五六日天][）)])?\s?(?:上午|下午|晚上?|凌晨|中午|清晨)?\s?\d{1,2}(?:[:：]\d\d|[时点](?!段|(?:\d{1,2}分)?许))/;
/** 2000年以前建成的|7个小区: the phrase says which of them. */
const OLD =
  /^(?:以前|之前|前|以后|之后|后)?(?:建成(?:通车|投用|投产)?|建造|竣工|投产|出生|参加工作|购买|购置|登记|取得|成立|入学|毕业|退役)的/;
const FOUNDED =
  /(?:建成?|成立|创办|创建|组建|设立|出生|生|开工|开业|开馆|竣工|投产|启用|挂牌|落成|毕业|入党|参加工作)于$/;

/** 昨天|，记者从市局获悉: when it was told. */
const TOLD =
  /^[，,]?\s?(?:(?:本报|本台)?记者|[\p{Script=Han}]{0,4}从)[^，,。；;：:\n\d]{0,20}(?:获悉|了解到|看到|见到)/u;

/** 成立于1956年, 自当日17:30, 《2024年行动方案》, 获“2022年度先进单位”: says when something was, of no figure. */
function isPoint(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const behind = text.slice(end, end + 32);
  if (FOUNDED.test(before) || OLD.test(behind) || TIME.test(behind) || TOLD.test(behind)) return true;
  return /《[^》\n]*$/.test(before) || (/“[^”\n]{0,8}$/.test(before) && /^[^“”\n。，]{2,}”/.test(behind));
}

/** 工程于9月28日|正式通水，规模15万吨; 宿舍是上世纪九十年代|盖的，16人一间. */
const DONE =
  /^(?:就|已|才)?(?:正式|全面|顺利|建成|全线|竣工)?(?:通[水车电气航]|启用|投用|投运|封顶|揭牌|开馆|开园|盖的|建的|修的)[，,。；;\n]/;

/** 2021年6月担任院长, 2018年建校: what follows tells of something that no number stands in. */
function isEvent(text: string, { start, end }: Span): boolean {
  // 年底通水，规模15万吨: what will be done by then is the figures' time
  if (!/[前底末]|[明次]年|[预拟]/.test(text.slice(start, end)) && DONE.test(text.slice(end, end + 30))) return true;
  if (text[start - 1] === "于" && /^(?:正式|全面)?(?:开工|动工|竣工|通车|奠基)/.test(text.slice(end, end + 4)))
    return true;
  return /^[^，,。；;：:\n\d]{0,8}?(?:担任|调任|就任|出任|任职|参加工作|入党|毕业|退伍|出生|成立|建校|建院|建馆|挂牌|创办|组建|开张|开业|投入使用|获批|印发|出台)[^，,。；;：:\n\d]{0,14}(?:[，,。；;\n]|$)/.test(
    text.slice(end, end + 40),
  );
}
