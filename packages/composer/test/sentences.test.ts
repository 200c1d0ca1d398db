import type { PatternSlot, SlotType } from "@zongjie/document";
import { patternsSchema } from "@zongjie/document/schema";
import { describe, expect, it } from "vitest";
import { learnPatterns } from "../src/learn.ts";
import { roundTrip } from "../src/round-trip.ts";
import { extract } from "../src/sentences/extract.ts";
import { selfOf } from "../src/sentences/words.ts";
import { page } from "./document.ts";
import { COLLECTION, LEARNED, report } from "./patterns.ts";

const texts = LEARNED.sentences.map(({ text }) => text);

describe("mineSentences", () => {
  it("finds the sentences that reports share, slots masked", () => {
    expect(texts).toContain("{时段}召开{指标}{数}");
    expect(texts).toContain("{时段}举办{指标}{数}，同比增长{百分比}");
    expect(texts).toContain("力争{指标}达到{百分比}");
  });

  it("names role, modality and direction", () => {
    const aim = LEARNED.sentences.find(({ text }) => text === "力争{指标}达到{百分比}");
    expect([aim?.role, aim?.support, aim?.slots.at(-1)?.figure?.modality]).toEqual(["打算", 4, "target"]);
    const growth = LEARNED.sentences.find(({ text }) => text.endsWith("同比增长{百分比}"));
    expect(growth?.slots.at(-1)?.figure).toMatchObject({ kind: "percent", direction: "up" });
  });

  it("keeps no text of one source, no names, no numerals", () => {
    const told = JSON.stringify({ ...LEARNED, sources: [] });
    expect(told).not.toMatch(/青屿|白渡|石坳|云岫|巡诊|锅炉|导诊|沙袋/);
    expect(texts.join()).not.toMatch(/\d/);
  });

  it("asks for as many sources as it is told", () => {
    expect(learnPatterns([COLLECTION], { least: 5 }).sentences).toEqual([]);
    expect(LEARNED.sentences.every(({ support, sources }) => 3 <= support && sources.length === support)).toBe(true);
  });

  it("counts a copied paragraph once", () => {
    const line = "深夜的走廊里灯还亮着，护士长挨个病房看过去，替睡着的老人掖好被角，这才放心地回到值班室写交班记录";
    const thieves = ["甲地", "乙地", "丙地"].map((place, i) =>
      report(`${place}县医院总结`, [
        { title: "工作", role: "做法", body: `${line}。${"一二三四"[i]}号楼${place.repeat(40)}。` },
      ]),
    );
    expect(learnPatterns([page(...thieves)]).sentences).toEqual([]);
  });

  it("is of its schema, and the same for the same records", () => {
    expect(patternsSchema.safeParse(LEARNED).success).toBe(true);
    expect(learnPatterns([COLLECTION])).toEqual(LEARNED);
  });

  it("runs backwards over its own sentences", () => {
    const { right, all } = roundTrip([COLLECTION]);
    expect(all).toBeGreaterThan(12);
    expect(right / all).toBeGreaterThanOrEqual(0.95);
  });
});

it("learns what texts close with, whatever they call themselves", () => {
  const formal = ["特此报告。", "特此汇报。", "特此说明。"].map((body, i) =>
    report(`${"甲乙丙"[i]}地总结`, [
      { title: "工作", role: "做法", body: `${"东西南"[i]}门修好了。` },
      { title: "结语", role: "结语", body },
    ]),
  );
  const last = ["学校安全工作", "医院宣传工作", "社区绿化工作"].map((work, i) =>
    report(`${"甲乙丙"[i]}地总结`, [
      { title: "打算", role: "打算", body: `${"东西南"[i]}门要修。推动${work}再上新台阶。` },
    ]),
  );
  const found = (documents: typeof formal): string[] =>
    learnPatterns([page(...documents)]).sentences.flatMap(({ place, text }) => (place === "closing" ? [text] : []));
  expect(found(formal)).toEqual(["特此{文件}"]);
  expect(found(last)).toEqual(["推动{内容}工作再上新台阶"]);
});

const slots = (...types: SlotType[]): PatternSlot[] => types.map((type) => ({ type, words: [], figure: null }));
const backwards: readonly [string, SlotType[], string, string[] | null][] = [
  ["新建{指标}{数}", ["metric", "figure"], "新建社区食堂12个", ["社区食堂", "12个"]],
  [
    "{时段}，{指标}达到{百分比}",
    ["period", "metric", "figure"],
    "2023年,优良率达到95.5%".replace(",", "，"),
    ["2023年", "优良率", "95.5%"],
  ],
  ["配备{指标}{数}", ["metric", "figure"], "配备健康一体机179台", ["健康一体机", "179台"]],
  ["以{内容}为抓手", ["text"], "以项目建设为抓手", ["项目建设"]],
  ["以{内容}为抓手", ["text"], "以项目建设为主线", null],
  ["走访{指标}{数}", ["metric", "figure"], "走访困难户。另有12户", null],
  ["{数}(含)以上", ["figure"], "12个(含)以上", ["12个"]],
];
it.each(backwards)("%s %s backwards over %s", (text, types, sentence, values) =>
  expect(extract({ text, slots: slots(...types) }, sentence)).toEqual(values),
);

const selves: readonly [string | null, string][] = [
  ["望麓县人民医院", "我院"],
  ["青石镇中心小学", "我校"],
  ["岚河县税务局", "我局"],
  ["云溪镇人民政府", "我镇"],
  ["和瑞社区居民委员会", "我社区"],
  ["某某协会", "我单位"],
  [null, "我单位"],
];
it.each(selves)("%s calls itself %s", (unit, self) => expect(selfOf(unit).self).toBe(self));
