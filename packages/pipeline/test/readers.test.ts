import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { parquetWriteBuffer } from "hyparquet-writer";
import iconv from "iconv-lite";
import { afterAll, describe, expect, it } from "vitest";
import { WARCRecord, WARCSerializer } from "warcio";
import writeXlsxFile from "write-excel-file/node";
import { runPage } from "../src/index.ts";
import { HTML, lawBreaches, newFiles, TEXT } from "./readings.ts";

const { folder, put, read, readings } = newFiles();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The fields that are tried, as a reason names them. */
const NAMES = "text, content, 正文, 内容, 文本, body, html (--text-field, --html-field)";

const rows = [
  { id: 7, text: TEXT, title: "甲" },
  { id: "b", text: TEXT, title: "乙" },
];
const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
const gbk = (text: string): Buffer => iconv.encode(text, "gbk");

/** A zip with names as Windows in Chinese writes them: in GBK, without saying so. */
function gbkNamed(name: string): Buffer {
  const bytes = gbk(name);
  const packed = Buffer.from(zipSync({ ["x".repeat(bytes.length)]: strToU8(TEXT) }));
  const plain = Buffer.from("x".repeat(bytes.length));
  for (let at = packed.indexOf(plain); at !== -1; at = packed.indexOf(plain, at)) bytes.copy(packed, at);
  return packed;
}

async function warc(compressed: boolean): Promise<Buffer> {
  const record = (url: string, type: string, body: Buffer): WARCRecord =>
    WARCRecord.create(
      {
        url,
        date: "2024-01-05T00:00:00Z",
        type: "response",
        httpHeaders: { "Content-Type": type },
        statusline: "HTTP/1.1 200 OK",
      },
      (async function* () {
        yield body;
      })(),
    );
  const pieces: Uint8Array[] = [];
  for (const one of [
    record("https://a.example/1.html", "text/html; charset=gbk", gbk(HTML)),
    record("https://a.example/logo.png", "image/png", Buffer.from("89504e47", "hex")),
    record("https://a.example/2.txt", "text/plain", Buffer.from(TEXT)),
  ])
    pieces.push(await WARCSerializer.serialize(one, { gzip: compressed }));
  return Buffer.concat(pieces);
}

