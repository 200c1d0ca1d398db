import { describe, expect, it, test } from "vitest";
import { annotated } from "./annotation.ts";
import { DAMAGES, type Damaged, damageDocument } from "./damage.ts";
import type { DamageOptions } from "./damage-kind.ts";
import { segments, settled } from "./edit.ts";
import { parseDocument } from "./source.ts";

const FRONT = "---\nid: a\nkind: 总结\nfield: 卫生\nunit: null\nperiod: null\ncomplete: true\n---\n";

function damaged(lines: string, kind: string, more: Partial<DamageOptions> = {}): Damaged[] {
  const options: DamageOptions = {
    kind,
    share: 1,
    chance: 1,
    on: ["title", "paragraph", "heading"],
    as: "",
    marks: [],
    words: {},
    type: "other",
    ...more,
  };
  return damageDocument(parseDocument(`${FRONT}${lines}\n`, "a.txt").blocks, [options], "seed");
}
const shown = ({ block, edits }: Damaged): string =>
  segments(block.text, edits)
    .map((s) => s.show)
    .join("");
const mended = ({ block, edits }: Damaged): string => settled(segments(block.text, edits));

const CASES: readonly (readonly [string, Partial<DamageOptions>, string, string, string])[] = [
  // kind, options, line, as shown, as a good cleaner leaves it
  ["stray-mark", { marks: ["`"] }, "工作的重要内容", "工作的`重要内容", "工作的重要内容"],
  ["blank-between", {}, "粮食，安全", "粮 食，安 全", "粮食，安全"],
  ["zero-width", { marks: ["\u200b"] }, "粮食", "粮\u200b食", "粮食"],
  ["inject", { marks: ["本站"] }, "建设", "建本站设", "建设"],
  [
    "replace",
    { words: { 拥军优属: "拥*优属" }, type: "mask" },
    "做好拥军优属工作",
    "做好拥*优属工作",
    "做好拥军优属工作",
  ],
  ["replace", { words: { 党委: "党-委" }, type: "hyphen-inserted" }, "局党委领导", "局党-委领导", "局党委领导"],
  ["replace", { words: { "“": "&ldquo;" }, type: "character" }, "“双拥", "&ldquo;双拥", "“双拥"],
  ["swapped-quotes", {}, "做好“双拥”工作", "做好”双拥“工作", "做好“双拥”工作"],
  ["broken", {}, "落实国家粮食", "落实国家粮\ufffd", "落实国家粮\ufffd"],
  ["mask-year", {}, "2023年，自1998年以来", "20XX年，自19XX年以来", "20XX年，自19XX年以来"],
  ["mask-year", { as: "20__" }, "2023年", "20__年", "20__年"],
  ["mask-year", { as: "202x" }, "2023年", "202x年", "202x年"],
  ["mask-date", {}, "5月12日召开", "*月*日召开", "*月*日召开"],
  ["decimal-comma", {}, "投入⟦1.38亿元;v=138000000;u=元;k=money⟧", "投入1、38亿元", "投入1.38亿元"],
  ["decimal-lost", {}, "建档率⟦95.45%;v=95.45;u=%;k=percent⟧", "建档率9545%", "建档率9545%"],
  ["blank-in-number", {}, "门诊⟦48.5万人次;v=485000;u=人次;k=count⟧", "门诊48.5 万人次", "门诊48.5万人次"],
  ["mask-number", {}, "检查⟦31家;v=31;u=家;k=count⟧", "检查xx家", "检查xx家"],
  ["mask-part", {}, "慰问金⟦62000元;v=62000;u=元;k=money⟧", "慰问金620__元", "慰问金620__元"],
  ["digits-lost", {}, "安置⟦31名;v=31;u=名;k=count⟧军人", "安置名军人", "安置名军人"],
  ["wide-digits", {}, "2023年⟦4.5%;v=4.5;u=%;k=percent⟧", "２０２３年４．５%", "2023年4.5%"],
  ["blank-around-digits", {}, "到2023年底", "到 2023 年底", "到2023年底"],
  ["marker-lost", {}, "## 一、加强领导 {做法}", "加强领导", "加强领导"],
];

