import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DocumentOutline } from "@zongjie/document";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ran, records, traces, zongjie } from "../../../test/command.ts";

const TITLE = "东岭县2023年养老服务工作总结";
const PAGE = `首页 > 范文大全 > 正文
${TITLE}
今年以来，全县新建社区食堂12个，投入资金1.38亿元，群众满意度进一步提高。
一、主要做法
    （一）强化督查。每月通报，全年检查12次，发现的问题全部整改到位，群众满意。
（三）培训队伍。举办培训班8期，培训护理员320人次，全部取得合格证书。
二、存在的问题
护理员不足，每百张床位不到9人，持证上岗的只有四成。
东岭县民政局
2023年12月28日
`;
/** What a page must not send to a terminal. */
const HOSTILE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/;
const EVIL = "\u001b]0;owned\u0007\u001b[2J\u009b1m\u202e\u2066";

let folder = "";
const run = (...words: string[]): Ran => zongjie(words, { cwd: folder });
const put = (name: string, bytes: string | Uint8Array): void => writeFileSync(join(folder, name), bytes);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zongjie-outline-"));
  put("page.txt", PAGE);
  mkdirSync(join(folder, "pages"));
  put("pages/a.txt", PAGE);
  put("pages/b.txt", PAGE.replaceAll("养老", "养殖"));
  run("run", "pages", "--out", "records.ndjson", "--keywords", "0");
  const written = records<object>(readFileSync(join(folder, "records.ndjson"), "utf8"));
  put("bare.ndjson", written.map((record) => `${JSON.stringify({ ...record, ledger: [] })}\n`).join(""));
  const evil = PAGE.replace("存在的", `存\u009b在的\u202e`).replace("今年以来", `今年${EVIL}以来`);
  put("hostile.txt", evil.replace("养老服务工作", `养老${EVIL}服务工作`).replace("护理员不足", `护理员${EVIL}不足`));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TREE = `===== page.txt #0 ${TITLE} [总结]
3  「今年以来，全县新建社区食堂12个，投入资金1.3…」 [导语]
4  一、主要做法 [做法]
5      （一）强化督查 [做法]
6      （三）培训队伍 [做法]
7  二、存在的问题 [问题]
9  「东岭县民政局 2023年12月28日」 [落款]
`;

