import { HighlightColor, type IRunOptions, TextRun } from "docx";
import { printable } from "../brief.ts";

/** Marks that Chinese and Latin fonts share (“ ” — …) are set in the Chinese one. */
const HINT = { font: { hint: "eastAsia" } } as const;

/** Places to fill, adjacent ones together. */
const SLOTS = /((?:【待补：[^【】]*】)+)/u;

/** Stands for { until the file is written: the library takes {…} for names of its own. No printable text has it. */
export const BRACE = "\uE000";

/** A line as runs, places to fill highlighted: 门诊【待补：门诊人次】。 is three. What XML cannot hold is left out. */
export function runsOf(text: string, options: IRunOptions = {}): TextRun[] {
  return printable(text)
    .split(SLOTS)
    .flatMap((part, i) => {
      if (part === "") return [];
      const shown = i % 2 === 1 ? { highlight: HighlightColor.YELLOW } : {};
      return [new TextRun({ ...HINT, ...options, ...shown, text: part.replaceAll("{", BRACE) })];
    });
}

/** Between Chinese and Latin letters or digits Word and LibreOffice leave about a fifth of a character. */
const GAP = 0.2;

/** How many characters of the grid a line takes: two digits or Latin letters are one. 2024年1月5日 is 7 with its five gaps. */
export function ems(text: string): number {
  const latin = [...text].map((c) => " " <= c && c <= "~");
  const gaps = latin.filter((narrow, i) => 0 < i && narrow !== latin[i - 1]).length;
  return latin.reduce((sum, narrow) => sum + (narrow ? 0.5 : 1), GAP * gaps);
}
