import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FindingList } from "@zongjie/document";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ran, records, traces, zongjie } from "../../../test/command.ts";

const TITLE = "东岭县2023年养老服务工作总结";
const WELL = `${TITLE}
2023年，全县新建社区食堂12个，其中城区7个、农村5个。
一、主要做法
成立领导小组，每月召开会议，发现的问题全部整改到位，群众满意。
`;
const PAGE = `首页 > 范文大全 > 正文
${TITLE}
2023年，全县新建社区食堂12个，其中城区7个、农村5个，投入资金1、38亿元。
一、基本情况
全县共有老人41260人，其中城区18130人、镇区9870人、农村13360人。家庭医生签约率9625%。
`;
const EVIL = "\u001b]0;owned\u0007\u001b[2J\u009b1m\u202e\u2066";
const HOSTILE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/;

const HEAD = `===== page.txt #0 ${TITLE} [总结]`;
const SEPARATOR = [
  "page.txt:3: 1.38亿元: decimal point written as another mark, the page has 1、38亿元 [decimal-separator]",
  "    2023年，全县新建社区食堂12个，其中城区7个、农村5个，投入资金1.38亿元。",
  "                                                                ^^^^^^^^",
];
const SUM = [
  "page.txt:5: parts sum to 41360人, text says 41260人 (difference 100人) [parts-sum]",
  "    全县共有老人41260人，其中城区18130人、镇区9870人、农村13360人。",
  "                ^^^^^^^          ^^^^^^^      ^^^^^^      ^^^^^^^",
];
const LOST = [
  "page.txt:5: share of 9625%: decimal point lost [decimal-lost]",
  "    家庭医生签约率9625%。",
  "                  ^^^^^",
];
const HOLDS = [
  "page.txt:3: holds: parts sum to 12个, text says 12个 [parts-sum]",
  "    2023年，全县新建社区食堂12个，其中城区7个、农村5个，投入资金1.38亿元。",
  "                            ^^^^          ^^^      ^^^",
];
const SUMMARY = "zongjie: checks that fail: 1 of 2, suspect figures: 2, in 1 of 1 documents\n";

