import type { TextFigure } from "@zongjie/document";
import { memberSource } from "./json-source.ts";
import { readLines } from "./lines.ts";
import type { Write } from "./pages.ts";
import { complain } from "./talk.ts";

/** Lines that are no text are named up to this many. */
const NAMED = 3;

/**
 * `{"id","text"}` lines of stdin become `{"id","figures"}` lines; the id is given back as it was written. Gives the number
 * of lines that hold no text.
 */
export async function figuresOfTexts(asked: (figure: TextFigure) => boolean, write: Write): Promise<number> {
  const { findFigures } = await import("@zongjie/pipeline");
  if (process.stdin.isTTY)
    complain("reading {id, text} lines from the terminal; end with Ctrl-D, or name pages to read");
  let [failed, number] = [0, 0];
  for (const line of readLines("-")) {
    number++;
    if (line?.trim() === "") continue;
    const row = line === null ? null : parse(line.replace(/^\ufeff/, ""));
    if (row !== null)
      await write(`{"id":${row.id},"figures":${JSON.stringify(findFigures(row.text).filter(asked))}}\n`);
    else if (++failed <= NAMED) complain(`stdin line ${number}: not a JSON object with a text`);
  }
  if (NAMED < failed) complain(`stdin: ${failed} lines in all hold no {id, text}; for a page on stdin give - as INPUT`);
  return failed;
}

/** The text of a line, and its id in JSON. */
function parse(line: string): { readonly id: string; readonly text: string } | null {
  try {
    const row: unknown = JSON.parse(line);
    if (typeof row !== "object" || row === null || !("text" in row) || typeof row.text !== "string") return null;
    return { id: memberSource(line, "id") ?? "null", text: row.text };
  } catch {
    return null;
  }
}
