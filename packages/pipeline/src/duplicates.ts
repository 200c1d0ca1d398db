import type { DocumentRecord, Duplicate, Span } from "@zongjie/document";

/** Shortest passage, in letters and digits, that counts as repeated. */
const SHORTEST = 40;

/** Two repeated paragraphs are one passage where no more than a heading stands between them. */
const GAP = 60;

/** Length of a shingle in characters, and the share of them that makes two passages near copies. */
const SHINGLE = 5;
const NEAR = 0.7;

/** A paragraph of the page: where it stands and what it says, letters and digits only. */
interface Passage {
  readonly document: number;
  readonly span: Span;
  readonly bare: string;
}

/**
 * Passages of a page that repeat an earlier one, by document: paragraphs that are the same (exact) or share most of their
 * 5-character shingles (near), neighbouring ones joined. Candidates share a rare shingle, so that cost stays about linear.
 */
export function findDuplicates(documents: readonly Pick<DocumentRecord, "text" | "blocks">[]): Duplicate[][] {
  const seen = new Map<string, number>();
  const byShingle = new Map<string, number[]>();
  const passages: Passage[] = [];
  return documents.map(({ text, blocks }, document) => {
    const found: Duplicate[] = [];
    for (const { start, end } of blocks) {
      const bare = text
        .slice(start, end)
        .normalize("NFKC")
        .replace(/[^\p{L}\p{N}]/gu, "");
      if (bare.length < SHORTEST) continue;
      const passage = { document, span: { start, end }, bare };
      const hit = earlier(passage, passages, seen, byShingle);
      if (hit !== null) push(found, passage, hit);
      else register(passage, passages, seen, byShingle);
    }
    return found;
  });
}

interface Hit {
  readonly original: Passage;
  readonly similarity: number;
}

function earlier(
  passage: Passage,
  passages: readonly Passage[],
  seen: ReadonlyMap<string, number>,
  byShingle: ReadonlyMap<string, number[]>,
): Hit | null {
  const same = passages[seen.get(passage.bare) ?? -1];
  if (same !== undefined) return { original: same, similarity: 1 };
  const votes = new Map<number, number>();
  const probes = anchors(passage.bare);
  for (const shingle of probes) for (const i of byShingle.get(shingle) ?? []) votes.set(i, (votes.get(i) ?? 0) + 1);
  let best: Hit | null = null;
  for (const [i, count] of votes) {
    const original = passages[i];
    if (original === undefined || count * 4 < probes.length) continue;
    const similarity = likeness(original.bare, passage.bare);
    if (NEAR <= similarity && (best === null || best.similarity < similarity)) best = { original, similarity };
  }
  return best;
}

function register(
  passage: Passage,
  passages: Passage[],
  seen: Map<string, number>,
  byShingle: Map<string, number[]>,
): void {
  const index = passages.push(passage) - 1;
  seen.set(passage.bare, index);
  for (const shingle of anchors(passage.bare)) {
    const list = byShingle.get(shingle);
    if (list === undefined) byShingle.set(shingle, [index]);
    else if (list.length < 50) list.push(index);
  }
}

/** The shingles of a passage whose hash ends in 000: about one in eight, the same ones wherever the passage stands. */
function anchors(bare: string): string[] {
  const out = new Set<string>();
  for (let i = 0; i + SHINGLE <= bare.length; i++) {
    let hash = 0;
    for (let k = i; k < i + SHINGLE; k++) hash = (Math.imul(hash, 31) + bare.charCodeAt(k)) | 0;
    if (Math.imul(hash, 0x9e3779b1) >>> 29 === 0) out.add(bare.slice(i, i + SHINGLE));
  }
  return [...out];
}

/** Jaccard similarity of the shingles. */
function likeness(a: string, b: string): number {
  const one = shingles(a);
  const two = shingles(b);
  let shared = 0;
  for (const shingle of one) if (two.has(shingle)) shared++;
  return shared / (one.size + two.size - shared);
}

function shingles(text: string): Set<string> {
  const out = new Set<string>();
  for (let i = 0; i + SHINGLE <= text.length; i++) out.add(text.slice(i, i + SHINGLE));
  return out;
}

/** Adds a repeated passage, joined to the one before it where both stand next to each other in copy and original. */
function push(found: Duplicate[], passage: Passage, { original, similarity }: Hit): void {
  const last = found.at(-1);
  const rounded = Math.round(similarity * 1000) / 1000;
  const type = similarity === 1 ? "exact" : "near";
  const follows =
    last !== undefined &&
    last.of.document === original.document &&
    passage.span.start - last.span.end <= GAP &&
    0 <= original.span.start - last.of.span.end &&
    original.span.start - last.of.span.end <= GAP;
  if (!follows) {
    found.push({
      span: passage.span,
      of: { document: original.document, span: original.span },
      type,
      similarity: rounded,
    });
    return;
  }
  found[found.length - 1] = {
    span: { start: last.span.start, end: passage.span.end },
    of: { document: original.document, span: { start: last.of.span.start, end: original.span.end } },
    type: last.type === "exact" && type === "exact" ? "exact" : "near",
    similarity: Math.min(last.similarity, rounded),
  };
}
