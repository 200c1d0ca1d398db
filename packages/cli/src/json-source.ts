/**
 * The source of a member of a JSON object, as it was written: of `{"id": 9007199254740993, …}` the id with all its digits,
 * which `JSON.parse` rounds. Of members with one name the last counts, as for `JSON.parse`; null where there is none.
 * `json` is a valid object. Linear.
 */
export function memberSource(json: string, name: string): string | null {
  let found: string | null = null;
  let depth = 0;
  /** Where the key or value at hand begins, in the outermost object. */
  let start = 0;
  let own = false;
  for (let at = 0; at < json.length; at++) {
    const c = json[at];
    if (c === '"') at = stringEnd(json, at);
    else if (c === "{" || c === "[") {
      if (depth++ === 0) start = at + 1;
    } else if (c === "}" || c === "]") depth--;
    if (depth === 1 && c === ":") {
      own = JSON.parse(json.slice(start, at)) === name;
      start = at + 1;
    } else if ((depth === 1 && c === ",") || (depth === 0 && c === "}")) {
      if (own) found = json.slice(start, at).trim();
      own = false;
      start = at + 1;
    }
  }
  return found;
}

/** The quote that ends the string that begins at an offset. */
function stringEnd(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at;
}
