import { readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import { strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { runPage } from "../src/index.ts";
import { lawBreaches, newFiles } from "./readings.ts";

const { folder, put, read, readings } = newFiles();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CHINESE = [
  [LevelFormat.CHINESE_COUNTING, "%1、"],
  [LevelFormat.CHINESE_COUNTING, "（%2）"],
  [LevelFormat.DECIMAL, "%3."],
  [LevelFormat.DECIMAL, "%1.%2.%3.%4"],
] as const;

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, i: number, start = 1) => ({
  level: i,
  format,
  text,
  start,
  alignment: AlignmentType.START,
});

/** A Word file with the paragraphs given: `2:字` is one on the second level of the list. */
async function docx(...lines: readonly (string | Paragraph | Table)[]): Promise<Buffer> {
  const children = lines.map((line) => {
    if (typeof line !== "string") return line;
    const [, list = "", at = "", text = ""] = /^(?:([a-z]*)(\d):)?(.*)$/s.exec(line) ?? [];
    const numbering = { reference: list === "" ? "main" : list, level: Number(at) - 1 };
    return at === "" ? new Paragraph(text) : new Paragraph({ text, numbering });
  });
  const config = [
    { reference: "main", levels: CHINESE.map(([format, text], i) => level(format, text, i)) },
    { reference: "dots", levels: [level(LevelFormat.BULLET, "•", 0)] },
    { reference: "third", levels: [level(LevelFormat.UPPER_ROMAN, "第%1条", 0, 3)] },
    { reference: "circle", levels: [level(LevelFormat.DECIMAL_ENCLOSED_CIRCLE, "%1", 0)] },
    { reference: "stems", levels: [level(LevelFormat.CHINESE_LEGAL_SIMPLIFIED, "%1．", 0)] },
  ];
  return Buffer.from(await Packer.toBuffer(new Document({ numbering: { config }, sections: [{ children }] })));
}

/** The paragraphs of the only page that a file gives. */
async function paragraphs(name: string): Promise<string[]> {
  const [[, text] = ["", ""]] = await read([name]);
  return [...text.matchAll(/<(p|h\d)>(.*?)<\/\1>/gs)].map(([, , inner = ""]) => inner.replace(/<[^>]*>/g, ""));
}

describe("automatic numbers of Word stand in the text, as Word shows them", () => {
  it.each<[string, string[], string[]]>([
    ["one level", ["1:甲", "1:乙", "正文", "1:丙"], ["一、甲", "一、乙".replace("一", "二"), "正文", "三、丙"]],
    [
      "two levels, the second from the beginning",
      ["1:甲", "2:子", "2:丑", "1:乙", "2:寅"],
      ["一、甲", "（一）子", "（二）丑", "二、乙", "（一）寅"],
    ],
    ["three and four levels", ["1:甲", "2:子", "3:细", "4:更细"], ["一、甲", "（一）子", "1. 细", "一.一.1.1 更细"]],
    ["a level whose upper one never stood", ["2:子", "1:甲"], ["（一）子", "二、甲"]],
    [
      "past ten",
      Array.from({ length: 12 }, () => "1:项"),
      ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"].map((n) => `${n}、项`),
    ],
    ["bullets, which are no numbers", ["dots1:甲"], ["甲"]],
    ["a start at three, in Roman", ["third1:甲", "third1:乙"], ["第III条甲", "第IV条乙"]],
    ["circles", ["circle1:甲", "circle1:乙"], ["①甲", "②乙"]],
    ["numerals of contracts", ["stems1:甲方", "stems1:乙方"], ["壹．甲方", "贰．乙方"]],
    ["marks that XML has", ["1:<甲>&乙"], ["一、&lt;甲&gt;&amp;乙"]],
  ])("%s", async (_what, lines, expected) => {
    put("list.docx", await docx(...lines));
    expect(await paragraphs("list.docx")).toEqual(expected);
  });

  it.each<[string, (numbering: string) => string, string[]]>([
    [
      "a list that begins anew",
      (xml) =>
        xml.replace(
          /(<w:num w:numId="2"[^>]*>.*?)<\/w:num>/s,
          '$1<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
        ),
      ["五、甲", "六、乙"],
    ],
    ["levels without their places", (xml) => xml.replace(/<w:lvl w:ilvl="\d"/g, "<w:lvl"), ["一、甲", "二、乙"]],
    ["legal numbers", (xml) => xml.replaceAll("<w:lvlText", "<w:isLgl/><w:lvlText"), ["1、甲", "2、乙"]],
    ["no marker", (xml) => xml.replace(/<w:lvlText w:val="[^"]*"/g, '<w:lvlText w:val=""'), ["甲", "乙"]],
  ])("%s", async (_what, change, expected) => {
    const parts = unzipSync(await docx("1:甲", "1:乙"));
    const xml = Buffer.from(parts["word/numbering.xml"] ?? []).toString();
    const id = /w:numId w:val="(\d+)"/.exec(Buffer.from(parts["word/document.xml"] ?? []).toString())?.[1];
    const changed = change(xml.replaceAll(`w:numId="${id}"`, 'w:numId="2"'));
    const document = Buffer.from(parts["word/document.xml"] ?? [])
      .toString()
      .replaceAll(`w:numId w:val="${id}"`, 'w:numId w:val="2"');
    put(
      "changed.docx",
      zipSync({ ...parts, "word/numbering.xml": strToU8(changed), "word/document.xml": strToU8(document) }),
    );
    expect(await paragraphs("changed.docx")).toEqual(expected);
  });
});

const HEAD = "枫溪县卫生院2023年工作总结";
const FIRST = "全年门诊48.5万人次，同比增长3.2%。全院职工认真落实各项要求，取得了明显成效。";
const SECOND = "下乡义诊36次，接诊1950人次，群众满意度达到98.5%。";

/** A PDF as Acrobat makes them for Chinese: a font that is not in the file, its text in UCS-2. */
function pdf(...pages: (readonly string[])[]): Buffer {
  const hex = (text: string): string => Buffer.from(text, "utf16le").swap16().toString("hex");
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, i) => `${6 + i * 2} 0 R`).join(" ")}]>>`,
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 5 0 R/DW 1000>>",
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
    ...pages.flatMap((lines, i) => {
      const content = lines.map((line, row) => `BT /F 12 Tf 72 ${740 - row * 20} Td <${hex(line)}> Tj ET`).join("\n");
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${7 + i * 2} 0 R>>`,
        `<</Length ${content.length}>>stream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj${object}endobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  return Buffer.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`,
  );
}

