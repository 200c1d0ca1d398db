import { describe, expect, it } from "vitest";
import { findDuplicates } from "../src/duplicates.ts";

const LONG =
  "全县卫生系统认真落实疫情防控各项措施，先后组织医疗队深入乡村开展巡回诊疗，发放宣传材料，受到群众普遍欢迎。";
const OTHER =
  "县财政局坚持收支两条线管理，压减一般性支出，集中财力保障民生，教育、医疗、社保支出占比稳步提高，运行平稳。";

/** A document of paragraphs, one a line. */
function document(...paragraphs: string[]) {
  let at = 0;
  const blocks = paragraphs.map((p) => {
    const block = { type: "paragraph" as const, start: at, end: at + p.length };
    at += p.length + 1;
    return block;
  });
  return { text: paragraphs.join("\n"), blocks };
}

describe("findDuplicates", () => {
  it("finds none where nothing repeats", () => {
    expect(findDuplicates([document(LONG), document(OTHER)])).toEqual([[], []]);
  });
  it("points a copy to its earliest original, marks of no account", () => {
    const [, second, third] = findDuplicates([
      document(LONG),
      document(LONG.replaceAll("，", ",")),
      document(OTHER, LONG),
    ]);
    expect(second).toMatchObject([
      { type: "exact", similarity: 1, of: { document: 0, span: { start: 0, end: LONG.length } } },
    ]);
    expect(third).toMatchObject([{ span: { start: OTHER.length + 1 }, of: { document: 0 } }]);
  });
  it("joins neighbours", () => {
    const [, copy] = findDuplicates([document(LONG, OTHER), document(LONG, OTHER)]);
    expect(copy).toEqual([
      {
        span: { start: 0, end: LONG.length + OTHER.length + 1 },
        of: { document: 0, span: { start: 0, end: LONG.length + OTHER.length + 1 } },
        type: "exact",
        similarity: 1,
      },
    ]);
  });
  it("sees near copies", () => {
    const [, copy] = findDuplicates([document(LONG), document(LONG.replace("普遍欢迎", "广泛好评"))]);
    expect(copy?.[0]?.type).toBe("near");
    expect(copy?.[0]?.similarity).toBeGreaterThan(0.7);
  });
  it("leaves short lines alone", () => {
    expect(findDuplicates([document("一、加强领导"), document("一、加强领导")])).toEqual([[], []]);
  });
});
