import { describe, expect, it, test } from "vitest";
import { annotated } from "./annotation.ts";
import { agrees, compute } from "./arithmetic.ts";
import { folder, readDocuments } from "./half.ts";
import { review } from "./review.ts";
import { parseDocument, SourceError } from "./source.ts";

const FRONT = "---\nid: a\nkind: 总结\nfield: 卫生\nunit: 清溪县卫生局\nperiod: 2023年\ncomplete: true\n---\n";
const read = (body: string, front: string = FRONT) => parseDocument(front + body, "docs/a.txt");

test("a document of every kind of block", () => {
  const { meta, blocks } = read(
    "# 清溪县卫生局2023年工作总结\n@ 县人民政府：\n现将情况报告如下。\n## 一、加强领导 {组织领导}\n### （一）健全机构。 {做法|成效?} ‖ 组织⟦31支;v=31;u=支;k=count;m=医疗队;id=t⟧医疗队。\n| 项目 | ⟦2次;v=2;u=次;k=count⟧ |\n> 清溪县卫生局\n",
  );
  expect(meta).toEqual({
    id: "a",
    kind: "总结",
    field: "卫生",
    unit: "清溪县卫生局",
    period: "2023年",
    complete: true,
  });
  expect(blocks.map((b) => b.type)).toEqual([
    "title",
    "salutation",
    "paragraph",
    "heading",
    "heading",
    "table-row",
    "signature",
  ]);
  expect(blocks[3]?.heading).toEqual({
    level: 1,
    marker: "一、",
    title: "加强领导",
    titleStart: 2,
    end: 6,
    roles: ["组织领导"],
    optional: false,
    inline: false,
  });
  expect(blocks[4]?.text).toBe("（一）健全机构。组织31支医疗队。");
  expect(blocks[4]?.heading).toMatchObject({
    level: 2,
    marker: "（一）",
    title: "健全机构",
    end: 8,
    roles: ["做法", "成效"],
    optional: true,
    inline: true,
  });
  expect(blocks[4]?.figures[0]).toMatchObject({ start: 10, end: 13, surface: "31支", value: 31, id: "t" });
  expect(blocks[5]?.text).toBe("项目\t2次");
  expect(blocks[5]?.figures[0]).toMatchObject({ start: 3, end: 5 });
});

describe("markers and levels", () => {
  test.each([
    ["## 一、加强领导 {做法}", 1, "一、", "加强领导"],
    ["## 主要做法 {做法}", 1, null, "主要做法"],
    ["### （十二）其他工作 {做法}", 2, "（十二）", "其他工作"],
    ["#### 1．抓学习。 {做法}", 3, "1．", "抓学习"],
    ["#### 2、抓落实 {做法}", 3, "2、", "抓落实"],
    ["##### （3）抓检查 {做法}", 4, "（3）", "抓检查"],
    ["### 一是抓宣传。 {做法?}", 2, "一是", "抓宣传"],
    ["#### 2024年打算 {打算}", 3, null, "2024年打算"],
  ])("%s", (line, level, marker, title) => {
    expect(read(`${line}\n`).blocks[0]?.heading).toMatchObject({ level, marker, title });
  });
});

describe("what is malformed is named with file and line", () => {
  test.each([
    ["## 一、加强领导\n", "docs/a.txt:9: a heading ends in a blank and {role}"],
    ["正文\n## 一、加强领导 {领导}\n", "docs/a.txt:10: role 领导 is none of"],
    ["### 一、加强领导 {做法}\n", "docs/a.txt:9: 一、加强 is level 1, not 2"],
    ["组织⟦31支;v=31;u=支\n", "docs/a.txt:9: ⟦ without ⟧"],
    ["组织31支⟧\n", "docs/a.txt:9: ⟧ without ⟦"],
    ["组织⟦31支;v=31;u=支⟧\n", "docs/a.txt:9: ⟦31支;v=31;u=支⟧: no k"],
    ["组织⟦31支;v=三十一;k=count⟧\n", '"三十一" is no number'],
    ["组织⟦31支;w=31;k=count⟧\n", 'unknown key in "w=31"'],
    ["组织⟦31支;v=31;v=32;k=count⟧\n", "v stands twice"],
    ["组织⟦31支;k=count⟧\n", "neither v nor r"],
    ["增长⟦5%;v=5;u=%;k=percent;c=同比⟧\n", "c ends in + - or ="],
    ["正文 ‖ 正文\n", "‖ stands in headings only"],
    ["| 项目 | 数量\n", "a table row ends in a bar"],
    ["正文\n# 标题\n", "docs/a.txt:10: a title stands on the first line only"],
    ["⟦1人;v=1;k=count;id=a⟧⟦2人;v=2;k=count;id=a⟧\n", "figure id a stands twice"],
    ["", "no text"],
  ])("%j", (body, message) => {
    expect(() => read(body)).toThrow(SourceError);
    expect(() => read(body)).toThrow(message);
  });

  test.each([
    ["kind: 总结", "kind: 报告", "kind 报告 is none of"],
    ["id: a", "id: b", "id b is not the file's name"],
    ["complete: true", "complete: 是", "complete is true or false"],
    ["field: 卫生", "line: 卫生", "unknown key line"],
    [
      "complete: true",
      "complete: true\nchecks:\n  - { code: parts-sum, figures: [t], holds: true }",
      "parts-sum speaks of figure t",
    ],
    [
      "complete: true",
      "complete: true\nchecks:\n  - { code: sum, figures: [t], holds: true }",
      "check code sum is none of",
    ],
  ])("%s → %s", (from, to, message) => {
    expect(() => read("正文\n", FRONT.replace(from, to))).toThrow(message);
  });
});

