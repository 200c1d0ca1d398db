import fc from "fast-check";
import { expect, test } from "vitest";
import { findSentences } from "../src/sentences/sentences.ts";

const sentences = (text: string): string[] =>
  findSentences(
    text,
    text.split("\n").map((line, i, all) => {
      const start = all.slice(0, i).reduce((sum, before) => sum + before.length + 1, 0);
      return { type: "paragraph", start, end: start + line.length } as const;
    }),
  ).map(({ start, end }) => text.slice(start, end));

test.each([
  ["全镇走访三百户。发放资料两万份！效果如何？", ["全镇走访三百户。", "发放资料两万份！", "效果如何？"]],
  ["柳河镇工作总结\n一、加强领导\n成立专班。", ["柳河镇工作总结", "一、加强领导", "成立专班。"]],
  ["会议提出“再加一把劲！”的要求。各组照办。", ["会议提出“再加一把劲！”的要求。", "各组照办。"]],
  ["他说：“任务完成了。”大家鼓掌。", ["他说：“任务完成了。”", "大家鼓掌。"]],
  ["增长4.5%，达到1.2万人。同比上升。", ["增长4.5%，达到1.2万人。", "同比上升。"]],
  ["一是建机构；二是抓培训。", ["一是建机构；二是抓培训。"]],
  ["新建（含改建。下同）8处。完工。", ["新建（含改建。下同）8处。", "完工。"]],
  ["这里的括号（没有合上。下一句照样分开。", ["这里的括号（没有合上。", "下一句照样分开。"]],
  ["真的吗?!是的……好。", ["真的吗?!", "是的……", "好。"]],
  ["茶叶、蜂蜜……每一样都畅销。", ["茶叶、蜂蜜……每一样都畅销。"]],
  ["“任务完成了。”他说。散会。", ["“任务完成了。”他说。", "散会。"]],
  ["他问：“谁来管？怎么管？”大家沉默。", ["他问：“谁来管？怎么管？”", "大家沉默。"]],
  ["完工。（不含二期。）二期明年开工。", ["完工。", "（不含二期。）", "二期明年开工。"]],
  ["推进各项工作.罚款26.5万元.", ["推进各项工作.", "罚款26.5万元."]],
  ["1.加强管理.一.总则", ["1.加强管理.", "一.总则"]],
  ['他说:"好!"大家鼓掌.', ['他说:"好!"', "大家鼓掌."]],
  ["", []],
])("%s", (text, expected) => expect(sentences(text)).toEqual(expected));

test("a table row has no sentence", () =>
  expect(findSentences("指标\t数量", [{ type: "table-row", start: 0, end: 5 }])).toEqual([]));

test("sentences lie in their blocks, in order, and leave out blanks only", () => {
  const text = fc.string({ unit: fc.constantFrom(..."建机。！？（）“” 　;，1.".split("")), maxLength: 40 });
  fc.assert(
    fc.property(text, (words) => {
      const found = findSentences(words, [{ type: "paragraph", start: 0, end: words.length }]);
      expect(
        found
          .map(({ start, end }) => words.slice(start, end))
          .join("")
          .replace(/\s/gu, ""),
      ).toBe(words.replace(/\s/gu, ""));
      for (const { start, end } of found) expect(words.slice(start, end)).toMatch(/^\S([\s\S]*\S)?$/u);
    }),
  );
});
