import type { TextFigure } from "@zongjie/document";
import { clauseStart } from "./clause.ts";
import { changeWords } from "./phrases.ts";

/** No plan is outdone so far: a rate of ten times the whole has lost its point too. */
const ABSURD = 1000;

/** Marks percentages that have lost their decimal point: 占总数的482%. A growth rate may be of any size. */
export function markLost(text: string, figures: readonly TextFigure[]): TextFigure[] {
  return figures.map((figure) => (isLost(text, figure) ? { ...figure, suspect: "decimal-lost" } : figure));
}

function isLost(text: string, figure: TextFigure): boolean {
  if (figure.unit !== "%" || figure.suspect !== null || figure.comparison !== null) return false;
  if (figure.value === null || figure.value <= 100) return false;
  const said = figure.metric + text.slice(clauseStart(text, figure.start, Math.max(0, figure.start - 24)), figure.start);
  const { shares, growing, unbounded } = changeWords();
  if (!shares.test(said) || growing.test(said)) return false;
  return ABSURD <= figure.value || !unbounded.test(said);
}
