import type { Page } from "./page.ts";
import { leastOf, type Piece } from "./pieces.ts";
import type { LedgerEntry } from "./record.ts";
import { firstIndex } from "./search.ts";

/** Reasons that a removal of another reason swallows where they lie inside it. */
const FILLING: ReadonlySet<string> = new Set(["markup", "whitespace"]);

/**
 * All that was taken out of or changed in a page, in raw order (CONTRACT.md, "The ledger").
 *
 *     raw   <li>首页</li><li>教育</li>      one entry, reason navigation, tags included
 *
 * `reasonOf` gives the reason of a rule whose edit named none.
 */
export function ledger(page: Page, reasonOf: (rule: string, stage: string) => string = (rule) => rule): LedgerEntry[] {
  const out: LedgerEntry[] = [];
  /** Index of the last removal that a following one of the same reason may join; -1 where text stands between. */
  let open = -1;
  for (const piece of page.pieces) {
    if (piece.edit === null) {
      open = -1;
      continue;
    }
    const entry = toEntry(piece, piece.edit.reason ?? reasonOf(piece.edit.rule, piece.edit.stage));
    if (entry.insert !== "") {
      out.push(entry);
      open = -1;
    } else open = remove(out, entry, open);
  }
  return out;
}

/** Adds a removal, or joins it to a neighbour of its reason (swallowing markup between them); gives the new open index. */
function remove(out: LedgerEntry[], entry: LedgerEntry, open: number): number {
  const last = out.length - 1;
  for (const i of open === -1 ? [] : [last, open]) {
    const before = out[i];
    if (before === undefined || before.insert !== "" || before.reason !== entry.reason) continue;
    out.length = i;
    // what was swallowed between the two is the removal's filling, whose own doubts do not count
    out.push({ ...before, end: entry.end, ...said(leastOf(before.confidence ?? null, entry.confidence ?? null)) });
    return Math.min(open, i);
  }
  out.push(entry);
  return FILLING.has(entry.reason) && open !== -1 ? open : last + 1;
}

function toEntry(piece: Piece, reason: string): LedgerEntry {
  const { stage, rule, confidence } = piece.edit ?? { stage: "", rule: "", confidence: null };
  return { start: piece.start, end: piece.end, insert: piece.insert ?? "", stage, rule, reason, ...said(confidence) };
}

/** Hundredths are as much as a confidence can mean. */
function said(confidence: number | null): { confidence?: number } {
  return confidence === null ? {} : { confidence: Math.round(100 * confidence) / 100 };
}

/** Gives the text that a ledger makes of a raw range: the contract's first law, run backwards. */
export function replay(raw: string, entries: readonly LedgerEntry[], range: { start: number; end: number }): string {
  const out: string[] = [];
  let at = range.start;
  for (let i = firstFrom(entries, range.start); i < entries.length; i++) {
    const entry = entries[i];
    if (entry === undefined || range.end < entry.end) break;
    out.push(raw.slice(at, entry.start), entry.insert);
    at = entry.end;
  }
  out.push(raw.slice(at, range.end));
  return out.join("");
}

function firstFrom(entries: readonly LedgerEntry[], start: number): number {
  return firstIndex(entries.length, (i) => (entries[i]?.start ?? 0) < start);
}
