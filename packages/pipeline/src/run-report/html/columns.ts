import { scaleBand, scaleLinear } from "d3-scale";
import { area, curveMonotoneX, line } from "d3-shape";
import { at } from "./bars.ts";
import { chart, labelWidth, type Said, WIDTH } from "./chart.ts";
import { html, type Markup } from "./markup.ts";
import { short } from "./number.ts";

/** A column: its name below it, its height, and what is said when a mouse stands on it. */
export interface Column {
  readonly label: string;
  readonly value: number;
  readonly says: string;
}

const HEIGHT = 170;
const BOTTOM = 22;
const TOP = 10;
const TICKS = 4;
const GAP = 6;

/** Standing columns with a scale on the left; the labels that there is room for. */
export function columnChart(said: Said, columns: readonly Column[]): Markup {
  const { across, up, frame } = frameOf(columns);
  const bars = columns.map(({ value, says }, i) => {
    const top = 0 < value ? Math.min(up(value), up(0) - 1) : up(0);
    return html`<rect class="c0" x="${at(across(i) ?? 0)}" y="${at(top)}" width="${at(across.bandwidth())}" height="${at(up(0) - top)}"><title>${says}</title></rect>`;
  });
  return chart(said, HEIGHT, [frame, ...bars]);
}

/** A curve with the area below it, for what goes on over years. */
export function areaChart(said: Said, columns: readonly Column[]): Markup {
  const { across, up, frame } = frameOf(columns);
  const x = (_: Column, i: number): number => at((across(i) ?? 0) + across.bandwidth() / 2);
  const y = ({ value }: Column): number => at(up(value));
  const below = area<Column>().x(x).y0(up(0)).y1(y).curve(curveMonotoneX)(columns as Column[]);
  const curve = line<Column>().x(x).y(y).curve(curveMonotoneX)(columns as Column[]);
  const points = columns.map(
    (column, i) =>
      html`<circle class="c1" cx="${x(column, i)}" cy="${y(column)}" r="3"><title>${column.says}</title></circle>`,
  );
  return chart(said, HEIGHT, [
    frame,
    html`<path class="c1 below" d="${below}"/><path class="s1" d="${curve}"/>`,
    ...points,
  ]);
}

/** The scales of columns, and the lines and labels that show them. */
function frameOf(columns: readonly Column[]) {
  const up = scaleLinear([0, Math.max(1, ...columns.map(({ value }) => value))], [HEIGHT - BOTTOM, TOP]).nice(TICKS);
  const ticks = up.ticks(TICKS).filter(Number.isInteger);
  const left = Math.max(0, ...ticks.map((tick) => labelWidth(short(tick)))) + GAP;
  const across = scaleBand<number>(columns.keys(), [left, WIDTH]).paddingInner(0.25).paddingOuter(0.1);
  const widest = Math.max(0, ...columns.map(({ label }) => labelWidth(label)));
  const every = Math.max(1, Math.ceil(widest / across.step()));
  const frame = html`${ticks.map((tick) => html`<path class="grid" d="M${left} ${at(up(tick))}H${WIDTH}"/><text class="end soft" x="${left - GAP}" y="${at(up(tick))}">${short(tick)}</text>`)}
${columns.map(({ label }, i) =>
  i % every === 0
    ? html`<text class="middle soft" x="${at((across(i) ?? 0) + across.bandwidth() / 2)}" y="${HEIGHT - BOTTOM / 2 + 2}">${label}</text>`
    : null,
)}
`;
  return { across, up, frame };
}
