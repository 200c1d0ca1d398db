import { loadData } from "@zongjie/lexicon";
import { describe, expect, test } from "vitest";
import { isBody, isMedia, isPersons, isWidget, readBesideDate, readStated, statedFileSchema } from "../src/stated.ts";

const { patterns, widgets } = loadData("page-meta.yaml", statedFileSchema);

describe.each(patterns)("$id", ({ field, hit, miss }) => {
  test.each(hit)("%s → %s", (line, value) => expect(readStated(field, [line])).toBe(value));
  test.each(miss)("nothing in %s", (line) => expect(readStated(field, [line])).toBeNull());
});

describe("widgets", () => {
  test.each(widgets.hit)("%s is no name", (text) => expect(isWidget(text)).toBe(true));
  test.each(widgets.miss)("%s may be one", (text) => expect(isWidget(text)).toBe(false));
});

test.each([
  ["2024-05-25 芦苇", "芦苇"],
  ["小舟 2023-10-15 7580人看过", "小舟"],
  ["小文员 | 2024-09-25 | 5页", "小文员"],
  ["示例网 2004年7月16日08:19 [ 黄某 ] 来源：[ 示例报 ]", "黄某"],
  ["2024-05-25 10:11 河湾新闻网", null],
  ["2024-05-25 浏览：120次 我要评论", null],
  ["2024-05-25，全县召开动员会 林小川", null],
  ["林小川", null],
])("beside a date: %s → %s", (line, name) => expect(readBesideDate(line)).toBe(name));

test.each([
  ["林小川 周闻溪", true],
  ["县政府办", false],
  ["工作总结", false],
])("persons: %s %s", (text, is) => expect(isPersons(text)).toBe(is));

test.each([
  ["云川日报", true, false],
  ["河湾县水务局", false, true],
  ["芦苇", false, false],
])("%s: a paper %s, a body %s", (name, paper, body) => expect([isMedia(name), isBody(name)]).toEqual([paper, body]));
