import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as zlib from "node:zlib";
import type { FigureRow, PageRecord } from "@zongjie/document";
import { parse } from "csv-parse/sync";
import { parquetReadObjects } from "hyparquet";
import readXlsxFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ran, records, zongjie } from "../../../test/command.ts";

const page = (title: string, unit: string, date: string): string => `首页 > 范文大全 > 正文
${title}
2023年新建社区食堂12个，投入资金1、38亿元。
一、存在的问题
每百张床位不到9人，配有护理员6-15人。
${unit}
${date}
`;
const EVIL = "\u001b]0;owned\u0007\u202e";
const TITLE = "东岭县2023年养老服务工作总结";
const PAGES = {
  "a.txt": page(TITLE, "东岭县民政局", "2023年12月28日"),
  "b.txt": page("西塘镇2024年养老服务工作计划", "西塘镇人民政府", "2024年1月15日"),
  "c.txt": page(TITLE, "东岭县民政局", "2023年12月28日").replace("床位", `床${EVIL}位`).replace("存在", "=存在"),
};

let folder = "";
let figures: FigureRow[] = [];
const run = (...words: string[]): Ran => zongjie(words, { cwd: folder });
const read = (name: string): Buffer => readFileSync(join(folder, name));
const leftovers = (): string[] => readdirSync(folder).filter((name) => /\.part|\.spool/.test(name));

/** Converts the records; the run has to go well. */
function convert(to: string, ...words: string[]): string {
  const { status, stderr } = run("convert", "records.ndjson", "--to", to, ...words);
  expect([status, stderr]).toEqual([0, expect.stringMatching(/^zongjie: wrote /)]);
  return stderr;
}

const csv = (name: string): Record<string, string>[] => parse(read(name), { columns: true });

async function sheets(name: string): Promise<Map<string, Record<string, unknown>[]>> {
  const all = await readXlsxFile(read(name));
  return new Map(
    all.map(({ sheet, data: [head = [], ...rows] }) => [
      sheet,
      rows.map((row) => Object.fromEntries(head.map((column, i) => [column, row[i]]))),
    ]),
  );
}

async function parquet(name: string): Promise<Record<string, unknown>[]> {
  return parquetReadObjects({ file: new Uint8Array(read(name)).buffer });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zongjie-convert-"));
  for (const [name, text] of Object.entries(PAGES)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "records.ndjson"), run("run", ...Object.keys(PAGES)).stdout);
  figures = records<FigureRow>(run("figures", "records.ndjson").stdout);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("tables", () => {
  it("are, as CSV, what zongjie figures writes", () => {
    convert("figures.csv", "--bom");
    expect(read("figures.csv").toString()).toBe(run("figures", "records.ndjson", "--format", "csv", "--bom").stdout);
    expect(csv("figures.csv")).toHaveLength(figures.length);
  });

  it("hold the same figures as Parquet", async () => {
    convert("figures.parquet");
    expect(await parquet("figures.parquet")).toEqual(figures);
  });

  it("hold the same figures as XLSX, beside documents, sections and checks", async () => {
    convert("all.xlsx");
    const all = await sheets("all.xlsx");
    expect([...all.keys()]).toEqual(["documents", "figures", "sections", "checks"]);
    const plain = ({ surface, value, low, high, masked, start, end }: FigureRow): object => {
      return { surface, value, low, high, masked, start, end };
    };
    expect((all.get("figures") as unknown as FigureRow[]).map(plain)).toEqual(figures.map(plain));
    expect(all.get("documents")?.[1]).toMatchObject({
      title: "西塘镇2024年养老服务工作计划",
      kind: "计划",
      unit: "西塘镇人民政府",
      date: new Date("2024-01-15"),
      figures: 4,
      source: "b.txt",
    });
    expect(all.get("sections")?.find(({ heading }) => heading !== null)).toMatchObject({
      heading: "一、存在的问题",
      role: "问题",
    });
  });

  it("name each document once, its counts those of the record", () => {
    convert("documents.csv", "--text");
    const pages = records<PageRecord>(read("records.ndjson").toString());
    expect(
      csv("documents.csv").map(({ document, text, figures: count, failing }) => [document, text, count, failing]),
    ).toEqual(
      pages.flatMap(({ documents }) =>
        documents.map(({ id, text, figures, checks }) => [
          id,
          text,
          `${figures.length}`,
          `${checks.filter(({ holds }) => !holds).length}`,
        ]),
      ),
    );
  });

  it("let no control character of a page through, and no formula", async () => {
    const titles = ["=cmd|' /C calc'!A0", "@SUM(1)", "+1"];
    const [record] = records<PageRecord>(read("records.ndjson").toString());
    const documents = titles.flatMap((title) => record?.documents.map((document) => ({ ...document, title })) ?? []);
    writeFileSync(join(folder, "titles.ndjson"), JSON.stringify({ ...record, documents }));
    for (const to of ["titles.csv", "titles.xlsx"]) run("convert", "titles.ndjson", "--to", to, "--table", "documents");
    expect(csv("titles.csv").map(({ title }) => title)).toEqual(titles.map((title) => `'${title}`));
    expect((await sheets("titles.xlsx")).get("documents")?.map(({ title }) => title)).toEqual(titles);
    expect(read("figures.csv").toString()).not.toMatch(/[\u001b\u0007\u202e]/);
  });

  it("stand in a new folder, a file each", async () => {
    convert("tables", "--format", "parquet", "--table", "figures,documents");
    expect(readdirSync(join(folder, "tables")).sort()).toEqual(["documents.parquet", "figures.parquet"]);
    expect(await parquet("tables/figures.parquet")).toHaveLength(figures.length);
  });

  it.each([
    ["kind", "split-k.csv", ["split-k-总结.csv", "split-k-计划.csv"]],
    ["unit", "split-u.parquet", ["split-u-东岭县民政局.parquet", "split-u-西塘镇人民政府.parquet"]],
    ["year", "split-y.xlsx", ["split-y-2023.xlsx", "split-y-2024.xlsx"]],
    ["source", "split-s.csv.gz", ["split-s-a.csv.gz", "split-s-b.csv.gz", "split-s-c.csv.gz"]],
    ["site", "split-o.ndjson", ["split-o-unknown.ndjson"]],
  ])("are split by %s", (by, to, files) => {
    convert(to, "--split-by", by);
    expect(
      readdirSync(folder)
        .filter((name) => name.startsWith(to.slice(0, 7)))
        .sort(),
    ).toEqual(files);
  });

  it("lose and double nothing when they are split", () => {
    convert("parts", "--format", "csv", "--table", "figures", "--split-by", "kind");
    const rows = ["总结", "计划"].flatMap((kind) => csv(`parts/${kind}/figures.csv`));
    expect(rows.map(({ document, surface }) => `${document} ${surface}`).sort()).toEqual(
      figures.map(({ document, surface }) => `${document} ${surface}`).sort(),
    );
  });
});

