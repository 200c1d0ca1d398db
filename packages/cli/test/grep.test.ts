import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ran, records, traces, zongjie } from "../../../test/command.ts";

const TITLE = "东岭县2023年养老服务工作总结";
const PAGE = `首页 > 范文大全 > 正文
${TITLE}
今年以来，全县养老服务人员团结一心，新建社区食堂12个，群众满意度进一步提高。
一、主要做法
配齐工作人员，每月召开会议。全年检查12次，发现的问题全部整改到位。
二、存在的问题
（一）人员不足
护理人员缺口大。每百张床位不到9人。培训跟不上，持证率低。
（二）设施老化
敬老院多建于上世纪。改造资金缺口较大，GDP占比低。
`;
const HOSTILE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/;
const EVIL = "\u001b]0;owned\u0007\u001b[2J\u009b1m\u202e\u2066";

let folder = "";
const run = (...words: string[]): Ran => zongjie(words, { cwd: folder });
const put = (name: string, bytes: string | Uint8Array): void => writeFileSync(join(folder, name), bytes);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zongjie-grep-"));
  mkdirSync(join(folder, "pages"));
  put("page.txt", PAGE);
  put("pages/a.txt", PAGE);
  put("pages/b.txt", PAGE.replaceAll("养老", "养殖"));
  run("run", "pages", "--out", "records.ndjson", "--keywords", "0");
  put("hostile.txt", PAGE.replace("缺口大", `缺${EVIL}口大`).replace("（一）人员", `（一）${EVIL}人员`));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (headings: string, sentence: string): string => `page.txt:0:${TITLE}${headings}: ${sentence}\n`;
const PROBLEMS = " › 二、存在的问题";
const STAFF = `${PROBLEMS} › （一）人员不足`;
const HOUSES = `${PROBLEMS} › （二）设施老化`;
const [LACK, BEDS, TRAINING] = ["护理人员缺口大。", "每百张床位不到9人。", "培训跟不上，持证率低。"];
const FUNDS = "改造资金缺口较大，GDP占比低。";

