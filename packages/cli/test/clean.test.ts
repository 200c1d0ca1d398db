import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ran, records, traces, zongjie } from "../../../test/command.ts";

const TITLE = "枫溪县卫生院2023年工作总结";
const BODY =
  "一、基本情况\n全年门诊48.5万人次，同比增长3、2%。全院干部职工认真落实各项工作要求，扎实推进各项任务，取得了明显成效。\n二、主要做法\n下乡义诊36次，接诊1950人次，群众满意度达到98.5%，各项任务全面完成。";
const PAGE = `首页 > 范文大全 > 正文\n${TITLE}\n作者：青禾 来源：枫溪文库 2023-12-30\n${BODY}\n`;
const HTML = `<html><head><title>x</title></head><body><script>var a = 1 < 2;</script><div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/b">教育</a></li></ul></div><div class="content"><h1>${TITLE}</h1><p>${BODY.replaceAll("\n", "</p>\n<p>")}</p><p>详见<a href="https://example.org/">统计公报</a>和<a href="javascript:alert(1)">附件</a>，欢迎各界监督指正。</p></div></body></html>`;

let folder = "";
/** What clean makes of page.txt without any option. */
let plain = "";
const run = (...words: string[]): Ran => zongjie(words, { cwd: folder });
const put = (name: string, bytes: string | Uint8Array): void => writeFileSync(join(folder, name), bytes);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zongjie-clean-"));
  put("page.txt", PAGE);
  put("page.html", HTML);
  put("short.txt", "枫溪县医院工作总结\n一年来全院职工团结一心，完成了各项任务。\n");
  mkdirSync(join(folder, "pages"));
  put("pages/a.txt", PAGE);
  put("pages/b.html", HTML);
  plain = run("clean", "page.txt").stdout;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("--keep and --drop", () => {
  const crumb = "首页 > 范文大全 > 正文";
  const byline = "作者：青禾 来源：枫溪文库 2023-12-30";
  it.each([
    ["neither", [], false, false],
    ["one reason", ["--keep", "byline"], false, true],
    ["two with a comma", ["--keep", "byline, breadcrumb"], true, true],
    ["two options", ["--keep", "byline", "--keep", "breadcrumb"], true, true],
    ["all but one", ["--drop", "byline"], true, false],
    ["all but two", ["--drop", "byline", "--drop", "breadcrumb"], false, false],
  ])("%s", (_what, options, hasCrumb, hasByline) => {
    const { status, stdout } = run("clean", "page.txt", ...options);
    const lines = stdout.split("\n");
    expect(status).toBe(0);
    expect([lines.includes(crumb), lines.includes(byline)]).toEqual([hasCrumb, hasByline]);
    const others = lines.filter((line) => line !== crumb && line !== byline).join("\n");
    expect(others).toBe(plain);
  });
  it.each([
    ["markup", ["--keep", "markup"], /markup is no class of noise.*navigation, breadcrumb/],
    ["a repair", ["--drop", "decimal-separator"], /decimal-separator is no class of noise/],
    ["an unknown reason", ["--keep", "byline,noise"], /"noise" is no reason.*navigation, breadcrumb.*other/],
    ["nothing", ["--keep", ""], /"" is no reason/],
    ["both", ["--keep", "byline", "--drop", "footer"], /cannot be used with/],
  ])("refuse %s", (_what, options, message) => {
    for (const command of ["clean", "run"]) {
      const { status, stdout, stderr } = run(command, "page.txt", ...options);
      expect([status, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(message);
      expect(traces(stderr)).toEqual([]);
    }
  });
});

describe("--min-length", () => {
  it("leaves out and counts what is shorter", () => {
    const { status, stdout, stderr } = run("clean", "page.txt", "short.txt", "--min-length", "100", "-f", "json");
    expect(status).toBe(0);
    expect(records<{ uri: string }>(stdout).map(({ uri }) => uri)).toEqual(["page.txt"]);
    expect(stderr).toBe("zongjie: 1 documents with fewer than 100 characters left out\n");
  });
  it("does not count blanks", () => {
    const text = run("clean", "short.txt").stdout.replace(/\s/g, "");
    expect(run("clean", "short.txt", "--min-length", `${text.length}`).stderr).toBe("");
    expect(run("clean", "short.txt", "--min-length", `${text.length + 1}`).stdout).toBe("");
  });
  it("run has none, and says why", () => {
    expect(run("run", "page.txt", "--min-length", "9").status).toBe(2);
    expect(run("run", "--help").stdout).toContain("zongjie clean --min-length");
  });
});

describe("--keep-links", () => {
  it("keeps links in Markdown", () => {
    expect(run("clean", "page.html", "-f", "md", "--keep-links").stdout).toContain(
      "详见[统计公报](https://example.org/)和附件，",
    );
    expect(run("clean", "page.html", "-f", "md").stdout).toContain("详见统计公报和附件，");
  });
  it("needs Markdown", () => {
    const { status, stderr } = run("clean", "page.html", "--keep-links");
    expect([status, stderr.includes("--keep-links needs --format md")]).toEqual([2, true]);
  });
});

describe("--diff", () => {
  const diff = (env: Record<string, string>, ...words: string[]): string =>
    zongjie(["clean", "--diff", ...words], { cwd: folder, env }).stdout;

  it("marks what went and what came", () =>
    expect(diff({}, "page.txt")).toBe(
      `===== page.txt\n[-首页 > 范文大全 > 正文⏎-]\n${TITLE}\n[-作者：青禾 来源：枫溪文库 2023-12-30⏎-]\n${BODY.replace("3、2", "3[-、-]{+.+}2")}\n`,
    ));
  it("is the clean text where the marks are taken at their word", () => {
    put("wrapped.txt", `\r\n ${PAGE.replace("全院干部", "全院\u200b干 部").replaceAll("\n", "\r\n\r\n  ")}`);
    const clean = diff({}, "wrapped.txt")
      .replace(/^=====.*\n/, "")
      .replace(/\[-[^\]]*?-\](?:(?<=⏎-\])\n(?!\n))?/g, "")
      .replace(/\{\+(.*?)\+\}/g, "$1");
    expect(clean.replace(/\n+/g, "\n").trim()).toBe(run("clean", "wrapped.txt").stdout.trim());
  });
  it("folds markup, scripts too", () => {
    const found = diff({}, "page.html");
    expect(found).toMatch(/\[-(?:‹\d+›)?首页‹\d+›教育‹\d+›-\]/);
    expect(found).not.toMatch(/var a|<script|<div/);
  });
  it("is in colour where it is asked for, struck red and green", () => {
    const found = diff({ FORCE_COLOR: "1" }, "page.txt");
    expect(found).toContain("\u001b[9;31m首页 > 范文大全 > 正文⏎\u001b[29;39m\n");
    expect(found).toContain("3\u001b[9;31m、\u001b[29;39m\u001b[32m.\u001b[39m2%");
    expect(found).not.toContain("[-");
    for (const env of [{ NO_COLOR: "1" }, { FORCE_COLOR: "0" }, {}])
      expect(diff(env, "page.txt")).not.toContain("\u001b");
  });
  it.each([
    ["a text", "hostile.txt", (evil: string) => PAGE.replace("首页", `首页${evil}`).replace("门诊", `门诊${evil}`)],
    ["HTML", "hostile.html", (evil: string) => HTML.replace("首页", `首页${evil}`).replace("门诊", `门诊${evil}`)],
  ])("lets no control character of %s through", (_what, name, make) => {
    put(name, make("\u001b]0;owned\u0007\u001b[2J\u009b1m\u202e\u2066\b\r\u200b\u0000"));
    for (const env of [{}, { FORCE_COLOR: "1" }]) {
      const shown = diff(env, name).replace(/\u001b\[[\d;]*m/g, "");
      expect(shown).toContain("\\x1b]0;owned\\x07");
      expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/);
    }
    const report = run("clean", name, "--report", "-", "--out", "clean.txt").stderr;
    expect(report).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });
  it.each([["--format=md"], ["--min-length=3"], ["--keep-links"]])("does not go with %s", (option) =>
    expect(run("clean", "page.txt", "--diff", option).status).toBe(2),
  );
});

