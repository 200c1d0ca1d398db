import { html, type Markup } from "./markup.ts";

/** The width of all charts in units of their own, so that letters have one size in them: 12 units, some 11 pixels on a telephone. */
export const WIDTH = 360;

/** What a chart says to those who do not see it. */
export interface Said {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** A chart with its name above it, and both name and description for those who hear it: an SVG of its own height, as wide as there is room. */
export function chart({ id, title, description }: Said, height: number, body: readonly Markup[]): Markup {
  return html`<figure><figcaption>${title}</figcaption><svg class="chart" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="${id}-t ${id}-d">
<title id="${id}-t">${title}</title><desc id="${id}-d">${description}</desc>
${body}</svg></figure>
`;
}

/** The colours of series, in the order in which they are told apart best. */
export function colour(series: number): string {
  return `c${series % 6}`;
}

/** Names of series beside their colours; of text, so that it breaks where the screen ends. */
export function legend(names: readonly string[]): Markup {
  return html`<p class="legend">${names.map((name, i) => html`<span><i class="${colour(i)}"></i>${name}</span> `)}</p>`;
}

/** A label cut to a width: 东岭县人民政府门户… */
export function fitted(label: string, width: number): string {
  if (labelWidth(label) <= width) return label;
  let [cut, used] = ["", widthOf("…")];
  for (const letter of label) {
    used += widthOf(letter);
    if (width < used) break;
    cut += letter;
  }
  return `${cut}…`;
}

/** The width of a label: 12 a letter of Chinese or a wide one of Latin, under 8 another. */
export function labelWidth(label: string): number {
  return [...label].reduce((sum, letter) => sum + widthOf(letter), 0);
}

function widthOf(letter: string): number {
  return /[A-Zmw@%\u2e80-\u{10ffff}]/u.test(letter) ? 12 : 7.7;
}
