import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PageRecord, REMOVALS } from "@zongjie/document";
import { REMOVAL_REASONS } from "@zongjie/lexicon";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ran, records, traces, zongjie } from "./command.ts";
import { breachesOf } from "./laws.ts";

const BODY = "认真落实各项工作要求，扎实推进各项任务，群众满意度进一步提高，取得了明显成效。";
const TEXT = `榆荫一号
枫溪县商务局2023年工作总结
一年来，我局${BODY}
桑榆晚报祝读者安康。
一、狠抓市场建设
全年新增36摊口，实施一二三工程，${BODY}
桑榆扫码阅读
二、狠抓队伍建设
全年培训300人次，${BODY}
`;

let folder = "";
const run = (...words: string[]): Ran => zongjie(words, { cwd: folder });
const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zongjie-review-"));
  for (const name of ["mine/rules", "broken"]) mkdirSync(join(folder, name), { recursive: true });
  put("page.txt", TEXT);
  put("mine/noise-lines.yaml", "noise:\n  advertisement: [桑榆晚报祝读者安康。]\n  navigation: [榆荫一号]\n");
  put("mine/names.yaml", "names: [一二三工程]\n");
  put(
    "mine/units.yaml",
    "groups:\n  - { kind: count, discrete: true, note: of our markets, examples: [新增36摊口], units: [摊口] }\n",
  );
  put(
    "mine/rules/boilerplate.yaml",
    "rules:\n  - id: portal.scan\n    note: of our portal\n    label: widget\n    cue: [桑榆扫码]\n    at: start\n    hit: [桑榆扫码阅读]\n    miss: [在桑榆扫码]\n",
  );
  put(
    "broken/units.yaml",
    "groups:\n  - { kind: money, discrete: true, note: of our markets, examples: [新增36个], units: [摊口] }\n",
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("--lexicon", () => {
  let made: PageRecord | undefined;
  const record = (): PageRecord => {
    made ??= records<PageRecord>(run("run", "page.txt", "--lexicon", "mine").stdout)[0] as PageRecord;
    return made;
  };

  it("takes out the user's lines, by the user's rules", () => {
    const { ledger } = record();
    expect(ledger.filter(({ rule }) => rule.startsWith("user.")).map(({ rule, reason }) => [rule, reason])).toEqual([
      ["user.lines.navigation", "navigation"],
      ["user.lines.advertisement", "advertisement"],
      ["user.portal.scan", "widget"],
    ]);
  });
  it("keeps the laws", () => expect(breachesOf(record(), TEXT)).toEqual([]));
  it("gives the same bytes again", () =>
    expect(run("run", "page.txt", "--lexicon", "mine").stdout).toBe(
      run("run", "page.txt", "--lexicon", "mine").stdout,
    ));
  it("knows the user's units and names", () => {
    const surfaces = record().documents[0]?.figures.map(({ surface, unit }) => [surface, unit]);
    expect(surfaces).toEqual([
      ["36摊口", "摊口"],
      ["300人次", "人次"],
    ]);
  });
  it("holds for clean, figures and explain", () => {
    expect(run("clean", "page.txt", "--lexicon", "mine").stdout).not.toContain("桑榆");
    expect(run("clean", "page.txt").stdout).toContain("桑榆晚报");
    const input = JSON.stringify({ id: 1, text: "新增36摊口" });
    expect(zongjie(["figures", "--lexicon", "mine"], { cwd: folder, input }).stdout).toContain('"unit":"摊口"');
    expect(run("explain", "page.txt", "桑榆扫码", "--lexicon", "mine").stdout).toContain("user.portal.scan");
  });
  it("makes a broken run start afresh with another lexicon", () => {
    run("run", "page.txt", "--out", "one.ndjson");
    run("run", "page.txt", "--out", "two.ndjson", "--resume", "--lexicon", "mine");
    expect(readFileSync(join(folder, "two.ndjson"), "utf8")).not.toBe(readFileSync(join(folder, "one.ndjson"), "utf8"));
  });
  it.each([
    ["broken", /broken\/units\.yaml: rule of our markets: no figure with a unit of the group: 新增36个/],
    ["nowhere", /nowhere: no such folder/],
  ])("that is %s stops the run before it begins", (name, message) => {
    const { status, stdout, stderr } = run("run", "page.txt", "--lexicon", name);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(traces(stderr)).toEqual([]);
  });
  it("names reasons that the ledger has", () =>
    expect(REMOVAL_REASONS.filter((reason) => !REMOVALS.some((known) => known === reason))).toEqual([]));
});

describe("lexicon check", () => {
  it("says what was loaded and tried", () => {
    const { status, stdout } = run("lexicon", "check", "mine");
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /rules\/boilerplate\.yaml: 1 entry\n {2}user\.portal\.scan, 1 of 1 hits right, 1 of 1 misses right/,
    );
    expect(stdout).toMatch(/all well\n$/);
  });
  it("says what is wrong", () => {
    const { status, stdout } = run("lexicon", "check", "broken");
    expect(status).toBe(1);
    expect(stdout).toMatch(/1 problem:\n {2}broken\/units\.yaml/);
  });
});

