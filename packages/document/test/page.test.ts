import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyEdits,
  carry,
  cleanSpan,
  type Edit,
  ledger,
  locate,
  type Page,
  page,
  replay,
  revise,
  span,
  trace,
} from "../src/index.ts";

const edit = (start: number, end: number, insert: string, reason = "other"): Edit => ({
  start,
  end,
  insert,
  rule: `test.${reason}`,
  reason,
});

describe("revise", () => {
  it("keeps the source and makes the text", () => {
    const after = revise(page("p", "1、38亿元"), "repair", [edit(1, 2, ".", "decimal-separator")]);
    expect(after.text).toBe("1.38亿元");
    expect(after.raw).toBe("1、38亿元");
    expect(after.revisions).toHaveLength(1);
  });
  it("refuses overlapping edits", () => {
    expect(() => revise(page("p", "甲乙丙丁"), "s", [edit(0, 2, ""), edit(1, 3, "")])).toThrow(/overlap/);
  });
  it("refuses edits outside the text", () => {
    expect(() => revise(page("p", "甲乙"), "s", [edit(1, 3, "")])).toThrow(/outside/);
  });
  it("lets a later stage drop what an earlier one repaired, as one entry", () => {
    const repaired = revise(page("p", "收入1、3亿\n首页"), "repair", [edit(3, 4, ".", "decimal-separator")]);
    const dropped = revise(repaired, "boilerplate", [edit(0, 7, "", "navigation")]);
    expect(ledger(dropped)).toEqual([
      { start: 0, end: 7, insert: "", stage: "boilerplate", rule: "test.navigation", reason: "navigation" },
    ]);
  });
});

describe("confidence", () => {
  const sure = (start: number, end: number, confidence?: number, insert = "", reason = "navigation"): Edit => ({
    ...edit(start, end, insert, reason),
    ...(confidence === undefined ? {} : { confidence }),
  });
  const cases: readonly [string, string, readonly (readonly Edit[])[], readonly (number | undefined)[]][] = [
    ["none where nothing is said", "首页正文", [[sure(0, 2)]], [undefined]],
    ["of neighbours the least", "首页教育正文", [[sure(0, 2, 0.9), sure(2, 4, 0.6)]], [0.6]],
    ["one that says nothing does not count", "首页教育正文", [[sure(0, 2, 0.9), sure(2, 4)]], [0.9]],
    ["of another reason its own", "首页教育正文", [[sure(0, 2, 0.9), sure(2, 4, 0.6, "", "footer")]], [0.9, 0.6]],
    [
      "of edits that fall into one insert the least",
      "ａｂ正文",
      [[sure(0, 2, 0.7, "xyz")], [sure(0, 1, 0.8, "q"), sure(1, 2, 0.5, "r")]],
      [0.5],
    ],
    ["in hundredths", "首页正文", [[sure(0, 2, 2 / 3)]], [0.67]],
    [
      "the filling's does not count",
      "首<b>页正文",
      [[sure(1, 4, 0.2, "", "markup")], [sure(0, 1, 0.9), sure(1, 2, 0.8)]],
      [0.8],
    ],
  ];
  it.each(cases)("%s", (_what, raw, layers, expected) => {
    const done = layers.reduce((before, edits, i) => revise(before, `s${i}`, edits), page("p", raw));
    expect(ledger(done).map(({ confidence }) => confidence)).toEqual(expected);
  });
});

describe("ledger", () => {
  const cases: readonly [
    string,
    string,
    readonly (readonly Edit[])[],
    readonly (readonly [number, number, string])[],
  ][] = [
    ["nothing changed", "工作总结", [], []],
    ["minimal", "第一季度", [[edit(0, 4, "第二季度")]], [[1, 2, "二"]]],
    ["a change that changes nothing", "工作", [[edit(0, 2, "工作")]], []],
    ["neighbouring removals of one reason", "首页教育正文", [[edit(0, 2, ""), edit(2, 4, "")]], [[0, 4, ""]]],
    [
      "an insertion moves behind a removal",
      "首页正文",
      [[edit(0, 0, "。"), edit(0, 2, "")]],
      [
        [0, 2, ""],
        [2, 2, "。"],
      ],
    ],
    [
      "a removal swallows the markup in it",
      "首<b>页正文",
      [[edit(1, 4, "", "markup")], [edit(0, 2, "")]],
      [[0, 5, ""]],
    ],
    [
      "markup between two removals",
      "首<b>页文",
      [[edit(1, 4, "", "markup")], [edit(0, 1, ""), edit(1, 2, "")]],
      [[0, 5, ""]],
    ],
    ["touching layers are one entry", "ａｂ", [[edit(0, 2, "xy")], [edit(1, 2, "z")]], [[0, 2, "xz"]]],
  ];
  it.each(cases)("%s", (_name, raw, layers, expected) => {
    const done = layers.reduce((p, edits, i) => revise(p, `s${i}`, edits), page("p", raw));
    expect(ledger(done).map((e) => [e.start, e.end, e.insert])).toEqual(expected);
  });
});

describe("trace", () => {
  it("gives several pieces where something was removed in between", () => {
    const done = revise(page("p", "赠送20 多\n万元软件"), "reflow", [edit(6, 7, ""), edit(4, 5, "")]);
    const at = done.text.indexOf("20多万元");
    expect(trace(done, cleanSpan(at, at + 5)).map((s) => [s.start, s.end])).toEqual([
      [2, 4],
      [5, 6],
      [7, 9],
    ]);
  });
  it("refuses a span over the end", () => {
    expect(() => trace(page("p", "甲"), cleanSpan(0, 2))).toThrow(RangeError);
  });
  it("locates raw offsets", () => {
    const done = revise(page("p", "首页正文"), "s", [edit(0, 2, "")]);
    expect([0, 1, 2, 3, 4].map((raw) => locate(done, raw))).toEqual([0, 0, 0, 1, 2]);
  });
});

