import type { Finding } from "@zongjie/document";
import { excerpt } from "./excerpt.ts";
import type { Paint } from "./paint.ts";
import { visible } from "./visible.ts";

/** Sentences or rows of a table that are shown of one finding. */
const MOST = 8;
const INDENT = "    ";

/**
 * A finding for a terminal of `width` columns: its place (line, or offset in the source), what is wrong, and the sentences
 * with carets under the numbers.
 *
 *     page.txt:7: parts sum to 41360人, text says 41260人 (difference 100人) [parts-sum]
 *         全县共有老人41260人，其中城区18130人、镇区9870人、农村13360人。
 *                     ^^^^^^^          ^^^^^^^      ^^^^^^      ^^^^^^^
 */
export function findingText(finding: Finding, width: number, paint: Paint): string {
  const { uri, line, figures, sentences, holds, message, code } = finding;
  const first = figures[0]?.raw.start;
  const place = line !== null ? `:${line}` : first === undefined ? "" : `@${first}`;
  const words = visible(message.replace(/\s+/g, " "));
  const head = `${paint.place(visible(`${uri}${place}:`))} ${holds ? `holds: ${words}` : paint.found(words)} [${code}]\n`;
  const shown = sentences.slice(0, MOST).flatMap((sentence) => {
    const own = figures.map(({ start, end }) => ({ start: start - sentence.start, end: end - sentence.start }));
    return excerpt(sentence.text, own, Math.max(1, width - INDENT.length)).map(
      ({ line, carets }) =>
        `${INDENT}${line}\n${carets === "" ? "" : `${INDENT}${holds ? carets : paint.found(carets)}\n`}`,
    );
  });
  const left = sentences.length - MOST;
  return head + shown.join("") + (0 < left ? `${INDENT}… and ${left} more\n` : "");
}
