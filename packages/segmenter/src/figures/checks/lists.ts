import type { Check, TextFigure } from "@zongjie/document";
import { check } from "./tolerance.ts";

/** Longest list that is counted, in UTF-16 units, and the largest count. */
const REACH = 60;
const MOST = 12;

/**
 * Lists that say how many they name.
 *
 *     涉及|甲镇、乙镇、丙镇|3个          七、八、九|三个|年级
 */
export function countList(text: string, figures: readonly TextFigure[]): Check[] {
  return figures.flatMap((figure, index) => {
    const { value } = figure;
    if (value === null || !Number.isInteger(value) || value < 2 || MOST < value || figure.kind !== "count") return [];
    if (figure.qualifier !== null) return [];
    const floor = Math.max(figures[index - 1]?.end ?? 0, figure.start - REACH);
    const list =
      /(?:涉及|包括|分别是|分别为|即|围绕|设有|成立|健全|^)([^，,。；;：:！？\n（()）]*、[^，,。；;：:！？\n（()）]*)$/.exec(
        text.slice(floor, figure.start),
      );
    if (list === null || (list[1] ?? "").endsWith("等")) return [];
    const named = /^\p{Script=Han}/u.test(text.slice(figure.end, figure.end + 1));
    const items = (list[1] ?? "").split(/[、和与及]|以及/);
    if (items.some((item) => item.trim() === "" || 12 < item.length) || /[\d]/.test(list[1] ?? "")) return [];
    const even = Math.max(...items.map((i) => i.length)) <= Math.min(...items.map((i) => i.length)) + 2;
    const opened = /涉及|包括|分别是|分别为|即/.test(list[0]);
    if (!(opened || (named && even && /^[一-鿿]/.test(figure.surface)))) return [];
    const found = check("count-list", value, items.length, 0, [index]);
    return found.holds || (even && Math.abs(items.length - value) <= 2) ? [found] : [];
  });
}

const DAY = /(?<![\d.])(1[0-2]|0?[1-9])月(\d{1,2})日/;

/** Shares beyond the whole and days that no month has. */
export function outOfRange(text: string, figures: readonly TextFigure[]): Check[] {
  const shares = figures.flatMap((f, i) =>
    f.suspect === "decimal-lost" && f.value !== null && 100 < f.value ? [check("range", f.value, 100, 0, [i])] : [],
  );
  const days: Check[] = [];
  for (let at = text.indexOf("月"); at !== -1; at = text.indexOf("月", at + 1)) {
    const hit = DAY.exec(text.slice(Math.max(0, at - 3), at + 4));
    const most = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(hit?.[1]) - 1] ?? 31;
    if (hit !== null && most < Number(hit[2])) days.push(check("range", Number(hit[2]), most, 0, []));
  }
  return [...shares, ...days];
}
