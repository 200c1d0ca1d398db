import type { DraftSection } from "@zongjie/document";

const DIGITS = "零一二三四五六七八九";

/** Han numerals from 1 to 99: 12 → 十二. */
function hanNumeral(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const head = tens === 0 ? "" : `${tens === 1 ? "" : DIGITS[tens]}十`;
  return head + (ones === 0 && 0 < tens ? "" : DIGITS[ones]);
}

/** Markers of the four levels (GB/T 9704-2012, 7.3.3): 一、 （一） 1. （1）. */
const MARKERS: readonly ((n: number) => string)[] = [
  (n) => `${hanNumeral(n)}、`,
  (n) => `（${hanNumeral(n)}）`,
  (n) => `${n}.`,
  (n) => `（${n}）`,
];

/** A section before it is numbered. */
export type Unnumbered = Omit<DraftSection, "marker" | "level" | "children"> & {
  readonly children: readonly Unnumbered[];
};

/** Numbers the sections of a draft and those below: 一、 with （一） inside. */
export function numbered(sections: readonly Unnumbered[], level: number = 1): DraftSection[] {
  const mark = MARKERS[Math.min(level, MARKERS.length) - 1] as (n: number) => string;
  return sections.map((section, i) => ({
    ...section,
    level,
    marker: mark(i + 1),
    children: numbered(section.children, level + 1),
  }));
}
