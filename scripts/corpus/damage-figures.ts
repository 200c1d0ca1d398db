import type { Figure } from "./annotation.ts";
import type { Damage, DamageOptions, Site } from "./damage-kind.ts";
import type { Edit } from "./edit.ts";
import type { Random } from "./random.ts";

/** What becomes of one figure: the edit within its surface, and its gold. */
type Change = (
  figure: Figure,
  options: DamageOptions,
  random: Random,
) => (Omit<Edit, "figure"> & { set?: Partial<Figure> | null }) | null;

/** Applies a change to a share of a block's figures. */
function each(change: Change): Damage {
  return ({ block }: Site, options, random) =>
    block.figures.flatMap((figure, index) => {
      if (!random.chance(options.share)) return [];
      const changed = change(figure, options, random);
      if (changed === null) return [];
      const { set, ...edit } = changed;
      return set === undefined ? edit : { ...edit, figure: { index, set } };
    });
}

/** A figure that arithmetic rests on, or that is no plain value, keeps its digits. */
const free = (figure: Figure): boolean =>
  figure.id === null && figure.suspect === null && figure.value !== null && !figure.masked;
const digitsOf = (figure: Figure): string => /^\d+(?:[.,]\d+)*/.exec(figure.surface)?.[0] ?? "";

/** Damages to numbers; the figure's gold follows them. */
export const figureDamages: Readonly<Record<string, Damage>> = {
  // 1、38亿元
  "decimal-comma": each((figure) => {
    const at = figure.start + figure.surface.indexOf(".");
    if (!/^\d+\.\d+/.test(figure.surface) || figure.suspect !== null) return null;
    return {
      start: at,
      end: at + 1,
      insert: "、",
      repair: { after: ".", type: "decimal-separator" },
      set: { suspect: "decimal-separator" },
    };
  }),

  // 95.45% → 9545%: a share of a whole, so that the fault shows; the text stays
  "decimal-lost": each((figure) => {
    const value = Number(digitsOf(figure).replace(".", ""));
    if (
      !free(figure) ||
      figure.unit !== "%" ||
      figure.comparison !== null ||
      !/^[1-9]\d*\.\d+/.test(figure.surface) ||
      value <= 100
    )
      return null;
    const at = figure.start + figure.surface.indexOf(".");
    return { start: at, end: at + 1, insert: "", repair: null, set: { suspect: "decimal-lost", value } };
  }),

  // 48.5 万人次, 4.63 %
  "blank-in-number": each((figure) => {
    const at = figure.start + digitsOf(figure).length;
    return at === figure.start || at === figure.end
      ? null
      : { start: at, end: at, insert: " ", repair: { after: "", type: "space-inserted" } };
  }),

  // xx个, ____元
  "mask-number": each((figure, { as }) => {
    const digits = digitsOf(figure);
    if (!free(figure) || digits === "" || figure.unit === "%") return null;
    const set = { value: null, range: null, masked: true };
    return {
      start: figure.start,
      end: figure.start + digits.length,
      insert: as || "xx",
      repair: { after: null, type: "mask" },
      set,
    };
  }),

  // 620__元, 3XX公里: part of the digits is left
  "mask-part": each((figure, { as }) => {
    const digits = digitsOf(figure);
    if (!free(figure) || !/^\d{3,}$/.test(digits)) return null;
    const kept = digits.length - 2;
    const set = { value: null, range: null, suspect: "garbled" };
    return {
      start: figure.start + kept,
      end: figure.start + digits.length,
      insert: as || "__",
      repair: { after: null, type: "mask" },
      set,
    };
  }),

  // 退伍军人名: the unit is left, the figure is gone
  "digits-lost": each((figure) => {
    const digits = digitsOf(figure);
    if (!free(figure) || figure.kind !== "count" || digits.length === 0 || digits.length === figure.surface.length)
      return null;
    return {
      start: figure.start,
      end: figure.end,
      insert: figure.surface.slice(digits.length),
      repair: { after: null, type: "mask" },
      set: null,
    };
  }),

  // ３１支, and years
  "wide-digits": ({ block }, { share }, random) =>
    [...block.text.matchAll(/\d+(?:\.\d+)?/g)]
      .filter(() => random.chance(share))
      .map((m) => ({
        start: m.index,
        end: m.index + m[0].length,
        insert: wide(m[0]),
        repair: { after: m[0], type: "width" },
      })),

  // 2023 年: blanks around digits that are no figures
  "blank-around-digits": ({ block }, { share }, random) =>
    [...block.text.matchAll(/(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=\p{Script=Han})/gu)]
      .filter(() => random.chance(share))
      .map((m) => ({ start: m.index, end: m.index, insert: " ", repair: { after: "", type: "space-inserted" } })),
};

/** `12.5` in full width, `１２．５`. */
function wide(digits: string): string {
  return digits.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
}
