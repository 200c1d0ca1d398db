import { describe, expect, it } from "vitest";
import { spunWords } from "../src/index.ts";

const { odd, bound, plain, except, levels, terms } = spunWords();
const full = [...Object.keys(odd), ...Object.keys(bound)];

describe("the words of spun text", () => {
  it("are many", () => expect(full.length).toBeGreaterThan(250));
  it("stand for another word each", () => {
    const pairs = [odd, bound, plain].flatMap((list) => Object.entries(list));
    expect(pairs.filter(([wrong, usual]) => wrong === usual)).toEqual([]);
  });
  it("stand in one class only", () => {
    const all = [...full, ...Object.keys(plain)];
    expect(all.filter((word, i) => all.indexOf(word) !== i)).toEqual([]);
  });
  it("need no neighbours where they are odd by themselves", () =>
    expect(Object.keys(bound).filter((phrase) => Object.keys(odd).some((word) => phrase.includes(word)))).toEqual([]));
  it("are not the usual word of another pair, where one counts fully", () =>
    expect(full.filter((wrong) => [odd, bound].some((list) => Object.values(list).includes(wrong)))).toEqual([]));
  it("have exceptions that hold one of them", () =>
    expect(except.filter((longer) => !Object.keys(odd).some((word) => longer.includes(word)))).toEqual([]));
  it("name each level once", () => expect(new Set(levels).size).toBe(levels.length));
  it.each(terms)("frames of $wrong hold it, none holds another", ({ wrong, usual, frames }) => {
    expect(frames.filter((frame) => !frame.includes(wrong) || frame.includes(usual))).toEqual([]);
  });
});
