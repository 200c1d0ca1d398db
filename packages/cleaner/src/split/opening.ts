import { ruleMatcher } from "@zongjie/lexicon";
import { type Line, markerOf } from "../line.ts";

/** Lines that hold a formula which opens a report (`现将……总结如下`), in wrapped text the first line of its sentence. */
export function openingLines(lines: readonly Line[]): ReadonlySet<number> {
  const out = new Set<number>();
  let above = -1; // the nearest line with such words above
  for (let k = 0; k < lines.length; k++) {
    if (!mayOpen((lines[k] as Line).text)) continue;
    const first = openingOf(lines, k, isOpening);
    if (first !== null && above < first && isOneSentence(lines, first, k)) out.add(first);
    above = k;
  }
  return out;
}

function mayOpen(text: string): boolean {
  return text.length <= 600 && (text.includes("如下") || text.includes("以下"));
}

/** What the words of a text say of where reports begin and end: `opening`, `begins`, `aims`, `hopes`, `closing`. */
export function boundaryLabels(text: string): readonly string[] {
  const hits = ruleMatcher("boundary.yaml").match(text);
  return hits.length === 0 ? NO_LABELS : hits.map((hit) => hit.rule.label ?? "");
}

const NO_LABELS: readonly string[] = [];

/** True where a sentence opens a report: `现将2023年工作总结如下：`. */
export function isOpening(sentence: string): boolean {
  return boundaryLabels(sentence).includes("opening");
}

/** True where a text begins as a report's first paragraph does, with its time, its aim or its unit: `为做好……，我院……`. */
export function introduces(text: string): boolean {
  return boundaryLabels(text.slice(0, 120)).some((label) => label === "begins" || label === "aims");
}

/** True where a sentence may run from one line to another: no blank line, end of a sentence or marker comes between. */
function isOneSentence(lines: readonly Line[], from: number, to: number): boolean {
  if (from + 8 <= to || markerOf((lines[from] as Line).text) !== "") return false;
  for (let k = from; k < to; k++) {
    const { text } = lines[k] as Line;
    if (text === "" || /[。！!？?：:]$/.test(text)) return false;
  }
  return true;
}

/**
 * The line at which the sentence with an opening formula begins, null where line `i` holds no such formula. In wrapped
 * text the sentence may have begun some lines above.
 */
function openingOf(lines: readonly Line[], i: number, opens: (sentence: string) => boolean): number | null {
  const text = lines[i]?.text ?? "";
  if (!mayOpen(text)) return null;
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
