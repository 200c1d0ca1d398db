import { expect, test } from "vitest";
import { tableRows } from "../src/table.ts";

const rows = (text: string): string =>
  tableRows(text.split("\n").map((line) => line.trim()))
    .map((row) => (row ? "x" : "-"))
    .join("");

test.each<[string, string, string]>([
  ["tabs", "情况表\n类别\t受理\t办结\n来信\t120\t118\n其他\t15\t1", "-xxx"],
  ["a last cell that is empty", "专业\t计划数\t学费\n护理\t120\t4800\n合计\t220", "xxx"],
  ["bars and the rule below a head", "| 项目 | 数 |\n|:--|--:|\n| 甲 | 1 |\n| 乙 | 2 |\n| 丙 | 3 |", "xxxxx"],
  ["two columns", "| 乡镇 | 产量 |\n| 白石镇 | 3.2 |\n| 柳溪乡 | 2.8 |", "xxx"],
  ["words alone below a rule", "| 日期 | 值班 |\n|---|---|\n| 星期一 | 王明 |\n| 星期二 | 赵刚 |", "xxxx"],
  ["blank lines between", "类别\t数量\n\n来信\t120\n\n来访\t80\n\n其他\t3", "x-x-x-x"],
  ["blanks", "部门 得分 名次\n办公室 95.5 1\n人事科 94.2 2\n其他 88.0 3", "xxxx"],
  ["shares and changes", "行业\t起数\t同比\n建筑\t6\t-25.0%\n消防\t6\t20.0%", "xxx"],
  [
    "one cell a line, a row without its last",
    "镇\n计划\n完成\n白石\n100\n110\n柳溪\n80\n72\n合计\n180\n\n下一步，我们将努力。",
    "xxxxxxxxxxx--",
  ],
  [
    "months that name the rows",
    "月份\t收入\t支出\n1月\t320\t300\n2月份\t280\t270\n3月5日\t410\t390\n一季度\t1010\t960",
    "xxxxx",
  ],
  ["years that name the rows", "年度\t产量\t销量\n2021年\t320\t300\n2022\t280\t270\n2023\t410\t390", "xxxx"],
  ["one cell a line", "指标\n2022年\n2023年\n门诊\n88.4\n95.6\n住院\n3.2\n3.5\n下一步，我们将努力。", "xxxxxxxxx-"],
])("rows: %s", (_, text, expected) => {
  expect(rows(text)).toBe(expected);
});

test.each<[string, string]>([
  ["a menu", "首页 | 新闻 | 公告\n范文 | 总结 | 计划\n登录 | 注册 | 帮助"],
  ["links with how often they were read", "标题\t点击\n放假通知\t1203\n招聘公告\t998\n公示名单\t700"],
  ["headlines", "学校工作总结\t1203\n医院工作计划\t998\n乡镇述职报告\t700"],
  ["dates", "放假通知\t2023-01-02\n招聘公告\t2023-01-03\n公示名单\t2023-01-04"],
  ["a calendar", "日 一 二 三 四 五 六\n1 2 3 4 5 6 7\n8 9 10 11 12 13 14\n15 16 17 18 19 20 21"],
  ["headlines with the day before", "1月5日\t学校工作总结\n1月8日\t医院工作计划\n2月1日\t乡镇述职报告"],
  ["days and how often they were read", "日期\t点击\n1月5日\t320\n1月8日\t280\n2月1日\t410"],
  ["contents with their pages", "一、工作回顾    1\n二、存在问题    5\n三、下步打算    8\n四、保障措施    12"],
  ["duties", "姓名\t职责\n王秀兰\t全面工作\n孙宝田\t安全生产"],
  ["sentences with blanks", "全年受理 120 件，办结 118 件。\n其中来信 80 件，来访 40 件。\n满意率 98 %，比上年高。"],
])("none: %s", (_, text) => {
  expect(rows(text)).not.toContain("x");
});
