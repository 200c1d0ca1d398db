import {
  type BriefFigure,
  type Comparison,
  type DocumentRecord,
  type DraftFigure,
  type Figure,
  type FigureKind,
  type FigureRow,
  QUALIFIERS,
  type Suspect,
} from "@zongjie/document";
import { line } from "../brief.ts";
import { amountOf } from "./amount.ts";
import { changeIn } from "./change.ts";
import { keepCompany } from "./company.ts";
import { type Origin, originsOfDocument, originsOfRows, otherYear } from "./origin.ts";
import { stockReason, untold } from "./tellable.ts";
import { kindOfUnit } from "./unit.ts";

/** Why a figure cannot be told as it is. */
type Doubt = Suspect | "masked" | "check";

/** A figure that a draft is to tell, with what decides where and how. */
export interface Given extends DraftFigure {
  /** Title or role of the section that the brief wants it in. */
  readonly section: string | null;
  readonly doubt: Doubt | null;
  /** The text that it was read in; null for what a brief gives. */
  readonly from: Origin | null;
  readonly kind: FigureKind;
  /** Why it states nothing alone; null for what can be told. */
  readonly untold: string | null;
  /** Id of the figure that it belongs behind: the 3.2% of 门诊人次485000，同比增长3.2%. */
  readonly behind: string | null;
  /** Other amounts of the same thing at the same time, as they are printed. */
  readonly rivals: readonly string[];
}

/** A figure of a record, before it is numbered. */
export type RecordFigure = Omit<Given, "id" | "behind" | "rivals"> & Pick<Figure, "periodNormalized">;

type Bare = Omit<Given, "id" | "behind" | "rivals"> & { readonly follows?: boolean };

/**
 * The figures of a brief and of records, numbered f1, f2 … A change and an aim that a brief gives with a figure become figures
 * of their own; the change belongs behind its figure, as do figures of records behind those of the same metric. What a record
 * of none of the `years` of the brief gives without a year is not told.
 */
export function givenFigures(
  brief: readonly BriefFigure[],
  records: readonly RecordFigure[],
  years: readonly number[] = [],
): Given[] {
  const found: Given[] = [];
  const all: readonly Bare[] = [...brief.flatMap(ofBrief), ...records.map((figure) => ofYears(figure, years))];
  for (const { follows = false, ...figure } of all)
    found.push({
      ...figure,
      id: `f${found.length + 1}`,
      behind: follows ? (found.at(-1)?.id ?? null) : null,
      rivals: [],
    });
  return keepCompany(found);
}

function ofYears({ periodNormalized, ...figure }: RecordFigure, years: readonly number[]): Bare {
  const reason = figure.from === null ? null : otherYear({ ...figure, periodNormalized }, figure.from, years);
  return reason === null ? figure : { ...figure, untold: reason };
}

function ofBrief(figure: BriefFigure): Bare[] {
  const { metric, unit = "", period = null, qualifier = null, section = null, target } = figure;
  const shared = {
    metric,
    period,
    section,
    doubt: null,
    untold: null,
    from: null,
    origin: "brief",
    source: null,
  } as const;
  const told = (given: number | string, own: string): Pick<Given, "surface" | "value" | "unit" | "kind"> => {
    const amount = amountOf(given, own);
    const surface = amount?.surface ?? `${given}${own}`;
    return { surface, value: amount?.value ?? null, unit: own, kind: kindOfUnit(own === "" ? unitIn(surface) : own) };
  };
  const change = changeOf(figure.comparison);
  const main: Bare = {
    ...shared,
    ...told(figure.value, unit),
    qualifier,
    comparison: change !== null && change.amount === "" ? { base: change.base, direction: change.direction } : null,
    modality: target === true ? "target" : "stated",
  };
  const found = [main];
  if (change !== null && change.amount !== "") {
    const amount = told(change.amount, change.unit);
    const { base, direction } = change;
    found.push({
      ...main,
      ...amount,
      unit: amount.unit || unitIn(amount.surface),
      qualifier: null,
      comparison: { base, direction },
      follows: true,
    });
  }
  if (target !== undefined && typeof target !== "boolean")
    found.push({
      ...shared,
      ...told(target, unit === "" ? unitIn(main.surface) : unit),
      section: null,
      qualifier: null,
      comparison: null,
      modality: "target",
    });
  return found;
}

interface GivenChange extends Comparison {
  readonly amount: number | string;
  readonly unit: string;
}

function changeOf(comparison: BriefFigure["comparison"]): GivenChange | null {
  if (comparison === null || comparison === undefined) return null;
  if (typeof comparison === "string") {
    const change = changeIn(comparison);
    return change === null ? null : { ...change, unit: "" };
  }
  const { base = "", direction, value = "", unit = "" } = comparison;
  return { base, direction, amount: value, unit };
}

function unitIn(surface: string): string {
  return surface.replace(/^[-−\d.,，]+/u, "");
}

/** The figures of a document; one that a failed check holds is in doubt. */
export function figuresOfDocument(document: DocumentRecord): RecordFigure[] {
  const { id, figures, checks } = document;
  const originOf = originsOfDocument(document);
  const failed = new Set(checks.filter(({ holds }) => !holds).flatMap((check) => check.figures));
  return figures.flatMap((figure, i) => ofText(figure, id, failed.has(i), originOf(figure)) ?? []);
}

/** The figures of a table as `zongjie figures` writes it. */
export function figuresOfRows(rows: readonly FigureRow[]): RecordFigure[] {
  const originOf = originsOfRows(rows);
  return rows.flatMap((row) => {
    const direction = row.direction;
    const comparison = direction === null ? null : { base: row.comparison ?? "", direction };
    return ofText({ ...row, comparison }, row.document, false, originOf(row)) ?? [];
  });
}

type TextLike = Pick<
  Figure,
  | "metric"
  | "surface"
  | "value"
  | "unit"
  | "kind"
  | "period"
  | "periodNormalized"
  | "qualifier"
  | "comparison"
  | "modality"
  | "suspect"
  | "masked"
>;

function ofText(figure: TextLike, source: string, failed: boolean, from: Origin): RecordFigure | null {
  const metric = line(figure.metric);
  const surface = line(figure.surface);
  if (metric === null || surface === null) return null;
  const { suspect, masked, qualifier, modality, value, unit, kind, comparison } = figure;
  const doubt = suspect ?? (masked ? "masked" : failed ? "check" : null);
  return {
    metric,
    value,
    surface,
    unit,
    kind,
    period: periodOf(figure),
    periodNormalized: figure.periodNormalized,
    qualifier: qualifier !== null && QUALIFIERS.includes(qualifier) ? qualifier : null,
    comparison: comparison === null ? null : { ...comparison, base: line(comparison.base) ?? "" },
    modality,
    origin: "record",
    source,
    section: null,
    doubt,
    from,
    untold:
      doubt === null
        ? (untold({ metric, surface, unit, kind, comparison }) ?? stockReason({ metric, kind, modality }, from))
        : null,
  };
}

/** 全年 and 上年 say which year only in their own text: 2023年. */
function periodOf({ period, periodNormalized }: Pick<TextLike, "period" | "periodNormalized">): string | null {
  const told = line(period);
  const year = /^\d{4}$/.exec(periodNormalized ?? "")?.[0];
  return told === null || year === undefined || /\d/.test(told) ? told : `${year}年`;
}
