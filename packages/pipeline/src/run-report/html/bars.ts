import { scaleBand, scaleLinear } from "d3-scale";
import { stack } from "d3-shape";
import { chart, colour, fitted, labelWidth, type Said, WIDTH } from "./chart.ts";
import { html, type Markup } from "./markup.ts";

/** A bar: its name, the length of each of its parts, and what is written behind it. */
export interface Bar {
  readonly label: string;
  readonly values: readonly number[];
  readonly says: string;
}

const STEP = 24;
const LABELS = 150;
const GAP = 8;

/** Lying bars, a row each, whose parts stand one behind the other; draws nothing above an empty list. */
export function barChart(said: Said, bars: readonly Bar[]): Markup {
  const height = bars.length * STEP;
  const rows = scaleBand<number>(bars.keys(), [0, height]).paddingInner(0.35).paddingOuter(0.17);
  const left = Math.min(LABELS, Math.max(0, ...bars.map(({ label }) => labelWidth(label)))) + GAP;
  const right = WIDTH - Math.max(0, ...bars.map(({ says }) => labelWidth(says))) - GAP;
  const most = Math.max(Number.MIN_VALUE, ...bars.map(({ values }) => values.reduce((sum, value) => sum + value, 0)));
  const along = scaleLinear([0, most], [left, right]);
  const parts = stack<Bar, number>()
    .keys((bars[0]?.values ?? []).keys())
    .value(({ values }, part) => values[part] ?? 0)(bars as Bar[]);
  const middle = (i: number): number => (rows(i) ?? 0) + rows.bandwidth() / 2;
  return chart(said, height, [
    ...parts.flatMap((part, series) =>
      part.map(([from, to], i) =>
        from === to
          ? html``
          : html`<rect class="${colour(series)}" x="${at(along(from))}" y="${at(rows(i) ?? 0)}" width="${at(Math.max(1, along(to) - along(from)))}" height="${at(rows.bandwidth())}"/>`,
      ),
    ),
    ...bars.map(({ label, values, says }, i) => {
      const end = along(values.reduce((sum, value) => sum + value, 0));
      return html`<text x="${left - GAP}" y="${at(middle(i))}" class="end">${fitted(label, LABELS)}</text><text x="${at(end + GAP / 2)}" y="${at(middle(i))}" class="soft">${says}</text>
`;
    }),
  ]);
}

/** A share in one bar that is as wide as the chart: what became of all characters. */
export function shareBar(said: Said, values: readonly number[]): Markup {
  const [parts] = [
    stack<readonly number[], number>()
      .keys(values.keys())
      .value((all, part) => all[part] ?? 0)([values]),
  ];
  const along = scaleLinear(
    [
      0,
      Math.max(
        Number.MIN_VALUE,
        values.reduce((sum, value) => sum + value, 0),
      ),
    ],
    [0, WIDTH],
  );
  return chart(
    said,
    STEP,
    parts.map((part, series) => {
      const [from = 0, to = 0] = part[0] ?? [];
      return html`<rect class="${colour(series)}" x="${at(along(from))}" y="0" width="${at(along(to) - along(from))}" height="${STEP}"/>`;
    }),
  );
}

/** A place in a chart, to a tenth of a pixel. */
export function at(place: number): number {
  return Math.round(place * 10) / 10;
}
