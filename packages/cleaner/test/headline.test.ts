import { describe, expect, it } from "vitest";
import { splitDocuments } from "../src/index.ts";
import { CLINIC, half, SCHOOL, textOf, WATER } from "./split-pages.ts";

const REPORTS = [WATER, SCHOOL, CLINIC];

/** The titles of a page whose three reports stand behind what `head` makes. */
function titles(head: (n: number) => string, dress = (page: string): string => page): (string | null)[] {
  const page = dress(REPORTS.map((report, k) => `${head(k)}${textOf(report)}`).join("\n"));
  return splitDocuments(page).map(({ title }) => (title === null ? null : page.slice(title.start, title.end)));
}

const HEADS = ["渡口站安全工作总结", "柳湾小学教研工作总结", "码头站值班工作计划"];
const SAME = ["站务工作总结", "站务工作总结", "站务工作总结"];

describe("a headline without what the collection set around it", () => {
  it.each([
    ["a mark and a headline in one bracket", (n: number) => `【第${"一二三"[n]}篇：${HEADS[n]}】\n`, HEADS],
    ["the same with 篇一", (n: number) => `【篇${"一二三"[n]}：${HEADS[n]}】\n`, HEADS],
    ["circled numbers", (n: number) => `站务工作总结 ${"①②③"[n]}\n`, SAME],
    ["a number behind 范文", (n: number) => `站务工作总结范文${"一二三"[n]}\n`, SAME.map((s) => `${s}范文`)],
    ["a number behind the genre", (n: number) => `站务工作总结${"一二三"[n]}\n`, SAME],
    ["its own bracket stays", (n: number) => `篇${n + 1}：${HEADS[n]}（送审稿）\n`, HEADS.map((s) => `${s}（送审稿）`)],
  ] as const)("%s", (_name, head, found) => expect(titles(head)).toEqual(found));

  it("ends where the text begins that is glued to it", () => {
    const head = (n: number): string => `【第${"一二三"[n]}篇】${HEADS[n]}`;
    expect([titles(head), titles(head, half)]).toEqual([HEADS, HEADS.map(half)]);
  });
  it("is none where the text names a plan first", () => {
    const page = REPORTS.map((report, k) => `【第${"一二三"[k]}篇】根据全年工作计划${textOf(report)}`).join("\n");
    expect(splitDocuments(page).map(({ title }) => title)).toEqual([null, null, null]);
  });
});
