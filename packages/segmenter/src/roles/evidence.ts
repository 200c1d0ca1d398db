import type { DocumentKind, Role, Span } from "@zongjie/document";
import { lean, leanOf, readTense, type Tense } from "./score.ts";
import { readWords, type Said } from "./vocabulary.ts";

/** A section as its role is judged. */
export interface Look {
  /** Words of the heading; null for a passage without one, whose role its place tells. */
  readonly title: string | null;
  readonly marker: string | null;
  /** Where the heading ends and the text under it begins. */
  readonly from: number;
  readonly span: Span;
  readonly children: readonly Look[];
}

/** What speaks for a section's role, apart from the role of the section above it; in the order and shape of the tree. */
export interface RoleEvidence {
  readonly look: Look;
  readonly features: readonly string[];
  /** Whether the heading's own words name no role: then the section above speaks louder. */
  readonly silent: boolean;
  readonly children: readonly RoleEvidence[];
}

/** As much of a section's text as its role is judged by, in characters: openings say what a section is for. */
const WINDOW = 300;
/** Words of a sign are counted in proportion to this many characters: a long text says a little of everything. */
const STRETCH = 100;
/** Its tense by less: the last section of a report often ends with the plans for the next year. */
const TENSE = 200;

interface Read extends Said {
  readonly look: Look;
  readonly body: Said;
  readonly tense: Tense;
  readonly kind: DocumentKind;
  readonly features: string[];
  /** The role that the heading's words name most strongly, where they name one. */
  readonly named: Role | null;
  readonly children: readonly Read[];
}

/**
 * Collects what is known of each section: what its heading's words and its text say, its tense, its place among its
 * neighbours and what they say, how it is numbered and worded. Facts are names, so that a weight can be read.
 *
 *     三、值得重视的几个问题      heading 问题 2.5; heading says lack; between 做法 and 建议; kind 调研
 *     （一）病险“存量”未清零      heading says lack; series says lack; above 问题
 */
export function gatherRoles(text: string, looks: readonly Look[], context: RoleContext): RoleEvidence[] {
  const year = yearOf(text.slice(0, OPENING));
  const read = looks.map((look) => readLook(text, look, { year, deaf: () => false, ...context }));
  return placed(read, null);
}

/** What is known of the document whose sections are looked at. */
export interface RoleContext {
  readonly kind: DocumentKind;
  /** For training: headings whose words are taken for unknown ones, so that a model learns to do without them. */
  readonly deaf?: (look: Look) => boolean;
}

interface Setting extends Required<RoleContext> {
  readonly year: number | null;
}

const NOTHING: Said = { roles: new Map(), signs: new Map() };

function readLook(text: string, look: Look, setting: Setting): Read {
  const { kind } = setting;
  const body = plain(text.slice(look.from, Math.min(look.span.end, look.from + WINDOW)));
  const title = plain(look.title ?? "");
  const said = setting.deaf(look) ? NOTHING : readWords(title, "heading");
  const under = readWords(body, "body");
  const lead = readWords(/^[^。！？；]{0,90}/u.exec(body)?.[0] ?? "", "body");
  const own = readTense(`${title}。${body.slice(0, TENSE)}`);
  const features: string[] = [`kind ${kind}`];
  for (const [role, value] of said.roles) {
    features.push(...strength(`heading ${role}`, value));
    if (1.5 <= value) features.push(`heading ${role} in a ${GROUPS[kind]}`);
  }
  for (const [role, value] of under.roles) features.push(...strength(`text ${role}`, 2 * value));
  for (const sign of said.signs.keys()) features.push(`heading says ${sign}`);
  for (const sign of lead.signs.keys()) features.push(`lead says ${sign}`);
  const share = Math.max(1, body.length / STRETCH);
  for (const [sign, n] of under.signs)
    if (0.5 <= n / share) features.push(`text says ${sign}`, ...(1.5 < n / share ? [`text says ${sign} often`] : []));
  features.push(...tense(own, title, kind), ...dress(title, look.marker), ...matter(body));
  if (setting.year !== null) {
    if (setting.year < (yearOf(title) ?? 0)) features.push("heading names a later year");
    if (setting.year < (yearOf(body.slice(0, 60)) ?? 0)) features.push("text names a later year");
  }
  const top = [...said.roles].reduce<readonly [Role, number] | null>(
    (best, entry) => (1.5 <= entry[1] && (best === null || best[1] < entry[1]) ? entry : best),
    null,
  );
  const children = look.children.map((child) => readLook(text, child, setting));
  return { look, body: under, tense: own, kind, ...said, features, named: top?.[0] ?? null, children };
}

