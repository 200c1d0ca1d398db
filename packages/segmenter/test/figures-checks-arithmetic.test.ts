import { describe, expect, it } from "vitest";
import { findChecks, findFigures } from "../src/index.ts";
import { type Marked, readMarked } from "./marked.ts";

const texts = readMarked("claims.txt");

/** The checks of a text that fail, each by its code and where its figures stand. */
function failing({ text, headings }: Pick<Marked, "text" | "headings">): { code: string; places: number[] }[] {
  const figures = findFigures(text, { headings });
  return findChecks(text, figures)
    .filter(({ holds }) => !holds)
    .map(({ code, figures: at }) => ({ code, places: at.map((i) => figures[i]?.start ?? -1) }));
}

/** Whether a check that fails names the figure of a mark, once it has the wrong value. */
function isSeen({ text, headings }: Marked, mark: Marked["marks"][number], wrong: string): boolean {
  const moved = wrong.length - mark.surface.length;
  const broken = text.slice(0, mark.start) + wrong + text.slice(mark.start + mark.surface.length);
  const shifted = headings.map(({ start, end }) => ({
    start: mark.start < start ? start + moved : start,
    end: mark.start < end ? end + moved : end,
  }));
  const end = mark.start + wrong.length;
  return failing({ text: broken, headings: shifted }).some(({ places }) =>
    places.some((at) => mark.start <= at && at < end),
  );
}

describe("arithmetic in many wordings", () => {
  it.each(texts.map((marked) => [marked.text, marked] as const))("nothing fails: %s", (_, marked) => {
    expect(failing(marked)).toEqual([]);
  });

  it("sees most of the wrong values", () => {
    const seen = texts.flatMap((marked) =>
      marked.marks.flatMap((mark) => mark.said.split("|").map((wrong) => isSeen(marked, mark, wrong))),
    );
    expect(seen.length).toBeGreaterThan(3000);
    expect(seen.filter(Boolean).length / seen.length).toBeGreaterThan(0.9);
  });
});