describe("review of annotations", () => {
  test.each([
    ["⟦48.5万人次;v=485000;u=人次;k=count⟧", []],
    ["⟦4.5万余吨;v=45000;u=吨;k=weight;q=at_least⟧", []],
    ["⟦1,200元;v=1200;u=元;k=money⟧", []],
    ["⟦13.40‰;v=13.4;u=‰;k=rate⟧", []],
    ["⟦九成;v=90;u=%;k=percent⟧", []],
    ["⟦1:2;r=1~2;u=:;k=ratio⟧", []],
    ["⟦万元;v=10000;u=元;k=money;q=at_most⟧", []],
    ["⟦48.5万人次;v=48.5;u=人次;k=count⟧", ["reads 485000, v=48.5"]],
    ["⟦31支;v=31;u=名;k=count⟧", ["does not end in its unit 名"]],
    ["⟦31支;v=31;u=支;k=count;m=医疗组⟧", ["m=医疗组 is not in the text"]],
    ["另有12人次", ["12人次 is not annotated"]],
  ])("%s", (line, found) => {
    const findings = review(read(`${line}医疗队\n`));
    expect(findings).toHaveLength(found.length);
    for (const [i, what] of found.entries()) expect(findings[i]?.what).toContain(what);
  });
});

describe("arithmetic of checks", () => {
  test.each([
    ["parts-sum", "⟦12人;v=12;u=人;k=count⟧⟦7人;v=7;u=人;k=count⟧⟦5人;v=5;u=人;k=count⟧", 12, 12, true],
    [
      "shares-sum",
      "⟦26.6%;v=26.6;u=%;k=percent⟧⟦17.7%;v=17.7;u=%;k=percent⟧⟦55.8%;v=55.8;u=%;k=percent⟧",
      100,
      100.1,
      true,
    ],
    [
      "percent-of",
      "⟦97.8%;v=97.8;u=%;k=percent⟧⟦311处;v=311;u=处;k=count⟧⟦318处;v=318;u=处;k=count⟧",
      97.8,
      97.7987421384,
      true,
    ],
    ["growth", "⟦25%;v=25;u=%;k=percent;c=同比+⟧⟦50件;v=50;u=件;k=count⟧⟦40件;v=40;u=件;k=count⟧", 25, 25, true],
    [
      "growth",
      "⟦1.26倍;v=1.26;u=倍;k=ratio;c=比上年+⟧⟦43户;v=43;u=户;k=count⟧⟦19户;v=19;u=户;k=count⟧",
      1.26,
      1.26315789474,
      true,
    ],
    ["product", "⟦3600元;v=3600;u=元;k=money⟧⟦12人;v=12;u=人;k=count⟧⟦300元;v=300;u=元;k=money⟧", 3600, 3600, true],
    ["same-metric", "⟦19座;v=19;u=座;k=count⟧⟦20座;v=20;u=座;k=count⟧", 19, 20, false],
  ] as const)("%s %s", (code, line, stated, computed, right) => {
    const { figures } = annotated(line);
    const outcome = compute({ code, figures: [], holds: true, stated: null, computed: null }, figures);
    expect(outcome).toEqual({ stated, computed });
    expect(agrees(stated, computed, figures, code)).toBe(right);
  });
});

it("reads every document of the corpus", () => {
  const { documents, problems } = readDocuments(folder("dev"));
  expect(problems).toEqual([]);
  expect(documents.length).toBeGreaterThan(0);
  expect(
    documents.flatMap((d) =>
      review(d)
        .filter((f) => f.weight === "error")
        .map((f) => `${d.meta.id}:${f.line} ${f.what}`),
    ),
  ).toEqual([]);
});
