import type { LedgerEntry, PageRecord } from "@zongjie/document";
import { foldMarkup } from "./fold.ts";
import type { Paint } from "./paint.ts";
import { visible } from "./visible.ts";

/** Markup and white space up to this length are shown, longer ones by their length. */
const SHOWN = 12;

const BLANKS: Readonly<Record<string, string>> = { "\n": "⏎", "\r": "␍", "\t": "⇥", " ": "␣", "\u3000": "□" };

/**
 * A page with all that was taken out and changed, from its ledger and the decoded source.
 *
 *     [-首页 > 范文⏎-]
 *     投入1[-、-]{+.+}38亿元
 *
 * A line end that was taken out or put in is a `⏎`; the new line behind one is there for the reader. Nothing of the page
 * reaches a terminal but visible characters.
 */
export function* showDiff(record: PageRecord, raw: string, paint: Paint): Generator<string> {
  const html = record.source.mediaType === "text/html";
  const heads = record.documents.map((d, i) => ({ at: d.raw.start, text: `----- #${i} ${d.title ?? ""}`.trimEnd() }));
  let next = 0;
  let at = 0;
  let column = 0;
  const put = (text: string): string => {
    if (text !== "") column = text.endsWith("\n") ? 0 : 1;
    return text;
  };
  const head = (): string => put(`${column === 0 ? "" : "\n"}${paint.head(visible(heads[next++]?.text ?? ""))}\n`);
  const upTo = function* (end: number): Generator<string> {
    for (
      let start = heads[next]?.at;
      1 < heads.length && start !== undefined && start <= end;
      start = heads[next]?.at
    ) {
      yield put(kept(raw.slice(at, start)));
      at = Math.max(at, start);
      yield head();
    }
    yield put(kept(raw.slice(at, end)));
    at = end;
  };
  yield put(`${paint.head(visible(`===== ${record.source.uri}`))}\n`);
  for (const entry of record.ledger) {
    yield* upTo(entry.start);
    yield put(change(entry, raw.slice(entry.start, entry.end), html, paint));
    at = entry.end;
  }
  yield* upTo(raw.length);
  if (column !== 0) yield "\n";
}

function kept(text: string): string {
  return text.split("\n").map(visible).join("\n");
}

function change({ insert, reason }: LedgerEntry, before: string, html: boolean, paint: Paint): string {
  const added = marked(insert, paint.inserted);
  if (before === "") return added;
  if (reason === "markup" || reason === "whitespace") return paint.faint(short(before)) + added;
  if (before.trim() === "") return paint.removed(short(before)) + added;
  if (!html) return marked(before, paint.removed) + added;
  const folded = foldMarkup(before);
  return paint.removed(visible(folded)) + (before.includes("<") ? "\n" : "") + added;
}

/** Marks each line; a line end within is shown and followed by a new line. */
function marked(text: string, mark: (line: string) => string): string {
  const lines = text.split("\n");
  const last = lines.pop() ?? "";
  const ended = lines.map((line) => `${mark(`${visible(line.replaceAll("\r", "␍"))}⏎`)}\n`).join("");
  return last === "" ? ended : ended + mark(visible(last));
}

/** Markup and white space: as it stands where it is short, else its length. */
function short(text: string): string {
  return SHOWN < text.length ? `‹${text.length}›` : visible(text.replace(/[\n\r\t \u3000]/g, (c) => BLANKS[c] ?? c));
}
