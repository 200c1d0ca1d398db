import { createHash } from "node:crypto";
import { type Breach, breachesOf, type PageRecord, replay } from "@zongjie/document";
import { pageSchema } from "@zongjie/document/schema";
import type { PageInput } from "./options.ts";
import { decodeInput } from "./run.ts";

/** A breach of the contract, or of what the record says of its source. */
export type RecordBreach = Breach | { readonly law: "source"; readonly place: string; readonly what: string };

/** What the check of a record came to. `whole`: false where it was written without its whole ledger, which proves nothing. */
export interface Verification {
  readonly whole: boolean;
  readonly breaches: readonly RecordBreach[];
}

/** Reads a line of `zongjie run`; null where it is no page record. */
export function readRecord(line: string): PageRecord | null {
  try {
    const read = pageSchema.safeParse(JSON.parse(line.trim()));
    return read.success ? read.data : null;
  } catch {
    // no JSON, or nested too deep
    return null;
  }
}

/**
 * Proves that nothing was changed in silence: decodes the page as a run does and holds the record against them.
 * A record of other bytes is not looked at any further.
 */
export function verifyRecord(record: PageRecord, input: Omit<PageInput, "uri">): Verification {
  const { source, issues } = record;
  const { bytes, extract } = input;
  const wrong: RecordBreach[] = [];
  const compare = (place: string, said: string | number, found: string | number): void => {
    if (said !== found) wrong.push({ law: "source", place, what: `the page's is ${found}` });
  };
  compare("sha256", source.sha256, createHash("sha256").update(bytes).digest("hex"));
  compare("bytes", source.bytes, bytes.length);
  if (0 < wrong.length) return { whole: true, breaches: wrong };
  const { text, encoding, mediaType } = decodeInput({ uri: source.uri, ...input });
  // of a page that broke the run nothing is known but its bytes
  if (!issues.some(({ code }) => code === "page.failed")) {
    compare("encoding", source.encoding, encoding);
    compare("mediaType", source.mediaType, extract?.mediaType ?? mediaType);
  }
  const breaches = breachesOf(record, text);
  if (isPartial(record, breaches, text, mediaType === "text/html")) return { whole: false, breaches: wrong };
  return { whole: true, breaches: [...wrong, ...breaches] };
}

/**
 * True for a record of `--ledger none` or `--ledger compact`: no entry or none for markup and white space, and texts that
 * lack nothing but these.
 */
function isPartial(
  { ledger, documents }: PageRecord,
  breaches: readonly Breach[],
  raw: string,
  html: boolean,
): boolean {
  if (ledger.some(({ reason }) => reason === "markup" || reason === "whitespace")) return false;
  if (ledger.length === 0) return 0 < documents.length && 0 < breaches.length;
  if (!breaches.some(({ law }) => law === "law 1")) return false;
  if (html) return true;
  return documents.every((d) => isWithin(d.text, replay(raw, ledger, d.raw)));
}

/** Whether the characters of a text stand in another one, in order, blanks put aside. */
function isWithin(text: string, other: string): boolean {
  let at = 0;
  for (const character of text) {
    if (/\s/.test(character)) continue;
    const found = other.indexOf(character, at);
    if (found === -1) return false;
    at = found + character.length;
  }
  return true;
}
