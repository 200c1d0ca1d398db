import type { DocumentRecord, Entity, Figure, PageRecord, Patterns, Role } from "@zongjie/document";
import { learnPatterns } from "../src/learn.ts";
import { document, FIGURE, page } from "./document.ts";

/** A figure of a text, found by what it says: `fig("培训班", "8期", "期")`. */
export interface Said {
  readonly metric: string;
  readonly surface: string;
  readonly fields?: Partial<Figure>;
}

/** A report with sentences, figures and names at their places; what is said of them is looked up in the text. */
export function report(
  title: string,
  parts: readonly { readonly title: string; readonly role: Role; readonly body: string }[],
  figures: readonly Said[] = [],
  names: readonly [Entity["type"], string][] = [],
): DocumentRecord {
  const bare = document(title, "总结", parts);
  const { text } = bare;
  const sentences = [...text.matchAll(/[^。\n]+。?/gu)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  let from = 0;
  const found = figures.map(({ metric, surface, fields = {} }): Figure => {
    const start = text.indexOf(surface, text.indexOf(metric, from));
    from = start;
    return {
      ...FIGURE,
      surface,
      start,
      end: start + surface.length,
      value: Number.parseFloat(surface),
      unit: surface.replace(/^[\d.]+/u, ""),
      kind: surface.endsWith("%") ? "percent" : "count",
      metric,
      ...fields,
    };
  });
  const entities = names.flatMap(([type, surface]): Entity[] => {
    const start = text.indexOf(surface);
    return start === -1 ? [] : [{ type, surface, start, end: start + surface.length, value: null }];
  });
  return { ...bare, sentences, figures: found, entities };
}

const PLACES = ["青屿", "白渡", "石坳", "云岫"];
const THINGS = ["讲座", "培训班", "宣讲会", "读书班"];
const OWN = [
  "春耕时节院里派车下乡巡诊不误农时，老乡们捧着热茶在村口等候，队员们顾不上歇脚就支起了桌椅",
  "入冬以后后勤班组连夜检修锅炉管道，老师傅带着徒弟一寸寸摸排，天亮时分病房里已是暖意融融",
  "新楼启用之后门诊分区挂牌一目了然，导诊台前少了问路的人，志愿者腾出手来陪着老人一起做检查",
  "汛期来临之前值班人员逐楼查看排水，把沙袋码放在低洼处，一夜大雨过后库房里的药品滴水未沾身",
];

/** Four reports on 双拥 that share some sentences and keep others to themselves. */
export const COLLECTION: PageRecord = page(
  ...PLACES.map((place, i) =>
    report(
      `${place}县医院202${i}年双拥工作总结`,
      [
        { title: "加强组织领导", role: "组织领导", body: `全年召开双拥会议${i + 3}次。${OWN[i]}。` },
        {
          title: "抓好国防教育",
          role: "做法",
          body: `全年举办国防${THINGS[i]}${i + 5}期，同比增长1${i}%。国防教育，人人参加国防教育。${OWN[(i + 1) % 4]?.split("").reverse().join("")}。`,
        },
        {
          title: "关爱优抚对象",
          role: "做法",
          body: `走访优抚对象${i + 20}户。优抚对象，优先就诊优抚对象。${place}县医院为优抚对象减免费用${i + 2}万元。`,
        },
        { title: "下一步打算", role: "打算", body: `力争优抚对象体检率达到9${i}%。${OWN[i]?.slice(3, 24)}。` },
      ],
      [
        { metric: "双拥会议", surface: `${i + 3}次`, fields: { period: "全年" } },
        { metric: `国防${THINGS[i]}`, surface: `${i + 5}期`, fields: { period: "全年" } },
        { metric: `国防${THINGS[i]}`, surface: `1${i}%`, fields: { comparison: { base: "同比", direction: "up" } } },
        { metric: "优抚对象", surface: `${i + 20}户` },
        { metric: "优抚对象减免费用", surface: `${i + 2}万元`, fields: { kind: "money" } },
        { metric: "优抚对象体检率", surface: `9${i}%`, fields: { modality: "target" } },
      ],
      [
        ["org", `${place}县医院`],
        ["place", `${place}县`],
      ],
    ),
  ),
);

export const LEARNED: Patterns = learnPatterns([COLLECTION]);
export const EMPTY: Patterns = learnPatterns([]);
