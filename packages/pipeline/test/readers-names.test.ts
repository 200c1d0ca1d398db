import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { rawReader, runPage } from "../src/index.ts";
import { newFiles, TEXT } from "./readings.ts";

const { folder, put, read, readings } = newFiles();
afterAll(() => rmSync(folder, { recursive: true }));

const OTHER = TEXT.replace("36次", "37次");
const row = (row: object): string => `${JSON.stringify(row)}\n`;
const A = "https://a.example/1";
const response = (text: string): string => {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`;
  const length = `Content-Length: ${Buffer.byteLength(http)}`;
  const type = "Content-Type: application/http; msgtype=response";
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${A}\r\n${type}\r\n${length}\r\n\r\n${http}\r\n\r\n`;
};
/** A zip with two members of one name: the name of the second is changed where it stands. */
function twice(): Buffer {
  const bytes = Buffer.from(zipSync({ "a.txt": strToU8(TEXT), "b.txt": strToU8(TEXT) }));
  for (let at = bytes.indexOf("b.txt"); at !== -1; at = bytes.indexOf("b.txt")) bytes.write("a.txt", at);
  return bytes;
}

describe("pages of one file with one name and one content get names of their own", () => {
  it.each<[file: string, content: string | Buffer, names: string[]]>([
    ["id.jsonl", row({ id: 7, text: TEXT }).repeat(3), ["id.jsonl#7", "id.jsonl#7#2", "id.jsonl#7#3"]],
    ["other.jsonl", row({ id: 7, text: TEXT }) + row({ id: 7, text: OTHER }), ["other.jsonl#7", "other.jsonl#7"]],
    ["none.jsonl", row({ text: TEXT }).repeat(2), ["none.jsonl#1", "none.jsonl#2"]],
    ["url.jsonl", row({ url: A, text: TEXT }).repeat(2), [A, `${A}#2`]],
    [
      "taken.jsonl",
      ["7", "7#2", "7", "7#2"].map((id) => row({ id, text: TEXT })).join(""),
      ["7", "7#2", "7#3", "7#2#2"].map((id) => `taken.jsonl#${id}`),
    ],
    ["t.csv", `id,text\n甲,"${TEXT}"\n甲,"${TEXT}"\n`, ["t.csv#甲", "t.csv#甲#2"]],
    ["crawl.warc", response(TEXT) + response(OTHER) + response(TEXT), [A, A, `${A}#2`]],
    ["twice.zip", twice(), ["twice.zip!/a.txt", "twice.zip!/a.txt#2"]],
  ])("%s", async (file, content, names) => {
    put(file, content);
    expect((await read([file])).map(([name]) => name)).toEqual(names);
    const records = (await readings([file])).map((reading) => runPage("input" in reading ? reading.input : fail(), {}));
    const ids = records.flatMap(({ documents }) => documents.map(({ id }) => id));
    expect(new Set(ids).size).toBe(names.length);
    // a proof finds each of them again
    const raw = rawReader(folder);
    for (const { source } of records) {
      const found = await raw(source.uri, source.sha256);
      expect("input" in found && createHash("sha256").update(found.input.bytes).digest("hex")).toBe(source.sha256);
    }
  });

  it("whatever the rows are, and the first of each keeps its name", async () => {
    const cells = fc.record({ id: fc.constantFrom("a", "a#2", "a#3", "a#2#2"), text: fc.constantFrom(TEXT, OTHER) });
    await fc.assert(
      fc.asyncProperty(fc.array(cells, { minLength: 1, maxLength: 30 }), async (rows) => {
        put("law.jsonl", rows.map(row).join(""));
        const names = await read(["law.jsonl"]);
        expect(new Set(names.map(String)).size).toBe(rows.length);
        for (const [i, { id, text }] of rows.entries()) {
          expect(names[i]?.[1]).toBe(text);
          const firsts = [`law.jsonl#${id}`, text].join();
          if (!names.slice(0, i).map(String).includes(firsts)) expect(names[i]?.join()).toBe(firsts);
        }
      }),
      { numRuns: 50 },
    );
  });
});

function fail(): never {
  throw new Error("a page was not read");
}
