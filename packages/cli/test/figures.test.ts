import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FigureRow } from "@zongjie/document";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { interrupted, type Ran, records, traces, zongjie } from "../../../test/command.ts";

const TITLE = "东岭县2023年养老服务工作总结";
const PAGE = `首页 > 范文大全 > 正文
${TITLE}
2023年新建社区食堂12个，投入资金1、38亿元。
一、存在的问题
每百张床位不到9人，配有护理员6-15人。
东岭县民政局
2023年12月28日
`;
const EVIL = "\u001b]0;owned\u0007\u001b[2J\u009b1m\u202e\u2066";
const HOSTILE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/;
const FORMATS = ["json", "ndjson", "csv", "table"] as const;

let folder = "";
const run = (...words: string[]): Ran => zongjie(words, { cwd: folder });
const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const rows = (...words: string[]): FigureRow[] => records<FigureRow>(run("figures", ...words).stdout);
const surfaces = (...words: string[]): string[] => rows(...words).map(({ surface }) => surface);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zongjie-figures-"));
  put("page.txt", PAGE);
  put("again.txt", PAGE);
  put("hostile.txt", PAGE.replace("床位", `床${EVIL}位`).replace("存在", `=${EVIL}存在`));
  const { stdout } = run("run", "page.txt", "--keywords", "0");
  put("records.ndjson", stdout);
  put("records.data", stdout);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ALL = ["12个", "1.38亿元", "9人", "6-15人"];

describe("figures of pages", () => {
  it("writes a flat row a line", () => {
    const [first, , beds] = rows("page.txt");
    expect(surfaces("page.txt")).toEqual(ALL);
    expect(first).toMatchObject({ title: TITLE, issuer: "东岭县民政局", section: null, value: 12, source: "page.txt" });
    expect(beds).toMatchObject({ section: "一、存在的问题", qualifier: "at_most", value: 9 });
    expect(PAGE.slice(first?.start, first?.end)).toBe("12个");
  });
  it.each([
    ["records by their name", ["records.ndjson"]],
    ["records by how they begin", ["records.data"]],
  ])("takes %s", (_what, words) => expect(rows(...words)).toEqual(rows("page.txt")));
  it("takes records on stdin", () => {
    const input = readFileSync(join(folder, "records.ndjson"));
    expect(zongjie(["figures", "-"], { cwd: folder, input }).stdout).toBe(run("figures", "page.txt").stdout);
  });
  it("writes one JSON document that keeps to its schema", () => {
    const validate = new Ajv2020({ strict: true }).compile(JSON.parse(run("schema", "figures").stdout) as object);
    for (const words of [["page.txt"], ["page.txt", "--metric", "水利"], ["page.txt", "records.ndjson"]]) {
      const table: unknown = JSON.parse(run("figures", ...words, "--format", "json").stdout);
      expect([validate(table), validate.errors]).toEqual([true, null]);
      expect(table).toEqual({ schema: "zongjie/figures@1", figures: rows(...words) });
    }
  });
  it("writes a CSV that another parser reads as the same rows", () => {
    const { stdout } = run("figures", "page.txt", "--format", "csv");
    const cell = (value: FigureRow[keyof FigureRow]): string => (value === null ? "" : `${value}`);
    expect(stdout).not.toMatch(/[^\r]\n/);
    expect(parse(stdout, { columns: true, record_delimiter: "\r\n" })).toEqual(
      rows("page.txt").map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cell(value)])),
      ),
    );
  });
  it("begins a CSV with a byte-order mark where it is asked to, once", () => {
    const { stdout } = run("figures", "page.txt", "records.ndjson", "--format", "csv", "--bom");
    expect(stdout.split("\ufeff")).toHaveLength(2);
    expect(stdout.startsWith("\ufeffdocument,title,")).toBe(true);
  });
  it("sets a table for reading", () =>
    expect(run("figures", "page.txt", "--format", "table", "--kind", "count").stdout).toBe(
      [
        "metric    value  unit  period  qualifier  surface  section         sentence",
        "社区食堂     12  个    2023               12个                     2023年新建社区食堂12个，投入资金1.38亿元。",
        "百张床位      9  人            at_most    9人      一、存在的问题  每百张床位不到9人，配有护理员6-15人。",
        "护理员     6–15  人                       6-15人   一、存在的问题  每百张床位不到9人，配有护理员6-15人。",
        "",
      ].join("\n"),
    ));
  it("names the documents of a table where there are several", () =>
    expect(run("figures", "page.txt", "again.txt", "--format", "table").stdout.match(/^=====.*$/gm)).toEqual(
      ["page.txt", "again.txt"].map((name) => `===== ${name} #0 ${TITLE} [总结]`),
    ));
});