/** As much of a document as the year that it speaks of is looked for in. */
const OPENING = 300;

/** The first year that a text names; of a span of years the last: 2021—2023年 is 2023. */
function yearOf(text: string): number | null {
  const found = /(?<![0-9])(20[0-9]{2})(?:[-—–~～至到]+(20[0-9]{2}))?年/u.exec(text.normalize("NFKC"));
  return found === null ? null : Number(found[2] ?? found[1]);
}

/** A value by its steps: what holds for 1.5 holds for more too. */
function strength(name: string, value: number): string[] {
  if (value < 0) return [`${name} no`];
  return [name, ...[1.5, 2.5, 3.5].filter((step) => step <= value).map((step) => `${name} ${step}`)];
}

/** Marks in one width, so that a role does not hang on it. */
function plain(words: string): string {
  return words
    .normalize("NFKC")
    .replace(/[,]/gu, "，")
    .replace(/;/gu, "；")
    .replace(/:/gu, "：")
    .replace(/!/gu, "！")
    .replace(/\?/gu, "？")
    .replace(/\s+/gu, "");
}

const GROUPS: Readonly<Record<DocumentKind, string>> = {
  总结: "report",
  汇报: "report",
  述职: "report",
  其他: "report",
  计划: "plan",
  方案: "plan",
  制度: "rules",
  调研: "study",
};

function tense(own: Tense, title: string, kind: DocumentKind): string[] {
  const whole = step(leanOf([own]));
  return [`tense ${whole}`, `tense ${whole} in a ${GROUPS[kind]}`, `heading tense ${step(lean(title))}`];
}

function step(value: number): string {
  if (value < -0.55) return "far behind";
  if (value < -0.15) return "behind";
  return value <= 0.15 ? "neither" : value <= 0.55 ? "ahead" : "far ahead";
}

