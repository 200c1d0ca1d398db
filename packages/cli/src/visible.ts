/**
 * Characters that a page must not send to a terminal: control characters but the tab, marks that turn the direction of
 * writing, characters without width, and halves of surrogate pairs.
 */
const HOSTILE =
  /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|\udb40[\udc00-\udfff]/g;

/** A text as it may be shown on one line of a terminal: an escape character of the page becomes `\x1b`, in letters. */
export function visible(text: string): string {
  return text.replace(HOSTILE, (found) => {
    const point = found.codePointAt(0) as number;
    return point < 0x100 ? `\\x${point.toString(16).padStart(2, "0")}` : `\\u{${point.toString(16)}}`;
  });
}

/** A text of several lines as it may be shown; see {@link visible}. */
export function visibleLines(text: string): string {
  return text.split("\n").map(visible).join("\n");
}

/** A value as JSON on one line, with the characters that a terminal must not get as `\\u009b`. */
export function visibleJson(value: unknown): string {
  const units = (text: string): string[] =>
    text.split("").map((unit) => unit.charCodeAt(0).toString(16).padStart(4, "0"));
  return JSON.stringify(value).replace(HOSTILE, (found) =>
    units(found)
      .map((unit) => `\\u${unit}`)
      .join(""),
  );
}
