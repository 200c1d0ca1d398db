import { escapeHtml } from "@zongjie/composer";

/** A piece of HTML in which everything is escaped that has to be. */
export interface Markup {
  readonly html: string;
}

type Part = Markup | string | number | null | readonly Part[];

/**
 * Markup from a template: what is put in is text, and escaped, unless it is markup itself. Lists are joined, null is nothing.
 * Control characters and marks that turn the direction of writing show as `�`: html`<td>${title}</td>`.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return { html: parts.map((part, i) => part + (i < values.length ? written(values[i] as Part) : "")).join("") };
}

function written(value: Part): string {
  if (value === null) return "";
  if (Array.isArray(value)) return value.map(written).join("");
  if (typeof value === "object") return (value as Markup).html;
  return escapeHtml(String(value)).replace(/\p{C}/gu, "\ufffd");
}
