import { rmSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, describe, expect, it } from "vitest";
import { LARGEST } from "../src/readers/reading.ts";
import { newFiles, TEXT } from "./readings.ts";

const { folder, put, read } = newFiles();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const zeros = (size: number): Uint8Array => new Uint8Array(size).fill(0x61);
const zip = (files: Readonly<Record<string, Uint8Array>>): Buffer =>
  Buffer.from(zipSync({ ...files, "z.txt": strToU8(TEXT) }));

/** Changes the bytes of a zip's directory entry of its first member: `at` counts from its signature. */
function directory(bytes: Buffer, at: number, value: number, size: 2 | 4 = 2): Buffer {
  const entry = bytes.indexOf(Buffer.from("504b0102", "hex"));
  bytes.writeUIntLE(value, entry + at, size);
  return bytes;
}

/** A deflated member that is stated to be of another size. */
function lying(size: number): Buffer {
  return directory(zip({ "a.txt": strToU8(TEXT) }), 24, size, 4);
}

const GOOD = (name: string): [string, string] => [`${name}!/z.txt`, TEXT];

describe("a member that cannot be read costs only itself", () => {
  it.each<[file: string, () => Buffer, [name: string, text: string | RegExp]]>([
    ["up.zip", () => zip({ "../../../etc/passwd.txt": strToU8(TEXT) }), ["up.zip!/../../../etc/passwd.txt", TEXT]],
    ["root.zip", () => zip({ "/etc/passwd.txt": strToU8(TEXT) }), ["root.zip!//etc/passwd.txt", TEXT]],
    [
      "link.zip",
      () => directory(zip({ "a.txt": strToU8("/etc/passwd") }), 38, 0xa1ff0000, 4),
      ["link.zip!/a.txt", /symbolic link/],
    ],
    ["locked.zip", () => directory(zip({ "a.txt": strToU8(TEXT) }), 8, 1), ["locked.zip!/a.txt", /encrypted/]],
    ["lzma.zip", () => directory(zip({ "a.txt": strToU8(TEXT) }), 10, 14), ["lzma.zip!/a.txt", /method 14/]],
    ["small.zip", () => lying(3), ["small.zip!/a.txt", /damaged zip/]],
    ["large.zip", () => lying(100_000), ["large.zip!/a.txt", /damaged zip/]],
    ["sum.zip", () => directory(zip({ "a.txt": strToU8(TEXT) }), 16, 1, 4), ["sum.zip!/a.txt", /wrong checksum/]],
    ["huge.zip", () => zip({ "a.txt": zeros(LARGEST + 1) }), ["huge.zip!/a.txt", /larger than 64 MiB/]],
    ["broken.zip", () => zip({ "in.zip": strToU8("PK\x03\x04 no zip") }), ["broken.zip!/in.zip", /damaged zip/]],
    ["gz.zip", () => zip({ "a.txt.gz": gzipSync(TEXT).subarray(0, 90) }), ["gz.zip!/a.txt.gz", /damaged gzip/]],
    [
      "deep.zip",
      () => zip({ "2.zip": zipSync({ "3.zip": zipSync({ "a.txt": strToU8(TEXT), "b.txt": strToU8(TEXT) }) }) }),
      ["deep.zip!/2.zip!/3.zip", /archive in an archive/],
    ],
  ])("%s", async (file, content, [name, text]) => {
    put(file, content());
    const found = await read([file]);
    expect(found.map(([own]) => own)).toEqual(
      [name, GOOD(file)[0]].sort((a, b) => (a.includes("z.txt") ? 1 : b.includes("z.txt") ? -1 : 0)),
    );
    const [own] = found;
    if (typeof text === "string") expect(own?.[1]).toBe(text);
    else expect(own?.[1]).toMatch(text);
    expect(found.at(-1)).toEqual(GOOD(file));
  });
});

describe("what knows no bound is given up with a clear reason, and what stands beside it is read", () => {
  const bomb = gzipSync(zeros(100 * 1024 * 1024));
  it.each<[file: string, () => Uint8Array, RegExp]>([
    [
      "gz.zip",
      () => zipSync(Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`${i}.jsonl.gz`, bomb]))),
      /200 times/,
    ],
    ["twice.gz", () => gzipSync(gzipSync(TEXT)), /gzip twice/],
    ["page.gz", () => bomb, /larger than 64 MiB/],
  ])("%s", async (file, content, reason) => {
    put(file, content());
    put("beside.txt", TEXT);
    const found = await read([file, "beside.txt"]);
    expect(found.at(-2)?.[1]).toMatch(reason);
    expect(found.at(-1)).toEqual(["beside.txt", TEXT]);
  });
  it("a line of JSON without end", async () => {
    put(
      "long.jsonl",
      Buffer.concat([Buffer.from('{"text":"'), zeros(LARGEST), Buffer.from(`"}\n{"text":${JSON.stringify(TEXT)}}\n`)]),
    );
    expect(await read(["long.jsonl"])).toEqual([
      ["long.jsonl#1", "! larger than 64 MiB"],
      ["long.jsonl#2", TEXT],
    ]);
  });
  it("an object of a JSON array without end", async () => {
    put(
      "long.json",
      Buffer.concat([Buffer.from('[{"text":"'), zeros(LARGEST), Buffer.from(`"},{"text":${JSON.stringify(TEXT)}}]`)]),
    );
    expect(await read(["long.json"])).toEqual([
      ["long.json#1", "! larger than 64 MiB"],
      ["long.json#2", TEXT],
    ]);
  });
  it("a nest of JSON", async () => {
    put("nest.jsonl", `{"a":${"[".repeat(300_000)}${"]".repeat(300_000)}}\n${"[".repeat(300_000)}\n{"text":"甲"}\n`);
    expect((await read(["nest.jsonl"])).at(-1)).toEqual(["nest.jsonl#3", "甲"]);
  });
  it("many empty members", async () => {
    const files = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`${i}.png`, new Uint8Array()]));
    put("many.zip", zip(files));
    expect(await read(["many.zip"])).toEqual([GOOD("many.zip")]);
  });
});

