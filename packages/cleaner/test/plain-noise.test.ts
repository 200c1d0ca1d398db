import { expect, test } from "vitest";
import { findBoilerplate } from "../src/boilerplate/index.ts";

const PROSE =
  "今年以来，全镇上下坚持一手抓项目、一手抓民生，各项工作都有了新的进展，群众的获得感明显增强。我们先后走访了十二个村，召开座谈会九次，解决实际困难三十多件。";
const dropped = (lines: readonly string[], framed: boolean): string[] =>
  findBoilerplate(lines.join("\n"), framed).dropped.map(({ text }) => text);

// a page whose frame is gone and that has no numbered headings: only the plainest lines go
test.each([
  ["滑动查看更多图片 →", true],
  ["— END —", true],
  ["剩余3页未读，继续阅读", true],
  ["点击展开全文", true],
  ["在线时间 86 小时", true],
  ["★皮肤有伤口时不宜浸泡", false],
  ["推荐阅读的书目已经发到各村", false],
])("within a page that is no report: %s %s", (line, goes) =>
  expect(dropped([PROSE, PROSE, line, PROSE, PROSE], true)).toEqual(goes ? [line] : []),
);

const REPORT = [
  "河湾镇2023年工作总结",
  PROSE,
  "一、抓项目",
  PROSE,
  "二、抓民生",
  PROSE,
  "三、抓作风",
  PROSE,
  "四、下一步打算",
  PROSE,
];
const REMARK = "【点评】这篇总结要素齐全，步骤明确。";

test.each<[string, string[], boolean]>([
  ["under the last line", [...REPORT, REMARK], true],
  ["above the next document", [...REPORT, REMARK, "篇2：河湾村工作总结", ...REPORT.slice(1)], true],
  ["in the middle of a text", [...REPORT.slice(0, 4), REMARK, ...REPORT.slice(4)], false],
])("an editor's remark %s", (_, lines, goes) => expect(dropped(lines, false).includes(REMARK)).toBe(goes));
