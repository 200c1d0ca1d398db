import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { renderDocx } from "@zongjie/pipeline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { draft, section, sentence } from "../packages/composer/test/drafts.ts";

/** What draws the pages, with the Debian packages that bring it. */
const PROGRAMS = ["soffice", "pdftotext", "pdffonts", "pdfinfo"];
const FONTS = "fc-list";
const INSTALL = "apt-get install libreoffice-writer-nogui poppler-utils fonts-noto-cjk fonts-liberation";

const PAGE = { width: 210, height: 297, left: 28, right: 26, top: 37, bottom: 35 }; // mm
const MM = 25.4 / 72; // a point
const FOLDER = mkdtempSync(join(tmpdir(), "zongjie-docx-"));

function run(program: string, words: readonly string[]): { readonly ok: boolean; readonly output: string } {
  const { status, stdout } = spawnSync(program, words, { encoding: "utf8", timeout: 180_000, maxBuffer: 2 ** 28 });
  return { ok: status === 0, output: stdout ?? "" };
}

const missing = PROGRAMS.filter((name) => spawnSync(name, ["--help"]).error !== undefined);
if (run(FONTS, [":lang=zh-cn", "family"]).output.trim() === "") missing.push("Chinese font");
if (run(FONTS, ["Liberation Serif", "family"]).output.trim() === "") missing.push("Liberation Serif");

const HAN = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳";

const DRAFTS = {
  long: draft({ sections: [section(1, "一、加强领导", { sentences: [sentence(HAN.repeat(60))] })] }),
  report: draft(),
  outline: draft({ form: "outline" }),
  hostile: draft({
    title: "\u0000]]></w:t>{ PAGE }",
    opening: [sentence("\ud800&#0;{default-bullet-numbering-0}CURRENT"), sentence("字".repeat(100_000))],
    signature: { unit: "单位".repeat(100), date: "日期".repeat(100) },
  }),
};
type Name = keyof typeof DRAFTS;

/** A word on a page, in millimetres from its upper left corner. */
interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

/** The lines of a page: words at one height, in order. */
function linesOf(name: Name, page: number): Word[] {
  const words = ["-bbox", "-f", `${page}`, "-l", `${page}`, join(FOLDER, `${name}.pdf`), "-"];
  const lines: Word[] = [];
  const place = /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g;
  for (const [, ...found] of run("pdftotext", words).output.matchAll(place)) {
    const [left = 0, top = 0, right = 0, bottom = 0] = found.slice(0, 4).map((points) => Number(points) * MM);
    const middle = (top + bottom) / 2;
    const at = lines.findIndex((line) => Math.abs(line.middle - middle) < 3);
    const line = lines[at];
    if (line === undefined) lines.push({ text: found[4] ?? "", left, right, middle });
    else
      lines[at] = {
        ...line,
        text: line.text + found[4],
        left: Math.min(line.left, left),
        right: Math.max(line.right, right),
      };
  }
  return lines.sort((a, b) => a.middle - b.middle);
}

function pagesOf(name: Name): number {
  return Number(/^Pages:\s+(\d+)/m.exec(run("pdfinfo", [join(FOLDER, `${name}.pdf`)]).output)?.[1]);
}

const textOf = (name: Name): string => run("pdftotext", [join(FOLDER, `${name}.pdf`), "-"]).output.replace(/\s/gu, "");

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const title = "a draft in Word as LibreOffice draws it";
const reason = missing.length === 0 ? "" : ` — SKIPPED, there is no ${missing.join(", no ")} here: ${INSTALL}`;

