import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { align, similarityOf } from "../src/duplicates/alignment.ts";
import { findDuplicates } from "../src/duplicates/index.ts";
import { bareText, cutUnits } from "../src/duplicates/unit.ts";

const LONG =
  "全县卫生系统认真落实疫情防控各项措施，先后组织医疗队深入乡村开展巡回诊疗，发放宣传材料，受到群众普遍欢迎。";
const OTHER =
  "县财政局坚持收支两条线管理，压减一般性支出，集中财力保障民生，教育、医疗、社保支出占比稳步提高，运行平稳。";
const SPUN =
  "全县卫生体系当真落实疫情防控各项步伐，先后构造医疗队深切乡村展开巡回诊疗，发放鼓吹质料，受到公众广泛欢迎。";

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

/** Types of what the last document repeats. */
function types(...documents: string[][]): string[] {
  return (findDuplicates(documents.map((d) => document(...d))).at(-1) ?? []).map(({ type }) => type);
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
  it("finds a sentence inside another paragraph", () => {
    const [, copy] = findDuplicates([document(LONG), document(`${OTHER}${LONG}`)]);
    expect(copy).toMatchObject([{ type: "exact", span: { start: OTHER.length, end: OTHER.length + LONG.length } }]);
  });
  it("finds paragraphs that were joined", () => {
    expect(types([LONG, OTHER], [LONG + OTHER])).toEqual(["exact"]);
  });
  it("sees near copies", () => {
    const [, copy] = findDuplicates([document(LONG), document(LONG.replace("普遍欢迎", "广泛好评"))]);
    expect(copy?.[0]?.type).toBe("near");
    expect(copy?.[0]?.similarity).toBeGreaterThan(0.9);
  });
  it("says how many letters of a spun copy are left", () => {
    const [, copy] = findDuplicates([document(LONG), document(SPUN)]);
    const left = [..."全县卫生系落实疫情防控各项先后医疗队深乡村展巡回诊疗发放材受到众欢迎"].length;
    expect(copy).toMatchObject([{ type: "spun", of: { document: 0, span: { start: 0, end: LONG.length } } }]);
    expect(copy?.[0]?.similarity).toBeCloseTo(left / bareText(LONG).length, 1);
  });
  it("leaves short lines alone", () => {
    expect(findDuplicates([document("一、加强领导"), document("一、加强领导")])).toEqual([[], []]);
  });
});

/** An original, and what stands later on the page; what it is. */
const PAIRS: readonly (readonly [name: string, original: string, later: string, type: string])[] = [
  [
    "a spun copy in half-width dress",
    "为了进一步做好拥军工作，县粮食局坚持定期走访部队，帮助官兵解决实际困难，每逢重要节日赠送慰问品。",
    "为了更进一步做好拥军工作,县粮食局对峙按期访问步队,帮助官兵办理实际坚苦,每逢紧张节日奉送慰劳品。",
    "spun",
  ],
  [
    "a spun copy with its numbers",
    "全年完成投资3.6亿元，新建管网42公里，改造老旧小区17个，群众的生活条件明显改善，获得了社会各界的普遍肯定。",
    "整年实现投资3.6亿元，新建管网42公里，改革老旧小区17个，公众的糊口前提较着改良，得到了社会各界的广泛必定。",
    "spun",
  ],
  [
    "a spun copy with words left out and put in",
    "我们认真组织干部职工学习有关文件精神，切实提高了大家的思想认识，增强了做好工作的责任感和自觉性。",
    "咱们还当真构造干部职工进修相干文件精神，确切进步大家的头脑熟悉，加强了做好事情责任感和自发性。",
    "spun",
  ],
  [
    "another year of one unit",
    "2021年，全镇实现农业总产值3.42亿元，同比增长5.1%，新增高标准农田1200亩，农民人均纯收入18650元。",
    "2022年，全镇实现农业总产值3.71亿元，同比增长6.8%，新增高标准农田1550亩，农民人均纯收入20130元。",
    "",
  ],
  [
    "another unit, same template",
    "青渡县交通局坚持把安全放在首位，开展检查36次，排查隐患128处，整改126处，培训驾驶员420人，全年没有发生责任事故。",
    "白沙县水利局坚持把安全放在首位，开展检查51次，排查隐患203处，整改199处，培训巡堤员150人，全年没有发生责任事故。",
    "",
  ],
  [
    "another trade, same phrases",
    "我校加强师德师风建设，完善教师考核办法，开展公开课评比，举办家长开放日，组织学生参加社会实践，形成家校共育的良好氛围。",
    "我局加强机关作风建设，完善干部考核办法，开展业务能手评比，举办企业服务日，组织党员参加志愿服务，形成政企共进的良好氛围。",
    "",
  ],
  [
    "standing phrases",
    "坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神，认真落实市委、市政府决策部署，推动各项工作取得新成效。",
    "深入学习贯彻习近平新时代中国特色社会主义思想和党的二十大精神，按照县委、县政府部署要求，各项工作有序推进，现将情况汇报如下。",
    "",
  ],
  [
    "a closing formula",
    "一年来，我们的工作取得了一定成绩，但与上级的要求和群众的期望相比还有不小差距，我们将在今后的工作中认真加以改进，争取更大进步。",
    "一年来，虽然做了一些工作，但对照上级的要求还有很大差距，主要是学习不够深入、工作方法不够灵活，今后要在这些方面努力加以克服。",
    "",
  ],
  [
    "an author's own revision",
    "食堂改造工程四月动工，六月完工，新增座位八十个，老人们不用再排长队，打饭时间缩短了一半，投诉也少了。",
    "食堂改造工程四月动工，六月底完工，新增座位八十多个，老人们不用再排长队，打饭的时间缩短了一半，投诉也少多了。",
    "near",
  ],
];

