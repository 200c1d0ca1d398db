import { type Match, ruleMatcher } from "@zongjie/lexicon";

/** Longest sentence, and longest line as a whole, that rules are asked about. */
const LONGEST = 300;

/** A sentence of a line that the site added, by its offsets in the line. */
export interface NoisySentence {
  readonly from: number;
  readonly to: number;
  readonly rule: string;
  readonly reason: string;
}

const NONE: readonly NoisySentence[] = [];

/** What the rules say of a line as a whole: `matchesOf("来源：青禾文库")`; nothing of a line that is too long for them. */
export function matchesOf(text: string): readonly Match[] {
  return LONGEST < text.length ? [] : ruleMatcher("boilerplate.yaml").match(text);
}

/** Sentences of a line that the site added: `更多范文请关注本站。` in a paragraph. `whole`: what the rules say of the line. */
export function noisyIn(text: string, whole: readonly Match[]): readonly NoisySentence[] {
  const rules = ruleMatcher("boilerplate.yaml");
  let out: NoisySentence[] | undefined;
  for (const [from, to] of sentences(text)) {
    if (LONGEST < to - from) continue;
    const matches = to - from === text.length ? whole : rules.match(text.slice(from, to));
    const hit = matches.find(({ rule }) => rule.scope === "sentence" && (rule.weight ?? 1) === 1);
    if (hit === undefined) continue;
    out ??= [];
    out.push({ from, to, rule: hit.rule.id, reason: hit.rule.label ?? "other" });
  }
  return out ?? NONE;
}

function* sentences(text: string): Generator<readonly [number, number]> {
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (!"。！!？?".includes(text[i] as string)) continue;
    while (i + 1 < text.length && "。！!？?”』」）)".includes(text[i + 1] as string)) i++;
    yield [from, i + 1];
    from = i + 1;
  }
  if (from < text.length) yield [from, text.length];
}