describe("files of other programs give the report, under these names", () => {
  it.each<[file: string, () => Promise<Uint8Array | string> | Uint8Array | string, [name: string, text: string][]]>([
    ["a.txt", () => TEXT, [["a.txt", TEXT]]],
    ["a.txt.gz", () => gzipSync(TEXT), [["a.txt.gz", TEXT]]],
    ["named.bin", () => TEXT, [["named.bin", TEXT]]],
    [
      "b.zip",
      () =>
        zipSync({
          "目录/a.txt": strToU8(TEXT),
          "b.html": gbk(HTML),
          "c.png": strToU8("x"),
          "__MACOSX/._a.txt": strToU8("x"),
        }),
      [
        ["b.zip!/目录/a.txt", TEXT],
        ["b.zip!/b.html", HTML],
      ],
    ],
    ["gbk.zip", () => gbkNamed("总结/二〇二三.txt"), [["gbk.zip!/总结/二〇二三.txt", TEXT]]],
    ["windows.zip", () => zipSync({ "d\\a.txt": strToU8(TEXT) }), [["windows.zip!/d/a.txt", TEXT]]],
    ["zip-by-content.dat", () => zipSync({ "a.txt": strToU8(TEXT) }), [["zip-by-content.dat!/a.txt", TEXT]]],
    [
      "nested.zip",
      () => zipSync({ "in.zip": zipSync({ "a.txt": strToU8(TEXT) }), "r.jsonl.gz": gzipSync(lines) }),
      [
        ["nested.zip!/in.zip!/a.txt", TEXT],
        ["nested.zip!/r.jsonl.gz#7", TEXT],
        ["nested.zip!/r.jsonl.gz#b", TEXT],
      ],
    ],
    [
      "r.jsonl",
      () => lines,
      [
        ["r.jsonl#7", TEXT],
        ["r.jsonl#b", TEXT],
      ],
    ],
    [
      "gbk.jsonl",
      () => gbk(lines),
      [
        ["gbk.jsonl#7", TEXT],
        ["gbk.jsonl#b", TEXT],
      ],
    ],
    [
      "members.gz",
      () => Buffer.concat([gzipSync(lines), gzipSync(lines)]),
      ["7", "b", "7#2", "b#2"].map((id) => [`members.gz#${id}`, TEXT]),
    ],
    [
      "array.json",
      () => `\ufeff${JSON.stringify(rows, null, 1)}`,
      [
        ["array.json#7", TEXT],
        ["array.json#b", TEXT],
      ],
    ],
    ["one.json", () => JSON.stringify({ note: "{", html: HTML }, null, 2), [["one.json#1", HTML]]],
    [
      "url.ndjson",
      () => `\n{"url":"https://a.example/1","content":${JSON.stringify(TEXT)}}\n`,
      [["https://a.example/1", TEXT]],
    ],
    ["line.ndjson", () => `\n{"content":${JSON.stringify(TEXT)}}`, [["line.ndjson#2", TEXT]]],
    ["big-id.ndjson", () => `{"id":9007199254740993,"正文":${JSON.stringify(TEXT)}}`, [["big-id.ndjson#1", TEXT]]],
    [
      "t.csv",
      () => gbk(`编号,正文,url\r\n1,"${TEXT}",\r\n2,"${TEXT}",https://a.example/二\r\n`),
      [
        ["t.csv#2", TEXT],
        ["https://a.example/二", TEXT],
      ],
    ],
    ["semicolon.csv", () => `\ufeffid;text\n甲;"${TEXT}"\n`, [["semicolon.csv#甲", TEXT]]],
    [
      "wide.tsv",
      () => iconv.encode(`id\ttext\n甲\t"${TEXT}"\n`, "utf-16le", { addBOM: true }),
      [["wide.tsv#甲", TEXT]],
    ],
    [
      "book.xlsx",
      async () =>
        (await writeXlsxFile([
          { sheet: "空", data: [] },
          { sheet: "说明", data: [[{ value: "没有正文的表" }]] },
          {
            sheet: "别名",
            data: [
              ["标题", "内容"],
              ["甲", TEXT],
            ].map((cells) => cells.map((value) => ({ value }))),
          },
          {
            sheet: "名单",
            data: [
              ["编号", "正文"],
              [1, TEXT],
              [null, null],
              [2, TEXT],
            ].map((cells) => cells.map((value) => ({ value }))),
          },
        ] as never).toBuffer()) as Buffer,
      [
        ["book.xlsx!/说明", `! no column ${NAMES}`],
        ["book.xlsx!/别名#2", TEXT],
        ["book.xlsx!/名单#2", TEXT],
        ["book.xlsx!/名单#4", TEXT],
      ],
    ],
    [
      "p.parquet",
      () =>
        Buffer.from(
          parquetWriteBuffer({
            columnData: [
              { name: "id", data: [1n, 2n, 3n], type: "INT64" },
              { name: "content", data: [TEXT, null, TEXT], type: "STRING" },
            ],
            rowGroupSize: 2,
          }),
        ),
      [
        ["p.parquet#1", TEXT],
        ["p.parquet#2", `! no field ${NAMES}`],
        ["p.parquet#3", TEXT],
      ],
    ],
    [
      "c.warc",
      () => warc(false),
      [
        ["https://a.example/1.html", HTML],
        ["https://a.example/2.txt", TEXT],
      ],
    ],
    [
      "c.warc.gz",
      () => warc(true),
      [
        ["https://a.example/1.html", HTML],
        ["https://a.example/2.txt", TEXT],
      ],
    ],
  ])("%s", async (name, content, expected) => {
    put(name, await content());
    expect(await read([name])).toEqual(expected);
    const pages = (await readings([name])).filter((reading) => "input" in reading);
    expect(lawBreaches(pages)).toEqual([]);
  });
});

describe("options say which fields hold what", () => {
  const file = put(
    "fields.jsonl",
    `${JSON.stringify({ body: TEXT, page: { html: HTML }, text: "别的", key: "甲" })}\n`,
  );
  it.each<[Parameters<typeof read>[1], string, string]>([
    [{}, "fields.jsonl#1", "别的"],
    [{ text: "body", id: "key" }, "fields.jsonl#甲", TEXT],
    [{ html: "page.html" }, "fields.jsonl#1", HTML],
    [{ text: "body", html: "page.html" }, "fields.jsonl#1", HTML],
    [{ text: "body", html: "none" }, "fields.jsonl#1", TEXT],
    [{ text: "none" }, "fields.jsonl#1", "! no field none (--text-field, --html-field)"],
    [{ text: "page" }, "fields.jsonl#1", "! its page is no text"],
  ])("%j", async (fields, name, text) => expect(await read([file], fields)).toEqual([[name, text]]));
});

