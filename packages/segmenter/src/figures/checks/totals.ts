import type { Check } from "@zongjie/document";
import { valueHan } from "../hanvalue.ts";
import { addsTo, isPartition, partsBefore } from "./parts.ts";
import { BEYOND, hasSlip, NEARLY, sumOf } from "./sum.ts";
import { isAlike, type Passage, type Term } from "./term.ts";
import { isNear } from "./tolerance.ts";
import { claimWords } from "./words.ts";

/** How many figures back parts are looked for. */
const LONGEST = 14;

/** |前|两项加起来: the first of a list. */
const FIRST = /前[二两三四五六][项者类个][^，,。；;]{0,6}$/;

/** 一产12亿元；二产20亿元；三产30亿元。生产总值|62亿元|: behind what makes a whole by its names stands the whole. */
export function partitionSum(passage: Passage, at: number): Check | null {
  const whole = passage.terms[at] as Term;
  const last = passage.terms[at - 1];
  if (passage.terms[at - 2]?.figure.unit !== whole.figure.unit || last?.figure.unit !== whole.figure.unit) return null;
  if (!/^[，,；;。]/.test(whole.lead) || 1 < whole.sentence - last.sentence) return null;
  for (let size = 2; size <= 4; size++) {
    const parts = passage.terms.slice(Math.max(0, at - size), at);
    if (parts.length < size || parts.some((term) => term.role !== "level" || term.figure.unit !== whole.figure.unit))
      return null;
    if (!isPartition(parts) || parts.some((term) => term.aside || /其中/.test(term.lead))) continue;
    if (isOfEarlier(whole, parts)) continue;
    const found = sumOf(whole, parts);
    const said = /全年|[全总]|生产总值|[合共]计/.test(whole.name);
    if (found.holds || (said && (isNear(found) || hasSlip(whole, parts)))) return found;
  }
  return null;
}

/** 公路412万人次，水路18万人次，|上年|二者合计358万人次. */
function isOfEarlier(whole: Term, parts: readonly Term[]): boolean {
  const { earlier } = claimWords();
  return earlier.test(whole.name) && !parts.some(({ name }) => earlier.test(name));
}

/** A whole that is named a total behind its parts: 受理6件、变更4件，合计|10件|. */
export function lastSum(passage: Passage, at: number): Check | null {
  const whole = passage.terms[at] as Term;
  const { total, totalDeed } = claimWords();
  if (!/[共总合计累全]|起来|之和/.test(whole.lead)) return null;
  const list = partsBefore(passage, at);
  const everywhere = isEverywhere(whole, list);
  if (isOfEarlier(whole, list)) return null;
  const sure = total.test(whole.lead) || isSameDeed(whole, list) || everywhere;
  if (!sure && !totalDeed.test(whole.lead)) return null;
  const near = passage.terms
    .slice(Math.max(0, at - LONGEST), at)
    .filter((term) => term.sentence === whole.sentence && addsTo(whole, term) && term.role === "level");
  const loose = whole.aside || near.every(({ aside }) => aside) ? near : near.filter(({ aside }) => !aside);
  // 甲2个，乙3个；丙4个，共7个: a total behind ； is that of what stands behind it
  const last = loose.at(-1);
  const behind =
    last === undefined ? "" : passage.text.slice(last.figure.end - passage.start, whole.figure.start - passage.start);
  if (/[；;]/.test(behind) && !loose.slice(1).some((term) => /[；;]/.test(term.lead))) return null;
  for (const parts of [list, loose])
    for (let size = parts.length; 2 <= size; size--) {
      const found = sumOf(whole, parts.slice(parts.length - size));
      if (found.holds) return found;
    }
  const named = countNamed(whole.lead);
  // 未按规定让行128起，操作不当96起，超速71起，|前两项|加起来224起
  if (named !== null && 1 < named && named <= loose.length && FIRST.test(whole.lead)) {
    const found = sumOf(whole, loose.slice(0, named));
    return found.holds || isNear(found) || hasSlip(whole, loose.slice(0, named)) ? found : null;
  }
  const all = 2 <= loose.length && isNear(sumOf(whole, loose)) && list.length < loose.length ? loose : list;
  const parts =
    named !== null && 1 < named && named <= all.length ? all.slice(all.length - named) : spokenOf(whole, all);
  // 甲线86公里，乙线62公里，两线共用段12公里，合计136公里
  if (parts.some(({ name }) => /共用|重[复叠]|交叉/.test(name))) return null;
  if (parts.length < 2 || /累计\s?$|总[数量额]\s?$/.test(whole.lead)) return null;
  if (/(?<![增参更])加上|连同/.test(parts[0]?.lead ?? "")) return withAdded(passage, whole, parts);
  if (
    !sure &&
    parts.some(
      (term) => !addsTo(whole, term) || (isAlike(whole.figure, term.figure) && term.figure.unit !== whole.figure.unit),
    )
  )
    return null;
  if ([whole, ...parts].some((term) => term.figure.qualifier !== null)) return null;
  const found = sumOf(whole, parts);
  const much = found.computed / found.stated;
  if (everywhere && !isNear(found)) return hasSlip(whole, parts) ? found : null;
  if (/总[数量额]/.test(whole.lead) && !hasSlip(whole, parts) && (parts.length < 3 || !isNear(found))) return null;
  if (!sure) return hasSlip(whole, parts) || (NEARLY <= much && much <= BEYOND) ? found : null;
  return hasSlip(whole, parts) || isNear(found) ? found : null;
}

