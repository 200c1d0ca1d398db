import { cutLeft, cutRight, nameBefore } from "./metric.ts";
import { phrases } from "./phrases.ts";
import type { Qualified } from "./qualify.ts";

/** What a frame is read from: the words of a figure's clause on both sides, and what was named before. */
export interface Frame {
  readonly text: string;
  readonly q: Qualified;
  readonly last: Qualified | undefined;
  readonly left: string;
  readonly behind: string;
  /** What the sentence speaks of. */
  readonly topic: string;
  /** What was counted in each unit so far in the sentence. */
  readonly units: ReadonlyMap<string, string>;
}

type Reader = (frame: Frame) => string;

/**
 * The name that a fixed turn of phrase gives a figure, "" where none stands: `10个工作日内提交材料` gives 提交材料. The turns
 * are tried in order.
 */
export function readFrame(frame: Frame): string {
  for (const reader of READERS) {
    const name = reader(frame);
    if (name !== "") return name;
  }
  return "";
}

const LIMIT = /^\s?[及含（(]?以[上下内]|^\s?之[内上下]/;

/** 40分钟内|全部转移: what is to be done in the time. */
function deadline({ text, q, left, behind }: Frame): string {
  if (q.kind !== "duration" || !/(?:^|[在于后应须])\s?$/.test(left)) return "";
  const said = text.slice(q.end, q.outerEnd);
  if (!/内/.test(said) && !/^之?内/.test(behind)) return "";
  const rest = behind
    .replace(/^之?内/, "")
    .replace(
      /^(?:通过.*等方式|将[^，,]{1,6}?(?=轮|报|移|送|交|完|处|提)|全部|应当|必须|应|须|要|予以|及时|完成|做到|通知到.*)+/,
      "",
    );
  const name = (/^(?:[\p{Script=Han}]{2,6}?)(?=$|[到至给向，,。；;])|^[\p{Script=Han}]{4}/u.exec(rest) ?? [""])[0];
  if (name === "" && /^.*通知到/.test(behind)) return "通知";
  return rest.startsWith("的") ? "" : name;
}

/** 给予1万元|补助: the sum is named behind. */
function sum({ q, behind, left }: Frame): string {
  if (q.kind !== "money" && q.kind !== "percent") return "";
  const rate = /^的(?:比例|标准|额度)(?:给予|予以)?([\p{Script=Han}]{2,4})/u.exec(behind);
  if (rate !== null && /按\s?$/.test(left)) return rate[1] ?? "";
  const words = behind.replace(/^(?:以[上下内])?的?/, "");
  const size = phrases().sums.from(words, 0);
  return size !== 0 && !/^\p{Script=Han}/u.test(words.slice(size)) ? words.slice(0, size) : "";
}

/** 超过七成|仍靠手写记账, 21.3%|表示满意: the deed stands behind where nothing stands before. */
function share({ q, left, behind }: Frame): string {
  if (q.unit !== "%" || cutRight(cutLeft(left)).trim() !== "" || LIMIT.test(behind) || !/^\p{Script=Han}/u.test(behind))
    return "";
  if (/^(?:的|增长|下降|提高|上升|减少|回落|左右|[、和与及])/.test(behind)) return "";
  return behind.replace(/^(?:仍|都|均|还|已经|已|认为|靠|是|为)+/, "").slice(0, 8);
}

/** 70岁以上|老人, 教师平均年龄44岁，50岁以上|的占: whom a limit is about. */
function limit({ text, q, left, behind, topic }: Frame): string {
  if (!LIMIT.test(text.slice(q.end, q.outerEnd)) && !(q.kind === "age" && q.range !== null)) return "";
  const words = behind.replace(/^的/, "");
  const size = phrases().persons.from(words, 0);
  const own = nameBefore(left);
  if (own !== "" && !phrases().verbs.has(own)) return "";
  if (size !== 0) return words.slice(0, size);
  if (!/^(?:的)?(?:仅|只|约|还)?(?:占|不到|不足|有|共|达|$)/.test(behind)) return "";
  return topic.replace(/(?:的)?平均(?:年龄|工龄|学历)$/, "");
}

/** 50岁以上的占|四成, 600分以上|37人: the limit is the name of the share. */
function limited({ text, q, last, left, behind }: Frame): string {
  if (last === undefined || last.outerEnd <= last.end || !LIMIT.test(text.slice(last.end, last.outerEnd))) return "";
  const between = text.slice(last.outerEnd, q.outerStart);
  if (
    !/^\s?的?(?:仅|约|就|只|都|也|已)?(?:占比?|有|达|为|不到|共)*(?:到|了)?\s?$/.test(between) ||
    left.length !== between.length
  )
    return "";
  if (q.discrete && /^\p{Script=Han}/u.test(behind)) return "";
  return text.slice(last.start, last.outerEnd);
}

/** 共23个，其余|2个: what the unit counted before. */
function rest({ q, left, units }: Frame): string {
  return /(?:其余|剩余|余下|剩下)(?:的)?\s?$/.test(left) ? (units.get(q.unit) ?? "") : "";
}

/** 考生中有|1189人|达到本科线: of a group, those who do something. */
function among({ q, left, behind }: Frame): string {
  if (!q.discrete || !/(?<![其当])(?:中|当中|之中)(?:有|就有|已有)?\s?$/.test(left)) return "";
  return behind.replace(/^(?:达到|达|获得|获|已|实现)/, "").slice(0, 6);
}

/** 帮助|134人|再就业: whom is no name where the verb only carries. */
function carried({ q, left, behind }: Frame): string {
  if (!q.discrete || !/(?:帮助|协助|带动|促进|引导|助力|安排)\s?$/.test(left)) return "";
  return /^(?:再就业|就业|创业|增收|脱贫|上岗|就医|入学|复学|复工|返岗|办理)/.test(behind) ? behind.slice(0, 6) : "";
}

/** 近视率58.7%，高于全县平均|3.1个百分点: the topic goes on. */
function above({ q, left, topic }: Frame): string {
  if (!q.unit.endsWith("百分点")) return "";
  const hit = /^(.*?)(?:均|也|都)?(?:高于|低于|快于|慢于|高出|优于|好于|领先)[^，,]{2,12}$/.exec(left.trim());
  if (hit === null) return "";
  return nameBefore(hit[1] ?? "") || topic;
}

const READERS: readonly Reader[] = [deadline, sum, limited, limit, share, rest, among, carried, above];
