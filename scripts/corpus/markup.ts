/** A stretch of a template: tags and what nobody sees, blanks, or words that a reader sees. */
export interface Token {
  readonly kind: "markup" | "blank" | "words";
  readonly text: string;
}

const TAGS = /<!--[\s\S]*?-->|<(script|style|title|textarea)\b[\s\S]*?<\/\1>|<[!/]?[a-zA-Z][^>]*>/gi;
const NOTHING = /^(?:\s|&nbsp;|&emsp;|&ensp;|&#160;|&#12288;|&#x3000;)*$/;

/** Tells markup from words: `<b>来源：</b>` is markup, words, markup; in plain text a `<` is a word like any other. */
export function tokens(template: string, html: boolean): Token[] {
  const out: Token[] = [];
  const words = (text: string): void => {
    const body = html && NOTHING.test(text) ? "" : text.trim();
    const head = body === "" ? text : text.slice(0, text.indexOf(body));
    if (head !== "") out.push({ kind: "blank", text: head });
    if (body !== "") out.push({ kind: "words", text: body });
    const tail = text.slice(head.length + body.length);
    if (tail !== "") out.push({ kind: "blank", text: tail });
  };
  let at = 0;
  for (const match of html ? template.matchAll(TAGS) : []) {
    words(template.slice(at, match.index));
    out.push({ kind: "markup", text: match[0] });
    at = match.index + match[0].length;
  }
  words(template.slice(at));
  return out;
}

/** Writes a text so that HTML shows it: `A&B` is `A&amp;B`. */
export function escaped(text: string): string {
  return text.replace(/[&<>]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : "&gt;"));
}

/** The two halves of a wrapper, `<p>|</p>`; throws when it has no bar or several. */
export function halves(wrapper: string): [string, string] {
  const [open, close, more] = wrapper.split("|");
  if (open === undefined || close === undefined || more !== undefined)
    throw new Error(`"${wrapper}" needs one | where the text goes`);
  return [open, close];
}