let folder = "";
const run = (...words: string[]): Ran => zongjie(words, { cwd: folder });
const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const text = (...lines: (string | string[])[]): string => `${lines.flat().join("\n")}\n`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zongjie-check-"));
  put("page.txt", PAGE);
  put("again.txt", PAGE);
  put("well.txt", WELL);
  put("hostile.txt", PAGE.replace("家庭", `家${EVIL}庭`).replace("养老", `养${EVIL}老`));
  put("records.ndjson", run("run", "page.txt", "--keywords", "0").stdout);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("check", () => {
  it.each([
    ["what is wrong", [], text(HEAD, SEPARATOR, SUM, LOST), SUMMARY],
    ["what holds too", ["--all"], text(HEAD, HOLDS, SEPARATOR, SUM, LOST), SUMMARY],
    [
      "findings of a code",
      ["--code", "decimal-lost"],
      text(HEAD, LOST),
      "zongjie: checks that fail: 0 of 0, suspect figures: 1, in 1 of 1 documents\n",
    ],
  ])("shows %s", (_what, words, stdout, stderr) =>
    expect(run("check", "page.txt", ...words)).toEqual({ status: 0, stdout, stderr }),
  );
  it("says nothing of a text in which all sums come out", () =>
    expect(run("check", "well.txt", "--strict")).toEqual({
      status: 0,
      stdout: "",
      stderr: "zongjie: checks that fail: 0 of 1, suspect figures: 0, in 0 of 1 documents\n",
    }));
  it("parts documents by an empty line", () =>
    expect(run("check", "page.txt", "again.txt", "--code", "parts-sum").stdout).toBe(
      text(HEAD, SUM, "") + text(HEAD, SUM).replaceAll("page.txt", "again.txt"),
    ));
  it("takes records, whose places are offsets in the source", () => {
    const { status, stdout } = run("check", "records.ndjson", "--code", "parts-sum");
    expect([status, stdout]).toEqual([
      0,
      text(HEAD, SUM).replace("page.txt:5:", `page.txt@${PAGE.indexOf("41260人")}:`),
    ]);
    const input = readFileSync(join(folder, "records.ndjson"));
    expect(zongjie(["check", "-", "--code", "parts-sum"], { cwd: folder, input }).stdout).toBe(stdout);
  });
  it("writes JSON that keeps to its schema and leads back to the page", () => {
    const validate = new Ajv2020({ strict: true }).compile(JSON.parse(run("schema", "check").stdout) as object);
    const list = JSON.parse(run("check", "page.txt", "--format", "json").stdout) as FindingList;
    expect([validate(list), validate.errors]).toEqual([true, null]);
    expect(list.findings).toMatchObject([
      { code: "decimal-separator", stated: 138000000, line: 3 },
      { code: "parts-sum", stated: 41260, computed: 41360, holds: false, line: 5, title: TITLE },
      { code: "decimal-lost", stated: 9625, computed: null },
    ]);
    expect(list.findings[1]?.figures.map(({ raw }) => PAGE.slice(raw.start, raw.end))).toEqual([
      "41260人",
      "18130人",
      "9870人",
      "13360人",
    ]);
    expect(records(run("check", "page.txt", "--format", "ndjson").stdout)).toEqual(list.findings);
    expect(JSON.parse(run("check", "well.txt", "--format", "json").stdout)).toEqual({
      schema: list.schema,
      findings: [],
    });
  });
  it.each([
    ["a check that fails", ["page.txt", "--code", "parts-sum"]],
    ["a suspect figure", ["page.txt", "--code", "decimal-lost"]],
    ["a finding in a record", ["records.ndjson"]],
  ])("ends with status 1 on %s where it is strict", (_what, words) =>
    expect(run("check", ...words, "--strict").status).toBe(1),
  );
  it("names what it cannot read, goes on, and ends with status 1", () => {
    const { status, stdout, stderr } = run("check", "gone.txt", "page.txt");
    expect([status, stdout]).toEqual([1, text(HEAD, SEPARATOR, SUM, LOST)]);
    expect(stderr).toBe(`zongjie: gone.txt: no such file or folder\n${SUMMARY}`);
  });
  it("writes to a file", () => {
    expect(run("check", "page.txt", "--out", "found.txt")).toEqual({ status: 0, stdout: "", stderr: SUMMARY });
    expect(readFileSync(join(folder, "found.txt"), "utf8")).toBe(run("check", "page.txt").stdout);
  });
  it("marks what is wrong in colour, and only that", () => {
    const coloured = (env: Readonly<Record<string, string>>): string =>
      zongjie(["check", "page.txt", "--all"], { cwd: folder, env }).stdout;
    expect(coloured({ FORCE_COLOR: "1" })).toContain("\u001b[1;31mparts sum to 41360人");
    expect(coloured({ FORCE_COLOR: "1" }).replace(/\u001b\[[\d;]*m/g, "")).toBe(coloured({}));
    expect(coloured({ NO_COLOR: "1" })).toBe(coloured({}));
  });
  it.each(["text", "json", "ndjson"])("lets no control character of a page through as %s", (format) => {
    for (const env of [{}, { FORCE_COLOR: "1" }]) {
      const { status, stdout } = zongjie(["check", "hostile.txt", "-f", format], { cwd: folder, env });
      expect([status, stdout.includes("签约率9625%")]).toEqual([0, true]);
      expect(stdout.replace(/\u001b\[[\d;]*m/g, "")).not.toMatch(HOSTILE);
    }
  });
  it.each([
    ["a code that is none", ["page.txt", "--code", "sum"], /"sum" is no code\. There are: parts-sum, .*garbled/],
    ["a format that is none", ["page.txt", "--format", "csv"], /Allowed choices are text, json, ndjson/],
    ["no input", [], /missing required argument 'input'/],
  ])("refuses %s", (_what, words, message) => {
    const { status, stdout, stderr } = run("check", ...words);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(traces(stderr)).toEqual([]);
  });
});
