import { compute } from "./arithmetic.ts";
import type { Piece } from "./canvas.ts";
import { dressed } from "./dress.ts";
import type { PageMeta } from "./facts.ts";
import { goldFigures } from "./gold-figures.ts";
import { goldHeadings } from "./gold-headings.ts";
import type { Gold, Spanned } from "./gold-record.ts";
import type { PlacedDocument, Sheet } from "./page.ts";

/** The gold of a laid-out page: a figure at 31支 stands where its three characters stand in the page. */
export function goldOf(sheet: Sheet, file: string): Gold {
  const { pieces, documents, plan, raw } = sheet;
  const html = plan.skin.media === "html";
  const dress = plan.skin.dress === "full" ? "as-written" : plan.skin.dress;
  const meta = Object.fromEntries(
    Object.entries(sheet.meta).map(([k, v]) => [k, v === null ? null : dressed(v, dress)]),
  ) as unknown as PageMeta;
  return {
    page: file,
    encoding: plan.encoding.as,
    mediaType: html ? "text/html" : "text/plain",
    length: raw.length,
    meta,
    documents: documents.map((d, i) => goldDocument(d, i, pieces)),
    headings: documents.flatMap((d, i) => goldHeadings(d, i, pieces)),
    figures: documents.flatMap((d, i) => goldFigures(d, i, pieces)),
    checks: documents.flatMap(goldChecks),
    repairs: pieces.flatMap(({ start, end, repair }) =>
      repair === null ? [] : { start, end, after: repair.after, type: repair.type },
    ),
    breaks: plan.skin.wrap === null ? [] : breaksOf(pieces, raw),
    keep: runs(pieces),
    drop: pieces.flatMap(({ start, end, mark }) => (mark.kind === "noise" ? [[start, end, mark.reason] as const] : [])),
    ...(html ? { text: mainText(documents) } : {}),
  };
}

const docOf = (piece: Piece): number =>
  piece.mark.kind === "text" || piece.mark.kind === "label" ? piece.mark.doc : -1;

/** Kept text, pieces that touch taken together within a document. */
function runs(pieces: readonly Piece[]): [number, number][] {
  const out: [number, number][] = [];
  let doc = -1;
  for (const piece of pieces) {
    if (docOf(piece) < 0 || piece.start === piece.end) continue;
    const last = out.at(-1);
    if (last !== undefined && last[1] === piece.start && doc === docOf(piece)) last[1] = piece.end;
    else out.push([piece.start, piece.end]);
    doc = docOf(piece);
  }
  return out;
}

function goldDocument(
  document: PlacedDocument,
  doc: number,
  pieces: readonly Piece[],
): Spanned & Record<string, unknown> {
  const own = pieces.filter((p) => docOf(p) === doc && p.start < p.end);
  const line = (type: string): string[] => document.blocks.filter((b) => b.block.type === type).map((b) => b.settled);
  return {
    start: own[0]?.start ?? 0,
    end: own.at(-1)?.end ?? 0,
    title: document.title,
    kind: document.source.meta.kind,
    complete: document.complete,
    addressee: line("salutation")[0]?.replace(/[：:]$/, "") ?? null,
    signature: signatureOf(line("signature")),
    id: document.source.meta.id,
  };
}

/** 清溪县卫生局 and 2023年12月20日 give unit and ISO date; a masked date is null. */
function signatureOf(lines: readonly string[]): { unit: string | null; date: string | null } | null {
  if (lines.length === 0) return null;
  const dated = /[〇零一二三四五六七八九十百\d×xX*_＊]{4}\s?[年年]\S*[月月]\S*[日日]$/;
  const date = lines.map((l) => dated.exec(l)?.[0]).find((d) => d !== undefined);
  const unit = lines
    .map((l) => l.replace(dated, "").trim())
    .filter((l) => l !== "")
    .join(" ");
  const parts = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(
    (date ?? "")
      .normalize("NFKC")
      .replace(/[〇零一二三四五六七八九]/g, (c) => String("零一二三四五六七八九".indexOf(c === "〇" ? "零" : c))),
  );
  const chineseDays = parts ?? chineseDate(date ?? "");
  return {
    unit: unit || null,
    date:
      chineseDays === null
        ? null
        : `${chineseDays[1]}-${String(chineseDays[2]).padStart(2, "0")}-${String(chineseDays[3]).padStart(2, "0")}`,
  };
}

/** 二〇二三年十二月二十日. */
function chineseDate(date: string): [string, string, number, number] | null {
  const parts = /^([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$/.exec(
    date,
  );
  if (parts === null) return null;
  const digit = (c: string): number => Math.max(0, "〇一二三四五六七八九".indexOf(c));
  const number = (word: string): number => {
    const [tens, ones] = word.includes("十") ? word.split("十") : ["0", word];
    return (tens === "0" ? 0 : 10 * (tens === "" ? 1 : digit(tens ?? ""))) + digit(ones ?? "");
  };
  return [
    date,
    [...(parts[1] as string)].map((c) => digit(c)).join(""),
    number(parts[2] as string),
    number(parts[3] as string),
  ];
}

function goldChecks(document: PlacedDocument, doc: number): Record<string, unknown>[] {
  const shown = document.blocks.flatMap((b) => b.figures);
  return document.source.checks.flatMap((check) => {
    const figures = check.figures.flatMap((id) => shown.find((f) => f.id === id) ?? []);
    if (figures.length < check.figures.length) return [];
    return [{ doc, code: check.code, figures: check.figures, holds: check.holds, ...compute(check, figures) }];
  });
}

/** Line ends between two kept lines of a hard-wrapped page, at the newline or break tag: joined where they stand inside a block. */
function breaksOf(pieces: readonly Piece[], raw: string): [number, boolean][] {
  const out: [number, boolean][] = [];
  let seen: { doc: number; block: number } | null = null;
  let pending: number | null = null;
  for (const { start, end, mark, repair } of pieces) {
    const shown = raw.slice(start, end);
    const breaks = /\r?\n|<br|<\/p|<p\b/i.exec(shown);
    const inserted = repair !== null && repair.after === "" && breaks !== null;
    if (inserted) out.push([start + shown.search(/\n|<br/i), true]);
    else if (mark.kind === "noise") [seen, pending] = [null, null];
    else if (mark.kind === "text" && start < end) {
      const same = seen !== null && seen.doc === mark.doc && seen.block === mark.block;
      if (seen !== null && pending !== null && !same) out.push([pending, false]);
      [seen, pending] = [{ doc: mark.doc, block: mark.block }, null];
    } else if (breaks !== null) pending ??= start + shown.search(/\n|<br|<\/p|<p\b/i);
  }
  return out;
}

/** The main text of all documents, block by block, without the title of the first. */
function mainText(documents: readonly PlacedDocument[]): string {
  const lines = documents.flatMap((d, i) => {
    const body = d.blocks.filter((b) => b.block.type !== "title").map((b) => b.settled);
    body[0] = d.lead + (body[0] ?? "");
    return [...(i === 0 && d.title !== null ? d.opening.slice(0, -1) : d.opening), ...body];
  });
  return lines.join("\n");
}
