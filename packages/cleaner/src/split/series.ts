import { type CharSet, charSet, endsIn, type Line } from "../line.ts";
import { bareTitle, isPart, readTitle } from "../title.ts";
import { readOrdinal } from "./mark.ts";

/** A mark that a website numbers its documents with, at a line, as a member of a series 1, 2, 3 … */
export interface SeriesMark {
  readonly line: number;
  /** Characters of the mark at the line's start; 0 where the number stands behind the headline. */
  readonly length: number;
  /** `word`: 材料一, 第2份, 【晒成绩3】; `bare`: 一、 (3) 01 and the like, as headings have them too; `tail`: 工作总结2. */
  readonly sort: "word" | "bare" | "tail";
  /** Members of the series, and the share of them that stand above or beside a headline. */
  readonly size: number;
  readonly titled: number;
}

/** Characters between two marks at least; marks closer than that are a table of contents. */
const APART = 100;

const HEAD =
  /^([^\p{L}\p{N}]{0,6})(\p{L}{0,8}?)([\s.．:：#\-—_]*)(之|第|No\.?|NO\.?)?([（(【[]?)\s*(\d{1,3}|[一二三四五六七八九十]{1,3}|[①-⑳])\s*([）)】\]]?)(篇|份|期|辑|则|例|件|号|部分|单元)?([^\p{L}\p{N}《“"]{0,6})/u;
const TAIL =
  /^(.{2,44}?)[\s\u3000]*(之|第|篇|精选|最新|范文|模板)?[\s\u3000]*([（(【[]?)[\s\u3000]*(篇)?(\d{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳])[\s\u3000]*(篇|份|期|部分)?([）)】\]]?)\s*[:：]?$/u;

/** A page's number between dashes: `- 3 -`. */
const PAGE_NUMBER = /^[-—–·•]{1,2}\s*\d{1,3}\s*[-—–·•]{1,2}$/;

/** Headlines of so few characters (`工作总结1`) make a series only among their like. */
const SHORT = 4;

/** A number with what makes it one of a series. */
interface Reading {
  readonly length: number;
  readonly ordinal: number;
  readonly titled: boolean;
  /** True for `01`. */
  readonly padded: boolean;
}

interface Member extends Reading {
  readonly line: number;
}

/** What a number may be written with. */
const NUMERALS: CharSet = charSet("0123456789一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳");

/** What a line ends in that has its number at its end. */
const TAIL_ENDS: CharSet = charSet("0123456789一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳篇份期分）)】]:：");

/** True where a number stands in a line's head, or anywhere in a short line. */
function hasNumber(text: string): boolean {
  const end = Math.min(text.length, 60);
  for (let i = 0; i < end; i++) if (NUMERALS[text.charCodeAt(i)] === 1) return true;
  return false;
}

type Forms = readonly { readonly form: string; readonly sort: SeriesMark["sort"]; readonly reading: Reading }[];

/** Longest line whose reading is remembered: of those many say the same. */
const TINY = 20;

/** What a line's number could belong to, by its words and those of the next line: series by their form, a reading each. */
function readForms(text: string, below: string): Forms {
  const out: Forms[number][] = [];
  const head = PAGE_NUMBER.test(text) ? null : HEAD.exec(text.slice(0, 40));
  if (head !== null) {
    const [whole, lead = "", word = "", sep = "", di = "", open = "", number = "", close = "", unit = "", tail = ""] =
      head;
    const rest = text.slice(whole.length).trim();
    const ordinal = ordinalOf(number);
    const parted = rest === "" || /[^\p{L}\p{Nd}]$/u.test(whole) || unit !== "" || close !== "";
    const headline = headlineAt(below, rest);
    const dressed = word + di + unit !== "";
    const titled = headline !== null;
    const outline = /^(?:第)$/.test(di) && unit === "" && close === "";
    const good =
      0 < ordinal &&
      !outline &&
      !(unit === "部分" && (headline === null || isPart(headline))) &&
      !INNER.test(word) &&
      !(rest + di + unit === "" && readTitle(word) !== null) &&
      (parted || (word !== "" && /^\d/.test(number) && titled)) &&
      (dressed ? rest === "" || titled || isText(rest) : titled);
    if (good) {
      const form = [style(lead), word, style(sep), di, open, script(number), close, unit, style(tail)].join("|");
      const padded = /^0\d/.test(number) && !isPart(headline ?? "");
      const reading = { length: whole.length, ordinal, titled, padded };
      out.push({ form, sort: dressed ? "word" : "bare", reading });
    }
  }
  if (text.length <= 60 && endsIn(text, TAIL_ENDS)) {
    const found = TAIL.exec(text);
    if (found !== null) {
      const [, stem = "", word = "", open = "", inner = "", number = "", unit = "", close = ""] = found;
      const ordinal = ordinalOf(number);
      const title = readTitle(stem) !== null;
      const form = ["tail", title && SHORT < stem.length ? "" : stem, word, open, inner, script(number), unit, close];
      const plain = word + open + inner + unit === "";
      if (0 < ordinal && (title || !plain) && !/[。，,；;：:]/.test(stem) && !/\d$/.test(stem))
        out.push({
          form: form.join("|"),
          sort: "tail",
          reading: { length: 0, ordinal, titled: title, padded: false },
        });
    }
  }
  return out;
}

/** True for what may stand behind a mark that is glued to a text: a sentence, a salutation. */
function isText(rest: string): boolean {
  return 40 <= rest.length || /[，,。:：；;]/.test(rest);
}

/** Words before a number that count something inside a document: 图1, 表二, 步骤3, 第一条. */
const INNER =
  /^(?:图|表|附表|附图|注|步骤|阶段|环节|方案[ABab]?|问题|措施|目标|任务|活动|原则|项目|案例|其|是|首|再|点|条|章|节|款|项|目|组|排|层|队|班|年级|说明|脚注|式|卷|页|共|约|近|超|达|为|有|仅|已|计|到|至|从|在|和|与|的|了|月|年|日|时)$|[，。、；]/;

/** True where a headline stands behind the mark, or under it where nothing does. */
function headlineAt(below: string, rest: string): string | null {
  const candidates = rest === "" ? [below] : rest.length <= 60 ? [rest, rest + below] : [];
  for (const text of candidates) {
    const title = readTitle(text);
    if (title !== null && !title.inner && 5 <= bareTitle(text).length) return text;
  }
  return rest !== "" && rest.length <= 60 && rest === below ? rest : null;
}

function nextText(lines: readonly Line[], i: number): string {
  for (let k = i + 1; k < lines.length && k < i + 5; k++) if (lines[k]?.text !== "") return lines[k]?.text ?? "";
  return "";
}

function ordinalOf(number: string): number {
  const circled = number.charCodeAt(0) - 0x245f;
  if (0 < circled && circled <= 20) return circled;
  const value = readOrdinal(number);
  return Number.isNaN(value) ? 0 : value;
}

function script(number: string): string {
  return /^0\d/.test(number) ? "01" : /^\d/.test(number) ? "1" : /^[①-⑳]/.test(number) ? "①" : "一";
}

function style(signs: string): string {
  return signs.normalize("NFKC").replace(/[\s:、.,-]/g, "");
}

/**
 * Series of any form that run over the page: numbers of one form that grow by one, text between them.
 *
 *     材料一          【晒成绩2】清溪县财政局2024年工作计划      #3 学校工作总结      ★篇四★ ……
 */
export function findSeries(lines: readonly Line[]): SeriesMark[] {
  const forms = new Map<string, { sort: SeriesMark["sort"]; members: Member[] }>();
  const known = new Map<string, { readonly below: string; readonly found: Forms }>();
  const before = [0];
  let size = 0;
  for (let i = 0; i < lines.length; i++) {
    const { text } = lines[i] as Line;
    size += text.length;
    before.push(size);
    if (!hasNumber(text)) continue;
    const below = nextText(lines, i);
    const last = text.length <= TINY ? known.get(text) : undefined;
    const found = last?.below === below ? last.found : readForms(text, below);
    if (text.length <= TINY && last?.found !== found) known.set(text, { below, found });
    for (const { form, sort, reading } of found) {
      const member = { line: i, ...reading };
      const list = forms.get(form);
      if (list === undefined) forms.set(form, { sort, members: [member] });
      else list.members.push(member);
    }
  }
  const apart = (a: Member, b: Member): boolean => APART <= (before[b.line] as number) - (before[a.line + 1] as number);
  const out: SeriesMark[] = [];
  for (const { sort, members } of forms.values()) {
    const chain = longestChain(members, apart, sort === "tail");
    if (chain.length < 2) continue;
    const titled = chain.filter((m) => m.titled).length / chain.length;
    // no report pads the numbers of its headings: 01 学校工作总结, 02 学校工作计划
    const padded = titled === 1 && chain.every(({ padded }) => padded);
    for (const { line, length } of chain)
      out.push({ line, length, sort: padded ? "word" : sort, size: chain.length, titled });
  }
  return out;
}

interface Link {
  readonly size: number;
  readonly member: Member;
  /** The link before it, -1 at the head. */
  readonly from: number;
}

/**
 * The longest run of members whose numbers grow by one (a missing one is let pass); of equal ones the lower on the page.
 * `late`: on a site's second page a headline's number may be the first at any height.
 */
function longestChain(members: readonly Member[], apart: (a: Member, b: Member) => boolean, late: boolean): Member[] {
  const trail: Link[] = [];
  const lastOf = new Map<number, number>();
  let top = -1;
  for (const member of members) {
    let size = member.ordinal <= 2 || (late && member.titled) ? 1 : 0;
    let from = -1;
    for (const step of [1, 2]) {
      const k = lastOf.get(member.ordinal - step);
      const link = k === undefined ? undefined : trail[k];
      if (link === undefined || !apart(link.member, member) || link.size + 1 <= size) continue;
      size = link.size + 1;
      from = k as number;
    }
    if (size === 0) continue;
    trail.push({ size, member, from });
    const at = trail.length - 1;
    const known = trail[lastOf.get(member.ordinal) ?? -1];
    if (known === undefined || known.size <= size) lastOf.set(member.ordinal, at);
    if (top === -1 || (trail[top]?.size ?? 0) <= size) top = at;
  }
  const out: Member[] = [];
  for (let at = top; at !== -1; at = trail[at]?.from ?? -1) out.push((trail[at] as Link).member);
  return out.reverse();
}
