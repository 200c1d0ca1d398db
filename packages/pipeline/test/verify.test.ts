import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PageRecord } from "@zongjie/document";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failedPage, rawReader, readRecord, runPage, verifyRecord } from "../src/index.ts";

const TEXT =
  "首页 > 范文大全 > 正文\n\n枫溪县卫生院2023年工作总结\n一、基本情况\n全年门诊 1.2 万人次,增长5、3%。\n\n  二、做法\n下乡义诊36次,接诊1950人次。\n";
const HTML = `<html><body><h1>枫溪县卫生院2023年工作总结</h1><p>全年门诊48.5万人次，同比增长3.2%，各项任务全面完成。</p></body></html>`;
const input = { uri: "pages/a.txt", bytes: Buffer.from(TEXT) };
const record = runPage(input, { keywords: 0 });
const [document] = record.documents;
const [entry] = record.ledger;
const [figure] = document?.figures ?? [];

const check = (changed: unknown, bytes: Uint8Array = input.bytes): string => {
  const { whole, breaches } = verifyRecord(changed as PageRecord, { bytes });
  return whole ? (breaches[0]?.law ?? "sound") : "partial";
};

describe("verifyRecord", () => {
  it("has something to check", () => {
    expect(record.ledger.length).toBeGreaterThan(3);
    expect([document, entry, figure].includes(undefined)).toBe(false);
  });
  it.each<[string, () => unknown, string]>([
    ["a record as it was written", () => record, "sound"],
    ["one with classes of noise kept", () => runPage(input, { keywords: 0, keep: ["breadcrumb"] }), "sound"],
    ["another hash", () => ({ ...record, source: { ...record.source, sha256: "0".repeat(64) } }), "source"],
    ["another size", () => ({ ...record, source: { ...record.source, bytes: 1 } }), "source"],
    ["another encoding", () => ({ ...record, source: { ...record.source, encoding: "gbk" } }), "source"],
    [
      "a character more in the text",
      () => ({ ...record, documents: [{ ...document, text: `${document?.text}了` }] }),
      "law 1",
    ],
    [
      "a digit changed in the text",
      () => ({ ...record, documents: [{ ...document, text: document?.text.replace("1950", "1960") }] }),
      "law 1",
    ],
    [
      "a surface changed",
      () => ({ ...record, documents: [{ ...document, figures: [{ ...figure, surface: "2万人次" }] }] }),
      "law 2",
    ],
    [
      "raw pieces elsewhere",
      () => ({ ...record, documents: [{ ...document, figures: [{ ...figure, raw: [{ start: 0, end: 2 }] }] }] }),
      "law 2",
    ],
    ["a removal without its entry", () => ({ ...record, ledger: record.ledger.slice(1) }), "law 3"],
    ["a document left out", () => ({ ...record, documents: [] }), "law 3"],
    ["a page left out in silence", () => ({ ...record, documents: [], ledger: [] }), "law 3"],
    [
      "an entry that says more than it changes",
      () => ({
        ...record,
        ledger: record.ledger.map((e, i) => (i === 0 ? { ...e, insert: TEXT.slice(e.end - 1, e.end) } : e)),
      }),
      "ledger",
    ],
    ["--ledger none", () => runPage(input, { keywords: 0, ledger: "none" }), "partial"],
    ["--ledger compact", () => runPage(input, { keywords: 0, ledger: "compact" }), "partial"],
  ])("%s", (_what, make, expected) => expect(check(make())).toBe(expected));

  it.each<[string, Uint8Array]>([
    ["HTML", Buffer.from(HTML)],
    ["nothing", Buffer.alloc(0)],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["blanks", Buffer.from(" \n\n")],
    ["a byte-order mark", Buffer.from(`\ufeff${TEXT}`)],
  ])("finds nothing on a record of %s", (_what, bytes) => {
    expect(check(runPage({ uri: "a", bytes }, { keywords: 0 }), bytes)).toBe("sound");
    expect(check(failedPage({ uri: "a", bytes }, new Error("broken")), bytes)).toBe("sound");
  });
  it("takes an HTML record of --ledger compact for what it is", () => {
    const bytes = Buffer.from(HTML);
    expect(check(runPage({ uri: "a", bytes }, { keywords: 0, ledger: "compact" }), bytes)).toBe("partial");
  });
});

describe("readRecord", () => {
  it("reads what a run writes", () => expect(readRecord(`${JSON.stringify(record)}\r`)).toEqual(record));
  it.each([
    ["no JSON", "{"],
    ["another thing", '{"schema":"zongjie/draft@1"}'],
    ["a record with a hole", JSON.stringify({ ...record, documents: [{}] })],
    ["offsets that are none", JSON.stringify({ ...record, ledger: [{ ...entry, start: -1 }] })],
    ["a nest", `${"[".repeat(200_000)}${"]".repeat(200_000)}`],
  ])("is null for %s", (_what, line) => expect(readRecord(line)).toBeNull());
});

describe("rawReader", () => {
  let folder = "";
  const sha = record.source.sha256;
  const at = async (uri: string, sha256 = sha): Promise<string> => {
    const reading = await rawReader(join(folder, "raw"))(uri, sha256);
    return "input" in reading
      ? Buffer.from(reading.input.bytes).toString()
      : reading.failed.reason.replaceAll(folder, "");
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "zongjie-raw-"));
    mkdirSync(join(folder, "raw", "pages"), { recursive: true });
    writeFileSync(join(folder, "secret.txt"), "secret");
    writeFileSync(join(folder, "raw", "pages", "a.txt"), TEXT);
    writeFileSync(join(folder, "raw", "a.txt"), "another page of this name");
    symlinkSync(join(folder, "secret.txt"), join(folder, "raw", "link.txt"));
    symlinkSync(folder, join(folder, "raw", "up"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ["pages/a.txt", TEXT],
    ["/home/someone/pages/a.txt", TEXT],
    ["../pages/a.txt", TEXT],
    ["./x/../pages//a.txt", TEXT],
    ["a.txt", "another page of this name"],
    ["other/a.txt", "another page of this name"],
    ["../secret.txt", "no such page below /raw"],
    ["x/../../secret.txt", "no such page below /raw"],
    ["/etc/passwd", "no such page below /raw"],
    ["link.txt", "a link that leads out of /raw"],
    ["up/secret.txt", "a link that leads out of /raw"],
    ["pages", "not a file"],
    ["", "no such page below /raw"],
    ["..", "no such page below /raw"],
    ["-", "no such page below /raw"],
  ])("%s", async (uri, expected) => expect(await at(uri)).toBe(expected));
  it("refuses an address that is no path", async () => expect(await at("a\0.txt")).toMatch(/null bytes/));
  it("prefers the page with the content that the record names", async () => {
    writeFileSync(join(folder, "raw", "b.txt"), TEXT);
    mkdirSync(join(folder, "raw", "old"));
    writeFileSync(join(folder, "raw", "old", "b.txt"), "an older page");
    expect(await at("old/b.txt")).toBe(TEXT);
    expect(await at("old/b.txt", "0".repeat(64))).toBe("an older page");
  });
});
