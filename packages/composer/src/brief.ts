import type { Brief, BriefFigure, BriefPerson, DocumentKind, HeadingTone } from "@zongjie/document";

/** A brief whose strings are single lines without control characters; what is blank is null. */
export interface CleanBrief {
  readonly kind: DocumentKind;
  readonly topic: string | null;
  readonly unit: string | null;
  readonly period: string | null;
  readonly addressee: string | null;
  readonly date: string | null;
  /** Null where the collection decides. */
  readonly sections: readonly string[] | null;
  readonly length: Length;
  readonly headings: HeadingTone | null;
  readonly figures: readonly BriefFigure[];
  readonly people: readonly BriefPerson[];
  readonly places: readonly string[];
}

type Length = "short" | "normal" | "long";

/** Drafts of fewer characters are short, of more long. */
const SHORT = 1000;
const LONG = 2500;

/** Makes a brief fit for print: line ends and control characters become blanks, blank strings null, `2024` is `2024年`. */
export function cleanBrief(brief: Brief): CleanBrief {
  const { length = "normal" } = brief;
  const lines = (list: readonly string[] | null | undefined): string[] =>
    (list ?? []).flatMap((text) => line(text) ?? []);
  const sections = lines(brief.sections);
  return {
    kind: brief.kind,
    topic: line(brief.topic),
    unit: line(brief.unit),
    period: dated(brief.period),
    addressee:
      line(brief.addressee)
        ?.replace(/[:：]+$/u, "")
        .trim() || null,
    date: dayOf(brief.date),
    sections: sections.length === 0 ? null : sections,
    length:
      typeof length === "number"
        ? length < SHORT
          ? "short"
          : length <= LONG
            ? "normal"
            : "long"
        : (length ?? "normal"),
    headings: brief.headings ?? null,
    figures: (brief.figures ?? []).flatMap((figure) => cleanFigure(figure) ?? []),
    people: (brief.people ?? []).flatMap((person): BriefPerson[] => {
      const { name, post } = typeof person === "string" ? { name: person, post: undefined } : person;
      const clean = line(name);
      return clean === null ? [] : [{ name: clean, post: line(post) ?? undefined }];
    }),
    places: lines(brief.places),
  };
}

/** Null where the metric is blank: a number of nothing cannot be told. */
function cleanFigure(figure: BriefFigure): BriefFigure | null {
  const metric = line(figure.metric);
  if (metric === null) return null;
  const text = (value: number | string): number | string => (typeof value === "string" ? (line(value) ?? "") : value);
  const { comparison, target } = figure;
  return {
    ...figure,
    metric,
    value: text(figure.value),
    unit: line(figure.unit) ?? "",
    period: dated(figure.period),
    section: line(figure.section),
    target: typeof target === "string" ? text(target) : target,
    comparison:
      comparison === null || comparison === undefined
        ? null
        : typeof comparison === "string"
          ? line(comparison)
          : {
              ...comparison,
              base: line(comparison.base) ?? "",
              ...(comparison.value === undefined ? {} : { value: text(comparison.value) }),
              unit: line(comparison.unit) ?? "",
            },
  };
}

/** A date as it is printed (GB/T 9704-2012, 7.3.5): 2024-12-05 is 2024年12月5日; what is written otherwise stays. */
function dayOf(text: string | null | undefined): string | null {
  const day = line(text);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(day ?? "");
  return iso === null ? day : `${iso[1]}年${Number(iso[2])}月${Number(iso[3])}日`;
}

/** A period as it is printed: `2024` is 2024年. */
function dated(text: string | null | undefined): string | null {
  const period = line(text);
  return period !== null && /^\d{4}$/.test(period) ? `${period}年` : period;
}

/** Controls, invisible and bidirectional marks, lone surrogates: nothing that a reader sees. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]+/gu;

/** A text as one line that can be printed: what is not seen becomes a blank, blanks run together. `双拥\n工作` → 双拥 工作. */
export function printable(text: string): string {
  return text.replace(UNSEEN, " ").replace(/\s+/gu, " ").trim();
}

/** A string as one line without what nobody sees; null where nothing is left. */
export function line(text: string | null | undefined): string | null {
  return printable(text ?? "") || null;
}

/** A place that the writer has to fill: slot("单位") is 【待补：单位】. */
export function slot(name: string): string {
  return `【待补：${name}】`;
}

/** Fills {单位} {时段} {主题} of a frame from the brief; what the brief leaves out is a slot. */
export function fill(frame: string, brief: CleanBrief): string {
  const values: Record<string, string> = {
    单位: brief.unit ?? slot("单位"),
    时段: brief.period ?? slot("时段"),
    主题: brief.topic ?? slot("主题"),
  };
  return frame.replace(/\{(单位|时段|主题)\}/gu, (_, name: string) => values[name] ?? "");
}
