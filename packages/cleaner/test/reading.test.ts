import { applyEdits } from "@zongjie/document";
import { describe, expect, it } from "vitest";
import { findCharacters } from "../src/characters.ts";
import { findReadings } from "../src/repair/reading.ts";

describe("findReadings", () => {
  it.each([
    ["推进甪（lù）直古镇修缮", "推进甪直古镇修缮"],
    ["发掘饕餮(tāo tiè)纹陶片12件", "发掘饕餮纹陶片12件"],
    ["龘(dá)龙文化节", "龘龙文化节"],
    ["亳（bó）州、渑(miǎn)池两地", "亳州、渑池两地"],
    // Latin words and abbreviations stay
    ["人才（talent）不足", "人才（talent）不足"],
    ["引进ERP(erp)系统", "引进ERP(erp)系统"],
    ["水质（pH值）达标", "水质（pH值）达标"],
    ["详见附件（见表）", "详见附件（见表）"],
    ["（lù）字读音", "（lù）字读音"],
  ])("%s → %s", (text, expected) => expect(applyEdits(text, findReadings(text))).toBe(expected));
});

describe("findCharacters", () => {
  it.each([
    ["参保率98.6﹪，同比增长3﹪", "参保率98.6%，同比增长3%"],
    ["一是抓学习﹔二是抓落实﹐全年", "一是抓学习；二是抓落实，全年"],
    ["清溪镇﹙全年﹚汇报﹕", "清溪镇（全年）汇报："],
    ["完成98.6％，千分之3‰", "完成98.6％，千分之3‰"],
  ])("small forms: %s → %s", (text, expected) => expect(applyEdits(text, findCharacters(text))).toBe(expected));
});