describe("clean --review", () => {
  interface Row {
    readonly uri: string;
    readonly line: number;
    readonly raw: number;
    readonly what: string;
    readonly confidence: number;
    readonly text: string;
  }
  const rows = (...words: string[]): Row[] =>
    records<Row>(run("clean", "--review", "--format", "json", ...words).stdout);

  it("lists the least sure first, over all pages", () => {
    put("other.txt", `${TEXT}\n分享到：微信\n上一篇：学校工作总结\n`);
    const all = rows("page.txt", "other.txt", "--limit", "100");
    expect(new Set(all.map(({ uri }) => uri))).toEqual(new Set(["page.txt", "other.txt"]));
    expect(new Set(all.map(({ what }) => what)).has("heading")).toBe(true);
    expect(all.map(({ confidence }) => confidence)).toEqual(
      all.map(({ confidence }) => confidence).sort((a, b) => a - b),
    );
    expect(rows("page.txt", "other.txt", "--limit", "3")).toEqual(all.slice(0, 3));
  });
  it("names the line and place in the page as it came", () => {
    const lines = TEXT.split("\n");
    for (const { line, raw, text } of rows("page.txt", "--limit", "100")) {
      expect(lines[line - 1]).toContain(text.slice(0, 4));
      expect(TEXT.slice(raw)).toMatch(new RegExp(`^${text.slice(0, 4)}`));
    }
  });
  it("shows each on one line, and no character that a terminal obeys", () => {
    put("hostile.txt", `${TEXT}上一篇：\u001b[31m学校工作总结\u0007 下一篇：${"很长".repeat(200)}\n`);
    const { stdout } = run("clean", "--review", "hostile.txt", "--limit", "100");
    expect(stdout).toContain("hostile.txt:");
    expect(stdout.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThan(200);
  });
  it.each([
    ["with --diff", ["--review", "--diff"]],
    ["as Markdown", ["--review", "--format", "md"]],
    ["--limit alone", ["--limit", "3"]],
  ])("is refused %s", (_what, words) => expect(run("clean", "page.txt", ...words).status).toBe(2));
});

describe("--to-simplified", () => {
  it.each(["run", "clean"])("writes simplified characters: %s", (command) => {
    put(
      "traditional.txt",
      "楓溪縣衛生院2023年工作總結\n一、基本情況\n全年門診48.5萬人次，同比增長3.2%，取得了明顯成效。\n",
    );
    expect(run(command, "traditional.txt", "--to-simplified").stdout).toContain("全年门诊48.5万人次");
    expect(run(command, "traditional.txt").stdout).toContain("全年門診48.5萬人次");
  });
});
