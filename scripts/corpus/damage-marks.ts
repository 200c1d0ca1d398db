import type { Damage } from "./damage-kind.ts";
import type { Edit } from "./edit.ts";
import type { Random } from "./random.ts";
import type { RepairType } from "./vocabulary.ts";

const HAN = /\p{Script=Han}/u;

/** The places between two Chinese characters, `粮|食`. */
export function gaps(text: string): number[] {
  const found: number[] = [];
  for (let i = 1; i < text.length; i++)
    if (HAN.test(text[i - 1] as string) && HAN.test(text[i] as string)) found.push(i);
  return found;
}

/** Puts one of the marks at a share of the places; taking it out again mends it. */
function insertAt(
  places: readonly number[],
  marks: readonly string[],
  share: number,
  type: RepairType,
  random: Random,
): Edit[] {
  return places
    .filter(() => random.chance(share))
    .map((at) => ({ start: at, end: at, insert: random.pick(marks), repair: { after: "", type } }));
}

/** The least edit that turns one word into another: 拥军优属 → 拥*优属 changes 军 alone. */
function least(start: number, from: string, to: string, type: RepairType): Edit {
  let head = 0;
  while (head < Math.min(from.length, to.length) && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < Math.min(from.length, to.length) - head && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  const after = from.slice(head, from.length - tail);
  return {
    start: start + head,
    end: start + from.length - tail,
    insert: to.slice(head, to.length - tail),
    repair: { after, type },
  };
}

/** Damages that put marks between characters or exchange words, and have nothing to do with figures. */
export const bareDamages: Readonly<Record<string, Damage>> = {
  // 工作的`重要内容
  "stray-mark": ({ block }, { marks, share }, random) =>
    insertAt(
      gaps(block.text).filter((i) => "的了和与".includes(block.text[i - 1] as string)),
      marks.length ? marks : ["`", "'", "."],
      share,
      "stray-char",
      random,
    ),

  // 粮 食
  "blank-between": ({ block }, { marks, share }, random) =>
    insertAt(gaps(block.text), marks.length ? marks : [" "], share, "space-inserted", random),

  // a character that nobody sees, also beside punctuation
  "zero-width": ({ block }, { marks, share }, random) => {
    const places = [...block.text].slice(1).map((_, i) => i + 1);
    return insertAt(places, marks.length ? marks : ["\u200b", "\ufeff", "\u200d"], share, "character", random);
  },

  // 建本站设: the site's own word inside a word
  inject: ({ block }, { marks, share }, random) => insertAt(gaps(block.text), marks, share, "other", random),

  // 拥*优属, 党-委, &ldquo;: fixed words that can be put right
  replace: ({ block }, { words, share, type }, random) =>
    Object.entries(words).flatMap(([from, to]) => {
      const edits: Edit[] = [];
      for (let at = block.text.indexOf(from); 0 <= at; at = block.text.indexOf(from, at + from.length))
        if (random.chance(share)) edits.push(least(at, from, to, type));
      return edits;
    }),

  // ”双拥“
  "swapped-quotes": ({ block }, { share }, random) =>
    [...block.text.matchAll(/“([^“”]{1,12})”/g)]
      .filter(() => random.chance(share))
      .map((m) => ({
        start: m.index,
        end: m.index + m[0].length,
        insert: `”${m[1]}“`,
        repair: { after: m[0], type: "other" },
      })),

  // a character that did not survive a change of encoding
  broken: ({ block }, { marks, share }, random) =>
    gaps(block.text)
      // markers and headings stay whole: their gold is spelled out
      .filter((at) => Math.max(4, block.heading?.end ?? 0) < at && random.chance(share))
      .map((at) => ({
        start: at,
        end: at + 1,
        insert: random.pick(marks.length ? marks : ["\ufffd"]),
        repair: { after: null, type: "character" },
      })),

  // 20XX年; the digits that the pattern has stay the text's own
  "mask-year": ({ block }, { as, share }, random) => {
    const pattern = as || "20XX";
    const masked = (year: string): string => [...pattern].map((c, i) => (/\d/.test(c) ? (year[i] ?? c) : c)).join("");
    return [...block.text.matchAll(/(?<!\d)(?:19|20)\d\d(?=年)/g)]
      .filter(() => random.chance(share))
      .map((m) => ({ start: m.index, end: m.index + 4, insert: masked(m[0]), repair: { after: null, type: "mask" } }));
  },

  // *月*日
  "mask-date": ({ block }, { as, share }, random) =>
    [...block.text.matchAll(/(?<!\d)\d{1,2}月\d{1,2}日/g)]
      .filter(() => random.chance(share))
      .map((m) => ({
        start: m.index,
        end: m.index + m[0].length,
        insert: as || "*月*日",
        repair: { after: null, type: "mask" },
      })),
};
