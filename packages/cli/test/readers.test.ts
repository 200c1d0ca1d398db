import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { PageRecord } from "@zongjie/document";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ran, records, traces, zongjie } from "../../../test/command.ts";

const TITLE = "枫溪县卫生院2023年工作总结";
const PAGE = `${TITLE}\n一、基本情况\n全年门诊48.5万人次，同比增长3.2%。全院职工认真落实各项要求，取得了明显成效。\n`;
const ROWS: readonly object[] = [
  { url: "https://a.example/1", text: PAGE },
  { url: "https://a.example/2", words: PAGE },
];

let folder = "";
const run = (...words: string[]): Ran => zongjie(words, { cwd: folder });
const put = (name: string, bytes: string | Uint8Array): void => writeFileSync(join(folder, name), bytes);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zongjie-rows-"));
  put("rows.jsonl", ROWS.map((row) => `${JSON.stringify(row)}\n`).join(""));
  put("rows.jsonl.gz", gzipSync(readFileSync(join(folder, "rows.jsonl"))));
  run("run", "rows.jsonl", "--text-field", "text", "--out", "records.ndjson", "--keywords", "0");
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("rows of pages", () => {
  it.each<[words: string[], uris: string[], status: number]>([
    [["rows.jsonl"], ["https://a.example/1"], 1],
    [["rows.jsonl.gz"], ["https://a.example/1"], 1],
    [["row?.jsonl", "--text-field", "words"], ["https://a.example/2"], 1],
    [
      ["rows.jsonl", "--html-field", "words", "--text-field", "text"],
      ["https://a.example/1", "https://a.example/2"],
      0,
    ],
    [["rows.jsonl", "--id-field", "words"], [`rows.jsonl#1`], 1],
    [["records.ndjson"], [], 1],
  ])("run %j", (words, uris, status) => {
    const ran = run("run", ...words, "--keywords", "0", "--ledger", "none");
    expect(records<PageRecord>(ran.stdout).map(({ source }) => source.uri)).toEqual(uris);
    expect(ran.status).toBe(status);
    expect(traces(ran.stderr)).toEqual([]);
  });

  it("are named where they hold no page, and records where pages are wanted", () => {
    expect(run("run", "rows.jsonl").stderr).toContain(
      "rows.jsonl#2 (https://a.example/2): no field text, content, 正文, 内容, 文本, body, html",
    );
    expect(run("run", "records.ndjson").stderr).toContain("records.ndjson: holds what zongjie wrote, not pages");
  });

  it("what a folder holds beside its pages is counted and costs nothing", () => {
    mkdirSync(join(folder, "many"), { recursive: true });
    for (const name of ["a.txt", "2023.01总结"]) put(`many/${name}`, PAGE);
    for (const name of ["logo.png", "b.png", "site.css"]) put(`many/${name}`, "x");
    const ran = run("run", "many", "many/a.txt", "--keywords", "0");
    expect(records<PageRecord>(ran.stdout).map(({ source }) => source.uri)).toEqual(["many/2023.01总结", "many/a.txt"]);
    expect([ran.status, ran.stderr.trim().split("\n")]).toEqual([
      0,
      ["zongjie: 3 files left out: .png 2, .css 1", "zongjie: 1 files that the inputs name twice are read once"],
    ]);
  });

  it.skipIf(!existsSync("/dev/full"))("a disk that is full is named with the file", () => {
    const ran = run("run", "rows.jsonl", "--text-field", "text", "--out", "/dev/full");
    expect([ran.status, ran.stderr]).toEqual([1, expect.stringContaining("zongjie: /dev/full: the disk is full")]);
  });

  it.each(["rows.jsonl", "rows.jsonl.gz", "records.ndjson"])("the figures of %s", (file) => {
    const { stdout } = run("figures", file, "--unit", "人次");
    expect(records<{ surface: string }>(stdout).map(({ surface }) => surface)).toEqual(["48.5万人次"]);
  });

  it("are proved by verify, from the file that they stand in", () => {
    const { status, stdout } = run("verify", "records.ndjson", "--raw", ".", "--text-field", "text");
    expect({ status, stdout }).toEqual({ status: 0, stdout: "1 pages, 0 breaches\n" });
  });
});