const STYLES: readonly (readonly [RegExp, string])[] = [
  [/^第[一二三四五六七八九十百]+[章条节部]/u, "chapter"],
  [/^第[一二三四五六七八九十]+/u, "第一"],
  [/^[一二三四五六七八九十]是/u, "一是"],
  [/^[一二三四五六七八九十]要/u, "一要"],
  [/^[(（][一二三四五六七八九十]/u, "（一）"],
  [/^[一二三四五六七八九十]/u, "一、"],
  [/^[(（][0-9０-９]|^[①-⑳]/u, "（1）"],
  [/^[0-9０-９]/u, "1."],
];

/** How a heading is numbered and worded. */
function dress(title: string, marker: string | null): string[] {
  const style = marker === null ? "none" : (STYLES.find(([pattern]) => pattern.test(marker))?.[1] ?? "other");
  const length = title.length;
  const out = [`numbered ${style}`, length <= 4 ? "tiny" : length <= 8 ? "short" : length <= 14 ? "middling" : "long"];
  if (/^[^，、：]+[，、：][^，、：]+$/u.test(title)) out.push("couplet");
  if (/^以.+(?:为|促|抓|推)/u.test(title)) out.push("以…为");
  if (title.endsWith("情况")) out.push("ends 情况");
  if (title.endsWith("工作")) out.push("ends 工作");
  if (/[？?]$|什么|怎么|何以/u.test(title)) out.push("asks");
  if (title.startsWith("关于")) out.push("begins 关于");
  if (/我[们县市区镇院校局]?|本人/u.test(title)) out.push("says we");
  if (/[难弱少低慢差缺散窄短乱虚]$/u.test(title)) out.push("ends in a want");
  if (/(?:化|强|好|优|新|升|高|稳|实|力|序|效|显|位)$/u.test(title)) out.push("ends in a gain");
  return out;
}

/** What sort of text stands under the heading. */
function matter(body: string): string[] {
  const numbers = body.match(/[0-9]+/gu)?.length ?? 0;
  const out = [numbers === 0 ? "no numbers" : numbers < 5 ? "some numbers" : "many numbers"];
  if (body.length < 15) out.push("bare");
  else if (body.length < 60) out.push("brief");
  const wants = body.match(/(?:^|[，。；、])(?:要|应|须|力争|确保|严格|全面|进一步|继续)/gu)?.length ?? 0;
  if (0 < wants) out.push(2 < wants ? "commands often" : "commands");
  if (/第[一二三四五六七八九十]+条/u.test(body)) out.push("articles");
  if (/[一二三四五]是/u.test(body)) out.push("一是");
  if (/一要|二要/u.test(body)) out.push("一要");
  if (/我们?|我[局院校县市区镇所站队部行]/u.test(body)) out.push("we");
  if (/(?:虽然|但|然而|同时也|与此同时)/u.test(body.slice(0, 80))) out.push("but");
  if (/^(?:成立|建立|调整|组长)/u.test(body)) out.push("founds");
  if (/^(?:成绩|回顾|总之|综上|总的来看)/u.test(body)) out.push("looks back");
  return out;
}

/** Adds what the neighbours say, for all sections of one parent. */
function placed(reads: readonly Read[], parent: Read | null): RoleEvidence[] {
  const headed = reads.filter(({ look }) => look.title !== null);
  const count = headed.length;
  const before = namedBefore(headed);
  const behind = namedBefore([...headed].reverse()).reverse();
  const lacking = headed.filter(({ signs, body }) => signs.has("lack") || 2 < (body.signs.get("lack") ?? 0)).length;
  const bodied = headed.filter(({ signs }) => signs.has("deed")).length;
  const series = step(leanOf(headed.map((read) => read.tense)));
  let at = -1;
  return reads.map((read) => {
    const { look, features, named } = read;
    if (look.title !== null) at++;
    const out = [...features, parent === null ? "top" : "below"];
    if (named === null) out.push("names nothing", `names nothing in a ${read.kind}`);
    if (look.title !== null) {
      out.push(at === 0 ? "first" : at === 1 ? "second" : "later");
      if (at === count - 1) out.push("last", ...(1 < count ? [`last, ${tenseOf(features)}`] : ["alone"]));
      else if (at === count - 2) out.push("last but one");
      const [previous, next] = [headed[at - 1]?.named, headed[at + 1]?.named];
      if (previous) out.push(`after ${previous}`);
      if (next) out.push(`before ${next}`);
      for (const role of before[at] ?? []) out.push(`behind ${role}`);
      for (const role of behind[at] ?? []) out.push(`ahead of ${role}`);
      if (1 < count) out.push(`series tense ${series} in a ${GROUPS[read.kind]}`);
      if (1 < count && count < 2 * lacking) out.push("series says lack");
      if (1 < count && count < 2 * bodied) out.push("series says deed");
    }
    const under = read.children.filter(({ look: child }) => child.title !== null);
    if (0 < under.length) {
      out.push("has parts");
      for (const role of new Set(under.map((child) => child.named))) if (role !== null) out.push(`part ${role}`);
      const short = under.filter(({ signs }) => signs.has("lack")).length;
      if (under.length < 2 * short) out.push("parts say lack");
      if (under.length < 2 * under.filter(({ signs }) => signs.has("deed")).length) out.push("parts say deed");
    }
    if (parent?.named) out.push(`under the words ${parent.named}`);
    if (parent !== null) out.push(`parent's tense ${step(leanOf([parent.tense]))} in a ${GROUPS[read.kind]}`);
    for (const sign of parent?.signs.keys() ?? []) out.push(`under ${sign}`);
    return { look, features: out, silent: named === null, children: placed(read.children, read) };
  });
}

/** The roles named before each section of a row, each section's own left out. */
function namedBefore(reads: readonly Read[]): ReadonlySet<Role>[] {
  const seen = new Set<Role>();
  let last = new Set<Role>();
  return reads.map(({ named }) => {
    const here = last;
    if (named !== null && !seen.has(named)) {
      seen.add(named);
      last = new Set(seen);
    }
    return here;
  });
}

function tenseOf(features: readonly string[]): string {
  return features.find((feature) => feature.startsWith("tense ")) ?? "";
}

/** What the role of the section above adds: `above 问题`. */
export function aboveFeatures(above: Role | null, silent: boolean): string[] {
  return above === null ? [] : [`above ${above}`, ...(silent ? [`above ${above}, names nothing`] : [])];
}
