import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EdgeWeight, edgeScale } from "../src/figures/naming/edges.ts";
import { EDGE_SIGNS, visitEdge } from "../src/figures/naming/evidence.ts";
import { STRETCHES, zonesOf } from "../src/figures/naming/zones.ts";
import { findChecks, findFigures, findFiguresNamed, nameOptions } from "../src/index.ts";

const namesOf = (text: string): string[] => findFigures(text).map((figure) => figure.metric);

describe("lists that 分别 deals out", () => {
  const cases: readonly [text: string, ...names: string[]][] = [
    ["出口和进口分别为71.8亿元和24.4亿元。", "出口", "进口"],
    ["语文、数学、英语合格率分别为98.6%、96.2%和94.8%。", "语文合格率", "数学合格率", "英语合格率"],
    ["务工流、学生流、探亲流占比约为42%、33%和25%。", "务工流", "学生流", "探亲流"],
    ["小麦12万亩、玉米8万亩，分别增长3%和5%。", "小麦", "玉米", "小麦", "玉米"],
    ["公路完成60万吨、铁路30万吨、水路10万吨，构成比为60%、30%、10%。", "公路", "铁路", "水路", "公路", "铁路", "水路"],
  ];
  it.each(cases)("%s", (text, ...names) => {
    for (const [i, name] of namesOf(text).entries()) expect(name).toContain(names[i]);
  });
  it("are left alone where they are no list of that length", () =>
    expect(namesOf("三次产业分别占15.9%、40.6%、43.5%。")).not.toContain("三次"));
});

describe("a name keeps the word that denies it", () => {
  it.each([
    ["全年消除风险902户，尚未消除风险384户。", "消除风险", "尚未消除风险"],
    ["登记住户1200户，未登记住户36户。", "登记住户", "未登记住户"],
  ])("%s", (text, ...names) => expect(namesOf(text)).toEqual(names));
});

describe("a name does not begin or end within a number, a date or a word in letters", () => {
  it.each([
    ["全年发表论文86篇，被SCI收录31篇。", "SCI收录"],
    ["全县造林进展顺利。2019年完成1.8万亩。", "完成"],
    ["流感监测中，检出甲型H1N1毒株24份。", "H1N1毒株"],
    ["参会的代表共65人，扫码和NFC乘车2,931万人次。", "NFC乘车"],
  ])("%s", (text, name) => {
    const own = namesOf(text).at(-1) ?? "";
    expect(own).toContain(name);
    const at = text.indexOf(own);
    expect(text.slice(at - 1, at + 1)).not.toMatch(/^(?:[A-Za-z\d]{2}|\d[年月日])$/);
  });
});

describe("tables", () => {
  const cell = (head: string, row: string): string[] => namesOf(`${head}\n${row}`);
  it("are named by columns that are different things", () =>
    expect(cell("类别\t旧存\t新收\t结案率", "刑事\t21\t486\t97.04%")).toEqual(["旧存", "新收", "结案率"]));
  it("are named by rows where columns say when or how", () => {
    expect(cell("指标\t2022年\t2023年\t比上年增长", "存款余额\t243.50\t270.00\t10.9%")).toEqual(
      Array(3).fill("存款余额"),
    );
    expect(cell("支出科目\t安排金额\t占总支出比重", "教育\t9.85亿元\t23.1%")).toEqual(["教育", "教育"]);
  });
  it("are named by rows where a column gives the unit of each", () =>
    expect(cell("项目\t单位\t用户\t电量", "大工业\t户\t214\t98740")).toEqual(["大工业", "大工业"]));
  it("lose time and unit of a head, and keep the time as period", () => {
    const [first, second] = findFigures("案由\t2022年新收（件）\t占比（%）\n合同纠纷\t1752\t38.0");
    expect([first?.metric, first?.period, second?.metric]).toEqual(["新收", "2022年", "占比"]);
  });
});

