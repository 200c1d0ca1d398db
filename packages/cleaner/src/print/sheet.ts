import type { Line } from "../line.ts";

/** True for a line that parts two pages: nothing but a form feed. */
export function isPageBreak(text: string, line: Line): boolean {
  return line.text === "" && text.slice(line.start, Math.min(line.end, line.start + 8)).includes("\f");
}

/** Lines at each edge of a page among which its furniture stands. */
export const EDGE: number = 2;

/** The lines with words of a page by their index: those at its head and at its foot, the outermost first. */
export interface Sheet {
  readonly head: readonly number[];
  readonly foot: readonly number[];
}

/** The pages of a text that is parted by form feeds; one where it is not. */
export function cutSheets(text: string, lines: readonly Line[]): Sheet[] {
  const sheets: Sheet[] = [];
  let own: number[] = [];
  const end = (): void => {
    sheets.push({ head: own.slice(0, EDGE), foot: own.slice(-EDGE).reverse() });
    own = [];
  };
  for (const [i, line] of lines.entries())
    if (isPageBreak(text, line)) end();
    else if (line.text !== "") own.push(i);
  end();
  return sheets;
}