/** 助学320万元。…助困230万元。|两项|支出加起来550万元: as many parts as are named, wherever they stand. */
export function namedSum(passage: Passage, at: number): Check | null {
  const whole = passage.terms[at] as Term;
  const count = passage.terms[at - 1];
  const named =
    count !== undefined &&
    count.figure.kind === "count" &&
    /^[项类个块站部笔]/.test(count.figure.unit) &&
    !/[，,。；;]/.test(whole.lead)
      ? count.value
      : (countNamed(whole.lead.replace(/[，,]?(?:合计|共计|总计|加起来|共).*$/, "")) ?? 0);
  const { total, totalDeed } = claimWords();
  if (named < 2 || 6 < named || !(total.test(whole.lead) || totalDeed.test(whole.lead))) return null;
  const levels = [...passage.before, ...passage.terms.slice(0, at)].filter(
    (term) =>
      term !== count &&
      isAlike(whole.figure, term.figure) &&
      term.role === "level" &&
      !/[×xX*]/.test(term.lead + term.tail),
  );
  const parts = levels.slice(-named);
  if (parts.length < named || isOfEarlier(whole, parts)) return null;
  if (parts.some(({ figure }) => figure.qualifier !== null)) return null;
  const found = sumOf(whole, parts);
  return found.holds || (whole.figure.qualifier === null && (isNear(found) || hasSlip(whole, parts))) ? found : null;
}

/** 城区147家，占全市|186家|的79%，农村39家; 预拨116万元，占补贴386万元的30%，|剩余|270万元: the whole stands between its parts. */
export function betweenSum({ terms }: Passage, at: number): Check | null {
  const [part, whole, share, other] = terms.slice(at, at + 4);
  if (part?.role !== "level" || whole === undefined || share?.role !== "share" || other?.role !== "level") return null;
  if (!/^[，,]\s?占/.test(whole.lead) || !share.lead.startsWith("的") || other.sentence !== part.sentence) return null;
  if (!isAlike(part.figure, whole.figure) || !isAlike(other.figure, whole.figure)) return null;
  const rest = /(?:剩余|其余|余下|剩下)/.test(other.name);
  if (!rest && !isPartition([part, other])) return null;
  const found = sumOf(whole, [part, other]);
  const sure = [part, whole, other].every(({ figure }) => figure.qualifier === null);
  return found.holds || (sure && (isNear(found) || hasSlip(whole, [part, other]))) ? found : null;
}

/** 地方收入82万元。…|加上|上级补助268万元、结转21万元，收入总计371万元: what they are added to stands before. */
function withAdded({ terms, before }: Passage, whole: Term, parts: readonly Term[]): Check | null {
  const first = parts[0]?.index ?? 0;
  for (const other of [...before, ...terms].reverse()) {
    if (first <= other.index || other.role !== "level" || !addsTo(whole, other)) continue;
    const found = sumOf(whole, [other, ...parts]);
    if (found.holds) return found;
  }
  return null;
}

/** 治愈381人、好转137人、死亡2人，|治愈加好转|共计518人: those that the total names, where it names some. */
function spokenOf({ lead }: Term, parts: readonly Term[]): readonly Term[] {
  const spoken = parts.filter(({ figure }) => 2 <= figure.metric.length && lead.includes(figure.metric));
  return 2 <= spoken.length ? spoken : parts;
}

/** 四项支出|合计: how many parts the words name. */
function countNamed(lead: string): number | null {
  const hit = /([二两三四五六七八九十])[项者类个][^，,。；;]{0,6}$/.exec(lead)?.[1];
  return hit === undefined ? null : Number(valueHan(hit));
}

/** 甲车间120人、乙车间80人、丙车间50人，|全厂|250人. */
function isEverywhere({ lead }: Term, list: readonly Term[]): boolean {
  return (
    3 <= list.length &&
    /^[，,]\s?全[\p{Script=Han}]{1,2}$/u.test(lead) &&
    list.slice(1).every((part) => /^\s?[、和与及]/.test(part.lead))
  );
}

/** |接种|第一剂8600人、第二剂8200人，累计|接种|16800人次. */
function isSameDeed({ name }: Term, [first]: readonly Term[]): boolean {
  const deed = /(?:累计|合计|共计?)([\p{Script=Han}]{2,4})$/u.exec(name)?.[1];
  return deed !== undefined && (first?.name.startsWith(deed) ?? false);
}