describe("grep", () => {
  it.each([
    ["anywhere", ["9人"], at(STAFF, BEDS)],
    ["in a role", ["--role", "问题", "人员"], at(PROBLEMS, "（一）人员不足") + at(STAFF, LACK)],
    ["in roles of a kind", ["--role", "问题,做法", "--kind", "总结", "缺口"], at(STAFF, LACK) + at(HOUSES, FUNDS)],
    ["full-width", ["大，"], at(HOUSES, FUNDS)],
    ["half-width", ["大,"], at(HOUSES, FUNDS)],
    ["small letters", ["-i", "gdp占比"], at(HOUSES, FUNDS)],
    ["with a regular expression", ["--regex", "缺口.?大。$"], at(STAFF, LACK)],
    ["a pattern that looks like an option", ["--regex", "--", "-?9人"], at(STAFF, BEDS)],
    [
      "with context",
      ["-C", "1", "床位"],
      at(STAFF, LACK).replaceAll(":", "-") + at(STAFF, BEDS) + at(STAFF, TRAINING).replaceAll(":", "-"),
    ],
    [
      "with stretches of context apart",
      ["-C", "1", "--role", "问题", "--regex", "^护理|^改造"],
      [
        at(PROBLEMS, "（一）人员不足").replaceAll(":", "-") + at(STAFF, LACK) + at(STAFF, BEDS).replaceAll(":", "-"),
        at(HOUSES, "敬老院多建于上世纪。").replaceAll(":", "-") + at(HOUSES, FUNDS),
      ].join("--\n"),
    ],
    ["as a number", ["--count", "缺口"], `page.txt:0:${TITLE}: 2\n2 sentences in 1 of 1 documents\n`],
  ])("finds sentences: %s", (_what, words, stdout) =>
    expect(run("grep", ...words, "page.txt")).toEqual({ status: 0, stdout, stderr: "" }),
  );
  it.each([
    ["words that are not there", ["水利"]],
    ["words that are there in another role", ["--role", "建议", "人员"]],
    ["words that are there in another kind", ["--kind", "计划", "人员"]],
  ])("ends with status 1 on %s", (_what, words) =>
    expect(run("grep", ...words, "page.txt")).toEqual({ status: 1, stdout: "", stderr: "" }),
  );
  it("counts nothing too", () =>
    expect(run("grep", "水利", "page.txt", "-c")).toEqual({
      status: 1,
      stdout: "0 sentences in 0 of 1 documents\n",
      stderr: "",
    }));
  it("writes JSON with the place in the page", () => {
    const [one, ...others] = records<{ line: number; raw: { start: number; end: number }; text: string }>(
      run("grep", "床位", "page.txt", "--json", "-C", "1").stdout,
    );
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      uri: "page.txt",
      document: 0,
      title: TITLE,
      kind: "总结",
      role: "问题",
      headings: ["二、存在的问题", "（一）人员不足"],
      text: BEDS,
      matches: [{ start: 3, end: 5 }],
      before: [LACK],
      after: [TRAINING],
      line: 8,
    });
    expect(PAGE.slice(one?.raw.start, one?.raw.end)).toBe(BEDS);
    expect(records(run("grep", "缺口", "page.txt", "--json", "--count").stdout)).toMatchObject([{ count: 2 }]);
  });
  it("finds in records what it finds in the pages", () => {
    const words = ["grep", "--role", "问题", "缺口"];
    const { status, stdout } = run(...words, "records.ndjson");
    expect([status, stdout.match(/^pages\/[ab]\.txt:/gm)?.length]).toEqual([0, 4]);
    expect(stdout).toBe(run(...words, "pages").stdout);
    const input = readFileSync(join(folder, "records.ndjson"), "utf8");
    expect(zongjie([...words, "-"], { cwd: folder, input }).stdout).toBe(stdout);
  });
  it("names what it cannot read, goes on, and ends with status 1", () => {
    const { status, stdout, stderr } = run("grep", "9人", "gone.txt", "page.txt");
    expect([status, stdout]).toEqual([1, at(STAFF, BEDS)]);
    expect(stderr).toBe("zongjie: gone.txt: no such file or folder\n");
  });
  it("marks what was found in colour", () =>
    expect(zongjie(["grep", "床位", "page.txt"], { cwd: folder, env: { FORCE_COLOR: "1" } }).stdout).toContain(
      "每百张\u001b[1;31m床位\u001b[22;39m不到9人。",
    ));
  it.each([
    ["text", []],
    ["context", ["-C", "3"]],
    ["JSON", ["--json", "-C", "1"]],
    ["a count", ["--count"]],
  ])("lets no control character of a page through: %s", (_what, options) => {
    for (const env of [{}, { FORCE_COLOR: "1" }]) {
      const { status, stdout } = zongjie(["grep", "大", "hostile.txt", ...options], { cwd: folder, env });
      expect(status).toBe(0);
      expect(stdout.replace(/\u001b\[[\d;]*m/g, "")).not.toMatch(HOSTILE);
    }
  });
  it("gives up a pattern that has no end on a text", () => {
    put("long.txt", PAGE.replace("护理人员", "护".repeat(80)));
    const { status, stderr } = run("grep", "--regex", "(护+)+乙", "long.txt", "--out", "found.txt");
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: long\.txt: the pattern does not come to an end within 2 s/);
    expect([existsSync(join(folder, "found.txt")), existsSync(join(folder, "found.txt.part"))]).toEqual([false, false]);
    expect(traces(stderr)).toEqual([]);
  });
  it.each([
    ["no regular expression", ["--regex", "(护", "page.txt"], /Invalid regular expression/],
    ["a role that is none", ["--role", "难题", "护", "page.txt"], /"难题" is no role\. There are: 称谓, .*问题/],
    ["a kind that is none", ["--kind", "小说", "护", "page.txt"], /"小说" is no kind of document\. There are: 总结, /],
    ["no input", ["护"], /missing required argument 'input'/],
  ])("refuses %s", (_what, words, message) => {
    const { status, stdout, stderr } = run("grep", ...words);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(traces(stderr)).toEqual([]);
  });
});
