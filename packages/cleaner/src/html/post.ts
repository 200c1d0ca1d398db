import type { ShownElement, Walk } from "./walk.ts";

/** Share of a thread's best-known prose that must stand in elements of one dress. */
const SHARE = 0.5;

/**
 * Elements of a thread that hold its posts: all that are dressed as the one that holds the prose of the article is, in
 * elements dressed as those around it. Null where the prose stands in many dresses or in one without a name.
 *
 *     <div class="answer"><span class="text"><p>停水两天了。</p></span></div>      found by its length
 *     <div class="answer"><span class="text"><p>我们也是。</p></span></div>        the same dress
 */
export function findPosts(walk: Walk, weights: readonly number[], core: readonly boolean[]): boolean[] | null {
  const sums = new Map<string, number>();
  let all = 0;
  for (const [i, line] of walk.lines.entries()) {
    const weight = weights[i] ?? 0;
    if (weight < 12 || core[line.element] !== true) continue;
    const dress = dressOf(walk.elements, homeOf(walk.elements, line.element));
    all += weight;
    if (dress !== null) sums.set(dress, (sums.get(dress) ?? 0) + weight);
  }
  let best: string | null = null;
  for (const [dress, sum] of sums) if (SHARE * all <= sum) best = dress;
  if (best === null) return null;
  const posts: boolean[] = [];
  for (const [i, element] of walk.elements.entries())
    posts.push((posts[element.parent] === true && element.landmark === null) || dressOf(walk.elements, i) === best);
  return posts;
}

const LEAF = new Set("p span font b strong em i a u li ul ol br code pre h1 h2 h3 h4 h5 h6 blockquote".split(" "));

/** The element around a line's paragraph. */
function homeOf(elements: readonly ShownElement[], element: number): number {
  let at = element;
  while (0 < at && LEAF.has(elements[at]?.tag ?? "") && elements[at]?.names === "") at = elements[at]?.parent ?? 0;
  return at;
}

/** Tag and first name of an element and of the two around it, numbers left out; null where none has a name. */
function dressOf(elements: readonly ShownElement[], element: number): string | null {
  const out: string[] = [];
  let named = false;
  for (let at = element, up = 0; 0 < at && up < 3; at = elements[at]?.parent ?? 0, up++) {
    const { tag = "", names = "" } = elements[at] ?? {};
    named ||= names !== "";
    out.push(`${tag}.${names.trim().split(/\s/)[0]?.replace(/\d+/g, "")}`);
  }
  return named ? out.join(" ") : null;
}
