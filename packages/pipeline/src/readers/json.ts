import { isUtf8 } from "node:buffer";
import { decode } from "@zongjie/cleaner";
import { cursorOf } from "./cursor.ts";
import { isRow, type Row, readRow } from "./fields.ts";
import { objectsOf } from "./json-objects.ts";
import { failure, LARGEST, type Reading, TooLargeError, UnreadableError } from "./reading.ts";
import { peek, type Source } from "./source.ts";
import type { Walk } from "./walk.ts";
import { unmarked } from "./wide.ts";

/** The rows of a file with their numbers from 1, in the file's own count; an error in place of one that cannot be read. */
type Numbered = AsyncGenerator<{ readonly number: number; readonly json: Buffer | UnreadableError }>;

/** An object that ends on the line that it begins on, or not within sight. */
const LINES = /^(?:\u00ef\u00bb\u00bf)?\s*\{[^\r\n]*(?:\}[^\S\r\n]*(?:[\r\n]|$)|$)/;

/**
 * The pages in JSON: an object a line (NDJSON, whose rows are called by their line: `pages.jsonl#17`), or objects in an
 * array or one behind the other, called by their place. Records of this program are no pages.
 */
export async function* readJson(named: Source, walk: Walk): AsyncGenerator<Reading> {
  const { head, source } = await peek(named);
  const begin = Buffer.from(head).toString("latin1");
  const lines = /\.(?:jsonl|ndjson)$/i.test(source.name) ? !/^[^{]{0,9}\[/.test(begin) : LINES.test(begin);
  const chunks = unmarked(source.chunks(), head);
  let any = false;
  for await (const { number, json } of lines ? linesOf(chunks) : objectsOf(chunks)) {
    any = true;
    const row = json instanceof UnreadableError ? json : parse(json);
    if (row instanceof UnreadableError) yield failure(`${source.uri}#${number}`, row);
    else if (typeof row.schema === "string" && row.schema.startsWith("zongjie/")) {
      if (walk.found) return;
      throw new UnreadableError("holds what zongjie wrote, not pages");
    } else {
      const reading = readRow(row, source.uri, number, walk.fields);
      // what a scraper keeps beside its pages
      if ("failed" in reading && number === 1 && walk.found && /\.json$/i.test(source.name)) return;
      yield reading;
    }
  }
  if (!any && !walk.found) throw new UnreadableError("holds no row: no JSON object");
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): Numbered {
  const cursor = cursorOf(chunks);
  for (let number = 1; ; number++) {
    let line: Buffer | null;
    try {
      line = await cursor.line(LARGEST);
    } catch (error) {
      if (!(error instanceof TooLargeError)) throw error;
      yield { number, json: error };
      continue;
    }
    if (line === null) return;
    if (!line.every((byte) => byte <= 0x20)) yield { number, json: line };
  }
}

/** JSON is UTF-8; where a scraper wrote GBK it is read too. */
function parse(json: Buffer): Row | UnreadableError {
  try {
    const value: unknown = JSON.parse(isUtf8(json) ? json.toString("utf8") : decode(json).text);
    return isRow(value) ? value : new UnreadableError("no JSON object");
  } catch {
    return new UnreadableError("no valid JSON");
  }
}
