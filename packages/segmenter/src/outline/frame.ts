import { BAR, type Signature, type Span } from "@zongjie/document";
import { structureWords } from "@zongjie/lexicon";
import { readDate } from "../entities/dates.ts";
import { readMarker } from "./markers.ts";
import type { Line } from "./types.ts";

/** What stands around the body of a document: title and salutation before it, signature and annexes behind it. */
export interface Frame {
  readonly title: Span | null;
  readonly salutation: Line | null;
  readonly addressee: string | null;
  /** Lines of the body: from the first behind title and salutation to the last before signature and annexes. */
  readonly body: readonly Line[];
  readonly signed: readonly Line[];
  readonly signature: Signature | null;
  readonly annex: readonly Line[];
}

const END_MARK = /[。！？；，、：:;,!?…]$/u;

/** Finds title, salutation, signature and annexes at the ends of a document. `titleSpan` as in OutlineHints. */
export function findFrame(text: string, lines: readonly Line[], titleSpan?: Span | null): Frame {
  const title = titleSpan === undefined ? guessTitle(text, lines) : titleSpan;
  let first = title === null ? 0 : lines.findIndex((line) => title.end <= line.start);
  if (first === -1) first = lines.length;
  const opening = lines[first];
  const salutation = opening !== undefined && isSalutation(textOf(text, opening)) ? opening : null;
  const addressee = salutation === null ? null : textOf(text, salutation).replace(/[\s　：:]+$/u, "");
  const tail = findTail(text, lines, first);
  const body = lines.slice(first, tail.first).filter((line) => line !== salutation);
  return { title, salutation, addressee, body, ...tail.found };
}

/** 卫生局双拥工作总结 — a short first line without end punctuation, with a title's ending or before a salutation or text. */
function guessTitle(text: string, lines: readonly Line[]): Span | null {
  const [first, second] = lines;
  if (first === undefined || second === undefined) return null;
  const words = text.slice(first.start, first.end);
  if (40 < words.length || END_MARK.test(words) || /[\t|]/u.test(words) || isSalutation(words)) return null;
  if (readMarker(text, first.start, true) !== null) return null;
  const named = structureWords().title.some((word) => words.replace(/[（(].*$/u, "").endsWith(word));
  return named || words.length < second.end - second.start ? { start: first.start, end: first.end } : null;
}

/** Whether a line addresses somebody: 各位领导、同志们：, 县人民政府：. `现将情况汇报如下：` does not. */
function isSalutation(line: string): boolean {
  const words = line.replace(/[\s　]*[：:][\s　]*$/u, "");
  // 、、 ⇥ ：is a row of a table
  if ((words === line && !/^(?:尊敬的|各位)/u.test(line)) || line.includes("\t") || BAR.test(line)) return false;
  if (50 < words.length || words.length < 2 || /[。；;！!]|如下|[现将为]|情况|汇报|总结/u.test(words)) return false;
  const { salutation, salutationOpen } = structureWords();
  const parts = words.split(/[，,、\s　]+/u).filter((part) => part !== "");
  const ends = parts.filter((part) => salutation.some((word) => part.endsWith(word))).length;
  return 0 < ends && (ends === parts.length || salutationOpen.some((word) => words.startsWith(word)));
}

interface Tail {
  readonly first: number;
  readonly found: Pick<Frame, "signed" | "signature" | "annex">;
}

/** Looks at the last lines for 附件, and a unit and a date before or behind them. */
function findTail(text: string, lines: readonly Line[], first: number): Tail {
  const words = (line: Line): string => text.slice(line.start, line.end);
  const from = Math.max(first + 1, lines.length - 14);
  let annexFrom = lines.length;
  for (let i = lines.length - 1; from <= i; i--) {
    const line = lines[i];
    if (line !== undefined && /^附(?:[件表录]|[：:])/u.test(words(line)) && line.end - line.start <= 60) annexFrom = i;
  }
  const atEnd = findSignature(text, lines, lines.length, first) ?? findSignature(text, lines, annexFrom, first);
  // A line that a page left behind the signature must not hide it, where a unit and a date stand together.
  const above = [1, 2].map((left) => findSignature(text, lines, lines.length - left, first));
  const signed = atEnd ?? above.find((found) => found?.lines.length === 2 && found.signature.unit !== null) ?? null;
  const behind = signed === null ? lines.length : (signed.lines.at(-1)?.index ?? 0) + 1;
  const annex = lines.slice(Math.min(annexFrom, behind)).filter((line) => !signed?.lines.includes(line));
  const starts = [...annex, ...(signed?.lines ?? [])].map((line) => line.index);
  const tailStart = starts.reduce((least, index) => Math.min(least, index), lines.length);
  return {
    first: tailStart,
    found: { signed: signed?.lines ?? [], signature: signed?.signature ?? null, annex },
  };
}

interface Signed {
  readonly lines: readonly Line[];
  readonly signature: Signature;
}

/** 望鹭县人民医院⏎2021年12月6日 — a unit or a name, and a date, on one or two lines that end at `end`. */
function findSignature(text: string, lines: readonly Line[], end: number, first: number): Signed | null {
  const last = lines[end - 1];
  if (last === undefined || end - 1 <= first || 40 < last.end - last.start) return null;
  const words = text.slice(last.start, last.end);
  const dated =
    /^(?<unit>.*?)[\s　]*[（(]?(?<date>(?:[12]\d{3}|[xX＊*_]{2,4}|20[xX*_]{2}|[二一][〇○零Oo0一二三四五六七八九十]{2,3})[年.\-/].{2,9}?)[）)]?$/u.exec(
      words,
    );
  const date = dated?.groups?.date;
  if (date !== undefined && isWholeDate(date)) {
    const unit = (dated?.groups?.unit ?? "").trim();
    if (unit !== "") return isSigner(unit) ? signedBy([last], unit, date) : null;
    const before = lines[end - 2];
    const above = before === undefined || end - 2 <= first ? "" : text.slice(before.start, before.end);
    if (before !== undefined && isSigner(above)) return signedBy([before, last], above, date);
    return signedBy([last], null, date);
  }
  return isUnit(words) && first + 2 < end && /[。！”]$/u.test(textOf(text, lines[end - 2]))
    ? signedBy([last], words, null)
    : null;
}

function textOf(text: string, line: Line | undefined): string {
  return line === undefined ? "" : text.slice(line.start, line.end);
}

function signedBy(lines: readonly Line[], unit: string | null, date: string | null): Signed {
  const name = unit?.replace(/^[^：:]{2,4}[：:]\s*/u, "") ?? null;
  return { lines, signature: { unit: name, date: date === null ? null : (readDate(date)?.value ?? null) } };
}

function isWholeDate(date: string): boolean {
  const read = readDate(date);
  return read === null ? /^.{2,5}年.{1,3}月.{0,4}$/u.test(date) : read.end === date.length;
}

function isSigner(words: string): boolean {
  if (END_MARK.test(words) || 40 < words.length || words.length < 2) return false;
  const { signer } = structureWords();
  if (signer.some((word) => words.startsWith(word))) return true;
  return (
    isUnit(words) || /^[\u4e00-\u9fff·]{2,4}$/u.test(words) || /^[\u4e00-\u9fff][\s　]+[\u4e00-\u9fff]$/u.test(words)
  );
}

function isUnit(words: string): boolean {
  return words.length <= 40 && !/[，,。：:]/u.test(words) && structureWords().unit.some((word) => words.endsWith(word));
}
