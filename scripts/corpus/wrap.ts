import type { Segment } from "./edit.ts";
import { random } from "./random.ts";

const NO_START = "，。、；：？！）》”’,.;:?!)%％…—";
const NO_END = "（《“‘(";

/**
 * Breaks a block into lines of `width` Chinese characters; digits stay together, no line begins with a stop.
 *
 *     为项目工作奠定了扎实的组织基
 *     础，2023年…          the break is a segment of its own, mended by leaving it out
 *
 * Where `justify` says so, a line gets a blank after each of its stops, as a viewer's text layer has them.
 */
export function wrapped(
  parts: readonly Segment[],
  width: number,
  indent: number,
  justify: number,
  seed: string,
): Segment[] {
  const draw = random(seed);
  const out: Segment[] = [];
  let [filled, blank] = [indent, draw.chance(justify)];
  for (const part of parts) {
    if (part.repair !== undefined) {
      out.push(part);
      filled = part.show.includes("\n") ? 0 : filled + cells(part.show);
      continue;
    }
    let at = 0;
    const flush = (to: number): void => {
      if (at < to)
        out.push({ start: part.start + at, end: part.start + to, show: part.show.slice(at, to), repair: undefined });
      at = to;
    };
    for (const { index, 0: unit } of part.show.matchAll(/[!-~]*[0-9A-Za-z.%]+|[\s\S]/g)) {
      const last = part.show[index - 1] ?? "";
      if (
        width < filled + cells(unit) &&
        0 < index &&
        !NO_START.includes(unit[0] as string) &&
        !NO_END.includes(last)
      ) {
        flush(index);
        out.push(mark(part.start + index, "\n", "line-wrap"));
        [filled, blank] = [0, draw.chance(justify)];
      }
      filled += cells(unit);
      const next = part.show[index + unit.length];
      if (
        blank &&
        filled < width &&
        "，。、；：,;:".includes(unit) &&
        next !== undefined &&
        !NO_START.includes(next) &&
        !/\d/.test(last + next)
      ) {
        flush(index + unit.length);
        out.push(mark(part.start + index + unit.length, " ", "space-inserted"));
      }
    }
    flush(part.show.length);
  }
  return out;
}

const mark = (at: number, show: string, type: "line-wrap" | "space-inserted"): Segment => ({
  start: at,
  end: at,
  show,
  repair: { after: "", type },
});

/** Width in Chinese characters; a Latin character or digit takes half of one. */
function cells(text: string): number {
  let n = 0;
  for (const c of text) n += c < "\u0100" ? 0.5 : 1;
  return n;
}