describe("outline", () => {
  it("prints the tree with the lines of the page", () =>
    expect(run("outline", "page.txt")).toEqual({ status: 0, stdout: TREE, stderr: "" }));
  it("says what is wrong with the numbering where it is asked", () =>
    expect(run("outline", "page.txt", "--issues").stdout).toBe(
      TREE.replace("培训队伍 [做法]", "培训队伍 [做法]  ! a number before it is missing"),
    ));
  it("prints whole sections of a role and where they stand", () => {
    const { status, stdout, stderr } = run("outline", "page.txt", "--role", "问题");
    const section = PAGE.slice(PAGE.indexOf("二、"), PAGE.indexOf("\n东岭县民政局"));
    const at = PAGE.indexOf(section);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(new RegExp(`^===== page.txt #0 ${TITLE} \\[总结\\]\n----- \\[问题\\] line 7, `));
    expect(stdout).toContain(` source ${at}..${at + section.length}, text `);
    expect(stdout.endsWith(`\n${section}\n`)).toBe(true);
  });
  it.each([
    ["a comma", ["--role", "问题,落款"]],
    ["a Chinese comma", ["--role", "问题、落款"]],
    ["two options", ["--role", "落款", "--role", "问题"]],
  ])("takes several roles: %s", (_what, options) =>
    expect(run("outline", "page.txt", ...options).stdout.match(/^----- \[..\]/gm)).toEqual([
      "----- [问题]",
      "----- [落款]",
    ]),
  );
  it("says so where no section has the role", () =>
    expect(run("outline", "page.txt", "--role", "附件")).toEqual({
      status: 0,
      stdout: "",
      stderr: "zongjie: no section of the role 附件 in 1 documents\n",
    }));
  it("writes Markdown", () =>
    expect(run("outline", "page.txt", "--format", "markdown").stdout).toContain(
      "\n- 一、主要做法 — 做法, line 4\n    - （一）强化督查 — 做法, line 5\n",
    ));
  it("writes JSON of the schema that it prints", () => {
    const validate = new Ajv2020({ strict: true }).compile(JSON.parse(run("schema", "outline").stdout) as object);
    for (const options of [[], ["--role", "问题"]])
      for (const one of records<DocumentOutline>(run("outline", "pages", "-f", "json", ...options).stdout))
        expect([validate(one), one.sections.every(({ line }) => line !== null)]).toEqual([true, true]);
    expect(validate({})).toBe(false);
  });
  it.each([
    ["folders", ["pages"], "", ["3", "7"]],
    ["records", ["records.ndjson"], "", ["@32", `@${PAGE.indexOf("二、")}`]],
    ["records without a ledger", ["bare.ndjson"], "", ["text 17", `@${PAGE.indexOf("二、")}`]],
  ])("reads %s", (_what, inputs, _none, [first, second]) => {
    const { status, stdout, stderr } = run("outline", ...inputs);
    const heads = stdout.match(/^=====.*$/gm);
    expect([status, stderr]).toEqual([0, ""]);
    expect(heads).toEqual(
      ["a", "b"].map(
        (name) => `===== pages/${name}.txt #0 ${name === "a" ? TITLE : TITLE.replace("养老", "养殖")} [总结]`,
      ),
    );
    const gutters = stdout.split("\n").map((line) => line.trim());
    for (const gutter of [first, second])
      expect(gutters.filter((line) => line.startsWith(`${gutter}  `))).toHaveLength(2);
  });
  it.each([
    ["a page", PAGE, "3  「"],
    ["records", null, "@32  「"],
  ])("reads %s on stdin", (_what, page, row) => {
    const input = page ?? readFileSync(join(folder, "records.ndjson"), "utf8");
    const { status, stdout, stderr } = zongjie(["outline", "-"], { cwd: folder, input });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain(row);
  });
  it("names what it cannot read and goes on", () => {
    put("mixed.ndjson", `not a record\n${readFileSync(join(folder, "records.ndjson"), "utf8")}{"schema":"other"}\n`);
    put("none.ndjson", "\n");
    const { status, stdout, stderr } = run(
      "outline",
      "gone.txt",
      "mixed.ndjson",
      "gone.ndjson",
      "none.ndjson",
      "page.txt",
    );
    expect(status).toBe(1);
    expect(stdout.match(/^=====/gm)).toHaveLength(3);
    expect(stderr.split("\n")).toEqual([
      "zongjie: gone.txt: no such file or folder",
      "zongjie: mixed.ndjson line 1: not a page record (zongjie/page@1)",
      "zongjie: mixed.ndjson line 4: not a page record (zongjie/page@1)",
      "zongjie: gone.ndjson: no such file or folder",
      "zongjie: none.ndjson: holds no page record",
      "",
    ]);
    expect(traces(stderr)).toEqual([]);
  });
  it.each([
    ["text", []],
    ["whole sections", ["--role", "问题,做法"]],
    ["Markdown", ["-f", "md"]],
    ["whole sections as Markdown", ["-f", "md", "--role", "问题"]],
    ["JSON", ["-f", "json", "--role", "问题"]],
  ])("lets no control character of a page through: %s", (_what, options) => {
    for (const env of [{}, { FORCE_COLOR: "1" }]) {
      const { stdout } = zongjie(["outline", "hostile.txt", ...options], { cwd: folder, env });
      expect(stdout).toMatch(/存在的/);
      expect(stdout.replace(/\u001b\[[\d;]*m/g, "")).not.toMatch(HOSTILE);
    }
  });
  it.each([
    ["a role that is none", ["--role", "小说"], /"小说" is no role\. There are: 称谓, 导语, 基本情况.*其他/],
    ["an empty role", ["--role", "问题,"], /"" is no role/],
    ["a confidence that is none", ["--min-confidence", "90"], /from 0 to 1/],
    ["a format that is none", ["--format", "html"], /text, markdown/],
    ["issues of single sections", ["--role", "问题", "--issues"], /--issues does not go with --role/],
  ])("refuses %s", (_what, options, message) => {
    const { status, stdout, stderr } = run("outline", "page.txt", ...options);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(traces(stderr)).toEqual([]);
  });
});