describe.skipIf(0 < missing.length)(`${title}${reason}`, () => {
  beforeAll(async () => {
    const files = await Promise.all(
      Object.entries(DRAFTS).map(async ([name, content]) => {
        const file = join(FOLDER, `${name}.docx`);
        writeFileSync(file, await renderDocx(content));
        return file;
      }),
    );
    const profile = `-env:UserInstallation=${pathToFileURL(join(FOLDER, "profile")).href}`;
    const { ok } = run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", FOLDER, ...files]);
    expect(ok).toBe(true);
  }, 200_000);

  it("has 22 lines of 28 characters on a full page, inside the text area", () => {
    const lines = linesOf("long", 2);
    expect(lines).toHaveLength(23);
    const text = lines.slice(0, 22);
    expect(text.map((line) => [...line.text].length)).toEqual(Array.from({ length: 22 }, () => 28));
    for (const { left, right, middle } of text) {
      expect(Math.abs(left - PAGE.left)).toBeLessThan(1);
      expect(Math.abs(right - (PAGE.width - PAGE.right))).toBeLessThan(1);
      expect(PAGE.top).toBeLessThan(middle);
      expect(middle).toBeLessThan(PAGE.height - PAGE.bottom);
    }
    const [first, last] = [text[0]?.middle ?? 0, text.at(-1)?.middle ?? 0];
    expect((last - first) / 21 / MM).toBeCloseTo(28.95, 1);
  });

  it.each([
    [1, "—1—", "right"],
    [2, "—2—", "left"],
    [3, "—3—", "right"],
  ] as const)(
    "has on page %d its number %s, %s, one character from the edge, 7 mm below the text",
    (page, number, side) => {
      const line = linesOf("long", page).at(-1);
      expect(line?.text).toBe(number);
      const gap = side === "left" ? (line?.left ?? 0) - PAGE.left : PAGE.width - PAGE.right - (line?.right ?? 0);
      expect(Math.abs(gap / MM - 14)).toBeLessThan(3);
      expect(Math.abs((line?.middle ?? 0) - (PAGE.height - PAGE.bottom + 7))).toBeLessThan(1.5);
    },
  );

  it("sets the title in one line, a line free below it, the addressee at the edge, text two characters in", () => {
    const [heading, addressee, opening] = linesOf("report", 1);
    expect([heading?.text, addressee?.text]).toEqual([DRAFTS.report.title, `${DRAFTS.report.addressee}：`]);
    const centre = ((heading?.left ?? 0) + (heading?.right ?? 0)) / 2;
    expect(Math.abs(centre - (PAGE.left + PAGE.width - PAGE.right) / 2)).toBeLessThan(1);
    expect(((addressee?.middle ?? 0) - (heading?.middle ?? 0)) / MM / 28.95).toBeCloseTo(2, 0);
    expect(Math.abs((addressee?.left ?? 0) - PAGE.left)).toBeLessThan(1);
    expect(Math.abs((opening?.left ?? 0) - PAGE.left - 32 * MM)).toBeLessThan(1);
  });

  it("signs two characters from the edge, the date beginning two characters behind the unit", () => {
    const [unit, date] = linesOf("report", 1).slice(-3, -1);
    expect([unit?.text, date?.text]).toEqual([DRAFTS.report.signature.unit, DRAFTS.report.signature.date]);
    expect(((date?.left ?? 0) - (unit?.left ?? 0)) / MM / 16).toBeCloseTo(2, 0);
  });

  it.each(Object.keys(DRAFTS) as Name[])("opens %s and embeds each font that it uses", (name) => {
    expect(pagesOf(name)).toBeGreaterThan(0);
    const rows = run("pdffonts", [join(FOLDER, `${name}.pdf`)])
      .output.trim()
      .split("\n")
      .slice(2);
    expect(rows.length).toBeGreaterThan(1);
    expect(
      rows.filter(
        (row) => !/\s(?:yes|no)\s+(?:yes|no)\s+(?:yes|no)\s/.test(row) || !/\syes\s+\w+\s+\w+\s+\d/.test(row),
      ),
    ).toEqual([]);
  });

  it("shows what was written, in order, and no comment", () => {
    const text = textOf("outline");
    const told = [
      "双拥工作总结",
      "县双拥办：",
      "一、加强领导",
      "写谁牵头",
      "【待补：走访户数】",
      "（一）健全机制",
      "（1）专人负责",
    ];
    const places = told.map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).not.toMatch(/html|zongjie/);
  });

  it("shows hostile text as text", () => {
    const text = textOf("hostile");
    expect(text).toContain("]]></w:t>{PAGE}");
    expect(text).toContain("&#0;{default-bullet-numbering-0}CURRENT");
    expect(text.split("字").length - 1).toBe(100_000);
  });
});