describe("records", () => {
  it("are the same after they were packed and unpacked", () => {
    convert("packed.ndjson.gz");
    expect(zlib.gunzipSync(read("packed.ndjson.gz")).equals(read("records.ndjson"))).toBe(true);
    expect(run("figures", "packed.ndjson.gz").stdout).toBe(run("figures", "records.ndjson").stdout);
  });

  it("that are cut off in a packed file are named, what came before is taken", () => {
    writeFileSync(join(folder, "cut.ndjson.gz"), read("packed.ndjson.gz").subarray(0, -20));
    const { status, stderr } = run("convert", "cut.ndjson.gz", "--to", "cut.csv");
    expect([status, stderr]).toEqual([1, expect.stringMatching(/cut\.ndjson\.gz: unexpected end of file/)]);
  });

  it.skipIf("createZstdCompress" in zlib)("are not packed as this Node cannot", () => {
    const { status, stderr } = run("convert", "records.ndjson", "--to", "records.ndjson.zst");
    expect([status, stderr]).toEqual([1, expect.stringContaining("has no zstd")]);
    expect(existsSync(join(folder, "records.ndjson.zst"))).toBe(false);
  });

  it("may as well be pages", () => {
    expect(run("convert", ...Object.keys(PAGES), "--to", "-", "--format", "csv", "--table", "figures").stdout).toBe(
      run("figures", "records.ndjson", "--format", "csv").stdout,
    );
  });

  it("are read by zongjie clean too", () =>
    expect(run("clean", "records.ndjson").stdout).toBe(run("clean", ...Object.keys(PAGES)).stdout));
});

describe("Markdown files", () => {
  it("hold a document each, named by its headline, with what is known of it", () => {
    convert("articles", "--format", "md", "--split-by", "kind");
    expect(readdirSync(join(folder, "articles/总结")).sort()).toEqual([`${TITLE}-2.md`, `${TITLE}.md`]);
    const text = read(`articles/总结/${TITLE}.md`).toString();
    expect(text).toMatch(/^---\nid: "[0-9a-f]{16}#0"\nsource: "a\.txt"\ntitle: "东岭县/);
    expect(text).toContain(`\n---\n\n# ${TITLE}\n`);
  });

  it("never leave the folder", () => {
    const [record] = records<PageRecord>(read("records.ndjson").toString());
    const documents = record?.documents.map((d) => ({
      ...d,
      title: "../../../逃",
      signature: { unit: "/..", date: null },
    }));
    writeFileSync(join(folder, "evil.ndjson"), `${JSON.stringify({ ...record, documents })}\n`);
    const { status } = run("convert", "evil.ndjson", "--to", "deep/er", "--format", "md", "--split-by", "unit");
    expect(status).toBe(1);
    mkdirSync(join(folder, "deep"));
    run("convert", "evil.ndjson", "--to", "deep/er", "--format", "md", "--split-by", "unit");
    expect(readdirSync(join(folder, "deep"), { recursive: true })).toHaveLength(3);
    expect(existsSync(join(folder, "逃.md"))).toBe(false);
  });
});

describe("what is refused", () => {
  it.each([
    ["no such form", ["--to", "x.doc"], 2, "say --format"],
    ["a packed workbook", ["--to", "x.xlsx.gz", "--format", "xlsx"], 2, "packed already"],
    ["Markdown in one file", ["--to", "-", "--format", "md"], 2, "folder"],
    ["two tables in one file", ["--to", "x.csv", "--table", "figures,checks"], 2, "holds one table"],
    ["tables of records", ["--to", "x.ndjson", "--table", "figures"], 2, "whole documents"],
    ["a mark in a workbook", ["--to", "x.xlsx", "--bom"], 2, "--bom"],
    ["its own input", ["--to", "records.ndjson"], 1, "is read as input"],
    ["a page that records were made from", ["--to", "a.txt", "--format", "csv"], 1, "were made from"],
    ["a folder with files", ["--to", ".", "--format", "md"], 1, "holds files already"],
    ["a place that is not there", ["--to", "no/such/x.xlsx"], 1, "no such file or folder"],
  ])("%s", (_what, words, status, reason) => {
    const before = [read("a.txt"), read("records.ndjson")];
    const ran = run("convert", "records.ndjson", ...words);
    expect([ran.status, ran.stderr]).toEqual([status, expect.stringContaining(reason)]);
    expect([read("a.txt"), read("records.ndjson")]).toEqual(before);
    expect(leftovers()).toEqual([]);
  });
});
