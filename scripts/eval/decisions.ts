import {
  decode,
  findFrame,
  findMarkup,
  frameFeatures,
  keptFeatures,
  removalFeatures,
  shippedScorer,
} from "@zongjie/cleaner";
import { cleanSpan, flatSections, type PageRecord, page, replay, revise, trace } from "@zongjie/document";
import type { Decision } from "@zongjie/lexicon";
import { type CleanPage, cleanPage, recordOf } from "@zongjie/pipeline";
import { headingFeatures } from "@zongjie/segmenter";
import type { EvalPage, Gold } from "./gold.ts";

/** A decision about a line of a page, what was known of it, and whether it was right. */
export interface Judged {
  readonly decision: Decision;
  readonly page: string;
  readonly features: readonly string[];
  readonly right: boolean;
  readonly text: string;
}

/** Share of a line's characters that may be the other way and the decision still be right. */
const FREE = 0.1;

const KEEP = 1;
const DROP = 2;

/** All decisions that were taken on a page, held against its gold. */
export function judgeDecisions(input: EvalPage): Judged[] {
  const source = { uri: input.name, bytes: input.bytes };
  const cleaned = cleanPage(source);
  const record = recordOf(source, cleaned, { keywords: 0 });
  const raw = decode(input.bytes).text;
  const truth = truthOf(input.gold, raw.length);
  const one = (decision: Decision, features: string[], right: boolean, text: string): Judged => ({
    decision,
    page: input.name,
    features,
    right,
    text,
  });
  const out: Judged[] = [];
  for (const piece of cleaned.work.page.pieces) {
    const { stage, rule, reason, confidence } = piece.edit ?? { stage: "", rule: "", reason: null, confidence: null };
    const text = plain(raw.slice(piece.start, piece.end));
    if (stage === "repair" && confidence !== null) {
      const right = input.gold.repairs.some(
        (r) =>
          r.start <= piece.end &&
          piece.start <= r.end &&
          replay(
            raw,
            record.ledger.filter((e) => r.start <= e.start && e.end <= r.end),
            r,
          ) === r.after,
      );
      out.push(one("repair", [`rule:${rule}`], right, text));
    }
    if (stage !== "boilerplate" || /^(?:frame|line|tail)\./.test(rule) || reason === "markup") continue;
    const right = isRight(raw, truth, [piece], DROP);
    const features = removalFeatures(rule, text, shippedScorer().probability(text));
    if (right !== null) out.push(one("removal", features, right, text));
  }
  if (cleaned.work.html) out.push(...frameDecisions(raw, truth).map((d) => one("frame", d.features, d.right, d.text)));
  out.push(...keptDecisions(record, cleaned, raw, truth).map((d) => one("kept", d.features, d.right, d.text)));
  out.push(...headingDecisions(record, input.gold, raw).map((d) => one("heading", d.features, d.right, d.text)));
  return out;
}

interface Found {
  readonly features: string[];
  readonly right: boolean;
  readonly text: string;
}

function truthOf(gold: Gold, length: number): Uint8Array {
  const truth = new Uint8Array(length);
  for (const [start, end] of gold.keep ?? []) truth.fill(KEEP, start, end);
  const { drop = [] } = gold as { drop?: readonly (readonly [number, number, string])[] };
  for (const [start, end] of drop) truth.fill(DROP, start, end);
  return truth;
}

/** Null where the gold says nothing of the characters: tags, blanks. */
function isRight(
  raw: string,
  truth: Uint8Array,
  pieces: readonly { readonly start: number; readonly end: number }[],
  wanted: number,
): boolean | null {
  let good = 0;
  let bad = 0;
  for (const { start, end } of pieces)
    for (let i = start; i < end; i++) {
      if (truth[i] === 0 || /\s/.test(raw[i] as string)) continue;
      if (truth[i] === wanted) good++;
      else bad++;
    }
  return good + bad === 0 ? null : bad <= FREE * (good + bad);
}

const plain = (source: string): string =>
  source
    .replace(/<[^>]*>/g, "")
    .replaceAll("&nbsp;", " ")
    .trim();

function frameDecisions(raw: string, truth: Uint8Array): Found[] {
  const { edits, lines } = findMarkup(raw);
  const shown = revise(page("page", raw), "markup", edits);
  const hints = new Map(lines.map((line) => [line.start, line]));
  return findFrame(shown.text, lines).flatMap(({ start, end, rule }) => {
    const line = hints.get(start);
    const right = start === end ? null : isRight(raw, truth, trace(shown, cleanSpan(start, end)), DROP);
    if (line === undefined || right === null) return [];
    return [{ features: frameFeatures(rule, line.core, line.weight), right, text: shown.text.slice(start, end) }];
  });
}

function keptDecisions(record: PageRecord, { work }: CleanPage, raw: string, truth: Uint8Array): Found[] {
  return work.documents.flatMap((span, d) => {
    const { text } = record.documents[d] as { text: string };
    const out: Found[] = [];
    for (let start = 0; start < text.length; ) {
      const stop = text.indexOf("\n", start);
      const end = stop === -1 ? text.length : stop;
      const line = text.slice(start, end);
      const pieces = trace(work.page, cleanSpan(span.start + start, span.start + end));
      const right = line.trim() === "" ? null : isRight(raw, truth, pieces, KEEP);
      const features = keptFeatures(line, shippedScorer().probability(line.slice(0, 400)));
      if (right !== null) out.push({ features, right, text: line });
      start = end + 1;
    }
    return out;
  });
}

function headingDecisions(record: PageRecord, gold: Gold, raw: string): Found[] {
  const skip = (at: number): number => {
    let i = at;
    while (i < raw.length && /\s/.test(raw[i] as string)) i++;
    return i;
  };
  const firm = new Set(gold.headings.filter((h) => !h.optional).map((h) => skip(h.start)));
  const soft = new Set(gold.headings.filter((h) => h.optional).map((h) => skip(h.start)));
  return record.documents.flatMap(({ text, sections }) => {
    const found = flatSections(sections).flatMap(({ heading, level, marker, title }) =>
      heading === null ? [] : [{ ...heading, level, marker, title: title ?? "" }],
    );
    const features = headingFeatures(text, found);
    return found.flatMap((heading, i) => {
      const at = skip(heading.raw[0]?.start ?? 0);
      return soft.has(at) ? [] : [{ features: features[i] ?? [], right: firm.has(at), text: heading.title }];
    });
  });
}
