import type { TextFigure } from "@zongjie/document";
import { phrases } from "./phrases.ts";

/** Names up to this length stay as they are, in UTF-16 units; the guide asks for the shortest phrase that says what is measured. */
const LONG = 6;
/** Of a long name so much stays at least, as a share of it and in UTF-16 units. */
const LEAST = 0.43;
const ENOUGH = 4;
/** What cannot begin a name: 市民|率. */
const BOUND = /^[率量数费化级长员们内外上下者性力值额度比均式的和与及、民校直属辖管]/;

/** Cuts long names to what is measured: 县城污水处理厂|日处理能力. */
export function shortenNames(figures: readonly TextFigure[]): TextFigure[] {
  return figures.map((figure) => {
    const metric = shorten(figure.metric);
    return metric === figure.metric ? figure : { ...figure, metric };
  });
}

/**
 *     立功受奖现役军人|家庭|送|喜报
 *                  body body verb
 */
function shorten(whole: string): string {
  const name = withoutShare(
    whole.length < 5 ? whole : whole.replace(/(?:完成|预期|安排|实现|累计完成|全部|当中)$/, ""),
  );
  if (name.length <= LONG)
    return /的[\p{Script=Han}]{2,}$/u.test(name) && !/的(?:比|份|总|数|人数)/.test(name)
      ? name.slice(name.lastIndexOf("的") + 1)
      : name;
  const comma = name.lastIndexOf("、");
  if (comma !== -1 && (name.length < 14 || !hasVerb(name.slice(comma)))) return name;
  const least = Math.min(Math.ceil(LEAST * name.length), ENOUGH);
  for (let at = name.length - least; Math.max(0, comma) < at; at--) {
    const rest = name.slice(at);
    if (!BOUND.test(rest) && isCut(name, at, rest)) return rest;
  }
  return name;
}

/** 新能源公交车|占到公交车总数 */
function withoutShare(name: string): string {
  const at = name.search(/约?占(?![地用线座道领股优比有])/);
  if (at < 2 || name.length - at < 3 || /[)）”]/.test(name[at - 1] ?? "")) return name;
  return /(?:比重|比例|份额)$/.test(name) ? name.slice(at) : name.slice(0, at);
}

function isCut(name: string, at: number, rest: string): boolean {
  const { bodies, places, verbs } = phrases();
  if (name[at - 1] === "的") return true;
  if (
    places.before(name, at) !== 0 &&
    !/^(?:小|医|心|学|国|药|央|层|型|级|等|职|考|标|介|转|部|外|式|勤|备|续|台|期|段)/.test(rest)
  )
    return true;
  if (3 <= rest.length && bodies.before(name, at) !== 0) return true;
  for (let size = Math.min(4, at); 1 < size; size--) if (verbs.has(name.slice(at - size, at))) return true;
  return /[送赴设]/.test(name[at - 1] as string);
}

function hasVerb(words: string): boolean {
  const { verbs } = phrases();
  for (let at = 0; at < words.length; at++)
    for (let size = 2; size <= 4; size++) if (verbs.has(words.slice(at, at + size))) return true;
  return false;
}
