import { headingMarkers } from "@zongjie/lexicon";
import { describe, expect, test } from "vitest";
import { readMarker } from "../src/outline/markers.ts";
import { readOrdinal } from "../src/outline/ordinal.ts";

const { markers, runIns } = headingMarkers();

describe("each style reads its own examples", () => {
  test("there are styles", () => expect(markers.length).toBeGreaterThan(10));
  for (const style of markers) {
    test.each(style.hit)(`${style.id} reads %s`, (text) => expect(readMarker(text, 0, true)?.style.id).toBe(style.id));
    test.each(style.miss)(`${style.id} leaves %s`, (text) =>
      expect(readMarker(text, 0, true)?.style.id).not.toBe(style.id),
    );
  }
});

describe("each run-in reads its own examples", () => {
  for (const style of runIns) {
    const regex = new RegExp(`^${style.pattern}`, "u");
    test.each(style.hit)(`${style.id} reads %s`, (text) => expect(regex.test(text)).toBe(true));
    test.each(style.miss)(`${style.id} leaves %s`, (text) => expect(regex.test(text)).toBe(false));
  }
});

test.each([
  ["han", "一", 1],
  ["han", "十", 10],
  ["han", "十二", 12],
  ["han", "二十", 20],
  ["han", "二十三", 23],
  ["han", "一百零五", 105],
  ["han", "一百一十", 110],
  ["arabic", "12", 12],
  ["arabic", "３", 3],
  ["sign", "⑫", 12],
  ["sign", "⑴", 1],
  ["sign", "⒊", 3],
  ["sign", "㈣", 4],
  ["dotted", "2.3", 3],
  ["adverb", "其次", 2],
] as const)("%s ordinal %s is %i", (kind, text, value) => expect(readOrdinal(kind, text)).toBe(value));

test.each(["年", "甲", ""])("%j is no ordinal", (text) => expect(readOrdinal("han", text) || Number.NaN).toBeNaN());
