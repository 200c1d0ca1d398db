import { type DocumentRecord, type Figure, type FigureRow, firstIndex, type Span } from "@zongjie/document";

/** The text that a figure of a record was read in. */
export interface Origin {
  /** Years that the text is of; none where nobody knows. */
  readonly years: readonly number[];
  /** Who wrote it; null where nobody says. */
  readonly unit: string | null;
  /** Which sentence of which text: two figures of one sentence have the same. */
  readonly sentence: string;
  /** What stands in the sentence before the figure, at most its last clause. */
  readonly before: string;
}

const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)(?:\s*年?度?\s*[-—–－~～至到]+\s*((?:19|20)\d{2})(?!\d))?/gu;
const NUMERALS = "〇一二三四五六七八九";
const WRITTEN = /(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}(?=年)/gu;
/** Longer spans are no period of a report. */
const LONGEST = 20;

/** The years that a text names, those between two of them as well: 2021—2023年 is 2021, 2022, 2023; 二〇二四年 is 2024. */
export function yearsIn(text: string | null | undefined): number[] {
  const plain = (text ?? "")
    .normalize("NFKC")
    .replace(WRITTEN, (year) => [...year].map((c) => NUMERALS.indexOf(/[○零]/u.test(c) ? "〇" : c)).join(""));
  const years = [...plain.matchAll(YEAR)].flatMap(([, first, last = first]) => {
    const [from, to] = [Number(first), Number(last)];
    return from <= to && to - from < LONGEST ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : [from, to];
  });
  return [...new Set(years)];
}

/** Where the figures of a document were read; asked for each of them. */
export function originsOfDocument(document: DocumentRecord): (figure: Figure) => Origin {
  const { id, title, signature, figures, sentences, text } = document;
  const unit = signature?.unit ?? writerIn(title);
  const years = firstOf(yearsIn(title), soleYear(figures), yearsIn(signature?.date));
  return ({ start }) => {
    const found = holding(sentences, start) ?? text.lastIndexOf("\n", start - 1) + 1;
    return {
      years,
      unit,
      sentence: `${id} ${found}`,
      before: lastClause(text.slice(Math.max(found, start - FAR), start)),
    };
  };
}

/** Where the figures of rows were read; those of one document are read together. */
export function originsOfRows(rows: readonly FigureRow[]): (row: FigureRow) => Origin {
  const documents = new Map<string, FigureRow[]>();
  const key = ({ source, document }: FigureRow): string => `${source} ${document}`;
  for (const row of rows) {
    const own = documents.get(key(row));
    if (own === undefined) documents.set(key(row), [row]);
    else own.push(row);
  }
  const known = new Map([...documents].map(([id, own]) => [id, firstOf(yearsIn(own[0]?.title), soleYear(own))]));
  return (row) => {
    const at = row.sentence.indexOf(row.surface);
    return {
      years: known.get(key(row)) ?? [],
      unit: row.issuer ?? writerIn(row.title),
      sentence: `${key(row)} ${row.sentence}`,
      before: at === -1 ? "" : lastClause(row.sentence.slice(Math.max(0, at - FAR), at)),
    };
  };
}

/** Why a figure is not of the years of a brief: `of 2020年, the brief is of 2024年`; null where it may be or says its year itself. */
export function otherYear(
  { period, periodNormalized }: Pick<Figure, "period" | "periodNormalized">,
  { years }: Pick<Origin, "years">,
  own: readonly number[],
): string | null {
  if (own.length === 0 || 0 < yearsIn(period).length) return null;
  const read = yearsIn(/^\d{4}$/u.test(periodNormalized ?? "") ? null : periodNormalized);
  // a whole year is told with its number
  if (/^\d{4}$/u.test(periodNormalized ?? "") && !/\d/u.test(period ?? "1")) return null;
  const of = firstOf(read, years);
  if (of.length === 0 || of.some((year) => own.includes(year))) return null;
  return `of ${spelled(of)}, the brief is of ${spelled(own)}`;
}

/** The units of figures that are plainly not the brief's, with how many figures are theirs: 东岭县医院, 12. */
export function foreignUnits(
  unit: string | null | undefined,
  figures: readonly { readonly from: Origin | null }[],
): { readonly units: readonly string[]; readonly figures: number } {
  const others = figures.flatMap(({ from }) =>
    from === null || from.unit === null || !unit || isOneUnit(from.unit, unit) ? [] : [from.unit],
  );
  return { units: [...new Set(others)], figures: others.length };
}

/** A name and what it is called for short: 望麓县人民医院, 县医院. */
function isOneUnit(a: string, b: string): boolean {
  const [long, short] = [a, b]
    .map((name) => name.normalize("NFKC").replace(/\s+/gu, ""))
    .sort((x, y) => y.length - x.length) as [string, string];
  let at = 0;
  for (const c of long) if (c === short[at]) at++;
  return at === short.length;
}

/** Names of bodies end so; a title that begins otherwise names nobody: 扎实推进双拥工作. */
const BODY = /[省市县区旗盟州镇乡村院局校委会办厅部所站处中心公司街道社区政府学]$/u;

/** The unit that a title begins with, before the year: 东岭县医院2020年双拥工作总结. */
function writerIn(title: string | null): string | null {
  const name = /^([\p{Script=Han}（）()]{3,30}?)\s*(?:关于)?\s*(?=(?:19|20)\d{2}|二[〇○零])/u.exec(title ?? "")?.[1];
  return name !== undefined && BODY.test(name) ? name : null;
}

/** The year of all figures that have one; none where they have several. */
function soleYear(figures: readonly Pick<Figure, "periodNormalized">[]): number[] {
  const years = new Set(figures.flatMap(({ periodNormalized }) => yearsIn(periodNormalized)));
  return years.size === 1 ? [...years] : [];
}

function firstOf(...lists: readonly (readonly number[])[]): readonly number[] {
  return lists.find((list) => 0 < list.length) ?? [];
}

function spelled(years: readonly number[]): string {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? `${first}年` : `${first}—${last}年`;
}

/** What governs a figure stands no further before it. */
const FAR = 60;

function lastClause(text: string): string {
  return /[^，,；;：:。\n]*$/u.exec(text)?.[0] ?? "";
}

function holding(spans: readonly Span[], offset: number): number | null {
  const found = spans[firstIndex(spans.length, (i) => (spans[i] as Span).end <= offset)];
  return found !== undefined && found.start <= offset ? found.start : null;
}
