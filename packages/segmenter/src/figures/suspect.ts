import type { TextFigure } from "@zongjie/document";
import { clauseStart } from "./clause.ts";
import { changeWords } from "./phrases.ts";

/** No plan is outdone so far: a rate of ten times the whole has lost its point too. */
const ABSURD = 1000;

/** Marks percentages that have lost their decimal point: 占总数的482%. A growth rate may be of any size. */
export function markLost(text: string, figures: readonly TextFigure[]): TextFigure[] {
  return figures.map((figure, i) =>
    isLost(text, figure) ? { ...figure, suspect: "decimal-lost", likely: likelyShare(text, figures, i) } : figure,
  );
}

function isLost(text: string, figure: TextFigure): boolean {
  if (figure.unit !== "%" || figure.suspect !== null || figure.comparison !== null) return false;
  if (figure.value === null || figure.value <= 100) return false;
  const said =
    figure.metric + text.slice(clauseStart(text, figure.start, Math.max(0, figure.start - 24)), figure.start);
  const { shares, growing, unbounded } = changeWords();
  if (!shares.test(said) || growing.test(said)) return false;
  return ABSURD <= figure.value || !unbounded.test(said);
}

/** How many figures before are looked at for part and whole. */
const NEAR = 4;

/** 共2500件，其中新案120件，占48%: part and whole in the sentence settle what the share must have been (4.8). */
function likelyShare(text: string, figures: readonly TextFigure[], at: number): number | null {
  const lost = figures[at] as TextFigure;
  const near = figures
    .slice(Math.max(0, at - NEAR), at)
    .filter((figure) => !/[。！？\n]/.test(text.slice(figure.end, lost.start)));
  for (const part of near)
    for (const whole of near) {
      if (part.unit !== whole.unit || part.value === null || whole.value === null || whole.value <= part.value)
        continue;
      const share = (100 * part.value) / whole.value;
      for (const by of [10, 100, 1000])
        if (Math.abs((lost.value ?? 0) / by - share) <= 0.6 / by) return (lost.value ?? 0) / by;
    }
  return null;
}