describe("Word and PDF", () => {
  const table = new Table({
    rows: ["科室", "内科"].map(
      (cell) =>
        new TableRow({ children: [cell, "120人次"].map((text) => new TableCell({ children: [new Paragraph(text)] })) }),
    ),
  });
  const heading = (text: string, kind: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph =>
    new Paragraph({ text, heading: kind });

  it.each<[string, () => Promise<Buffer> | Buffer, string, string[]]>([
    [
      "numbers.docx",
      () => docx(HEAD, "1:基本情况", FIRST, "1:主要做法", SECOND),
      "vnd.openxmlformats-officedocument.wordprocessingml.document",
      [HEAD, "一、基本情况", FIRST, "二、主要做法", SECOND],
    ],
    [
      "headings.docx",
      () =>
        docx(
          heading(HEAD, HeadingLevel.TITLE),
          heading("一、基本情况", HeadingLevel.HEADING_1),
          FIRST,
          heading("二、主要做法", HeadingLevel.HEADING_1),
          SECOND,
          table,
        ),
      "vnd.openxmlformats-officedocument.wordprocessingml.document",
      [HEAD, "一、基本情况", FIRST, "二、主要做法", SECOND, "科室\t120人次", "内科\t120人次"],
    ],
    [
      "two-pages.pdf",
      () => pdf([HEAD, "一、基本情况", FIRST], ["二、主要做法", SECOND]),
      "pdf",
      [HEAD, "一、基本情况", FIRST, "二、主要做法", SECOND],
    ],
  ])("%s is one document, with the hash and kind of the file", async (name, content, type, lines) => {
    const bytes = await content();
    put(name, bytes);
    const [reading] = await readings([name]);
    if (reading === undefined || "failed" in reading) throw new Error(JSON.stringify(reading));
    const { source, documents } = runPage(reading.input, { keywords: 0 });
    expect(documents.map(({ text }) => text.trim().split("\n"))).toEqual([lines]);
    expect(source).toMatchObject({ bytes: bytes.length, encoding: "extracted", mediaType: `application/${type}` });
    expect(lawBreaches([reading])).toEqual([]);
  });

  /** The lines of the one document that a file gives. */
  const linesOf = async (name: string, bytes: Uint8Array): Promise<string[]> => {
    put(name, bytes);
    const [reading] = await readings([name]);
    if (reading === undefined || "failed" in reading) throw new Error(JSON.stringify(reading));
    expect(lawBreaches([reading])).toEqual([]);
    return runPage(reading.input, { keywords: 0 }).documents.flatMap(({ text }) => text.trimEnd().split("\n"));
  };
  const rows = (...lines: string[][]): Table =>
    new Table({
      rows: lines.map(
        (cells) =>
          new TableRow({
            children: cells.map((cell) =>
              cell === "↑" || cell === "↓"
                ? new TableCell({
                    verticalMerge: cell === "↓" ? "restart" : "continue",
                    children: [new Paragraph(cell === "↓" ? "东片" : "")],
                  })
                : new TableCell({ children: [new Paragraph(cell)] }),
            ),
          }),
      ),
    });

  it("no line of a short report with tables is lost, and cells keep their columns", async () => {
    const bytes = await docx(
      HEAD,
      "枫溪县人民政府：",
      "一、基本情况",
      "全县共有老人41260人，现将各镇情况列表如下。",
      rows(
        ["片区", "镇名", "老人数（人）", "床位（张）"],
        ["↓", "城关镇", "120", "35"],
        ["↑", "东岭镇", "230", ""],
        ["合计", "", "350", "35"],
      ),
      "附表数据",
      rows(...Array.from({ length: 7 }, (_, i) => [`${i + 1}`, `${(i + 1) * 17}`])),
      "枫溪县民政局",
      "2023年12月28日",
    );
    expect(await linesOf("short.docx", bytes)).toEqual([
      HEAD,
      "枫溪县人民政府：",
      "一、基本情况",
      "全县共有老人41260人，现将各镇情况列表如下。",
      "片区\t镇名\t老人数（人）\t床位（张）",
      "东片\t城关镇\t120\t35",
      "\t东岭镇\t230\t",
      "合计\t\t350\t35",
      "附表数据",
      ...Array.from({ length: 7 }, (_, i) => `${i + 1}\t${(i + 1) * 17}`),
      "枫溪县民政局",
      "2023年12月28日",
    ]);
    const [reading] = await readings(["short.docx"]);
    const figures =
      reading !== undefined && "input" in reading ? runPage(reading.input, { keywords: 0 }).documents[0]?.figures : [];
    const named = figures
      ?.filter(({ surface }) => surface === "230" || surface === "350")
      .map(({ metric, subject }) => [metric, subject]);
    expect(named).toEqual([
      ["老人数", "东岭镇"],
      ["老人数", "合计"],
    ]);
  });

  it("a table of a PDF keeps its rows, and what printing added goes", async () => {
    const table = ["序号 金额", ...Array.from({ length: 5 }, (_, i) => `${i + 1} ${(i + 1) * 17}`)];
    const page = (number: number, ...lines: string[]): string[] => ["内部资料 注意保存", ...lines, `- ${number} -`];
    const bytes = pdf(
      page(1, HEAD, "一、基本情况", FIRST, ...table),
      page(2, "二、主要做法", SECOND),
      page(3, "三、下步打算", "继续努力，确保完成全年任务。"),
    );
    expect(await linesOf("printed.pdf", bytes)).toEqual([
      HEAD,
      "一、基本情况",
      FIRST,
      ...table,
      "二、主要做法",
      SECOND,
      "三、下步打算",
      "继续努力，确保完成全年任务。",
    ]);
  });

  it("hidden text of Word is none", async () => {
    const hidden = (text: string) => new TextRun({ text, vanish: true });
    const shown = new Paragraph({
      children: [
        new TextRun("全年门诊平稳，"),
        hidden("待核实"),
        new TextRun("群众满意。"),
        new TextRun({ text: "特此报告。", vanish: false }),
      ],
    });
    for (const first of ["一、基本情况", "1:基本情况"]) {
      const bytes = await docx(HEAD, first, shown, new Paragraph({ children: [hidden("内部批注")] }));
      expect(await linesOf("hidden.docx", bytes)).toEqual([HEAD, "一、基本情况", "全年门诊平稳，群众满意。特此报告。"]);
    }
  });

  it("a .doc of LibreOffice", async () => {
    put("report.doc", readFileSync(fileURLToPath(new URL("files/report.doc", import.meta.url))));
    const [reading] = await readings(["report.doc"]);
    expect(lawBreaches(reading === undefined ? [] : [reading])).toEqual([]);
    const [[, text] = ["", ""]] = await read(["report.doc"]);
    expect(text.split("\n").slice(0, 4)).toEqual([
      HEAD,
      "枫溪县卫生健康局：",
      expect.stringMatching(/^2023年以来/),
      "一、基本情况",
    ]);
  });

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
    ["a scanned PDF", () => pdf([]), /no text layer/],
    ["a PDF that breaks off", () => pdf([HEAD]).subarray(0, 200), /damaged PDF|no text layer/],
    ["an empty Word file", () => docx(), /holds no text/],
    [
      "a Word file with a broken part",
      async () => zipSync({ ...unzipSync(await docx("1:甲")), "word/document.xml": strToU8("<w:document><w:p>") }),
      /damaged Word file/,
    ],
    ["a presentation", () => zipSync({ "ppt/presentation.xml": strToU8("<p/>") }), /a presentation/],
    [
      "a spreadsheet without pages",
      () => zipSync({ "xl/workbook.xml": strToU8("<workbook/>") }),
      /damaged spreadsheet|holds no/,
    ],
    [
      "another file of Office",
      () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000)]),
      /no Word file/,
    ],
  ])("%s gives its reason", async (_what, content, reason) => {
    put("bad.bin", await content());
    const found = await read(["bad.bin"]);
    expect(found).toHaveLength(1);
    expect(found[0]?.[1]).toMatch(/^! /);
    expect(found[0]?.[1]).toMatch(reason);
  });
});