describe("span", () => {
  it.each([
    [-1, 2],
    [2, 1],
    [0.5, 1],
  ])("refuses %d..%d", (start, end) => {
    expect(() => span(start, end)).toThrow(RangeError);
  });
});

const letters = fc.string({ unit: fc.constantFrom("一", "年", "1", ",", " ", "\n", "文", "<", "a"), maxLength: 60 });

/** Random sorted edits of a text: lengths and gaps drawn, never overlapping. */
function edits(length: number): fc.Arbitrary<Edit[]> {
  return fc
    .array(
      fc.tuple(
        fc.nat(6),
        fc.nat(5),
        fc.string({ unit: fc.constantFrom("一", "年", "1", "z"), maxLength: 3 }),
        fc.nat(2),
      ),
      { maxLength: 8 },
    )
    .map((list) => {
      const out: Edit[] = [];
      let at = 0;
      for (const [gap, size, insert, reason] of list) {
        const start = at + gap;
        const end = start + size;
        if (length < end) break;
        out.push(edit(start, end, insert, ["markup", "navigation", "other"][reason]));
        at = end;
      }
      return out;
    });
}

/** A page revised several layers deep, beside the text that plain string editing gives. */
const revised: fc.Arbitrary<{ done: Page; expected: string }> = letters.chain((raw) =>
  fc.integer({ min: 0, max: 4 }).chain((depth) => {
    let all: fc.Arbitrary<{ done: Page; expected: string }> = fc.constant({ done: page("p", raw), expected: raw });
    for (let i = 0; i < depth; i++)
      all = all.chain(({ done, expected }) =>
        edits(expected.length).map((list) => ({
          done: revise(done, `s${i}`, list),
          expected: applyEdits(expected, list),
        })),
      );
    return all;
  }),
);

describe("the laws, over random texts and edits several layers deep", () => {
  it("the text is what the edits make of it", () => {
    fc.assert(
      fc.property(revised, ({ done, expected }) => void expect(done.text).toBe(expected)),
      { numRuns: 2000 },
    );
  });
  it("law 1: replaying the ledger gives the text", () => {
    fc.assert(
      fc.property(
        revised,
        ({ done }) => void expect(replay(done.raw, ledger(done), { start: 0, end: done.raw.length })).toBe(done.text),
      ),
      { numRuns: 2000 },
    );
  });
  it("law 2: the raw pieces of a span spell the span, and whole replaced characters", () => {
    fc.assert(
      fc.property(revised, fc.nat(), fc.nat(), ({ done }, a, b) => {
        if (done.text === "") return;
        const start = a % done.text.length;
        const end = start + 1 + (b % (done.text.length - start));
        const pieces = trace(done, cleanSpan(start, end));
        expect(pieces.length).toBeGreaterThan(0);
        const first = pieces[0]?.start ?? 0;
        const last = pieces.at(-1)?.end ?? 0;
        expect(first).toBeLessThanOrEqual(last);
        expect(replay(done.raw, ledger(done), { start: first, end: last })).toContain(done.text.slice(start, end));
        for (const [i, piece] of pieces.entries())
          if (i > 0) expect(pieces[i - 1]?.end ?? 0).toBeLessThanOrEqual(piece.start);
      }),
      { numRuns: 2000 },
    );
  });
  it("law 3: every raw character is kept in the text or in an entry, and entries are minimal and in order", () => {
    fc.assert(
      fc.property(revised, ({ done }) => {
        let at = 0;
        let starts = -1;
        let kept = 0;
        for (const entry of ledger(done)) {
          expect(at).toBeLessThanOrEqual(entry.start);
          expect(starts).toBeLessThan(entry.start);
          const before = done.raw.slice(entry.start, entry.end);
          expect(before === entry.insert).toBe(false);
          if (before !== "" && entry.insert !== "") {
            expect(before[0]).not.toBe(entry.insert[0]);
            expect(before.at(-1)).not.toBe(entry.insert.at(-1));
          }
          kept += entry.start - at + entry.insert.length;
          at = entry.end;
          starts = entry.start;
        }
        expect(kept + done.raw.length - at).toBe(done.text.length);
      }),
      { numRuns: 2000 },
    );
  });
  it("law 4: the same edits in another order give the same page", () => {
    fc.assert(
      fc.property(
        letters.chain((raw) => fc.tuple(fc.constant(raw), edits(raw.length))),
        ([raw, list]) => {
          const one = revise(page("p", raw), "s", list);
          const two = revise(page("p", raw), "s", [...list].reverse());
          if (list.every((e, i) => i === 0 || list[i - 1]?.start !== e.start)) expect(two.pieces).toEqual(one.pieces);
        },
      ),
    );
  });
  it("carry says where offsets went", () => {
    fc.assert(
      fc.property(
        letters.chain((raw) => fc.tuple(fc.constant(raw), edits(raw.length))),
        ([raw, list]) => {
          const offsets = Array.from({ length: raw.length + 1 }, (_, i) => i);
          const text = applyEdits(raw, list);
          const at = carry(offsets, list, "after");
          for (const [offset, to] of at.entries()) {
            if (offset === raw.length || list.some((e) => e.start <= offset && offset < e.end)) continue;
            expect(text[to]).toBe(raw[offset]);
          }
        },
      ),
    );
  });
});