describe("rows and records that are damaged are named, the others are read", () => {
  const good = `{"text":${JSON.stringify(TEXT)}}`;
  it.each<[file: string, string | Uint8Array, [name: string, text: string | RegExp][]]>([
    [
      "a.jsonl",
      `{bad\n${good}\n[1]\n{"text":5}\n{"text":" "}\n{"text":`,
      [
        ["a.jsonl#1", /no valid JSON/],
        ["a.jsonl#2", TEXT],
        ["a.jsonl#3", /no JSON object/],
        ["a.jsonl#4", /no text/],
        ["a.jsonl#5", /empty/],
        ["a.jsonl#6", /no valid JSON/],
      ],
    ],
    [
      "cut.json",
      `[${good},{"text":"甲`,
      [
        ["cut.json#1", TEXT],
        ["cut.json#2", /breaks off/],
      ],
    ],
    ["none.json", "[]", [["none.json", /no row/]]],
    ["none.csv", "甲,乙\n1,2\n", [["none.csv", /no column text, content/]]],
    ["empty.csv", "", [["empty.csv", /no row/]]],
    ["head.csv", "id,text\n", [["head.csv", /no row/]]],
    [
      "quote.csv",
      `text\n${JSON.stringify("甲")}\n"never closed`,
      [
        ["quote.csv#2", "甲"],
        ["quote.csv", /damaged table/],
      ],
    ],
    [
      "short.csv",
      "id,text\n1\n2,乙,多\n",
      [
        ["short.csv#1", /no field/],
        ["short.csv#2", "乙"],
      ],
    ],
    ["cut.jsonl.gz", gzipSync(`${good}\n`.repeat(3000)).subarray(0, -60), []],
    ["bad.parquet", Buffer.from("PAR1 nothing PAR1"), [["bad.parquet", /damaged Parquet/]]],
  ])("%s", async (file, content, expected) => {
    put(file, content);
    const found = await read([file]);
    if (expected.length === 0) {
      expect(found[0]).toEqual([`${file}#1`, TEXT]);
      expect(found.at(-1)).toEqual([file, expect.stringMatching(/damaged gzip/)]);
      return;
    }
    expect(found.map(([name]) => name)).toEqual(expected.map(([name]) => name));
    for (const [i, [, text]] of expected.entries())
      if (typeof text === "string") expect(found[i]?.[1]).toBe(text);
      else expect(found[i]?.[1]).toMatch(text);
  });

  it("a damaged row group of Parquet", async () => {
    const data = Array.from({ length: 200 }, (_, i) => `${TEXT}${i}${"枫溪".repeat(i % 7)}`);
    const bytes = Buffer.from(
      parquetWriteBuffer({ columnData: [{ name: "text", data, type: "STRING" }], rowGroupSize: 100 }),
    );
    bytes.fill(0xff, 200, 500);
    put("damaged.parquet", bytes);
    const found = await read(["damaged.parquet"]);
    expect(found[0]).toEqual(["damaged.parquet#1-100", expect.stringMatching(/damaged Parquet/)]);
    expect(found.at(-1)).toEqual(["damaged.parquet#200", data[199]]);
  });
});

describe("any damage of an archive gives readings or reasons, never an exception", () => {
  const files: Readonly<Record<string, Buffer>> = {
    "f.zip": zip({ "a.txt": strToU8(TEXT), "b.jsonl": strToU8(`{"text":"甲"}\n`) }),
    "f.jsonl.gz": gzipSync(`{"text":${JSON.stringify(TEXT)}}\n`),
    "f.parquet": Buffer.from(
      parquetWriteBuffer({ columnData: [{ name: "text", data: [TEXT, "甲"], type: "STRING" }] }),
    ),
    "f.csv": Buffer.from(`id,text\n1,"${TEXT}"\n`),
  };
  it.each(Object.entries(files))("%s", async (name, bytes) => {
    const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(bytes.length), async (changes, end) => {
        const copy = Buffer.from(bytes);
        for (const [at, value] of changes) copy[at] = value;
        put(name, end % 3 === 0 ? copy.subarray(0, end) : copy);
        expect((await read([name])).length).toBeGreaterThan(0);
      }),
      { numRuns: 150, seed: 20_261_122 },
    );
  });
});
