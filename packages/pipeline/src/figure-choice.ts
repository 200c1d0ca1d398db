import type { FigureKind, TextFigure } from "@zongjie/document";

/** Which figures are asked for; what is left out asks nothing. Words of one list are alternatives. */
export interface FigureChoice {
  /** The metric holds one of these words. */
  readonly metrics?: readonly string[];
  readonly kinds?: readonly FigureKind[];
  /** The unit is one of these. */
  readonly units?: readonly string[];
  /** The period, or its normalised form, holds one of these words: 2023 finds 2023年 and 2023-05. */
  readonly periods?: readonly string[];
  /** Suspect figures only. */
  readonly suspect?: boolean;
}

/**
 * Tells whether a figure is asked for: `figureChooser({ metrics: ["门诊"] })` takes 门诊人次 and 普通门诊. Width (％ and %), blanks and
 * capital letters make no difference.
 */
export function figureChooser(choice: FigureChoice): (figure: TextFigure) => boolean {
  const [metrics, units, periods] = [choice.metrics, choice.units, choice.periods].map((words) => words?.map(bare));
  const holds = (words: readonly string[] | undefined, text: string): boolean =>
    words === undefined || words.some((word) => bare(text).includes(word));
  return ({ metric, kind, unit, period, periodNormalized, suspect }) =>
    holds(metrics, metric) &&
    (choice.kinds?.includes(kind) ?? true) &&
    (units?.includes(bare(unit)) ?? true) &&
    (holds(periods, period ?? "") || holds(periods, periodNormalized ?? "")) &&
    (choice.suspect !== true || suspect !== null);
}

function bare(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}
