import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alternatives, commonWords, pairTable, START, trie, wordIndex } from "../src/index.ts";

const wordOf = (number: number): string => wordIndex().words[number]?.text ?? "";

describe("alternatives", () => {
  it("try the longest first", () => expect(alternatives(["达", "达到了", "达到"])).toBe("达到了|达到|达"));
  it("keep the order of words of one length", () => expect(alternatives(["乙", "甲"])).toBe("乙|甲"));
});

describe("a table of pairs", () => {
  it("gives back what was put in, and 0 for the rest", () => {
    const key = fc.tuple(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0xffff }));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(key, fc.integer({ min: 1, max: 0xffff })), { maxLength: 600 }),
        fc.array(key),
        (entries, others) => {
          const table = pairTable();
          const wanted = new Map<string, number>();
          for (const [[a, b], value] of entries) {
            table.set(a, b, value);
            wanted.set(`${a} ${b}`, value);
          }
          for (const [a, b] of [...entries.map(([pair]) => pair), ...others])
            expect(table.get(a, b)).toBe(wanted.get(`${a} ${b}`) ?? 0);
        },
      ),
    );
  });
});

describe("a trie", () => {
  it("tells strings by their number", () => {
    const strings = ["新增", "新", "就业率"];
    const known = trie(strings);
    const read = (text: string): number => {
      let state = START;
      for (let i = 0; i < text.length; i++) state = known.step(state, text.charCodeAt(i));
      return known.ending(state);
    };
    expect(["新增", "新", "就业率", "就业", "增", "", "新增人"].map(read)).toEqual([0, 1, 2, -1, -1, -1, -1]);
  });
  it("refuses more states than its numbers tell apart", () => {
    const many = Array.from({ length: 0x10000 }, (_, i) => `${String.fromCharCode(i)}一`);
    expect(() => trie(many)).toThrow(RangeError);
  });
});

describe("common words at a place", () => {
  it.each([
    ["新增就业", 2, "新增", "就业"],
    ["增就", 0, "", ""],
    ["增就", 2, "", ""],
    ["", 0, "", ""],
    ["社会主义道路", 4, "社会主义", "道路"],
  ] as const)("%s at %i", (text, at, before, behind) => {
    const index = wordIndex();
    expect([wordOf(index.before(text, at)), wordOf(index.from(text, at))]).toEqual([before, behind]);
  });
  it("are those of the list, the longest", () => {
    const words = commonWords();
    const c = fc.constantFrom(..."新增就业率社会主义道路全市中人民医院");
    fc.assert(
      fc.property(fc.array(c, { maxLength: 12 }), (characters) => {
        const text = characters.join("");
        for (let at = 0; at <= text.length; at++) {
          const sizes = [4, 3, 2];
          const behind = sizes.map((n) => text.slice(at, at + n)).find((w, i) => w.length === sizes[i] && words.has(w));
          const before = sizes
            .map((n) => text.slice(Math.max(0, at - n), at))
            .find((w, i) => w.length === sizes[i] && words.has(w));
          expect(wordOf(wordIndex().from(text, at))).toBe(behind ?? "");
          expect(wordOf(wordIndex().before(text, at))).toBe(before ?? "");
          const next = text.slice(at, at + 2);
          expect(wordOf(wordIndex().at(text, at, at + next.length))).toBe(words.has(next) ? next : "");
        }
      }),
    );
  });
});
