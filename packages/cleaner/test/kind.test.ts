import { describe, expect, it } from "vitest";
import { findKind, isComplete } from "../src/index.ts";

/** The body of a text of each kind, without headline. */
const BODIES = {
  总结: [
    "一年来，全镇清淤渠道86条，修补了34处塘坝，完成投资126万元，现将情况总结如下。",
    "各村完成了登记，累计返工7处，全年共召开现场会5次，合格率同比提高了15个百分点。",
    "塘坝修补已全部完工，支渠的放水员已选出，全年没有发生争水纠纷，群众得到了实惠。",
  ],
  计划: [
    "2024年是全镇水利建设的关键年，工作目标是清淤渠道90条，特制定本计划如下。",
    "要进一步摸清家底，各村要逐一登记，确保三月底前完成，力争把漏水的塘全部修好。",
    "要推选放水员，将放水次序写在黑板上，争取不发生争水纠纷，进一步减轻群众的负担。",
  ],
  汇报: [
    "县人大常委会各位领导：现将我镇农田水利工作情况汇报如下，请予审议。",
    "各村按田亩出工，老把式守在工地上看灰浆、量坡度，不合要求的当场返工。",
    "以上汇报，不当之处，请批评指正。",
  ],
  述职: [
    "本人自2021年3月起担任苇塘镇水利站站长，主持站里的工作，按要求述职述廉。",
    "我每周到工地两次，我对每处塘坝都登记在册，我不收工程队的烟酒，我的手机全天开着。",
    "我的不足是学习不够，我将虚心改正。请各位领导评议。述职人：方圆",
  ],
  制度: [
    "第一条 为规范渠道管护，制定本制度。",
    "第二条 支渠由放水员管护，干渠由水利站管护。",
    "第三条 放水员每天巡渠一次，发现渗漏当天报告。",
    "第四条 本制度自印发之日起施行。",
  ],
  调研: [
    "为了解塘坝管护的现状，调研组走访了11个村，发放问卷220份，实地走访农户64家。",
    "问卷显示，六成农户认为管护经费不足，受访的村干部认为放水员报酬偏低。",
    "三、对策与建议。一是把管护经费列入预算。二是提高放水员的报酬。",
  ],
  方案: [
    "为检验水利站的防汛能力，结合实际，制定本演练方案。",
    "一、演练时间：5月20日上午。二、演练地点：柳湾塘坝。三、演练内容：转移群众、抢堵管涌。",
    "四、参加人员：水利站、卫生院、柳湾村民兵排。",
  ],
  其他: [
    "根据初步核算，全县生产总值86.3亿元。统计公报数据均为初步统计数。",
    "粮食面积43万亩，油料面积6万亩，生猪存栏12万头。",
  ],
} as const;

const body = (kind: keyof typeof BODIES): string => BODIES[kind].join("\n");
const half = (text: string): string => text.replaceAll("，", ",").replaceAll("：", ":").replaceAll("；", ";");

