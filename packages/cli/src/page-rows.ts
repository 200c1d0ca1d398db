import { closeSync, openSync, readSync, statSync } from "node:fs";
import { constants, gunzipSync } from "node:zlib";
import type { FieldChoice } from "@zongjie/pipeline";

/** Bytes in which the members of a first row are looked for. */
const HEAD = 16_384;

/** Members of what `zongjie run` writes, whatever program put them in another order. */
const OWN = /"schema"\s*:\s*"zongjie\/|"(?:documents|ledger)"\s*:\s*\[/;

/** Members that hold a page where nobody says which one does. */
const PAGE = /"(?:text|content|正文|html)"\s*:/;

/** Whether a JSONL file holds pages of somebody else, a row a page, and no page records: `{"id":1,"text":"…"}`. */
export function holdsPages(file: string, fields: FieldChoice = {}): boolean {
  const head = headOf(file);
  if (!/^\ufeff?\s*\{/.test(head) || OWN.test(head)) return false;
  return fields.text !== undefined || fields.html !== undefined || PAGE.test(head);
}

/** The beginning of a file, unpacked; empty where it cannot be read, which whoever reads it says. */
function headOf(file: string): string {
  try {
    if (!statSync(file).isFile()) return "";
    const handle = openSync(file, "r");
    try {
      const bytes = Buffer.alloc(HEAD);
      const head = bytes.subarray(0, readSync(handle, bytes));
      const packed = head[0] === 0x1f && head[1] === 0x8b;
      // the beginning of a gzip file ends in its middle
      return (packed ? gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }) : head).toString("utf8", 0, HEAD);
    } finally {
      closeSync(handle);
    }
  } catch {
    return "";
  }
}
