import { rmSync } from "node:fs";
import { deflateRawSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { gunzip } from "../src/readers/gunzip.ts";
import { HTML, newFiles, TEXT } from "./readings.ts";

const { folder, put, read } = newFiles();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Bytes that deflate cannot make much shorter, so that rows stand apart in what is packed. */
const salt = (i: number): string =>
  Array.from({ length: 60 }, (_, k) => String.fromCharCode(0x4e00 + ((i * 7919 + k * k * 104_729) % 8000))).join("");
const row = (i: number): string => `${JSON.stringify({ id: i, text: `${TEXT}${salt(i)}` })}\n`;
const record = (i: number): string =>
  `WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.example/${i}\r\nContent-Type: text/html\r\nContent-Length: ${Buffer.byteLength(HTML)}\r\n\r\n${HTML}\r\n\r\n`;

const numbers = (size: number): number[] => Array.from({ length: size }, (_, i) => i);
const changed = (bytes: Buffer, at: number): Buffer => {
  for (let i = 0; i < 12; i++) bytes[at + i] = (bytes[at + i] ?? 0) ^ 0xa5;
  return bytes;
};

describe("of a damaged gzip file the rest is read", () => {
  it("rows before the place where it breaks off", async () => {
    const bytes = gzipSync(numbers(20).map(row).join(""));
    put("cut.jsonl.gz", bytes.subarray(0, bytes.length - 20));
    const found = await read(["cut.jsonl.gz"]);
    expect(found.slice(0, -1).map(([name]) => name)).toEqual(numbers(19).map((i) => `cut.jsonl.gz#${i}`));
    expect(found.at(-1)?.[1]).toMatch(/^! a damaged gzip file: unexpected end/);
  });

  it("rows of a table, but not the one that it breaks off in", async () => {
    const bytes = gzipSync(
      `id,text\n${numbers(9)
        .map((i) => `${i},${salt(i)}\n`)
        .join("")}`,
    );
    put("cut.csv.gz", bytes.subarray(0, bytes.length - 30));
    const found = await read(["cut.csv.gz"]);
    expect(found.map(([name]) => name)).toEqual([...numbers(8).map((i) => `cut.csv.gz#${i}`), "cut.csv.gz"]);
    expect(found.at(-1)?.[1]).toMatch(/^! a damaged gzip file/);
  });

  it.each<[what: string, (members: Buffer[]) => Buffer[]]>([
    ["in its data", (members) => members.with(2, changed(members[2] as Buffer, 40))],
    ["in its head", (members) => members.with(2, changed(members[2] as Buffer, 0))],
    ["that breaks off", (members) => members.with(2, (members[2] as Buffer).subarray(0, 50))],
    [
      "with a wrong sum",
      (members) => members.with(2, changed(members[2] as Buffer, (members[2] as Buffer).length - 8)),
    ],
    ["with rubbish behind it", (members) => members.toSpliced(3, 0, Buffer.from("rubbish, no gzip at all"))],
  ])("members around one %s", async (_what, damage) => {
    const members = damage(numbers(6).map((i) => gzipSync(record(i))));
    put("many.warc.gz", Buffer.concat(members));
    const found = await read(["many.warc.gz"]);
    const whole = found.flatMap(([name, text]) => (text === HTML ? [name] : []));
    expect(whole).toEqual(expect.arrayContaining([0, 1, 3, 4, 5].map((i) => `https://a.example/${i}`)));
    expect(found.at(-1)).toEqual([
      "many.warc.gz",
      expect.stringMatching(/^! a damaged gzip file, at byte \d+; all else is read/),
    ]);
  });

  it("zeros behind it are no damage", async () => {
    put("tape.txt.gz", Buffer.concat([gzipSync(TEXT), Buffer.alloc(5000)]));
    expect(await read(["tape.txt.gz"])).toEqual([["tape.txt.gz", TEXT]]);
  });
});

/** A member with all that a head may have. */
function dressed(content: Uint8Array): Buffer {
  const plain = gzipSync(content);
  const parts = [
    Buffer.from([3, 0]),
    Buffer.from("abc"),
    Buffer.from("名字\0"),
    Buffer.from("remark\0"),
    Buffer.from([1, 2]),
  ];
  const head = Buffer.from(plain.subarray(0, 10));
  head[3] = 2 + 4 + 8 + 16;
  return Buffer.concat([head, ...parts, deflateRawSync(content), plain.subarray(-8)]);
}

it("whole files unpack to what was packed, in whatever pieces they come", async () => {
  const content = fc.array(fc.uint8Array({ maxLength: 3000 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(content, fc.integer({ min: 1, max: 700 }), fc.boolean(), async (parts, size, plain) => {
      const packed = Buffer.concat(parts.map((part) => (plain ? gzipSync(part) : dressed(part))));
      const pieces = async function* () {
        for (let at = 0; at < packed.length; at += size) yield packed.subarray(at, at + size);
      };
      const out: Uint8Array[] = [];
      for await (const piece of gunzip(
        pieces(),
        () => undefined,
        () => expect.unreachable(),
      ))
        out.push(piece);
      expect(Buffer.concat(out).equals(Buffer.concat(parts))).toBe(true);
    }),
    { numRuns: 40 },
  );
});