describe("a row that fails is named with its file and its address", () => {
  it.each<[row: object, name: string]>([
    [{ url: "https://a.cn/1" }, "bad.jsonl#1 (https://a.cn/1)"],
    [{ url: "https://a.cn/1", text: " " }, "bad.jsonl#1 (https://a.cn/1)"],
    [{ id: "甲", text: 5 }, "bad.jsonl#甲"],
    [{ text: null }, "bad.jsonl#1"],
  ])("%j", async (row, name) => {
    put("bad.jsonl", JSON.stringify(row));
    expect((await read(["bad.jsonl"])).map(([own]) => own)).toEqual([name]);
  });
});

it("an article in a row has no page around it, of which nothing is taken", async () => {
  const lines = [
    "棠梨镇工作总结",
    "各村情况如下。",
    "村名\t户数\t面积",
    "柳湾村\t120户\t350亩",
    "桥头村\t96户\t290亩",
    "棠梨镇",
    "2023年12月28日",
  ];
  const cells = (line: string): string =>
    line
      .split("\t")
      .map((cell) => `<td>${cell}</td>`)
      .join("");
  const html = lines.map((line) => (line.includes("\t") ? `<table><tr>${cells(line)}</tr></table>` : `<p>${line}</p>`));
  put("article.jsonl", JSON.stringify({ content: html.join("\n") }));
  const [reading] = await readings(["article.jsonl"]);
  if (reading === undefined || "failed" in reading) throw new Error("nothing read");
  expect(runPage(reading.input, { keywords: 0 }).documents.map(({ text }) => text.trim().split("\n"))).toEqual([lines]);
});

describe("folders and patterns", () => {
  const names = async (...inputs: string[]): Promise<string[]> => (await read(inputs)).map(([name]) => name);
  put("many/a.txt", TEXT);
  put("many/b/c.html", HTML);
  put("many/b/d.jsonl", lines);
  put("many/.hidden.txt", TEXT);
  put("many/picture.png", "x");
  put("many/b/side.json", '{"pages": 3, "site": "a"}');
  put("many/b/records.ndjson", `${JSON.stringify(runPage({ uri: "a.txt", bytes: Buffer.from(TEXT) }))}\n`);
  put("odd/[a].txt", TEXT);
  mkdirSync(join(folder, "empty"));
  put("circle/a.txt", TEXT);
  symlinkSync("../circle", join(folder, "circle", "up"));

  it.each<[string[], string[]]>([
    [["many"], ["many/a.txt", "many/b/c.html", "many/b/d.jsonl#7", "many/b/d.jsonl#b"]],
    [["many/*.txt"], ["many/a.txt"]],
    [["many/**/*.{txt,html}"], ["many/a.txt", "many/b/c.html"]],
    [["many/b*"], ["many/b/c.html", "many/b/d.jsonl#7", "many/b/d.jsonl#b"]],
    [["circle"], ["circle/a.txt"]],
    [["circle/**"], ["circle/a.txt"]],
    [["odd/[a].txt"], ["odd/[a].txt"]],
    [
      ["many/a.txt", "-"],
      ["many/a.txt", "-"],
    ],
  ])("%j", async (inputs, expected) => expect(await names(...inputs)).toEqual(expected));

  it.each<[string, string]>([
    ["many/*.doc", "! no file fits the pattern"],
    ["empty", "! the folder holds no page (txt, html, md, docx, doc, pdf) and no file with pages"],
    ["many/b/records.ndjson", "! holds what zongjie wrote, not pages"],
    ["many/b/side.json", `! no field ${NAMES}`],
    ["missing.zip", "! no such file or folder"],
  ])("%s: %s", async (input, reason) => expect((await read([input])).map(([, text]) => text)).toEqual([reason]));
});

describe("tar archives", () => {
  const tar = ((): string | null => {
    try {
      return execFileSync("tar", ["--version"], { encoding: "utf8" });
    } catch {
      return null;
    }
  })();
  const long = `${"很长的目录名/".repeat(15)}总结.txt`;
  it.skipIf(tar === null).each(["ustar", "gnu", "pax"])(
    "of the form %s, as the system's tar writes them",
    async (form) => {
      const short = `${form}/b.html`;
      put(short, gbk(HTML));
      const parts = form === "ustar" ? [short] : [short, `${form}/${long}`];
      if (form !== "ustar") put(`${form}/${long}`, TEXT);
      execFileSync("tar", [`--format=${form}`, "-czf", `${form}.tgz`, ...parts], { cwd: folder });
      expect(await read([`${form}.tgz`])).toEqual(
        parts.map((part) => [`${form}.tgz!/${part}`, part === short ? HTML : TEXT]),
      );
    },
  );
});
