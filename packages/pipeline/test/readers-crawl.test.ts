import { rmSync } from "node:fs";
import { deflateRawSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { newTally, runPage, tallyLines } from "../src/index.ts";
import { LARGEST } from "../src/readers/reading.ts";
import { HTML, newFiles, TEXT } from "./readings.ts";

const { folder, put, read, readings } = newFiles();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const zeros = (size: number): Uint8Array => new Uint8Array(size).fill(0x61);

const block = (type: string, headers: string, body: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`WARC/1.0\r\nWARC-Type: ${type}\r\n${headers}Content-Length: ${body.length}\r\n\r\n`),
    body,
    Buffer.from("\r\n\r\n"),
  ]);
const response = (url: string, head: string, body: Uint8Array): Buffer =>
  block(
    "response",
    `WARC-Target-URI: ${url}\r\nContent-Type: application/http; msgtype=response\r\n`,
    Buffer.concat([Buffer.from(`HTTP/1.1 ${head}\r\n\r\n`), body]),
  );
const chunked = (body: Uint8Array): Buffer =>
  Buffer.concat([
    ...[body.subarray(0, 7), body.subarray(7)].flatMap((piece) => [
      Buffer.from(`${piece.length.toString(16)};x=1\r\n`),
      piece,
      Buffer.from("\r\n"),
    ]),
    Buffer.from("0\r\n\r\n"),
  ]);

describe("crawls (WARC, WET) as they come", () => {
  const page = Buffer.from(HTML);
  const good = response("https://a.example/z", "200 OK\r\nContent-Type: text/html", page);
  const one = (record: Buffer): Buffer => Buffer.concat([block("warcinfo", "", Buffer.from("a: b\r\n")), record, good]);
  it.each<[what: string, Buffer, [name: string, text: string | RegExp] | null]>([
    [
      "chunked",
      response("https://a.example/1", "200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked", chunked(page)),
      ["https://a.example/1", HTML],
    ],
    [
      "chunked in name only",
      response("https://a.example/1", "200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked", page),
      ["https://a.example/1", HTML],
    ],
    [
      "packed",
      response("https://a.example/1", "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", gzipSync(page)),
      ["https://a.example/1", HTML],
    ],
    [
      "packed in name only",
      response("https://a.example/1", "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip", page),
      ["https://a.example/1", HTML],
    ],
    [
      "packed and chunked",
      response(
        "https://a.example/1",
        "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: deflate\r\nTransfer-Encoding: chunked",
        chunked(deflateRawSync(page)),
      ),
      ["https://a.example/1", HTML],
    ],
    [
      "a bomb in a body",
      response(
        "https://a.example/1",
        "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip",
        gzipSync(zeros(LARGEST + 1)),
      ),
      ["c.warc#2 (https://a.example/1)", /larger than/],
    ],
    [
      "a WET record",
      block("conversion", "WARC-Target-URI: https://a.example/1\r\nContent-Type: text/plain\r\n", Buffer.from(TEXT)),
      ["https://a.example/1", TEXT],
    ],
    [
      "an address in brackets",
      block("resource", "WARC-Target-URI: <https://a.example/1>\r\nContent-Type: text/html\r\n", page),
      ["https://a.example/1", HTML],
    ],
    [
      "a response without an address",
      block(
        "response",
        "Content-Type: application/http\r\n",
        Buffer.concat([Buffer.from("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"), page]),
      ),
      ["c.warc#2", HTML],
    ],
    [
      "a page that was not found",
      response("https://a.example/1", "404 Not Found\r\nContent-Type: text/html", page),
      null,
    ],
    [
      "a picture",
      response("https://a.example/1", "200 OK\r\nContent-Type: image/png", Buffer.from("89504e47", "hex")),
      null,
    ],
    ["a request", block("request", "Content-Type: application/http\r\n", Buffer.from("GET / HTTP/1.1\r\n\r\n")), null],
    [
      "HTML without a type",
      response("https://a.example/1", "200 OK\r\nServer: x", page),
      ["https://a.example/1", HTML],
    ],
    ["text without a type", response("https://a.example/1", "200 OK\r\nServer: x", Buffer.from(TEXT)), null],
    [
      "a resource without a type",
      block("resource", "WARC-Target-URI: https://a.example/1\r\n", page),
      ["https://a.example/1", HTML],
    ],
    [
      "a length that is too large",
      Buffer.from(good.toString("latin1").replace("Content-Length: ", "Content-Length: 9"), "latin1"),
      ["c.warc#2 (https://a.example/z)", /wrong length/],
    ],
    [
      "a length that is too large, of what is no page",
      Buffer.from(
        `${block("request", "", page).toString("latin1").replace("Content-Length: ", "Content-Length: 9")}`,
        "latin1",
      ),
      null,
    ],
    ["no length", Buffer.from("WARC/1.0\r\nWARC-Type: response\r\n\r\n\r\n\r\n"), ["c.warc#2", /without a length/]],
    [
      "headers without end",
      Buffer.from(`WARC/1.0\r\n${"a: b\r\n".repeat(1001)}\r\n\r\n`),
      ["c.warc#2", /headers without end/],
    ],
    [
      "a line without end",
      Buffer.concat([Buffer.from("WARC/1.0\r\na: "), zeros(100_000), Buffer.from("\r\n\r\n\r\n")]),
      ["c.warc#2", /larger than/],
    ],
    [
      "another response",
      block("response", "Content-Type: application/http\r\n", Buffer.from("no HTTP")),
      ["c.warc#2", /damaged response/],
    ],
  ])("%s", async (_what, record, expected) => {
    put("c.warc", one(record));
    const found = await read(["c.warc"]);
    expect(found.map(([name]) => name)).toEqual([...(expected === null ? [] : [expected[0]]), "https://a.example/z"]);
    if (expected !== null) {
      if (typeof expected[1] === "string") expect(found[0]?.[1]).toBe(expected[1]);
      else expect(found[0]?.[1]).toMatch(expected[1]);
    }
    expect(found.at(-1)?.[1]).toBe(HTML);
  });
  it.each<[string, Buffer, RegExp]>([
    ["without a page", block("warcinfo", "", Buffer.from("a: b")), /holds no page/],
    ["that breaks off", Buffer.from(good.subarray(0, 300)), /breaks off/],
  ])("one %s", async (_what, bytes, reason) => {
    put("c.warc", bytes);
    expect((await read(["c.warc"])).map(([, text]) => text)).toEqual([expect.stringMatching(reason)]);
  });
});

