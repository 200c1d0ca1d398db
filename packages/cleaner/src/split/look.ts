import { charSet, DATE_LINE, endsIn, isFinished, isProse, type Line, markerOf } from "../line.ts";
import { bareTitle, readTitle, type TitleLook } from "../title.ts";
import { isWrapped, wrapSetting } from "../wrap.ts";
import { boundaryLabels } from "./opening.ts";

const SALUTATION =
  /^(?:(?:各位|尊敬的|同志们|主任|县|市|区|省|镇|乡|党|局|院|校|公司|全体)[^。；;]{0,40}|[^。；;，,]{2,20}(?:政府|委员会|人大常委会|领导小组|局|厅|委|处|办公室|同志们|领导|代表|委员|大会|老师|同事|干部|职工|家长|同学))[:：]$/;

/** What kind of line it is, in one word. */
export type Look =
  | "none"
  | "mark"
  | "named"
  | "title"
  | "inner"
  | "greeting"
  | "opening"
  | "intro"
  | "aim"
  | "prose"
  | "date"
  | "one"
  | "number"
  | "closing"
  | "short"
  | "lead"
  | "open"
  | "tiny";

/** A paragraph or a line of its own: hard-wrapped lines count as one. */
export interface Seen {
  readonly line: number;
  /** Its first line. */
  readonly text: string;
  /** Its first lines together, 400 characters at most, and its last line. */
  readonly whole: string;
  readonly tail: string;
  /** The line behind it. */
  readonly end: number;
  readonly look: Look;
  readonly title: TitleLook | null;
}

/** True where the last sentence of a paragraph wishes or vows something, as reports end: `为全镇发展作出更大的贡献。` */
export function endsInHope(lines: readonly Line[], seen: Seen): boolean {
  let words = "";
  for (let i = seen.end - 1; seen.line <= i && words.length < 100; i--) words = (lines[i] as Line).text + words;
  words = words.slice(-200);
  let from = words.length - 1;
  while (0 < from && STOPS[words.charCodeAt(from - 1)] !== 1) from--;
  const sentence = words.slice(Math.max(0, from));
  if (sentence !== lastHope.sentence) lastHope = { sentence, hopes: boundaryLabels(sentence).includes("hopes") };
  return lastHope.hopes;
}

/** The last sentence that was read: many lines in a row may say the same. */
let lastHope = { sentence: "", hopes: false };

/** A headline that names its unit or its year. */
export const NAMED: RegExp =
  /^关于.{4,}的|(?:19|20)[\dXx*_]{2}(?:[-—–](?:19|20)\d\d)?(?:年|学年)|[省市县区乡镇村局厅委办院校司团队所站](?!长).{2,}/;

/** Lines that belong together, first and end: in hard-wrapped text what goes on over the line's end, else each line with text. */
export function unitsOf(lines: readonly Line[]): { units: [number, number][]; full: Set<number> } {
  const set = wrapSetting(lines.filter(({ text }) => text !== ""));
  const units: [number, number][] = [];
  const full = new Set<number>();
  let before: Line | undefined;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.text === "") continue;
    const open = units.at(-1);
    const wrapped = set !== null && before !== undefined && isWrapped(before, line, set);
    if (wrapped && open !== undefined && !/[。！!？?”]$/.test(before?.text ?? "")) open[1] = i + 1;
    else units.push([i, i + 1]);
    if (wrapped) full.add(i);
    before = line;
  }
  return { units, full };
}

export function lengthOf(lines: readonly Line[], from: number, end: number): number {
  let size = 0;
  for (let i = from; i < end; i++) size += (lines[i] as Line).text.length;
  return size;
}

function wholeOf(lines: readonly Line[], from: number, end: number): string {
  let out = (lines[from] as Line).text;
  for (let i = from + 1; i < end && out.length < 400; i++) out += (lines[i] as Line).text;
  return out;
}

