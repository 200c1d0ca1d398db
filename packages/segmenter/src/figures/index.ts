import type { Span, TextFigure } from "@zongjie/document";
import { loadRules } from "@zongjie/lexicon";
import { attach, type Namer } from "./attach.ts";
import { nameBases } from "./based.ts";
import { findQuantities } from "./find.ts";
import { markColumns } from "./heads.ts";
import { marker } from "./mark.ts";
import { markTargets } from "./modality.ts";
import { nameJudge } from "./naming/judge.ts";
import { findPeriods, periodEdges } from "./period.ts";
import { qualify } from "./qualify.ts";
import { governing } from "./reach.ts";
import { readingCopy, verbatim } from "./reading.ts";
import { type FigureContext, type Setting, settingOf } from "./setting.ts";
import { settlePeriods } from "./settle.ts";
import { markSubjects } from "./subject.ts";
import { markBroken, markLost } from "./suspect.ts";
import { type Cell, findCells, nameCells } from "./table.ts";
import { once } from "./vocabulary.ts";

export { checkEvidence, findChecks } from "./checks/index.ts";
export type { Claim } from "./checks/judged/claim.ts";
export { claimScale, FAILS } from "./checks/judged/index.ts";

/** Marks of both rule files come out of one pass; those of periods carry a label. */
const rules = once(() => {
  const periods = loadRules("periods.yaml");
  const pieces = periods.filter((rule) => rule.label !== "before" && rule.label !== "after");
  return { mark: marker([...loadRules("non-figures.yaml"), ...pieces]), edges: periodEdges(periods) };
});

/**
 * The figures of a text, sorted and apart: `findFigures("诊治患者1950人次")`. Offsets count in the text. `headings` are
 * spans whose ends also end the reach of a period phrase.
 */
export function findFigures(text: string, context: FigureContext = {}): TextFigure[] {
  const setting = settingOf(context);
  const copy = readingCopy(text, setting.headings);
  const figures = markBroken(read(copy, setting));
  const alone = copy.length <= BARE ? readAlone(copy, figures) : null;
  if (alone !== null) return [verbatim(alone, text, copy)];
  return copy === text ? figures : figures.map((figure) => verbatim(figure, text, copy));
}

/** The figures of a text, named by somebody else: for training. */
export function findFiguresNamed(text: string, context: FigureContext, namer: Namer): TextFigure[] {
  const setting = settingOf(context);
  return read(readingCopy(text, setting.headings), setting, namer);
}

/** Longest text that may be nothing but a number, in UTF-16 units. */
const BARE = 40;

/** A text that is nothing but a number in an unusual dress: `7万 5千 4百`, `2e5`, `-3/2`, `半百`. */
function readAlone(text: string, figures: readonly TextFigure[]): TextFigure | null {
  const trimmed = text.trim();
  const start = text.indexOf(trimmed);
  const end = start + trimmed.length;
  if (
    trimmed === "" ||
    (figures[0]?.start === start && figures[0].end === end) ||
    !/^[\d\p{Script=Han}\s./／+\-－eE０-９．]+$/u.test(trimmed)
  )
    return null;
  const plain = trimmed.normalize("NFKC").replace(/\s+/g, "");
  const value = valueAlone(plain);
  const [only, more] = plain === trimmed ? [] : read(plain, settingOf({}));
  const figure =
    value !== null
      ? blank(value)
      : only !== undefined && more === undefined && only.start === 0 && only.end === plain.length
        ? only
        : null;
  return figure === null ? null : { ...figure, start, end, surface: trimmed };
}

function valueAlone(plain: string): number | null {
  if (plain === "半百") return 50;
  if (/^[-+]?(?:\d{1,15}(?:\.\d{1,15})?e[-+]?\d{1,2}|\.\d{1,15})$/i.test(plain)) return Number(plain);
  const parts = /^(-?\d{1,3})\/([1-9]\d{0,3})$/.exec(plain);
  return parts === null ? null : Number((Number(parts[1]) / Number(parts[2])).toFixed(4));
}

function blank(value: number): TextFigure {
  const nothing = {
    unit: "",
    kind: "count",
    range: null,
    qualifier: null,
    metric: "",
    subject: null,
    period: null,
  } as const;
  const rest = {
    periodNormalized: null,
    comparison: null,
    modality: "stated",
    suspect: null,
    likely: null,
    masked: false,
  } as const;
  return { start: 0, end: 0, surface: "", value, ...nothing, ...rest };
}

function read(text: string, setting: Setting, namer: Namer = nameJudge()): TextFigure[] {
  // 1. close what holds no figure: dates and periods, names, list numbers
  const { mark, edges } = rules();
  const marks = mark(text);
  const periods = findPeriods(
    text,
    marks.filter((found) => found.rule.label !== undefined),
    edges,
  );
  const closed = merge([...marks.filter((found) => !splitsNumeral(text, found.start)), ...periods]);
  // 2. find and value
  const cells = [...findCells(text), ...wholeText(text)];
  const quantities = findQuantities(text, closed, cells);
  // 3. qualify
  const qualified = quantities.map((quantity) => qualify(text, quantity));
  // 4. attach
  const governors = governing(text, periods, qualified, breaksOf(text, setting.headings));
  const figures = nameCells(nameBases(text, attach(text, qualified, governors, namer)), cells);
  // 5. what the words around say of its truth: still to come, a decimal point lost
  const meant = markColumns(text, markTargets(text, markSubjects(text, figures, periods), setting), cells);
  return markLost(text, settlePeriods(text, meant, periods, setting));
}

/** 一|万一|千: a word that begins in the middle of a numeral is none. */
function splitsNumeral(text: string, at: number): boolean {
  return (
    /[一二三四五六七八九十百千万亿]/.test(text[at] ?? "") &&
    /(?:[零〇一二三四五六七八九十百千万亿\d]|[零一二三四五六七八九十]点)$/.test(text.slice(Math.max(0, at - 2), at))
  );
}

/** A text that is nothing but a number is one: it may be a cell or a field. */
function wholeText(text: string): Cell[] {
  if (80 < text.length) return [];
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const bare = { head: "", over: "", label: "", measured: false, when: "", caption: "" };
  return [{ start, end, table: -1, row: 0, column: 1, ...bare }];
}

/** Joins spans that overlap. */
function merge(spans: readonly Span[]): Span[] {
  const out: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}

/** A line end that ends no sentence, and what the lines of a list begin with: 完成以下任务：⏎1.新建泵站3座；⏎2.清淤… */
const GOES_ON = /[；;，,、]\s*$/;
const LISTED =
  /^\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.．、](?!\d)|[①-⑳●■◆·•*-]|[一二三四五六七八九十]是)/;

/** 集中整治阶段（4月1日—20日）。 says when all that follows on the line is to happen. */
const DATED = /[（(][^（()）\n]*\d[日月年底][）)][。：:]?$/;

/** Line ends and heading ends, sorted: no period phrase reaches over them but into a list that it announces. */
function breaksOf(text: string, headings: readonly Span[]): number[] {
  const out = headings
    .map((heading) => heading.end)
    .filter((end) => !DATED.test(text.slice(Math.max(0, end - 40), end)));
  let announced = false;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
    const before = text.slice(Math.max(0, at - 3), at);
    const listed = LISTED.test(text.slice(at + 1, at + 8));
    announced = listed && (announced || /[：:]\s*$/.test(before));
    if (!announced && (listed || !GOES_ON.test(before))) out.push(at);
  }
  return out.sort((a, b) => a - b);
}
