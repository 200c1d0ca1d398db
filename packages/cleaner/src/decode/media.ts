/** What kind of text a page is. */
export type MediaType = "text/html" | "text/plain";

/** How far into a page its kind is looked for. */
const HEAD = 65_536;

/** A page that begins as HTML does, comments and declarations put aside. */
const OPENING = /^(?:\s|<!--[^>]{0,2000}-->|<\?xml[^>]{0,300}>)*<(?:!doctype\s+html|html|head|body|meta|title)\b/i;
const TAG =
  /<(\/?)(a|b|body|br|center|dd|div|dl|dt|em|font|form|h[1-6]|head|hr|html|img|li|link|meta|ol|p|pre|script|section|span|strong|style|table|tbody|td|th|title|tr|ul)(?=[\s>/])/gi;

/**
 * Tells HTML from plain text by content: `<p>一、工作总结</p>` is HTML, a report that speaks once of `<br>` is not.
 */
export function findMediaType(text: string): MediaType {
  const head = text.slice(0, HEAD);
  if (OPENING.test(head)) return "text/html";
  let tags = 0;
  let closed = 0;
  let built = false;
  for (const [, slash, name] of head.matchAll(TAG)) {
    tags++;
    built ||= !/^(?:br|hr|img)$/i.test(name as string);
    if (slash === "/" || /^(?:br|hr|img|meta|link)$/i.test(name as string)) closed++;
  }
  // A fragment such as <p>…</p> is short; a long text needs more than a tag or two in passing.
  const lines = head.split("\n").length;
  // text with nothing but line breaks in it is text that a feed left them in
  return built && 2 <= tags && 1 <= closed && lines <= tags * 20 ? "text/html" : "text/plain";
}