describe("damages", () => {
  test.each(CASES)("%s %j %s", (kind, options, line, page, clean) => {
    const [block] = damaged(line, kind, options) as [Damaged];
    expect(shown(block)).toBe(page);
    expect(mended(block)).toBe(clean);
    expect(block.edits.every((e) => e.repair === null || e.repair.after === null || shown(block) !== clean)).toBe(true);
  });

  it("breaks a long paragraph once, inside a sentence", () => {
    const [block] = damaged(
      "全县卫生健康系统坚持以人民为中心的发展思想，扎实推进各项工作，群众看病难的问题得到明显缓解，基层服务能力稳步提升，行业风气持续好转。",
      "split-line",
    ) as [Damaged];
    expect(shown(block).split("\n")).toHaveLength(2);
    expect(mended(block)).toBe(block.block.text);
  });

  it("loses the break before a block and keeps a blank after a heading", () => {
    const blocks = damaged("# 总结\n现总结如下。\n## 一、做法 {做法}\n全年组织培训。", "lost-break");
    expect(blocks.map((b) => b.glue !== null)).toEqual([false, false, true, true]);
    expect(blocks[3]?.glue).toMatchObject({ insert: " ", repair: { after: "\n", type: "other" } });
  });

  it("has a case for every kind", () => {
    const tried = new Set([...CASES.map(([kind]) => kind), "split-line", "lost-break"]);
    expect(Object.keys(DAMAGES).length).toBeGreaterThan(0);
    expect(Object.keys(DAMAGES).filter((kind) => !tried.has(kind))).toEqual([]);
  });
});

describe("figures follow their damage", () => {
  test.each([
    ["decimal-comma", "⟦1.38亿元;v=138000000;u=元;k=money⟧", { value: 138000000, suspect: "decimal-separator" }],
    ["decimal-lost", "⟦95.45%;v=95.45;u=%;k=percent⟧", { value: 9545, suspect: "decimal-lost" }],
    ["mask-number", "⟦31家;v=31;u=家;k=count⟧", { value: null, masked: true, suspect: null }],
    ["mask-part", "⟦62000元;v=62000;u=元;k=money⟧", { value: null, masked: false, suspect: "garbled" }],
    ["blank-in-number", "⟦31家;v=31;u=家;k=count⟧", { value: 31, suspect: null }],
  ])("%s", (kind, line, expected) => {
    expect((damaged(line, kind) as [Damaged])[0].figures).toMatchObject([expected]);
  });

  it("a figure whose digits are lost is none", () =>
    expect((damaged("⟦31名;v=31;u=名;k=count⟧", "digits-lost") as [Damaged])[0].figures).toEqual([]));

  test.each([
    ["decimal-lost", "⟦4.5%;v=4.5;u=%;k=percent⟧", "45% could be true"],
    ["decimal-lost", "⟦120.5%;v=120.5;u=%;k=percent;c=同比+⟧", "a growth could be true"],
    ["decimal-lost", "⟦95.45%;v=95.45;u=%;k=percent;id=a⟧", "arithmetic rests on it"],
    ["mask-number", "⟦31家;v=31;u=家;k=count;id=a⟧", "arithmetic rests on it"],
    ["mask-part", "⟦31家;v=31;u=家;k=count⟧", "too few digits"],
    ["broken", "，，，，⟦三名;v=3;u=名;k=count⟧", "what cannot be mended stays out of figures"],
  ])("%s leaves %s: %s", (kind, line) => {
    const [block] = damaged(line, kind) as [Damaged];
    expect(shown(block)).toBe(annotated(line).text);
  });
});

it("the same seed gives the same damage", () => {
  const line = "全县卫生健康系统坚持以人民为中心的发展思想，扎实推进各项工作的落实。";
  expect(damaged(line, "blank-between", { share: 0.3 })).toEqual(damaged(line, "blank-between", { share: 0.3 }));
});

it("two damages never touch", () => {
  const options = ["blank-in-number", "blank-around-digits", "wide-digits", "decimal-comma"].map(
    (kind): DamageOptions => ({
      kind,
      share: 1,
      chance: 1,
      on: ["paragraph"],
      as: "",
      marks: [],
      words: {},
      type: "other",
    }),
  );
  const { blocks } = parseDocument(
    `${FRONT}全年投入⟦1.38亿元;v=138000000;u=元;k=money⟧，增长⟦4.63%;v=4.63;u=%;k=percent⟧。\n`,
    "a.txt",
  );
  const edits = damageDocument(blocks, options, "seed")[0]?.edits ?? [];
  expect(edits.length).toBeGreaterThan(2);
  for (const [i, edit] of edits.entries()) expect((edits[i - 1]?.end ?? -1) < edit.start).toBe(true);
});
