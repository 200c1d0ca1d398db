import { entityWords, longestFirst } from "@zongjie/lexicon";
import { bigrams, sharedKeys } from "./cluster.ts";
import { frames } from "./frames.ts";
import { generalise } from "./heading.ts";

const BODY =
  /^(?:.{0,20}?)(?:局|厅|委|办|卫生院|医院|学校|中学|小学|中心|公司|集团|街道|社区|党委|支队|大队|派出所)(?!作)/u;
const PLACE = /^.{0,12}(?:省|市|县|区|旗|盟|州|镇|乡)(?=.{2})/u;
const BODY_END = /(?:局|厅|委员会|委|办公室|办)$/u;

/**
 * What a title is about, without unit, place, year and kind: 望麓县人民医院2021年双拥工作总结 → 双拥. A general report is
 * about its unit's field: 望麓县教育局工作总结 → 教育. Empty where nothing is said.
 */
export function matterOf(title: string, unit: string | null): string {
  const bare = generalise(title, (text) => text)
    .replace(/\{[^}]*\}/g, "")
    .replace(/[（【《][^）】》]{0,40}[）】》]/gu, "")
    .replace(/范文|年终|年度|半年|第?学期|学年度?|[春秋]季|关于|开展|情况|模板|篇|的/gu, "");
  const body = bodyOf(bare);
  const core = coreOf(bare.slice(body.length));
  if (core !== "") return core;
  return fieldOf(body !== "" ? body : (unit ?? ""));
}

/** Cuts the name of the kind and 工作 from the end: 双拥工作总结 → 双拥. */
function coreOf(text: string): string {
  let core = text.replace(/[^\p{L}]/gu, "");
  for (let before = ""; before !== core; ) {
    before = core;
    const ending = endings().find((word) => core.endsWith(word));
    if (ending !== undefined) core = core.slice(0, -ending.length);
    core = core.replace(/工作$/u, "");
  }
  return core.slice(0, 20);
}

let known: readonly string[] | undefined;

function endings(): readonly string[] {
  known ??= longestFirst(frames().kinds.flatMap((frame) => frame.endings));
  return known;
}

/** The body that a title begins with: 望麓县人民医院, 卫生局; empty where it begins with its matter. */
function bodyOf(title: string): string {
  const known = entityWords().orgEnd.map((word) => [title.indexOf(word), word.length] as const);
  const first = known.filter(([at]) => 0 <= at && at <= 20).sort((a, b) => a[0] + a[1] - b[0] - b[1] || a[0] - b[0])[0];
  const body = first !== undefined ? title.slice(0, first[0] + first[1]) : (BODY.exec(title)?.[0] ?? "");
  return body === "" ? "" : extended(body, title);
}

/** 青石镇中心 of 青石镇中心小学 goes on to 小学. */
function extended(body: string, title: string): string {
  let end = body.length;
  for (;;) {
    const next = bodyEnds().find((word) => title.startsWith(word, end));
    if (next === undefined) return title.slice(0, end);
    end += next.length;
  }
}

let ends: readonly string[] | undefined;

function bodyEnds(): readonly string[] {
  const all = new Set([...entityWords().orgEnd, ...frames().fields.flatMap((field) => field.ends)]);
  ends ??= longestFirst([...all].filter((word) => 2 <= word.length));
  return ends;
}

/** The field of a unit by the end of its name, 教育教学 for a school; else what its name says: 交通运输 of 交通运输局. */
function fieldOf(unit: string): string {
  let best = "";
  let longest = 0;
  for (const { field, ends } of frames().fields)
    for (const end of ends) if (longest < end.length && unit.endsWith(end)) [best, longest] = [field, end.length];
  if (best !== "") return best;
  const local = unit.replace(PLACE, "");
  const field = local.replace(BODY_END, "");
  return (2 <= field.length ? field : local).slice(-8);
}

/** The wider field of a matter that is a unit's field: 医院 and 卫生院 are within 卫生健康; null for any other matter. */
export function widerField(matter: string): string | null {
  return frames().fields.find(({ field }) => field === matter)?.within ?? null;
}

/** How alike two matters are, 0–1 (Dice over character pairs): 双拥 and 双拥创建 give 0.5. */
export function likeness(a: string, b: string): number {
  if (a === "" || b === "") return 0;
  if (a === b) return 1;
  const [x, y] = [bigrams(a), bigrams(b)];
  return x.size + y.size === 0 ? 0 : (2 * sharedKeys(x, y)) / (x.size + y.size);
}
