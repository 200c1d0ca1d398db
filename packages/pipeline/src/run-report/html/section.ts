import { html, type Markup } from "./markup.ts";

/** A part of the report under a heading, with a line that says what is counted. */
export function section(heading: string, note: string, body: readonly Markup[]): Markup {
  return html`<section><h2>${heading}</h2>
<p>${note}</p>
${body}</section>
`;
}

/** Charts on the left, their numbers on the right; one below the other where there is no room. */
export function pair(charts: readonly Markup[], tables: readonly Markup[]): Markup {
  return html`<div class="pair"><div>${charts}</div><div>${tables}</div></div>
`;
}

/** A smaller heading. */
export function subhead(text: string): Markup {
  return html`<h3>${text}</h3>
`;
}

/** The source of something: a link where it may be one, else its name. */
export function sourceOf(uri: string, linkOf: (uri: string) => string | null): Markup {
  const link = linkOf(uri);
  return link === null
    ? html`<bdi>${uri}</bdi>`
    : html`<a href="${link}" rel="noopener noreferrer"><bdi>${uri}</bdi></a>`;
}
