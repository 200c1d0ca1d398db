import type { Check } from "@zongjie/document";
import { FARTHEST, isLevel, type Text } from "./known.ts";
import { isAlike, type Term } from "./term.ts";
import { halfStep, SLIPS } from "./tolerance.ts";
import { claimWords } from "./words.ts";

/** Whether a share that does not come out is one of something else. */
export function isOtherShare(
  { computed }: Check,
  [share, part, whole]: readonly [Term, Term, Term],
  text: Text,
): boolean {
  const { earlier } = claimWords();
  // 合格率97.5%，上年同期合格率为|96.2%|: of figures of another time
  if (earlier.test(share.name) && !earlier.test(part.name) && share.figure.period !== part.figure.period) return true;
  const percent = (100 * part.value) / whole.value;
  // 正高级4人，高级87人，高级以上|占36.0%|: of both
  if (/以[上下]/.test(share.name) && !/以[上下]/.test(part.lead + part.tail)) return true;
  if (isNotMeant(share, whole, computed) || isRateOfFar(share, whole, text)) return true;
  const step = halfStep(share.figure);
  if (0.5 <= step) return false;
  // 暂未就业18人，…，就业率98.2%，对口就业率|76.9%|: of what has another rate beside it
  for (const index of [share.index - 2, share.index - 1, share.index + 1, share.index + 2]) {
    const other = text.terms.get(index);
    if (other?.role !== "share" || other.sentence !== share.sentence) continue;
    // 基本支出938万元，占|76.6%|，项目支出483万元，占34.0%: that one has a part of its own
    const own = text.partOf.get(index);
    if (own !== undefined && own !== part.index) continue;
    if ([percent, 100 - percent].some((value) => Math.abs(value - other.value) <= halfStep(other.figure))) return true;
  }
  const isShare = (of: number): boolean => Math.abs((100 * part.value) / of - share.value) <= step;
  const beside = [whole.index - 2, whole.index - 1, whole.index + 1].flatMap((index) => text.terms.get(index) ?? []);
  // 成本27806万元，毛利4540万元，毛利率14%: of both
  if (isShare(whole.value + part.value)) return true;
  const added = beside.some(
    (term) =>
      term !== part &&
      isLevel(term) &&
      isAlike(term.figure, whole.figure) &&
      term.sentence === whole.sentence &&
      isShare(whole.value + term.value),
  );
  if (added) return true;
  // 床位406张，入住247人，入住率60.8%: of what counts another thing
  const last = Math.min(share.index, part.index + FARTHEST);
  for (let index = part.index - 3; index < last; index++) {
    const term = text.terms.get(index);
    if (term === undefined || term === part || !isLevel(term)) continue;
    if (term.figure.kind === part.figure.kind && !isAlike(term.figure, part.figure) && isShare(term.value)) return true;
  }
  return false;
}

/** 辖区居民8640人。…参保4120人，参保率98%: a rate is of those who may, and not of whom another paragraph tells long before. */
function isRateOfFar(share: Term, whole: Term, { places }: Text): boolean {
  return (
    FAR < share.index - whole.index &&
    places.get(share.index) !== places.get(whole.index) &&
    share.name.endsWith("率") &&
    !/占/.test(share.lead) &&
    !whole.name.includes("应")
  );
}

/** How many figures before a rate its whole is far. */
const FAR = 6;

/** Whether a share cannot be meant of a part and a whole: they give another altogether, and no point has moved. */
function isNotMeant({ value, lead, name }: Term, whole: Term, percent: number): boolean {
  // 住户存款2108亿元，比年初增加176亿元，占全部存款|增量|的82%
  if (/占[^，,。；;]*(?:增量|新增|净增)[^，,。；;]{0,4}$/.test(lead) && !/增/.test(whole.name)) return true;
  if (SLIPS.some((by) => Math.abs(percent / value / by - 1) < SLIPPED)) return false;
  // 转诊到位440人，追踪241人，追踪率100%: no part is more than its whole
  if (100 < percent && value <= 100 && !/完成|实现|超额/.test(lead + name)) return true;
  // 净增3.4亿元，余额28.8亿元，完成净增计划4亿元的85.5%
  const much = Math.max(percent / value, value / percent);
  // 贴息42万元，逾期率0.2%
  return FARTHEST_OFF < much || (TOO_MUCH < much && FAR_OFF < Math.abs(percent - value));
}

/** How near to a power of ten a share is off where its point has moved, and how far off, in points and times, is too far. */
const SLIPPED = 0.08;
const FAR_OFF = 12;
const TOO_MUCH = 3;
const FARTHEST_OFF = 15;
