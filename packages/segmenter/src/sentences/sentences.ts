import type { Block, Span } from "@zongjie/document";
import { trimSpan } from "../outline/lines.ts";

const CLOSERS = /[”’」』）)》】]/u;
const OPENERS = /[（(《「『]/u;
const SHUTTERS = /[）)》」』]/u;

/**
 * The sentences of a text, block by block; table rows have none.
 *
 *     会议提出“再加一把劲！”的要求。各组照办！
 *     └────────────────────────────┘└────────┘   a mark inside a quotation that goes on ends nothing
 */
export function findSentences(text: string, blocks: readonly Block[]): Span[] {
  return blocks.filter((block) => block.type !== "table-row").flatMap((block) => splitBlock(text, block));
}

function splitBlock(text: string, block: Span): Span[] {
  const out: Span[] = [];
  let start = block.start;
  let depth = 0;
  let shut = -1; // where the next bracket closes, looked for once
  for (let i = block.start; i < block.end; i++) {
    const sign = text.charAt(i);
    // An opening bracket that is never closed must not swallow the rest of the block.
    if (OPENERS.test(sign)) {
      if (shut <= i) shut = nextShut(text, i + 1, block.end);
      if (shut - i < REACH) depth++;
    } else if (SHUTTERS.test(sign)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[。！？!?]/u.test(sign)) {
      const end = afterMarks(text, i + 1, block.end);
      i = end - 1;
      if (quoted(text, end)) continue;
      push(out, trimSpan(text, start, end));
      start = end;
    }
  }
  push(out, trimSpan(text, start, block.end));
  return out;
}

function push(out: Span[], span: Span): void {
  if (span.start < span.end) out.push(span);
}

/** A bracket that closes farther away than this was not opened on purpose. */
const REACH = 120;

function nextShut(text: string, from: number, end: number): number {
  for (let i = from; i < end; i++) if (SHUTTERS.test(text.charAt(i))) return i;
  return Number.POSITIVE_INFINITY;
}

function afterMarks(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && (/[。！？!?…]/u.test(text.charAt(end)) || CLOSERS.test(text.charAt(end)))) end++;
  return end;
}

/** ！”的 — behind a closing quotation mark the sentence goes on where no new one can begin. */
function quoted(text: string, end: number): boolean {
  return /[”’」』]/u.test(text.charAt(end - 1)) && /[，,、；;的地等和与及]/u.test(text.charAt(end));
}
