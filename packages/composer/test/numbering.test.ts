import type { DraftSection } from "@zongjie/document";
import { expect, it } from "vitest";
import { numbered } from "../src/numbering.ts";

const bare = {
  title: "甲",
  role: "做法",
  origin: "frame",
  support: 0,
  base: 0,
  sources: [],
  guide: [],
  slots: [],
  sentences: [],
  figures: [],
  children: [],
} as const;
const marks = (sections: readonly DraftSection[]): string[] => sections.map(({ marker }) => marker);

it("numbers the levels as the standard does", () => {
  const nest = { ...bare, children: [{ ...bare, children: [{ ...bare, children: [bare, bare] }] }] };
  const [top] = numbered([nest]);
  const [second] = top?.children ?? [];
  const [third] = second?.children ?? [];
  expect([top?.marker, second?.marker, third?.marker, ...marks(third?.children ?? [])]).toEqual([
    "一、",
    "（一）",
    "1.",
    "（1）",
    "（2）",
  ]);
});

it("counts past ten", () => {
  const all = marks(numbered(Array.from({ length: 21 }, () => bare)));
  expect([all[8], all[9], all[10], all[18], all[19], all[20]]).toEqual([
    "九、",
    "十、",
    "十一、",
    "十九、",
    "二十、",
    "二十一、",
  ]);
});
