import type { Edit } from "./page.ts";

/** Who changed a piece last; `layer` is the number of the revision. */
export interface PieceEdit {
  readonly layer: number;
  readonly stage: string;
  readonly rule: string;
  readonly reason: string | null;
  /** The least of what was composed; null where nothing was said. */
  readonly confidence: number | null;
}

/** The lesser of two confidences; null says nothing. */
export function leastOf(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.min(a, b);
}

/**
 * One stretch of the source and what became of it. Pieces lie end to end over the whole source.
 *
 *     raw   …1|、|38亿元…      kept, replaced, kept
 *     text  …1|.|38亿元…
 */
export interface Piece {
  /** Raw offsets. */
  readonly start: number;
  readonly end: number;
  /** What stands in the text instead; null where the source itself stands there. */
  readonly insert: string | null;
  /** Where the piece begins in the text. */
  readonly text: number;
  readonly edit: PieceEdit | null;
}

export type Pieces = readonly Piece[];

/** Length of a piece in the text. */
export function width(piece: Piece): number {
  return piece.insert === null ? piece.end - piece.start : piece.insert.length;
}

/** A stretch of the text that is replaced; its ends lie where pieces may be cut. */
interface Cut {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly edit: PieceEdit;
}

/**
 * Composes sorted, non-overlapping edits with the pieces that made the text. An edit that cuts into an earlier insert
 * swallows that whole insert: one piece, under the later rule. Linear in pieces and edits.
 */
export function rewrite(
  pieces: Pieces,
  source: { readonly raw: string; readonly text: string },
  layer: { readonly number: number; readonly stage: string },
  edits: readonly Edit[],
): { pieces: Pieces; text: string } {
  const { raw } = source;
  const out: Piece[] = [];
  const keep = (piece: Piece, from: number, to: number): void => {
    if (piece.insert !== null) out.push(piece);
    else if (from < to)
      out.push({ start: piece.start + from, end: piece.start + to, insert: null, text: 0, edit: piece.edit });
  };
  let i = 0;
  let done = 0;
  let at = 0; // raw offset that has been reached
  for (const cut of cuts(pieces, source.text, layer, edits)) {
    let start = -1;
    for (; i < pieces.length; i++, done = 0) {
      const piece = pieces[i] as Piece;
      if (cut.from < piece.text + width(piece)) break;
      keep(piece, done, width(piece));
      at = piece.end;
    }
    const head = pieces[i];
    if (head?.insert === null && head.text < cut.from) {
      keep(head, done, cut.from - head.text);
      done = cut.from - head.text;
      at = head.start + done;
    } else if (head !== undefined) at = head.insert === null ? head.start + done : head.start;
    start = at;
    for (; i < pieces.length && cut.from < cut.to; i++, done = 0) {
      const piece = pieces[i] as Piece;
      const end = piece.text + width(piece);
      if (cut.to <= piece.text) break;
      if (cut.to < end) {
        done = cut.to - piece.text;
        at = piece.start + done;
        break;
      }
      at = piece.end;
    }
    pushReplaced(out, raw, start, at, cut);
  }
  for (; i < pieces.length; i++, done = 0) keep(pieces[i] as Piece, done, width(pieces[i] as Piece));
  return settle(out, raw);
}

/** Widens edits to whole earlier inserts and joins those that fall into the same one. */
function* cuts(
  pieces: Pieces,
  text: string,
  layer: { readonly number: number; readonly stage: string },
  edits: readonly Edit[],
): Generator<Cut> {
  let i = 0;
  const insideInsert = (offset: number): Piece | null => {
    for (let p = pieces[i]; p !== undefined && p.text + width(p) <= offset; p = pieces[++i]);
    const piece = pieces[i];
    return piece !== undefined && piece.insert !== null && piece.text < offset ? piece : null;
  };
  for (let e = 0; e < edits.length; ) {
    const first = edits[e] as Edit;
    const from = insideInsert(first.start)?.text ?? first.start;
    const insert: string[] = [text.slice(from, first.start)];
    let last = first;
    let confidence: number | null = null;
    for (;;) {
      confidence = leastOf(confidence, last.confidence ?? null);
      insert.push(last.insert);
      const tail = insideInsert(last.end);
      const to = tail === null ? last.end : tail.text + width(tail);
      const next = edits[++e];
      const joined = next !== undefined && next.start < to;
      insert.push(text.slice(last.end, joined ? next.start : to));
      if (joined) {
        last = next;
        continue;
      }
      const edit = {
        layer: layer.number,
        stage: layer.stage,
        rule: last.rule,
        reason: last.reason ?? null,
        confidence,
      };
      yield { from, to, insert: insert.join(""), edit };
      break;
    }
  }
}

/** Adds a replaced stretch, cut down to what differs from the source. */
function pushReplaced(out: Piece[], raw: string, start: number, end: number, cut: Cut): void {
  const { insert } = cut;
  const most = Math.min(end - start, insert.length);
  let head = 0;
  while (head < most && raw.charCodeAt(start + head) === insert.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < most - head && raw.charCodeAt(end - 1 - tail) === insert.charCodeAt(insert.length - 1 - tail)) tail++;
  if (0 < head) out.push({ start, end: start + head, insert: null, text: 0, edit: null });
  const middle = insert.slice(head, insert.length - tail);
  if (start + head < end - tail || middle !== "")
    out.push({ start: start + head, end: end - tail, insert: middle, text: 0, edit: cut.edit });
  if (0 < tail) out.push({ start: end - tail, end, insert: null, text: 0, edit: null });
}

/**
 * Brings pieces into the contract's form: no two changes start at one raw offset (an insertion moves behind a removal
 * that it touches, and joins a replacement), neighbouring kept pieces are one. Numbers the text offsets.
 */
function settle(list: readonly Piece[], raw: string): { pieces: Pieces; text: string } {
  const out: Piece[] = [];
  for (const piece of list) {
    const last = out.at(-1);
    if (last === undefined) out.push(piece);
    else if (last.edit === null && piece.edit === null)
      out[out.length - 1] = { start: last.start, end: piece.end, insert: last.insert, text: 0, edit: null };
    else if (last.edit !== null && piece.edit !== null && last.start === last.end) {
      if (piece.insert === "") out.splice(-1, 1, piece, { ...last, start: piece.end, end: piece.end });
      else {
        const later = last.edit.layer < piece.edit.layer ? piece.edit : last.edit;
        const edit = { ...later, confidence: leastOf(last.edit.confidence, piece.edit.confidence) };
        out.pop();
        pushReplaced(out, raw, piece.start, piece.end, {
          from: 0,
          to: 0,
          insert: (last.insert ?? "") + (piece.insert ?? ""),
          edit,
        });
      }
    } else out.push(piece);
  }
  let text = 0;
  const parts: string[] = [];
  const pieces = out.map((piece) => {
    const { start, end, insert, edit } = piece;
    const placed = { start, end, insert, text, edit };
    const part = piece.insert ?? raw.slice(piece.start, piece.end);
    parts.push(part);
    text += part.length;
    return placed;
  });
  return { pieces, text: parts.join("") };
}