describe("pages of a crawl that are cut short say so", () => {
  const page = Buffer.from(HTML);
  const HEAD = "200 OK\r\nContent-Type: text/html";
  const of = (body: Uint8Array, more = ""): Buffer => response("https://a.example/1", `${HEAD}${more}`, body);
  it.each<[what: string, Buffer, note: RegExp | null]>([
    ["a whole page", of(page), null],
    ["a whole page in chunks", of(chunked(page), "\r\nTransfer-Encoding: chunked"), null],
    ["chunks without the last one", of(chunked(page).subarray(0, -9), "\r\nTransfer-Encoding: chunked"), /last chunk/],
    [
      "by the crawler",
      Buffer.from(of(page).toString().replace("\r\nContent-Length", "\r\nWARC-Truncated: length\r\nContent-Length")),
      /cut short by the crawler \(length\)/,
    ],
    [
      "a length that is too small",
      Buffer.from(
        of(page)
          .toString()
          .replace(/(?<=Content-Length: \d+)\d(?=\r)/, ""),
      ),
      /longer than the crawl says/,
    ],
  ])("%s", async (_what, record, note) => {
    put("cut.warc", Buffer.concat([record, response("https://a.example/z", HEAD, page)]));
    const found = await readings(["cut.warc"]);
    const issues = found.map((reading) => ("input" in reading ? runPage(reading.input, { keywords: 0 }).issues : []));
    const said = (of: (typeof issues)[number] | undefined) =>
      of?.filter(({ code }) => code === "input.truncated").map((issue) => issue.note);
    expect(said(issues[0])).toEqual(note === null ? [] : [expect.stringMatching(note)]);
    expect(said(issues[1])).toEqual([]);
    expect(issues).toHaveLength(2);
  });
});

it("records that are passed over are counted, those about the crawl are not", async () => {
  const at = (head: string): Buffer => response("https://a.example/1", head, Buffer.from(HTML));
  const records = [
    "404 Not Found",
    "200 OK\r\nContent-Type: image/png",
    "200 OK\r\nContent-Type: image/png; q=1",
    "200 OK\r\nContent-Type: text/html",
  ].map(at);
  put(
    "many.warc",
    Buffer.concat([block("request", "", Buffer.from("GET /")), ...records, block("revisit", "", Buffer.from("x"))]),
  );
  const left = newTally();
  expect(await readings(["many.warc"], {}, left)).toHaveLength(1);
  expect(tallyLines(left)).toEqual(["4 records of crawls passed over: image/png 2, revisit 1, status 404 1"]);
});

it("any damage gives readings or reasons, never an exception", async () => {
  const bytes = response("https://a.example/z", "200 OK\r\nContent-Type: text/html", Buffer.from(HTML));
  const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(damage, async (changes) => {
      const copy = Buffer.concat([bytes, bytes]);
      for (const [at, value] of changes) copy[at] = value;
      put("f.warc", copy);
      expect((await read(["f.warc"])).length).toBeGreaterThan(0);
    }),
    { numRuns: 150, seed: 20_261_122 },
  );
});
