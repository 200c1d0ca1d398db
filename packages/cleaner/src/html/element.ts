import type { TreeNode } from "./tree.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Elements whose text no reader sees. */
const UNSEEN = words(
  "script style template noscript noframes noembed iframe frameset head title object applet audio video canvas svg math " +
    "map select option datalist textarea button rp",
);

/** Elements that begin and end a line. */
const BLOCK = words(
  "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup p plaintext pre search section " +
    "summary table caption tbody thead tfoot tr ul xmp",
);

const PRE = words("pre listing xmp plaintext");

export const isUnseen = (name: string): boolean => UNSEEN.has(name);
export const isBlock = (name: string): boolean => BLOCK.has(name);
export const isPre = (name: string): boolean => PRE.has(name);
/** Whether a reader can fill an element in or press it: `<input type="radio">`, `<textarea>`. */
export const isControl = (node: TreeNode): boolean =>
  node.name === "input"
    ? !/^(?:hidden|image)$/i.test(node.attribs?.type ?? "")
    : node.name === "textarea" || node.name === "select";
export const isCell = (name: string): boolean => name === "td" || name === "th";

/** Whether the page hides an element: `style="display:none"`, `hidden`. */
export function isHidden(node: TreeNode): boolean {
  const { attribs } = node;
  if (attribs === undefined) return false;
  if (attribs.hidden !== undefined && attribs.hidden !== "until-found") return true;
  const style = attribs.style;
  return style !== undefined && /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}