describe("the kind of a text", () => {
  const kinds = Object.keys(BODIES) as (keyof typeof BODIES)[];
  it.each(kinds)("%s without headline", (kind) => expect(findKind(null, body(kind))).toBe(kind));
  it.each(kinds)("%s without headline, half-width", (kind) => expect(findKind(null, half(body(kind)))).toBe(kind));
  it.each(kinds)("%s under a headline without a word of the genre", (kind) => {
    expect(findKind("渠通了，田活了", body(kind))).toBe(kind);
  });
  // a site gives all its texts one headline
  it.each(["计划", "制度", "调研", "方案"] as const)("%s under the headline 工作总结 of a whole site", (kind) => {
    expect(findKind("工作总结", body(kind), true)).toBe(kind);
  });

  it.each([
    ["总结", "苇塘镇2023年农田水利工作总结"],
    ["计划", "苇塘镇2024年农田水利工作计划"],
    ["汇报", "关于农田水利工作情况的汇报"],
    ["述职", "水利站站长述职报告"],
    ["制度", "渠道管护制度"],
    ["调研", "关于塘坝管护的调研报告"],
    ["方案", "防汛演练实施方案"],
    ["总结", "苇塘镇2023年农田水利工作总结（送审稿）"],
    ["述职", "2023年述职述廉报告"],
    ["调研", "塘坝管护的调查与思考"],
  ] as const)("%s by the headline %s, nothing below it", (kind, title) => expect(findKind(title, "")).toBe(kind));

  it.each([
    ["计划", "苇塘镇2024年农田水利工作计划", "总结"],
    ["述职", "水利站站长述职报告", "总结"],
  ] as const)("%s by the headline %s, though the text speaks like a %s", (kind, title, like) => {
    expect(findKind(title, BODIES[like].slice(1).join("\n"))).toBe(kind);
  });
  it.each([
    ["总结", "2023年度工作报告"],
    ["计划", "2024年度工作报告"],
    ["制度", "关于渠道管护的报告"],
  ] as const)("%s under the vague headline %s", (kind, title) => expect(findKind(title, body(kind))).toBe(kind));

  const AHEAD = [
    "一是把渠道清淤放在首位，力争汛前全线通水，让下游的田先用上水。",
    "二是抓好塘坝修补，要选老把式看灰浆，确保不漏一处，不合要求的当场返工。",
    "三是规范放水次序，争取各村自己推选放水员，放水时间写在黑板上，不再有争水的纠纷。",
    "四是谋划支渠改线，要把图纸贴到村口，请群众提意见，避免占用好田。",
    "五是建立管护制度，将责任落实到人，每条渠都有人看、有人修，汛期天天有人巡。",
    "六是加强学习，要请县里的技术员来讲课，把水利站建成一支能打硬仗的队伍。",
    "成绩属于过去，在今后的工作中，我们将以更加饱满的热情投入工作，为全镇用水作出更大的贡献，让群众放心，让每一块田都有水用。",
    "七是做好宣传，要让家家户户知道渠是大家的渠，水是大家的水，谁家也不多占一分，谁家也不少用一勺。",
  ].join("\n");
  it.each([
    ["计划", "苇塘镇水利工作总结", AHEAD],
    ["计划", null, AHEAD],
    ["总结", "苇塘镇水利工作总结", `${AHEAD}\n${body("总结")}`],
    ["总结", "苇塘镇水利工作总结", AHEAD.slice(0, 60)],
  ] as const)("%s under the headline %s by what the text shows", (kind, title, text) => {
    expect([findKind(title, text), findKind(title, half(text))]).toEqual([kind, kind]);
  });

  it.each([
    [
      "汇报",
      "各位领导：下面我代表苇塘镇人民政府就渠道管护工作作如下汇报。我镇有渠道86条，我来说说管护。我的汇报完了，谢谢！",
    ],
    [
      "其他",
      "各村、各单位：为做好春灌，现将有关事项通知如下。要及早清淤，要选好放水员，要备足沙石，确保春灌。特此通知。",
    ],
    ["计划", "2024年是水利建设的关键一年。我镇将围绕春灌，突出抓好以下几项工作：清淤渠道90条，修补塘坝30处。"],
    ["方案", "为管好渠道，定下办法。（一）动员部署阶段（3月）。开会。（二）组织实施阶段（4月至9月）。清淤。"],
    ["制度", "第一章 总则 第一条 渠道由放水员管护。 第二条 放水员每天巡渠。 第三条 发现渗漏当天报告，不得拖延。"],
  ] as const)("%s by its own words", (kind, text) => {
    expect([findKind(null, text), findKind(null, half(text))]).toEqual([kind, kind]);
  });

  it("is 其他 where nothing speaks", () => {
    expect([findKind(null, ""), findKind(null, "苇塘"), findKind("苇塘", "柳湾")]).toEqual(["其他", "其他", "其他"]);
  });
  it("of a long text is read from its beginning", () => {
    expect(findKind(null, body("制度") + "渠".repeat(1_000_000))).toBe("制度");
  });
});

describe("a complete text", () => {
  it.each([
    ["a stop", "全镇清淤渠道86条。", true],
    ["a half-width stop", "谢谢大家!", true],
    ["a date", "全镇清淤渠道86条。\n2023年12月8日", true],
    ["a unit that signs", "全镇清淤渠道86条。\n苇塘镇人民政府", true],
    ["a bracket", "全镇清淤渠道86条（含支渠）", true],
    ["dots", "全镇清淤渠道86条……", false],
    ["three points", "全镇清淤渠道86条...", false],
    ["a comma", "全镇清淤渠道86条，", false],
    ["a half-width comma", "全镇清淤渠道86条,", false],
    ["mid-sentence, long", "镇里派出三个小组，用半个月走遍十一个村，把漏水的塘、淤塞的渠、歪斜的闸逐一登", false],
  ] as const)("ends with %s: %s", (_what, text, complete) => expect(isComplete(text)).toBe(complete));
});