const LEAD = /^[^\p{L}\p{N}《“（(]{1,4}/u;

/** How the lines of a page are read one after the other; what was seen of a short line holds for the same words below. */
export function looker(
  lines: readonly Line[],
  openings: ReadonlySet<number>,
): (i: number, end: number, mark: { readonly length: number } | null) => Seen {
  const known = new Map<string, { readonly below: string; readonly found: ReturnType<typeof lookAt> }>();
  return (i, end, mark) => {
    const { text } = lines[i] as Line;
    const whole = wholeOf(lines, i, end);
    const below = lines[end]?.text ?? "";
    const opens = openings.has(i);
    const tiny = text.length <= TINY && i + 1 === end && mark === null && !opens;
    const last = tiny ? known.get(text) : undefined;
    const found = last?.below === below ? last.found : lookAt(text, whole, below, mark, opens);
    if (tiny && last?.found !== found) known.set(text, { below, found });
    const { title, look } = found;
    return { line: i, end, text, whole, tail: (lines[end - 1] as Line).text, title, look };
  };
}

/** Longest line that is remembered by its words. */
const TINY = 12;

function lookAt(
  text: string,
  whole: string,
  below: string,
  mark: { readonly length: number } | null,
  opens: boolean,
): { readonly title: TitleLook | null; readonly look: Look } {
  const rest = text
    .slice(mark?.length ?? 0)
    .replace(LEAD, "")
    .trim();
  const title = rest.length <= 60 ? (readTitle(rest) ?? brokenTitle(rest, below)) : null;
  return { title, look: mark === null ? lookOf(whole, rest, title, opens) : "mark" };
}

/** The upper part of a headline that a site broke: `清溪县住房和城乡建设局关` ⏎ `于2022年重点工作的汇报`. */
function brokenTitle(text: string, below: string): TitleLook | null {
  if (
    text.length < 4 ||
    40 < text.length ||
    40 < below.length ||
    below === "" ||
    /[\s。，,；;：:！!？?、|_>»=#]/.test(text)
  )
    return null;
  if (markerOf(text) !== "" || !/[省市县区乡镇村局厅委办院校司团所]/.test(text)) return null;
  const tail = below.length <= 10 && /^[\p{Script=Han}（）()]+$/u.test(below);
  const title = tail || readTitle(below) !== null ? readTitle(text + below) : null;
  return title?.inner === false ? title : null;
}

function lookOf(text: string, rest: string, title: TitleLook | null, opens: boolean): Look {
  if (title !== null) return title.inner ? "inner" : NAMED.test(bareTitle(rest)) ? "named" : "title";
  if (DATE_LINE.test(text)) return "date";
  if (text.length <= 42 && SALUTATION.test(text)) return "greeting";
  const marker = markerOf(text);
  if (marker !== "") return /^(?:一、|第一[章条部]|[（(]一[)）])/.test(text) ? "one" : "number";
  const labels = boundaryLabels(text.slice(0, 120));
  if (labels.includes("closing")) return "closing";
  if (opens) return "opening";
  if (isProse(text)) return labels.includes("begins") ? "intro" : labels.includes("aims") ? "aim" : "prose";
  if (endsIn(text, COLONS)) return "lead";
  if (endsIn(text, COMMAS)) return "open";
  return text.length <= 4 ? "tiny" : "short";
}

const STOPS = charSet("。！!？?；;");
const COLONS = charSet(":：");
const COMMAS = charSet("，,、");

/** What is more than one line, or may be. */
const RUNS_ON: ReadonlySet<Look> = new Set(["prose", "intro", "aim", "opening", "number", "one"]);

/** How a paragraph ends, for the line behind it. */
export function endOf(seen: Seen): Look {
  if (!RUNS_ON.has(seen.look)) return seen.look;
  // a heading with a stop: 三、加强领导，精心组织，推进创建活动。
  if (/^(?:one|number)$/.test(seen.look) && seen.whole.length < 45 && !/[。；;].+/.test(seen.whole)) return "number";
  const finished = /[。！!？?”"』」）)]$/.test(seen.tail);
  if (finished && (seen.look === "intro" || seen.look === "opening")) return seen.look;
  if (isProse(seen.whole)) return finished ? "prose" : isFinished(seen.tail) ? "lead" : "open";
  return seen.look === "one" ? "number" : seen.look;
}

export function nextLook(own: Seen, after: Seen): Look {
  return after.title !== null && bareTitle(after.text) === bareTitle(own.text) ? "title" : after.look;
}
