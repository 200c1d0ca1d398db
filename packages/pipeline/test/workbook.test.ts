import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import readXlsxFile, { readSheet } from "read-excel-file/node";
import { afterAll, describe, expect, it } from "vitest";
import type { Cell } from "../src/csv.ts";
import type { TableColumn } from "../src/writers/table.ts";
import { type WorkbookLook, type WorkbookNotes, writeWorkbook } from "../src/writers/xlsx/index.ts";
import { DAMAGED, HOSTILE, written } from "./sink.ts";

const COLUMNS: readonly TableColumn[] = [
  { name: "text", type: "text" },
  { name: "value", type: "number" },
  { name: "masked", type: "boolean" },
  { name: "date", type: "date" },
  { name: "source", type: "text" },
];
const LOOK: WorkbookLook = {
  show: (text) => text,
  link: (source) => (source.startsWith("https:") ? source : null),
};

async function workbook(
  rows: readonly (readonly Cell[])[],
  look: Partial<WorkbookLook> = {},
): Promise<{ bytes: Uint8Array; notes: WorkbookNotes }> {
  const { write, bytes } = written();
  const sheet = { name: "figures", columns: COLUMNS, widths: [30, 6, 5, 10, 200], rows };
  const notes = await writeWorkbook([sheet], write, { ...LOOK, ...look });
  return { bytes: bytes(), notes };
}

const row = (...cells: Cell[]): Cell[] => COLUMNS.map((_, i) => cells[i] ?? null);
const read = async (bytes: Uint8Array) => (await readSheet(Buffer.from(bytes), { trim: false })).slice(1);
const part = (bytes: Uint8Array, path: string): string => strFromU8(unzipSync(bytes)[path] as Uint8Array);
const SHEET = "xl/worksheets/sheet1.xml";

describe("a workbook", () => {
  it("holds numbers, truth and days as what they are", async () => {
    const { bytes } = await workbook([
      row("门诊", 485_000, true, "2023-12-28", "a.txt"),
      row("比率", -0.0193, false, "2023-05", null),
      row("大数", 1.3e16, null, "1899-01-01", null),
      row("空", null, null, "2023-02-31", null),
    ]);
    expect(await read(bytes)).toEqual([
      ["门诊", 485_000, true, new Date("2023-12-28"), "a.txt"],
      ["比率", -0.0193, false, "2023-05", null],
      ["大数", 1.3e16, null, "1899-01-01", null],
      ["空", null, null, "2023-02-31", null],
    ]);
  });

  it("has a frozen head, a filter over all rows and columns as wide as their cells, within reason", async () => {
    const { sheets } = await readXlsx((await workbook([row("甲", 1), row("乙", 2)])).bytes);
    expect(sheets[0]?.rows[0]).toEqual(COLUMNS.map(({ name }) => name));
    expect(sheets[0]?.freezePane).toEqual({ rows: 1 });
    expect(sheets[0]?.autoFilter?.range).toBe("A1:E3");
    expect(sheets[0]?.columns?.map(({ width }) => width)).toEqual([31, 9, 10, 11, 60]);
  });

  it.each(HOSTILE.map((text) => [text.slice(0, 30), text] as const))(
    "holds %j as text and as nothing else",
    async (_, text) => {
      const { bytes, notes } = await workbook([row(text, 1)]);
      expect((await read(bytes))[0]?.[0]).toBe(text);
      expect((await readXlsx(bytes)).sheets[0]?.cells?.get("1,0")?.formula).toBeUndefined();
      expect(part(bytes, SHEET)).not.toMatch(/<f[ >]/);
      expect(notes.cut).toBe(0);
    },
  );

  it.each(DAMAGED)("holds %j as %j", async (text, shown) =>
    expect((await read((await workbook([row(text)])).bytes))[0]?.[0]).toBe(shown),
  );

  it("cuts what Excel cannot hold, with a mark, and counts it", async () => {
    const { bytes, notes } = await workbook([row("字".repeat(40_000)), row("短")]);
    const text = (await read(bytes))[0]?.[0] as string;
    expect([text.length, text.slice(-8)]).toEqual([32_767, "字… [cut]"]);
    expect(notes.cut).toBe(1);
  });

  it("goes on in a next sheet where one is full, with its head", async () => {
    const { bytes } = await workbook(
      [1, 2, 3, 4, 5].map((value) => row(`${value}`, value)),
      { rows: 3 },
    );
    const sheets = await readXlsxFile(Buffer.from(bytes));
    expect(sheets.map(({ sheet, data }) => [sheet, data.map((cells) => cells[0])])).toEqual([
      ["figures", ["text", "1", "2"]],
      ["figures 2", ["text", "3", "4"]],
      ["figures 3", ["text", "5"]],
    ]);
  });

  it("has its head alone where there is no row", async () =>
    expect((await readXlsx((await workbook([])).bytes)).sheets[0]?.rows).toHaveLength(1));

  it("leads to a source that may be opened, one target once", async () => {
    const rows = ["https://a.example/甲?x=1&y=<2>", "javascript:alert(1)", "https://a.example/甲?x=1&y=<2>"];
    const { bytes } = await workbook(rows.map((source) => row("x", 1, null, null, source)));
    const cells = (await readXlsx(bytes)).sheets[0]?.cells;
    expect([1, 2, 3].map((r) => cells?.get(`${r},4`)?.hyperlink?.target)).toEqual([rows[0], undefined, rows[0]]);
    expect(part(bytes, "xl/worksheets/_rels/sheet1.xml.rels").match(/<Relationship /g)).toHaveLength(1);
  });

  it("has no more links than Excel takes, and says how many are none", async () => {
    const rows = Array.from({ length: 65_533 }, () => row("x", 1, null, null, "https://a.example/"));
    const { bytes, notes } = await workbook(rows);
    expect(part(bytes, SHEET).match(/<hyperlink /g)).toHaveLength(65_530);
    expect(notes.unlinked).toBe(3);
  });

  it("is the same, byte for byte, for the same rows", async () => {
    const [one, other] = [await workbook([row("甲", 1)]), await workbook([row("甲", 1)])];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  });
});

const FOLDER = mkdtempSync(join(tmpdir(), "zongjie-workbook-"));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const PROGRAM = "soffice";

/** What LibreOffice makes of a file; null where it is not there or has no spreadsheets. */
function calc(name: string): string | null {
  const words = ["--headless", `-env:UserInstallation=file://${FOLDER}/profile`, "--convert-to"];
  const form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false";
  spawnSync(PROGRAM, [...words, form, "--outdir", join(FOLDER, "out"), join(FOLDER, name)], { timeout: 120_000 });
  try {
    return readFileSync(join(FOLDER, "out", name.replace(/\..*$/, ".csv")), "utf8");
  } catch {
    return null;
  }
}

writeFileSync(join(FOLDER, "probe.tsv"), "1\t2\n");
const missing = calc("probe.tsv") === null;

describe.skipIf(missing)(`LibreOffice${missing ? " (skipped: apt-get install libreoffice-calc-nogui)" : ""}`, () => {
  it("opens the workbook and calculates nothing", async () => {
    const { bytes } = await workbook([row("=1+1", 48.5, true, "2023-12-28", "https://a.example/")]);
    writeFileSync(join(FOLDER, "book.xlsx"), bytes);
    expect(calc("book.xlsx")).toBe("text,value,masked,date,source\n=1+1,48.5,TRUE,2023-12-28,https://a.example/\n");
  });
});
