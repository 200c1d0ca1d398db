import type { Check } from "@zongjie/document";
import { isJoined } from "../clause.ts";
import { isPartition, mayOverlap } from "./parts.ts";
import type { Passage, Term } from "./term.ts";
import { check, halfStep } from "./tolerance.ts";
import { claimWords } from "./words.ts";

/** Fewest shares that split a whole without saying so. */
const FEWEST = 3;
/** How far from 100 % the sum of shares may be that split one whole. */
const FAR = 16;

/** Each may have given more than one answer. */
const SEVERAL = /多选|选多项|多项选择|不定项|一人得?[几多]|[几多]种(?:病|疾)|[并合]患/;

/** Shares of one whole come to 100 %: 分别占|50%、30%和20%. */
export function sharesSum(passage: Passage): Check[] {
  const runs: Term[][] = [];
  if (SEVERAL.test(passage.text)) return structures(passage);
  for (const term of passage.terms) {
    if (term.role !== "share" || term.figure.unit !== "%" || 100 < term.value || term.figure.qualifier !== null)
      continue;
    // 满意51.2%、很满意38.4%，|两项合计|89.6%
    if (/(?:合计|共计|总计|相加|之和)$/.test(term.name)) {
      runs.push([]);
      continue;
    }
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && last.sentence === term.sentence && goesOn(passage, last, term))
      run.push(term);
    else runs.push([term]);
  }
  return [...runs.flatMap((run) => splitOf(passage, run)), ...structures(passage)];
}

/** Whether a share goes on with the list of the one before: no level and not too many words stand between. */
function goesOn(passage: Passage, last: Term, term: Term): boolean {
  const words = passage.text.slice(last.figure.end - passage.start, term.figure.start - passage.start);
  const between = passage.terms.filter(({ index }) => last.index < index && index < term.index);
  return (
    words.length <= 40 &&
    between.length <= 1 &&
    !/其中/.test(words) &&
    !/(?:增长|下降|提高|同比|比上年|率)/.test(words) &&
    (words.match(/[，；;]|,(?!\d{3})/g)?.length ?? 0) <= 2
  );
}

/** 拨付60%，成活率85%以上再拨30%，余下10%: the list has begun before. */
function hasEarlier({ terms }: Passage, [first]: readonly Term[]): boolean {
  return terms.some(
    ({ index, role, sentence }) =>
      first !== undefined && index < first.index && sentence === first.sentence && role === "share",
  );
}

/** Whether each share has a level beside it, or none has: 资产占26%，分红占40%；两镇20亿元，占47% is no list. */
function isEven(run: readonly Term[]): boolean {
  const beside = run.slice(1).map((term, i) => 1 < term.index - (run[i] as Term).index);
  return new Set(beside).size <= 1;
}

function splitOf(passage: Passage, run: readonly Term[]): Check[] {
  if (run.length < 2) return [];
  const shared = run.filter((term) => /占|比重|比例|份额/.test(term.lead)).length;
  const opened =
    /(?:分别|依次|各)占|(?:占比|比重|比例|份额)(?:分别|依次)|分别为/.test(run[0]?.lead ?? "") &&
    run.slice(1).every((term) => isJoined(term.lead));
  // 缴费比例为单位16%、个人8%: each of the same wages
  if (
    /(?:缴费|缴存|计提|提取|费率|利率|税率|补贴|补助)[^，,。；;]{0,6}$|率[为是]?[\p{Script=Han}]{0,4}$/u.test(
      run[0]?.lead ?? "",
    )
  )
    return [];
  const { rest } = claimWords();
  const closed = rest.test(run.at(-1)?.name ?? "") && !hasEarlier(passage, run);
  // 按政府60%、企业25%、个人15%的|比例|分担
  const divided = /^的?(?:比例|比重)/.test(run.at(-1)?.tail ?? "") || isHeaded(run);
  const whole = isPartition(run);
  if (shared === 0 && !closed && !divided && !(whole && FEWEST <= run.length)) return [];
  const computed = run.reduce((value, { value: share }) => value + share, 0);
  const tolerance = run.reduce((all, { figure }) => all + halfStep(figure), 0);
  const found = check(
    "shares-sum",
    100,
    computed,
    tolerance,
    run.map(({ index }) => index),
  );
  if (found.holds) return [found];
  // 知道的占57.8%，实际用过的12.3%，没有用过的45.5%: one is of the others
  if (run.some(({ value }) => Math.abs(2 * value - computed) <= tolerance)) return [];
  // 城镇受访者占11.1%，农村只占4.0%: each of its own
  if (run.length < FEWEST && FAR < Math.abs(computed - 100) && !run.some((term) => isMoved(term, computed, tolerance)))
    return [];
  const shareholders = divided && /[出持投][资股]|股权|分配|分成|分担/.test(run[0]?.lead ?? "");
  if (run.length < FEWEST && !closed && !whole && !shareholders) return [];
  if (!whole && mayOverlap(run)) return [];
  const parallel = opened || closed || divided || whole || (run.length <= shared + 1 && isEven(run));
  if (parallel && (Math.abs(computed - 100) <= FAR || closed || run.length < FEWEST)) return [found];
  return parallel && run.some((term) => isMoved(term, computed, tolerance)) ? [found] : [];
}

/** 股权结构为：|国有股45%、民营股55%; 46%|的人选择|支持，38%|的人选择|中立: what they are shares of is said once. */
function isHeaded(run: readonly Term[]): boolean {
  const lead = run[0]?.lead ?? "";
  if (/率|增|降|幅|完成|达标/.test(lead)) return false;
  if (/(?:结构|构成|投向|比例|占比|比重|份额|分布)(?:分别|依次)?(?:为|是)?[：:]?[^，,。；;：:]{0,10}$/.test(lead))
    return true;
  if (/比(?:分别|依次)为\s?$/.test(lead)) return true;
  return (
    FEWEST <= run.length &&
    /^的(?:人|受访|被调查|被访|村民|学生|居民|家长|群众|职工|企业|农户)/.test(run[0]?.tail ?? "")
  );
}

/** Whether the sum would be right with one share's point in another place. */
function isMoved({ value, figure }: Term, computed: number, tolerance: number): boolean {
  const off = (by: number): number => Math.abs(computed + (by - 1) * value - 100) - by * halfStep(figure);
  return off(10) <= tolerance || off(0.1) <= tolerance;
}

/** 三次产业结构调整为|12.4:41.3:46.3: the parts of a structure come to 100 where they come near it. */
function structures(passage: Passage): Check[] {
  return passage.terms.flatMap(({ figure, index, lead }) => {
    if (
      figure.kind !== "ratio" ||
      figure.range === null ||
      figure.range.length < FEWEST ||
      !/结构|构成|比重|占比|比例/.test(lead + figure.metric)
    )
      return [];
    const computed = figure.range.reduce((all, part) => all + part, 0);
    const moved = figure.range.some((part) => Math.abs(computed - 0.9 * part - 100) <= 0.051 * FEWEST);
    if (!moved && (computed < 100 - FAR || 100 + FAR < computed)) return [];
    return [check("shares-sum", 100, computed, 0.051 * figure.range.length, [index])];
  });
}
