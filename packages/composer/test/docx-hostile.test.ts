import type { Draft } from "@zongjie/document";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printable } from "../src/brief.ts";
import { draft, figure, section, sentence } from "./drafts.ts";
import { all, body, comments, lines, partsOf } from "./package.ts";

describe("hostile input", () => {
  const HOSTILE = [
    "\u0000\u0008\u000b\u001f断",
    "\ud800孤",
    "]]>后",
    '</w:t></w:r><w:r><w:t xml:space="preserve">假',
    "&amp;&#0;&lt;",
    "{ PAGE \\* MERGEFORMAT }",
    "{default-bullet-numbering-0}{a.png}",
    "CURRENT",
    "TOTAL_PAGES",
    "\ufffe\uffff止",
    "\u202e反\u2066",
    "a\tb\r\nc\u2028d",
    "【待补：【待补：甲】】",
    "𠮷家",
    "$& $1 {数} __proto__",
  ];

  it("lays a sentence of thousands of places out in several paragraphs, under one comment", async () => {
    const text = "【待补：甲】，".repeat(2000);
    const one = draft({ opening: [sentence(text)], sections: [], closing: [] });
    const parts = await partsOf(one);
    const told = lines(parts).flatMap(([style, line]) => (style === "BodyText" ? [line] : []));
    expect(told.join("")).toBe(text);
    expect(told.length).toBe(3);
    expect(told.every((line) => line.length <= 5000 && line.endsWith("】，"))).toBe(true);
    expect(comments(parts)).toHaveLength(comments(await partsOf({ ...one, opening: [sentence("甲。")] })).length);
  });

  it.each(HOSTILE)("%j is text and nothing else", async (text) => {
    const parts = await partsOf(
      draft({
        title: text,
        unit: text,
        addressee: text,
        signature: { unit: text, date: text },
        opening: [sentence(text, { pattern: text, sources: [text], slots: [{ name: text }] })],
        sections: [section(1, "一、标题", { title: text, guide: [text] })],
        overlap: { length: 1, source: text, text },
      }),
    );
    const shown = printable(text);
    const [title, , opening, heading] = lines(parts).map(([, line]) => line);
    expect([title, opening, heading]).toEqual([shown, shown, printable(`一、${text}`)]);
    expect(
      all(body(parts), "w:fldChar").concat(all(body(parts), "w:instrText"), all(body(parts), "w:hyperlink")),
    ).toEqual([]);
  });

  it("of any characters is written as XML and read as it was", () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (text) => {
        const parts = await partsOf(draft({ closing: [sentence(text)] }));
        expect(lines(parts).at(-3)).toEqual(["BodyText", printable(text)]);
      }),
      { numRuns: 60 },
    ));

  const cases: [string, Partial<Draft>, string][] = [
    ["a sentence of 100,000 characters", { closing: [sentence("字".repeat(100_000))] }, "字".repeat(100_000)],
    ["20,000 open places", { closing: [sentence("【待补：".repeat(20_000))] }, "【待补：".repeat(20_000)],
    ["no text at all", { closing: [sentence("")], signature: { unit: "", date: "" }, addressee: "" }, ""],
  ];
  it.each(cases)("takes %s", async (_, rest, expected) => {
    const told = lines(await partsOf(draft({ ...rest, opening: [], sections: [] }))).slice(1, -2);
    expect(told.map(([style, line]) => (style === "BodyText" ? line : "")).join("")).toBe(expected);
  });

  it("takes 10,000 figures: all their sentences, few comments, short lists", async () => {
    const figures = Array.from({ length: 10_000 }, (_, i) => figure(`f${i}`, { surface: `${i}人次` }));
    const sentences = figures.map(({ id, surface }) => sentence(`门诊${surface}。`, { figures: [id] }));
    const every = sentence("合计。", { figures: figures.map(({ id }) => id) });
    const unplaced = figures.map(({ id }) => ({ figure: id, reason: "无处可放" }));
    const parts = await partsOf(
      draft({ figures, unplaced, opening: [every], sections: [section(1, "一、门诊", { sentences })], closing: [] }),
    );
    expect(
      lines(parts)
        .slice(4, -2)
        .map(([, text]) => text)
        .join(""),
    ).toBe(sentences.map(({ text }) => text).join(""));
    expect(comments(parts)).toHaveLength(400);
    expect(Math.max(...comments(parts).map((comment) => comment.length))).toBeLessThan(30);
  });
});
