import type { Figure } from "./corpus/annotation.ts";
import { type PlainDocument, plainDocument } from "./corpus/plain.ts";
import type { SourceDocument } from "./corpus/source.ts";

/** A document of the corpus as plain text, with the checks that its text states. */
export interface Plain extends PlainDocument {
  readonly checks: SourceDocument["checks"];
}

/** Characters of a text replaced. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/** An error: characters of the text replaced. */
export interface Slip extends Cut {
  readonly kind: string;
  /** The check that it breaks. */
  readonly code: string;
  /** The figures of that check by their ids; none where a second value stands at the end. */
  readonly figures: readonly string[];
}

/** A document as plain text with its figures and checks. */
export function plainOf(document: SourceDocument): Plain {
  return { ...plainDocument(document), checks: document.checks };
}

/** The digits of a figure, changed; null where it is written in Han characters. */
function changed(figure: Figure, change: (value: number) => number): Cut | null {
  const hit = /^[\d.,]+/.exec(figure.surface);
  if (hit === null || figure.suspect !== null || figure.range !== null) return null;
  const decimals = hit[0].split(".")[1]?.length ?? 0;
  const insert = change(Number(hit[0].replaceAll(",", ""))).toFixed(decimals);
  return insert === hit[0] ? null : { start: figure.start, end: figure.start + hit[0].length, insert };
}

/** 48.5万 for 48.5, 48.5 for 48.5万: four places lost or won. */
function tenThousand(figure: Figure): Cut | null {
  const hit = /^([\d.,]+)(万|亿)?/.exec(figure.surface);
  if (hit === null || figure.suspect !== null || figure.range !== null || figure.kind === "percent") return null;
  const scale = hit[2] === undefined ? "万" : hit[2] === "亿" ? "万" : "";
  return { start: figure.start, end: figure.start + hit[0].length, insert: `${hit[1]}${scale}` };
}

/** Each error that can be put into a document: a total, a share, a part, a base changed, a point moved, a second value. */
export function slipsOf({ text, figures, checks }: Plain): Slip[] {
  const out: Slip[] = [];
  for (const check of checks) {
    if (!check.holds || ["count-list", "range", "same-metric"].includes(check.code)) continue;
    const add = (kind: string, slip: Cut | null): void => {
      if (slip !== null) out.push({ ...slip, kind, code: check.code, figures: check.figures });
    };
    const members = check.figures.map((id) => figures.find((f) => f.id === id)).filter((f) => f !== undefined);
    const [first, ...others] = members;
    const last = others.at(-1);
    if (first === undefined || last === undefined || members.length !== check.figures.length) continue;
    const share = first.kind === "percent" && check.code !== "parts-sum";
    add(
      share ? "share" : "total",
      changed(first, (v) => (share && 80 < v ? v - 7 : v * 1.13 + 2)),
    );
    add(
      check.code === "parts-sum" || check.code === "shares-sum" ? "part" : "base",
      changed(last, (v) => v * 1.17 + 2),
    );
    add(
      "scale 10",
      changed(first, (v) => (share && 10 < v ? v / 10 : v * 10)),
    );
    if (2 <= others.length && others[0] !== undefined)
      add(
        "part",
        changed(others[0], (v) => v * 0.81 + 1),
      );
    add("scale 10⁴", tenThousand(others[0] ?? first));
  }
  return [...out, ...secondValues(text, figures)];
}

/** A closing sentence that gives a figure of the text another value. */
function secondValues(text: string, figures: readonly Figure[]): Slip[] {
  const fit = figures.filter(
    (f) =>
      5 <= f.metric.length &&
      f.period !== null &&
      f.comparison === null &&
      f.qualifier === null &&
      f.modality === "stated" &&
      (f.kind === "count" || f.kind === "money" || f.kind === "percent") &&
      text.slice(Math.max(0, f.start - 30), f.start).endsWith(f.metric) &&
      figures.filter((g) => g.metric === f.metric && g.period === f.period && g.comparison === null).length === 1,
  );
  return fit.flatMap((f) => {
    const slip = changed(f, (v) => v * 1.2 + 3);
    if (slip === null) return [];
    const value = slip.insert + f.surface.slice(slip.end - slip.start);
    return [
      {
        kind: "two values",
        code: "same-metric",
        figures: [],
        start: text.length,
        end: text.length,
        insert: `综上，${f.period}${f.metric}${value}。\n`,
      },
    ];
  });
}

/** A document's text with an error in it, and its headings where they stand then. */
export function broken({ text, headings }: Plain, { start, end, insert }: Cut): Pick<Plain, "text" | "headings"> {
  const moved = insert.length - (end - start);
  return {
    text: text.slice(0, start) + insert + text.slice(end),
    headings: headings.map((h) => (h.start < start ? h : { start: h.start + moved, end: h.end + moved })),
  };
}