describe("--report", () => {
  it("sums entries and characters by reason over all pages", () => {
    const { status } = run("clean", "pages", "--report", "removed.json", "--out", "clean.txt");
    const report = JSON.parse(readFileSync(join(folder, "removed.json"), "utf8")) as {
      pages: number;
      characters: number;
      reasons: { reason: string; entries: number; characters: number; share: number; example: { uri: string } }[];
    };
    expect(status).toBe(0);
    expect([report.pages, report.characters]).toEqual([2, PAGE.length + HTML.length]);
    const ledger = records<{ ledger: { reason: string; start: number; end: number }[] }>(
      run("run", "pages", "--keywords", "0").stdout,
    ).flatMap((record) => record.ledger);
    expect(report.reasons.length).toBeGreaterThan(3);
    expect(new Set(report.reasons.map(({ reason }) => reason))).toEqual(new Set(ledger.map(({ reason }) => reason)));
    for (const { reason, entries, characters, share } of report.reasons) {
      const own = ledger.filter((entry) => entry.reason === reason);
      const size = own.reduce((sum, { start, end }) => sum + end - start, 0);
      expect([reason, entries, characters, share]).toEqual([reason, own.length, size, size / report.characters]);
    }
  });
  it("is a table on stderr or in a file, beside the clean text", () => {
    const { stdout, stderr } = run("clean", "page.txt", "--report", "-");
    expect(stdout).toBe(plain);
    expect(stderr).toMatch(/^reason +entries +characters +share +example\n/);
    expect(stderr).toMatch(/^breadcrumb +1 +15 +\d+\.\d % {2}首页 > 范文大全 > 正文$/m);
    expect(stderr).toMatch(/^decimal-separator +1 +1 +\d+\.\d % {2}，同比增长3\[、→\.\]2%。全院干$/m);
    run("clean", "page.txt", "--report", "removed.txt");
    expect(readFileSync(join(folder, "removed.txt"), "utf8")).toBe(stderr);
  });
  it.each([
    ["an input", ["--report", "page.txt"], /page\.txt: is read as input, give --report another name/],
    ["the output", ["--report", "same.txt", "--out", "same.txt"], /same\.txt: is --out, give --report another name/],
    ["a folder", ["--report", "pages"], /pages: a folder/],
  ])("refuses %s", (_what, options, message) => {
    const { status, stderr } = run("clean", "page.txt", ...options);
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(readFileSync(join(folder, "page.txt"), "utf8")).toBe(PAGE);
    expect(existsSync(join(folder, "same.txt"))).toBe(false);
  });
});
