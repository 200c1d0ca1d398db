import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunReport } from "@zongjie/document";
import { reportSchema } from "@zongjie/document/schema";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Ran, zongjie } from "../../../test/command.ts";

const PAGE = `东岭县2023年养老服务工作总结
2023年新建社区食堂12个，投入资金1、38亿元，其中省级补助8000万元、县级配套2000万元。
共收到来信110件，其中投诉60件、咨询40件。
东岭县民政局
2023年12月28日
`;

let folder = "";
const run = (...words: string[]): Ran => zongjie(["run", ...words, "--keywords", "0"], { cwd: folder });
const read = (name: string): string => readFileSync(join(folder, name), "utf8");
const report = (name: string): RunReport => reportSchema.parse(JSON.parse(read(name)));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zongjie-run-report-"));
  mkdirSync(join(folder, "pages"));
  writeFileSync(
    join(folder, "pages", "a.html"),
    `<html><body><p>${PAGE.replaceAll("\n", "</p><p>")}</p></body></html>`,
  );
  writeFileSync(join(folder, "pages", "b.txt"), PAGE.replace("12个", "13个"));
  writeFileSync(join(folder, "pages", "empty.txt"), "");
  writeFileSync(join(folder, "pages", "rows.jsonl"), `${JSON.stringify({ id: 7, text: PAGE })}\n{"id": 8}\n`);
  writeFileSync(join(folder, "locked.html"), "");
  symlinkSync("pages", join(folder, "linked"));
  run("pages", "nowhere.txt", "--out", "whole/", "--report", "whole.json");
});
beforeEach(() => {
  for (const name of readdirSync(folder))
    if (/^(?:out|run|report)/.test(name)) rmSync(join(folder, name), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("run --report", () => {
  it("of a run folder is what zongjie report says of it", () => {
    const ran = run("pages", "nowhere.txt", "--out", "run/", "--report", "run/report.json", "--report", "report.html");
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain("zongjie: 6 pages, 3 of them failed; 3 documents, ");
    expect(zongjie(["report", "run/", "-o", "report2.json", "-o", "report2.html"], { cwd: folder }).status).toBe(0);
    expect(read("run/report.json")).toBe(read("report2.json"));
    expect(read("report.html")).toBe(read("report2.html"));
    expect(readdirSync(join(folder, "run")).filter((name) => /part|state|lock/.test(name))).toEqual([]);
  });

  it.each(["out.ndjson", "out.ndjson.gz", "out.gz", "out"])("of %s is the same", (out) => {
    run("pages", "nowhere.txt", "--out", out, "--report", "report.json");
    const untimed = (name: string): unknown => {
      const { slowest, ...rest } = report(name);
      return { ...rest, slowest: slowest?.map(({ uri }) => uri).sort() };
    };
    expect(untimed("report.json")).toEqual(untimed("whole.json"));
    expect(report("report.json").failures.pages.map(({ uri }) => uri)).toEqual([
      "pages/empty.txt",
      "pages/rows.jsonl#8",
      "nowhere.txt",
    ]);
  });

  it("reports a run that could read nothing", () => {
    expect(run("nowhere.txt", "--out", "out.gz", "--report", "report.json").status).toBe(1);
    expect(report("report.json").pages).toMatchObject({ count: 1, failed: 1 });
  });

  it.each<[string, string[], number, string]>([
    ["stdout", ["pages", "--report", "report.json"], 2, "what goes to stdout cannot be read again"],
    ["- for stdout", ["pages", "--out", "-", "--report", "report.json"], 2, "cannot be read again"],
    ["a device", ["pages", "--out", "/dev/null", "--report", "report.json"], 1, "/dev/null: no file"],
    ["another ending", ["pages", "--out", "out", "--report", "report.pdf"], 2, "must end in .html or .json"],
    ["one name twice", ["pages", "--out", "out", "--report", "report.json", "--report", "./report.json"], 2, "twice"],
    ["no such folder", ["pages", "--out", "out", "--report", "none/report.json"], 1, "none/report.json: no such file"],
    ["a folder", ["pages", "--out", "out", "--report", "run.html"], 1, "run.html: a folder, not a file"],
    ["the output", ["pages", "--out", "out.json", "--report", "out.json"], 1, "out.json: is what the run writes"],
    ["the manifest", ["pages", "--out", "run/", "--report", "run/manifest.json"], 1, "is what the run writes"],
    ["an input", ["locked.html", "--out", "out", "--report", "locked.html"], 1, "locked.html: is read as input"],
    ["a page of an input folder", ["pages", "--out", "out", "--report", "pages/a.html"], 1, "is read as input"],
    ["the same by a link", ["pages", "--out", "out", "--report", "linked/a.html"], 1, "is read as input"],
    ["a page of a pattern", ["pages/*.html", "--out", "out", "--report", "pages/a.html"], 1, "is read as input"],
  ])("is refused before the run: %s", (_, words, status, said) => {
    mkdirSync(join(folder, "run.html"));
    const page = read("pages/a.html");
    const ran = run(...words);
    expect([ran.status, ran.stdout, ran.stderr]).toEqual([status, "", expect.stringContaining(said)]);
    expect(read("pages/a.html")).toBe(page);
    expect(
      ["out", "out.part", "out.lock", "run", "report.json", "report.json.part"].filter((name) =>
        existsSync(join(folder, name)),
      ),
    ).toEqual([]);
  });
});
