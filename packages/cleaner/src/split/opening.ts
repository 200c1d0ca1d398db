import { ruleMatcher } from "@zongjie/lexicon";
import { type Line, markerOf } from "../line.ts";

/** True where a line holds a formula that opens a report (`现将……总结如下`), in wrapped text its first line. */
export function opensReport(lines: readonly Line[], i: number): boolean {
  const { text } = lines[i] as Line;
  if (markerOf(text) !== "") return false;
  for (let k = i; k < lines.length && k < i + 8; k++) {
    const line = lines[k] as Line;
    if (line.text === "" || (i < k && /[。！!？?：:]$/.test(lines[k - 1]?.text ?? ""))) return false;
    if (600 < line.text.length || !/如下|以下/.test(line.text)) continue;
    return (
      openingOf(lines, k, (s) =>
        ruleMatcher("boundary.yaml")
          .match(s)
          .some((hit) => hit.rule.label === "opening"),
      ) === i
    );
  }
  return false;
}

/**
 * The line at which the sentence with an opening formula begins, null where line `i` holds no such formula. In wrapped
 * text the sentence may have begun some lines above.
 */
function openingOf(lines: readonly Line[], i: number, opens: (sentence: string) => boolean): number | null {
  const text = lines[i]?.text ?? "";
  if (600 < text.length || !/如下|以下/.test(text)) return null;
  const parts = text.split(/(?<=[。！!？?；;：:])/);
  let first = parts.findIndex((part) => part.length < 200 && opens(part));
  let from = i;
  if (first === -1) {
    const above = lines[i - 1]?.text ?? "";
    if (!opens(above + (parts[0] ?? ""))) return null;
    first = 0;
  }
  // an unfinished line above is the same sentence
  while (first === 0 && 0 < from && i - from < 12) {
    const above = lines[from - 1]?.text ?? "";
    if (above === "" || /[。！!？?：:]$/.test(above) || markerOf(lines[from]?.text ?? "") !== "" || above.length < 15)
      break;
    from--;
    if (/[。！!？?].+$/.test(above)) return null;
  }
  return from;
}
