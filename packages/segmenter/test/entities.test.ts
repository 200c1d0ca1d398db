import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDate } from "../src/entities/dates.ts";
import { findEntities } from "../src/entities/entities.ts";

describe("dates and periods", () => {
  test.each([
    ["2021年5月4日", "date", "2021-05-04"],
    ["2021 年 5 月 4 日", "date", "2021-05-04"],
    ["二〇二三年十二月二十一日", "date", "2023-12-21"],
    ["二○二三年十月十日", "date", "2023-10-10"],
    ["２０２３年３月１日", "date", "2023-03-01"],
    ["2021-11-08", "date", "2021-11-08"],
    ["2021.3.5", "date", "2021-03-05"],
    ["2021/03/05", "date", "2021-03-05"],
    ["5月4日", "date", "--05-04"],
    ["2020年", "period", "2020"],
    ["2020年度", "period", "2020"],
    ["2020年5月", "period", "2020-05"],
    ["2023年上半年", "period", "2023-H1"],
    ["下半年", "period", "H2"],
    ["2022年第三季度", "period", "2022-Q3"],
    ["一季度", "period", "Q1"],
    ["2020年1-10月", "period", "2020-01/2020-10"],
    ["1—6月", "period", "--01/--06"],
    ["前三个月", "period", "--01/--03"],
    ["2018—2020年度", "period", "2018/2020"],
    ["2023—2024学年", "period", "2023/2024"],
    ["“十四五”期间", "period", "2021/2025"],
    ["十二五规划", "period", "2011/2015"],
    ["2021年至2023年", "period", "2021/2023"],
    ["2021年5月至2022年3月", "period", "2021-05/2022-03"],
    ["5月1日至7日", "period", "--05-01/--05-07"],
    ["5月上旬", "period", "--05-01/--05-10"],
    ["2024年2月下旬", "period", "2024-02-21/2024-02-29"],
    ["3、4月", "period", "--03/--04"],
    ["前三季度", "period", "Q1/Q3"],
    ["2019年1月至今", "period", "2019-01/"],
    ["6月份", "period", "--06"],
    ["元月5日", "date", "--01-05"],
    ["2022学年", "period", "2022"],
  ])("%s is %s %s", (text, type, value) => expect(readDate(text)).toEqual({ type, start: 0, end: text.length, value }));

  test.each(["20XX年", "2023万元", "12.5月票", "3.15元", "13月5日", "上旬", "2021年代"])("%s is none", (text) => {
    const read = readDate(text);
    expect(read === null || read.end < text.length).toBe(true);
  });
});

describe("dates in a text", () => {
  const dates = (text: string): string[] =>
    findEntities(text)
      .filter(({ type }) => type === "date" || type === "period")
      .map(({ surface, value }) => `${surface} ${value}`);
  test.each([
    ["今年上半年比去年同期多", ["今年上半年 今年上半年", "去年同期 去年同期"]],
    ["20XX年5月通过，20__年再评", ["20XX年5月 20XX-05", "20__年 20XX"]],
    ["××年×月×日", ["××年×月×日 XXXX-XX-XX"]],
    ["2001年、2011年两次普查", ["2001年 2001", "2011年 2011"]],
    ["3.15晚会，24小时值守，1.5亿元，〔2020〕14号，电话20211108", []],
    ["三月坡村每月5次，3-5个月，2021级新生，说明年度计划", []],
    ["2023年2月30日", ["2023年 2023"]],
  ] as const)("%s", (text, expected) => expect(dates(text)).toEqual(expected));
});

describe("entities", () => {
  const found = (text: string): string[] => findEntities(text).map(({ type, surface }) => `${type} ${surface}`);
  test.each([
    ["学习《国防教育法》和《柳河镇值班办法》", ["law 《国防教育法》", "document 《柳河镇值班办法》"]],
    ["按照《转发〈护林条例〉的通知》执行", ["document 《转发〈护林条例〉的通知》"]],
    ["依据柳政办发〔2021〕17号文件", ["document 柳政办发〔2021〕17号"]],
    ["我局认真贯彻柳政办发〔2021〕17号文件", ["document 柳政办发〔2021〕17号"]],
    ["在柳河县人民医院和柳河县公安局", ["org 柳河县人民医院", "org 柳河县公安局"]],
    ["前往清溪镇、望鹭县走访", ["place 清溪镇", "place 望鹭县"]],
    ["全市各县加强社区建设", []],
    ["述职人：雷振山", ["person 雷振山"]],
    ["由张承泽局长负责", ["person 张承泽"]],
    ["没有合上的《名字", []],
    ["深入柳河县红石乡大坪村", ["place 柳河县", "place 红石乡", "place 大坪村"]],
    ["柳荫桥社区的群众上街道", ["place 柳荫桥社区"]],
    ["引进柳河建材有限公司", ["org 柳河建材有限公司"]],
    ["县水利局局长韩季云作报告", ["org 县水利局", "person 韩季云"]],
    ["车间主任和书记包片", []],
    ["基层医院、农村学校、示范合作社", []],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected));

  test("entities are in order, do not overlap, and quote the text", () => {
    const words = fc.array(
      fc.constantFrom(
        "柳河县",
        "公安局",
        "2021年",
        "5月4日",
        "《",
        "》",
        "条例",
        "在",
        "张三同志",
        "，",
        "人民政府",
        "1-3月",
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join("");
        let at = 0;
        for (const entity of findEntities(text)) {
          expect(at).toBeLessThanOrEqual(entity.start);
          expect(entity.start).toBeLessThan(entity.end);
          expect(text.slice(entity.start, entity.end)).toBe(entity.surface);
          at = entity.end;
        }
      }),
    );
  });
});