describe("a passage that looks like another", () => {
  it.each(PAIRS)("%s", (_, original, later, type) => {
    expect(types([OTHER, original], [LONG, later])).toEqual(type === "" ? [] : [type]);
  });
});

const words = fc.string({ unit: fc.constantFrom(..."开展认真组织学习12年，。"), maxLength: 80 });

describe("align", () => {
  it("takes words for words", () => {
    expect(align("认真落实部署，逐户开展检查", "当真落实部署，逐户展开查验").swaps).toEqual([
      { from: "认", to: "当" },
      { from: "开展检查", to: "展开查验" },
    ]);
  });
  it("knows another number from a mask", () => {
    expect(align("共接待1286人次", "共接待1386人次").otherDigits).toBe(4);
    expect(align("共接待1286人次", "共接待xx人次").otherDigits).toBe(0);
  });
  it("finds no more than there is, in order", () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const { equal, letters, swaps } = align(a, b);
        expect(letters).toBe(a.length + b.length);
        expect(equal).toBeLessThanOrEqual(Math.min(a.length, b.length));
        const places = { a: 0, b: 0 };
        for (const { from, to } of swaps) {
          places.a = a.indexOf(from, places.a) + from.length;
          places.b = b.indexOf(to, places.b) + to.length;
          expect(Math.min(places.a - from.length, places.b - to.length)).toBeGreaterThanOrEqual(0);
        }
        expect(similarityOf([align(a, a)])).toBe(a === "" ? 0 : 1);
      }),
    );
  });
});

describe("cutUnits", () => {
  it("cuts behind a mark and joins what is short", () => {
    const text = "好。全镇新建蓄水池十二座，现已全部通水。镇里又修路。村村都通了水泥路，出行方便多了。";
    const units = cutUnits(document(text), 0).map(({ start, end }) => text.slice(start, end));
    expect(units).toEqual(["好。全镇新建蓄水池十二座，现已全部通水。", "镇里又修路。村村都通了水泥路，出行方便多了。"]);
  });
  it("loses no letter of a long block", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."春种秋收，。；！a1"), minLength: 40, maxLength: 900 }),
        (text) => {
          const units = cutUnits(document(text), 0);
          const bare = units.map((unit) => unit.bare).join("");
          expect(units.length === 0 || bare === bareText(text)).toBe(true);
          for (const [i, unit] of units.entries()) expect(unit.start).toBe(units[i - 1]?.end ?? 0);
        },
      ),
    );
  });
});
