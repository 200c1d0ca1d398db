import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PageRecord } from "@zongjie/document";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ran, records, traces, zongjie } from "../../../test/command.ts";

const TEXT =
  "首页 > 范文大全 > 正文\n\n枫溪县卫生院2023年工作总结\n一、基本情况\n全年门诊48.5万人次，增长5、3%。全院职工团结一心，完成了各项任务。\u2028\n  二、主要做法\n下乡义诊36次，接诊1950人次。\n";

let folder = "";
let written = "";
const run = (words: string[], input = ""): Ran => zongjie(words, { cwd: folder, input });
const verify = (...words: string[]): Ran => run(["verify", ...words]);
const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zongjie-verify-"));
  mkdirSync(join(folder, "pages"));
  put("pages/a.txt", TEXT);
  put("pages/b.txt", TEXT.replace("1950", "1951"));
  put("pages/c.html", `<html><body><h1>工作总结</h1><p>${TEXT.replaceAll("\n", "</p><p>")}</p></body></html>`);
  put("pages/d.txt", "");
  written = run(["run", "pages", "--keywords", "0"]).stdout;
  put("r.ndjson", written);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The records with one of them changed. */
function changed(index: number, change: (record: PageRecord) => object): string {
  return records<PageRecord>(written)
    .map((record, i) => `${JSON.stringify(i === index ? { ...record, ...change(record) } : record)}\n`)
    .join("");
}

describe("verify", () => {
  it.each([
    ["from above", ["r.ndjson", "--raw", "."]],
    ["from the folder", ["r.ndjson", "--raw", "pages"]],
  ])("finds nothing where nothing is wrong: %s", (_what, words) =>
    expect(verify(...words)).toEqual({ status: 0, stdout: "4 pages, 0 breaches\n", stderr: "" }),
  );
  it("reads records on stdin", () =>
    expect(run(["verify", "-", "--raw", "pages"], written).stdout).toBe("4 pages, 0 breaches\n"));
  it("finds nothing on records with classes of noise kept", () => {
    const kept = run(["run", "pages", "--keep", "breadcrumb", "--keywords", "0"]).stdout;
    expect(kept).not.toBe(written);
    expect(run(["verify", "-", "--raw", "pages"], kept)).toMatchObject({ status: 0, stdout: "4 pages, 0 breaches\n" });
  });

  it.each<[string, (record: PageRecord) => object, RegExp]>([
    [
      "a text",
      ({ documents }) => ({ documents: documents.map((d) => ({ ...d, text: d.text.replace("36", "63") })) }),
      /^pages\/a\.txt: law 1, document 0: .+\n/,
    ],
    [
      "a figure",
      ({ documents }) => ({
        documents: documents.map((d) => ({ ...d, figures: d.figures.map((f) => ({ ...f, surface: "9次" })) })),
      }),
      /^pages\/a\.txt: law 2, document 0, figure \d+\.\.\d+: its surface is not the text\n/,
    ],
    ["an entry", ({ ledger }) => ({ ledger: ledger.slice(1) }), /^pages\/a\.txt: law 3, offset 0 of the source: .+\n/],
    [
      "a hash",
      ({ source }) => ({ source: { ...source, sha256: "0".repeat(64) } }),
      /^pages\/a\.txt: source, sha256: .+\n/,
    ],
  ])("names %s that was changed, and goes on", (_what, change, line) => {
    const { status, stdout, stderr } = run(["verify", "-", "--raw", "pages"], changed(0, change));
    expect([status, stderr]).toEqual([1, ""]);
    expect(stdout).toMatch(line);
    expect(stdout).toMatch(/\n4 pages, [1-9]\d* breaches\n$/);
  });
  it("names a page that was changed", () => {
    put("pages/a.txt", TEXT.replace("36", "37"));
    const { status, stdout } = verify("r.ndjson", "--raw", "pages");
    put("pages/a.txt", TEXT);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^pages\/a\.txt: source, sha256: the page's is [0-9a-f]{64}\n4 pages, 1 breaches\n$/);
  });
  it.each(["compact", "none"])("cannot verify --ledger %s, and says so", (size) => {
    const { stdout } = run(["run", "pages", "--ledger", size, "--keywords", "0"]);
    const { status, stdout: found } = run(["verify", "-", "--raw", "pages"], stdout);
    expect(status).toBe(1);
    expect(found).toContain("pages/a.txt: cannot be verified, its ledger is not whole\n");
    expect(found).toMatch(/\n4 pages, 0 breaches, 3 not verifiable \(written with --ledger compact or none\)\n$/);
  });
  it("names missing pages, hostile addresses and lines that are no records, and goes on", () => {
    put("secret.txt", TEXT);
    const at = (uri: string): string =>
      changed(0, ({ source }) => ({ source: { ...source, uri } })).split("\n")[0] ?? "";
    const lines = [
      at("gone.txt"),
      at("../secret.txt"),
      at("\u001b[2J/x.txt"),
      "{",
      '{"schema":"other"}',
      "",
      written.trim(),
    ];
    const { status, stdout, stderr } = run(["verify", "-", "--raw", "pages"], lines.join("\n"));
    expect(status).toBe(1);
    expect(stdout).toBe("4 pages, 0 breaches, 5 not checked (named on stderr)\n");
    expect(stderr.split("\n")).toEqual([
      "zongjie: gone.txt: no such page below pages",
      "zongjie: ../secret.txt: no such page below pages",
      "zongjie: \\x1b[2J/x.txt: no such page below pages",
      "zongjie: - line 4: not a page record (zongjie/page@1)",
      "zongjie: - line 5: not a page record (zongjie/page@1)",
      "",
    ]);
  });
  it.each([
    ["no records", ["nothing.ndjson", "--raw", "pages"], 1, /nothing\.ndjson: no such file/],
    ["an empty file", ["pages/d.txt", "--raw", "pages"], 1, /holds no page record/],
    ["a folder", ["pages", "--raw", "pages"], 1, /pages: a folder/],
    ["no such folder", ["r.ndjson", "--raw", "nowhere"], 1, /nowhere: no such folder/],
    ["no --raw", ["r.ndjson"], 2, /--raw/],
  ])("says what is wrong with %s", (_what, words, expected, message) => {
    const { status, stderr } = verify(...words);
    expect(status).toBe(expected);
    expect(stderr).toMatch(message);
    expect(traces(stderr)).toEqual([]);
  });
  it("reads lines one after the other, whatever the size of the file", () => {
    const line = written.split("\n")[0] ?? "";
    put("many.ndjson", `${line}\n`.repeat(Math.ceil(5_000_000 / line.length)));
    const { status, stdout } = verify("many.ndjson", "--raw", "pages");
    expect([status, /^\d{3,} pages, 0 breaches\n$/.test(stdout)]).toEqual([0, true]);
    expect(readFileSync(join(folder, "many.ndjson")).length).toBeGreaterThan(2 * 1024 * 1024);
  });
});