describe("stretches", () => {
  it("stand before, behind and back in the sentence, and not beyond it", () => {
    const text = "上月无事。全年受理案件236件，审结201件，结案率85.2%以上。";
    const seen: string[][] = [];
    findFiguresNamed(text, {}, (look) => {
      seen.push(zonesOf(look).map(({ kind, start, end }) => `${STRETCHES[kind]} ${look.written.slice(start, end)}`));
      return "";
    });
    expect(seen.at(-1)).toEqual(["own 结案率", "behind ", "back1 审结", "back2 全年受理案件"]);
  });
  it("leave out words that only lead to the figure", () => {
    const own: boolean[] = [];
    findFiguresNamed("审批事项由原来的27项减少到22项。", {}, (look) => {
      own.push(zonesOf(look).some(({ kind }) => kind === 0));
      return "";
    });
    expect(own).toEqual([true, false]);
  });
});

describe("names", () => {
  const words = fc.constantFrom(
    "全年",
    "受理",
    "案件",
    "，",
    "（",
    "）",
    "“",
    "”",
    "、",
    "的",
    "12件",
    "3.5%",
    "为",
    "其中",
    "。",
    "\n",
  );
  it("are never half a bracket and never begin or end with a sign", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 24 }), (parts) => {
        for (const name of namesOf(parts.join(""))) {
          expect(name).not.toMatch(/^[，。、；：）”]|[，。、；：（“]$/);
          expect([...name].filter((c) => c === "（").length).toBe([...name].filter((c) => c === "）").length);
        }
      }),
      { numRuns: 300 },
    );
  });
  it("have evidence for each option, and the right one is among them", () => {
    let options: ReturnType<typeof nameOptions> = [];
    findFiguresNamed("县城污水集中处理率达到96.2%。", {}, (look) => {
      options = nameOptions(look);
      return "";
    });
    expect(options.map(({ name }) => name)).toContain("污水集中处理率");
    expect(options.every(({ evidence }) => 10 < evidence.length)).toBe(true);
  });
});

/** Prose, a table, Latin letters, half a character, nothing. */
const TEXTS = [
  "全市城镇新增就业3.2万人，失业率控制在4.5%以内；其中（返乡农民工）1,200名。",
  "指标|2023年|增长\n粮食（吨）|310|6.5%",
  "GDP total 48.5亿元\ud840",
  "一",
  "",
];

describe("what stands around a place", () => {
  const seen = (text: string, at: number): string[] => {
    const out: string[] = [];
    visitEdge(text, at, (sign, word) => out.push(`${sign} ${word}`));
    return out;
  };
  it("weighs the same by tables as by words", () => {
    const weights = EDGE_SIGNS.map(() => new Map<string, EdgeWeight>());
    // a weight for about half of all that is told of the corpus
    for (const text of TEXTS)
      for (let at = 0; at <= text.length; at++)
        visitEdge(text, at, (sign, word) => {
          const sum = [...word].reduce((hash, c) => (31 * hash + c.charCodeAt(0)) % 1009, sign);
          if (sum % 2 === 0) weights[sign]?.set(word, [sum - 500, 400 - sum]);
        });
    const scale = edgeScale(weights);
    const out = new Int32Array(2);
    for (const text of TEXTS)
      for (let at = 0; at <= text.length; at++) {
        const wanted = [0, 0];
        visitEdge(text, at, (sign, word) => {
          const weight = weights[sign]?.get(word) ?? [0, 0];
          for (const side of [0, 1]) wanted[side] = (wanted[side] as number) + (weight[side] as number);
        });
        scale(text, at, out, 0);
        expect([...out], `${text} at ${at}: ${seen(text, at).join("; ")}`).toEqual(wanted);
      }
  });
  it("is told by words and their parts of speech", () =>
    expect(seen("新增就业", 2)).toEqual(expect.arrayContaining(["0 增", "1 就", "4 新增", "5 就业", "6 汉汉"])));
});

describe("numbers that cannot be worked with", () => {
  it("give no check that is no number", () => {
    const text = "上年办理0件，今年办理3件，同比增长5%。共0人，其中男1人，占5%。每人0元，共0元。";
    for (const { computed } of findChecks(text, findFigures(text))) expect(Number.isFinite(computed)).toBe(true);
  });
  it("make no fraction", () => expect(findFigures("48.548.5分之3").map((f) => f.value)).not.toContain(Number.NaN));
});
