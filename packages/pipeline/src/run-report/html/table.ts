import { html, type Markup } from "./markup.ts";

/** A column of a table; numbers stand on the right. */
export interface Head {
  readonly name: string;
  readonly number?: boolean;
}

type Cell = Markup | string;

/** A table; the first cell of a row is its head. */
export function table(caption: string, heads: readonly Head[], rows: readonly (readonly Cell[])[]): Markup {
  const side = (i: number): Markup => (heads[i]?.number ? html` class="n"` : html``);
  return html`<table><caption>${caption}</caption>
<thead><tr>${heads.map(({ name }, i) => html`<th scope="col"${side(i)}>${name}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([head = "", ...cells]) =>
    html`<tr><th scope="row">${head}</th>${cells.map((cell, i) => html`<td${side(i + 1)}>${cell}</td>`)}</tr>
`,
)}</tbody></table>
`;
}

/** A name that comes from a page: it cannot turn what stands beside it around. */
export function named(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}
