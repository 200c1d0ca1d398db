import type { TextFigure } from "@zongjie/document";

/** Times that something is compared with, seen from the one that the text is about. */
const EARLIER =
  /^(?:[由从较比与]?(?:上一?[年月季周届期]|上学[年期]|去年|前一?年|原[来先])|[由从]?(?:年|期|月|学期|上半年)初)/;

/** How far before a change its levels may stand, in UTF-16 units. */
const REACH = 80;

/** What stands between a change and the same said otherwise: 缩短0.89小时|，降幅|23%, 分别增长5.2%|和|6.5%. */
const BESIDE = /^[，,、和及与]?\s?(?:[增减降涨跌升提扩缩压下上少多净][^，,。；;！？!?\n\d]{0,4})?$/;

/**
 * Gives a change that names no base the time of the level before: the levels stand right before it, one of them of an earlier
 * time. Figures sorted.
 *
 *     由|上年|的3.86小时缩短到2.97小时，缩短|0.89小时
 */
export function nameBases(text: string, figures: readonly TextFigure[]): TextFigure[] {
  const out: TextFigure[] = [];
  let given = "";
  for (const figure of figures) {
    const { comparison } = figure;
    given = comparison?.base === "" ? baseOf(text, out, figure, given) : "";
    out.push(comparison === null || given === "" ? figure : { ...figure, comparison: { ...comparison, base: given } });
  }
  return out;
}

/** `given`: what the change before was given. */
function baseOf(text: string, before: readonly TextFigure[], figure: TextFigure, given: string): string {
  const last = before.at(-1);
  if (last === undefined) return "";
  if (last.comparison !== null)
    return BESIDE.test(text.slice(last.end, Math.min(figure.start, last.end + REACH))) ? given : "";
  const levels = levelsBefore(text, before, figure);
  // 报名640人，上年600人，女生|增长12%: of something else
  const same = levels.some(({ metric }) => metric === figure.metric);
  if (!same && !BESIDE.test(text.slice(last.end, Math.min(figure.start, last.end + REACH)))) return "";
  const earlier = levels.find(({ period }) => isTime(period));
  if (earlier === undefined || levels.every(({ period }) => period === earlier.period)) return "";
  return (earlier.period ?? "").replace(/^[由从较比与]/, "");
}

/** The levels of one unit right before a change, in its sentence. */
function levelsBefore(text: string, before: readonly TextFigure[], { start }: TextFigure): TextFigure[] {
  const out: TextFigure[] = [];
  for (let i = before.length - 1; 0 <= i && out.length < MOST; i--) {
    const level = before[i] as TextFigure;
    const unit = out[0]?.unit ?? level.unit;
    if (level.comparison !== null || level.unit !== unit || REACH < start - level.end) break;
    if (/[。；;！？!?\n]/.test(text.slice(level.end, out.at(-1)?.start ?? start))) break;
    out.push(level);
  }
  return out;
}

/** Most levels before a change: 上年分别为36988元和20408元，分别增长… */
const MOST = 4;

function isTime(period: string | null): boolean {
  return period !== null && EARLIER.test(period);
}
