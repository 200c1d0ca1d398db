import type { Damage } from "./damage-kind.ts";
import { gaps } from "./damage-marks.ts";

/** Damages to line breaks and to the markers of headings. */
export const lineDamages: Readonly<Record<string, Damage>> = {
  // 双|拥宣传: a break inside a sentence, once in a paragraph, outside figures and headings
  "split-line": ({ block }, { share }, random) => {
    const places = gaps(block.text).filter(
      (at) => (block.heading?.end ?? 0) < at && 1 < at && at < block.text.length - 2,
    );
    const free = places.filter((at) => !block.figures.some((f) => f.start < at && at < f.end));
    if (free.length === 0 || (block.type !== "title" && block.text.length < 60) || !random.chance(share)) return [];
    const at = random.pick(free);
    return [{ start: at, end: at, insert: "\n", repair: { after: "", type: "split-word" } }];
  },

  // 。2. 某某局…: what follows a title, a salutation or a table keeps its line
  "lost-break": ({ before }, { share }, random) => {
    if (
      before === null ||
      before.type === "title" ||
      before.type === "salutation" ||
      before.type === "table-row" ||
      !random.chance(share)
    )
      return [];
    // a heading that loses the break after it is set off by a blank at least
    const insert = before.heading !== null && !before.heading.inline ? " " : random.pick(["", " "]);
    return [{ start: 0, end: 0, insert, repair: { after: "\n", type: "other" }, glue: true }];
  },

  // 四、 survives, 一、 does not: nobody can know that it was there
  "marker-lost": ({ block }, { share }, random) => {
    const marker = block.heading?.marker ?? "";
    if (marker === "" || block.heading?.level !== 1 || !block.text.startsWith(marker) || !random.chance(share))
      return [];
    return [{ start: 0, end: marker.length, insert: "", repair: null }];
  },
};
