import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decode } from "../src/decode/decoding.ts";
import { guessEncoding, readability } from "../src/decode/statistics.ts";

const SIMPLIFIED =
  "今年以来，我局认真落实各项工作，全年完成培训二十期，群众满意率不断提高。\n下一步，我们要继续加强领导。";
const TRADITIONAL = "今年以來，本局認真辦理各項業務，全年完成訓練二十期，民眾滿意度不斷提高。下一步將繼續加強服務。";

const page = (label: string, body: string): string =>
  `<html><head><meta charset="${label}"></head><body><p>${body}</p></body></html>`;

describe("encodings", () => {
  test.each([
    ["UTF-8", iconv.encode(SIMPLIFIED, "utf8"), "utf-8", false],
    ["UTF-8 with a mark", iconv.encode(`\ufeff${SIMPLIFIED}`, "utf8"), "utf-8", true],
    ["UTF-8 that declares gb2312", iconv.encode(page("gb2312", SIMPLIFIED), "utf8"), "utf-8", false],
    ["GBK without a word", iconv.encode(SIMPLIFIED, "gbk"), "gbk", false],
    ["GBK that declares utf-8", iconv.encode(page("utf-8", SIMPLIFIED), "gbk"), "gbk", false],
    ["GBK that declares iso-8859-1", iconv.encode(page("iso-8859-1", SIMPLIFIED), "gbk"), "gbk", false],
    ["GB18030 with a four-byte character", iconv.encode(`${SIMPLIFIED}㐂𠮷`, "gb18030"), "gb18030", false],
    ["Big5 without a word", iconv.encode(TRADITIONAL, "big5"), "big5", false],
    ["Big5 that declares gb2312", iconv.encode(page("gb2312", TRADITIONAL), "big5"), "big5", false],
    ["UTF-16LE with a mark", iconv.encode(`\ufeff${SIMPLIFIED}`, "utf-16le"), "utf-16le", true],
    ["UTF-16LE without", iconv.encode(SIMPLIFIED, "utf-16le"), "utf-16le", false],
    ["UTF-16BE without", iconv.encode(SIMPLIFIED, "utf-16be"), "utf-16be", false],
    ["pure ASCII", iconv.encode("<p>2021</p>", "utf8"), "utf-8", false],
  ] as const)("%s", (_name, bytes, encoding, bom) => {
    const decoded = decode(bytes);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.bom).toBe(bom);
    expect(decoded.problems).toEqual([]);
    if (_name !== "pure ASCII") expect(decoded.text).toMatch(/今年以[来來]，/);
  });

  test.each([
    ["a header's charset", "text/html; charset=big5", "big5"],
    ["a bare label", "Big5", "big5"],
    ["a label nobody knows", "x-unknown", "big5"],
  ])("%s", (_name, declared, encoding) => {
    expect(decode(iconv.encode(TRADITIONAL, "big5"), declared).encoding).toBe(encoding);
  });

  test("a page with a cut character stays UTF-8, with a warning", () => {
    const bytes = iconv.encode(SIMPLIFIED, "utf8");
    const broken = Buffer.concat([bytes.subarray(0, 30), bytes.subarray(31)]);
    const decoded = decode(broken);
    expect([decoded.encoding, decoded.problems.map((problem) => problem.code)]).toEqual([
      "utf-8",
      ["input.replacement-characters"],
    ]);
  });

  test("the right reading is the most readable", () => {
    const bytes = iconv.encode(SIMPLIFIED, "gbk");
    const right = readability(new TextDecoder("gbk").decode(bytes));
    expect(readability(new TextDecoder("big5").decode(bytes))).toBeLessThan(right);
    expect(guessEncoding(bytes, ["big5"])).toBe("gbk");
  });
});

describe("what is no text", () => {
  test.each([
    ["nothing", Buffer.alloc(0), "input.empty"],
    ["only a mark", Buffer.from([0xef, 0xbb, 0xbf]), "input.empty"],
    ["blanks", Buffer.from(" \n\t"), "input.empty"],
    ["a PNG", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), "input.binary"],
    ["a PDF", Buffer.from("%PDF-1.4 ..."), "input.binary"],
    ["a Word file", Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]), "input.binary"],
    ["many NULs", Buffer.from(Array.from({ length: 300 }, (_, i) => (i * 7) % 5)), "input.binary"],
  ])("%s", (_name, bytes, code) => {
    const decoded = decode(bytes);
    expect(decoded.problems.map((problem) => problem.code)).toEqual([code]);
    expect(decoded.text).toBe("");
  });

  test("a page of lost characters is undecodable", () => {
    expect(decode(Buffer.from(`${"\ufffd".repeat(50)}总结`)).problems[0]?.code).toBe("input.undecodable");
  });
});

describe("media type, by content", () => {
  test.each([
    ["<!DOCTYPE html><p>总结", "text/html"],
    ["\n<!-- 页 --><HTML><body>总结", "text/html"],
    ["<p>一、基本情况</p><p>全县……</p>", "text/html"],
    ["<div class=a>总结<br>二〇二一年</div>", "text/html"],
    ["一、基本情况\n二、主要做法", "text/plain"],
    ["换行要写作 <br> 才行", "text/plain"],
    ["人数<50,且>30", "text/plain"],
    ["见<附件1>和<附件2>", "text/plain"],
  ])("%s", (text, type) => {
    expect(decode(Buffer.from(text)).mediaType).toBe(type);
  });
});

test("any bytes are decoded without throwing, the same way each time", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.option(fc.string({ maxLength: 12 })), (bytes, declared) => {
      const decoded = decode(bytes, declared);
      expect(decoded.text.startsWith("\ufeff") && decoded.bom).toBe(false);
      expect(decode(bytes, declared)).toEqual(decoded);
    }),
  );
});

test("any Chinese text survives UTF-8 and UTF-16 with a mark", () => {
  const text = fc
    .string({ unit: fc.constantFrom(..."总结工作，。一二三abc 1\n"), minLength: 1, maxLength: 80 })
    .filter((t) => t.trim() !== "");
  fc.assert(
    fc.property(text, fc.constantFrom("utf8", "utf-16le", "utf-16be"), (t, encoding) => {
      expect(decode(iconv.encode(`\ufeff${t}`, encoding)).text).toBe(t);
    }),
  );
});
