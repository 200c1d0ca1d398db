import { type Figure, type FigureKind, SLOT_TYPES, type SlotType } from "@zongjie/document";
import type { Mask } from "./mask.ts";

/** What a slot is called in a pattern: `{指标}{数}`. */
const LABELS: Readonly<Record<SlotType, string>> = {
  metric: "指标",
  figure: "数",
  period: "时段",
  date: "日期",
  org: "单位",
  scope: "范围",
  place: "地点",
  person: "姓名",
  document: "文件",
  list: "列举",
  text: "内容",
};

/** Figures that the same words fit: shares, sums of money, all else. */
const CLASSES = ["percent", "money", "count"] as const;
type FigureClass = (typeof CLASSES)[number];

/** The class of a kind of figure: rates and ratios go with percentages, lengths and areas with counts. */
function classOf(kind: FigureKind): FigureClass {
  return kind === "rate" || kind === "ratio" ? "percent" : kind === "percent" || kind === "money" ? kind : "count";
}

/** A slot inside a pattern, as one character of the private use area, so that patterns can be cut and counted as strings. */
const FIRST = 0xe000;
const FIRST_FIGURE = FIRST + SLOT_TYPES.length;
const SLOT = new RegExp(
  `[\\u{${FIRST.toString(16)}}-\\u{${(FIRST_FIGURE + 2 * CLASSES.length - 1).toString(16)}}]`,
  "gu",
);

/** The character of a mask: a percentage aimed at is another one than a percentage reached. */
export function codeOf({ type, figure }: Mask): string {
  if (type !== "figure" || figure === null) return String.fromCharCode(FIRST + SLOT_TYPES.indexOf(type));
  return figureCode(figure);
}

function figureCode({ kind, modality }: Pick<Figure, "kind" | "modality">): string {
  return String.fromCharCode(FIRST_FIGURE + 2 * CLASSES.indexOf(classOf(kind)) + (modality === "target" ? 1 : 0));
}

/** The slot for anything, of a frame around what differs. */
export const ANYTHING: string = String.fromCharCode(FIRST + SLOT_TYPES.indexOf("text"));

/** The slots of a coded text, in order, with the class and modality of figures. */
export function slotsIn(code: string): { type: SlotType; kind: FigureClass; modality: "stated" | "target" }[] {
  return [...code.matchAll(SLOT)].map(([c]) => {
    const at = c.charCodeAt(0);
    if (at < FIRST_FIGURE) return { type: SLOT_TYPES[at - FIRST] as SlotType, kind: "count", modality: "stated" };
    const n = at - FIRST_FIGURE;
    return { type: "figure", kind: CLASSES[n >> 1] as FigureClass, modality: n % 2 === 0 ? "stated" : "target" };
  });
}

/** A coded text with its slots named: `{时段}，新建{指标}{数}`. */
export function labelled(code: string): string {
  return code.replace(SLOT, (c) => {
    const [slot] = slotsIn(c);
    if (slot === undefined) return "";
    return `{${slot.type === "figure" && slot.kind === "percent" ? "百分比" : LABELS[slot.type]}}`;
  });
}

/** What stands between the slots of a coded text. */
function literalsOf(code: string): string[] {
  return code.split(SLOT);
}

/** Number of Han characters outside the slots. */
export function weightOf(code: string): number {
  return literalsOf(code)
    .join("")
    .replace(/[^\p{Script=Han}]/gu, "").length;
}