describe("figures that are asked for", () => {
  it.each([
    ["by metric", ["--metric", "床位"], ["9人"]],
    ["by metrics", ["--metric", "床位，食堂"], ["12个", "9人"]],
    ["by metrics, said twice", ["--metric", "床位", "--metric", "食堂"], ["12个", "9人"]],
    ["by unit in full width", ["--unit", "　个,人"], ["12个", "9人", "6-15人"]],
    ["by kind", ["--kind", "money"], ["1.38亿元"]],
    ["by period", ["--period", "2023", "--kind", "count"], ["12个"]],
    ["suspect", ["--suspect"], ["1.38亿元"]],
    ["by several options", ["--metric", "床位,资金", "--suspect"], ["1.38亿元"]],
  ])("are found %s", (_what, words, found) => expect(surfaces("page.txt", ...words)).toEqual(found));
  it("are none, and that is said", () =>
    expect(run("figures", "page.txt", "--metric", "水利")).toEqual({
      status: 0,
      stdout: "",
      stderr: "zongjie: none of 4 figures is asked for\n",
    }));
  it("are found in texts on stdin", () => {
    const input = '{"id":1,"text":"床位9张，医生3人。"}\n';
    const [row] = records<{ figures: { surface: string }[] }>(zongjie(["figures", "--unit", "张"], { input }).stdout);
    expect(row?.figures.map(({ surface }) => surface)).toEqual(["9张"]);
  });
});

describe("figures of texts", () => {
  it.each([
    "9007199254740993",
    "-0",
    "1.0",
    "1e400",
    '"a\\u0062"',
    "[1, 2]",
    '{"of":12345678901234567890}',
    "true",
    "null",
  ])("gives back the id %s as it was written", (id) => {
    const { status, stdout } = zongjie(["figures"], { input: `{"text":"无","id": ${id} }\n` });
    expect([status, stdout]).toEqual([0, `{"id":${id},"figures":[]}\n`]);
  });
  it("has no id where none was given", () =>
    expect(zongjie(["figures"], { input: '{"text":"无"}' }).stdout).toBe('{"id":null,"figures":[]}\n'));
  it("names three lines without a text, counts the others, and says what may have been meant", () => {
    const { status, stdout, stderr } = zongjie(["figures"], { input: PAGE });
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr.match(/^zongjie: stdin line \d: not a JSON object with a text$/gm)).toHaveLength(3);
    expect(stderr).toMatch(/stdin: 7 lines in all .* give - as INPUT\n$/);
  });
});

describe("figures in trouble", () => {
  it("names what it cannot read, goes on, and ends with status 1", () => {
    const { status, stdout, stderr } = run("figures", "gone.txt", "page.txt");
    expect([status, records(stdout).length]).toEqual([1, 4]);
    expect(stderr).toBe("zongjie: gone.txt: no such file or folder\n");
  });
  it("ends quietly where nobody reads on", async () => {
    const many = Array.from({ length: 40 }, () => "records.ndjson");
    const { stderr } = await interrupted(["figures", ...many], folder, (written) => (0 < written ? "close" : null));
    expect(stderr).toBe("");
  });
  it("writes to a file", () => {
    expect(run("figures", "page.txt", "--out", "figures.ndjson")).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(readFileSync(join(folder, "figures.ndjson"), "utf8")).toBe(run("figures", "page.txt").stdout);
    expect(existsSync(join(folder, "figures.ndjson.part"))).toBe(false);
  });
  it.each(FORMATS)("lets no control character of a page through as %s", (format) => {
    for (const env of [{}, { FORCE_COLOR: "1" }]) {
      const { status, stdout } = zongjie(["figures", "hostile.txt", "-f", format], { cwd: folder, env });
      expect([status, stdout.includes("床")]).toEqual([0, true]);
      expect(stdout.replace(/\u001b\[[\d;]*m/g, "")).not.toMatch(HOSTILE);
    }
  });
  it.each([
    ["a mark without a CSV", ["page.txt", "--bom"], /--bom needs --format csv/],
    ["a table of nothing", ["--format", "table"], /without INPUT/],
    ["a kind that is none", ["page.txt", "--kind", "number"], /"number" is no kind of figure\. There are: count, /],
    ["an empty metric", ["page.txt", "--metric", "门诊,"], /A word is missing/],
    ["a format that is none", ["page.txt", "--format", "xlsx"], /Allowed choices are json, ndjson, csv, table/],
  ])("refuses %s", (_what, words, message) => {
    const { status, stdout, stderr } = run("figures", ...words);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(traces(stderr)).toEqual([]);
  });
});
