import { claimWords } from "./words.ts";

/** How alike two names are, 0–1: of the shorter one's pairs of characters, those that the longer one has (养老机构 in 全县养老机构: 1). */
export function likeness(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 2) return short !== "" && long.includes(short) ? 1 : 0;
  let shared = 0;
  for (let i = 0; i + 2 <= short.length; i++) if (long.includes(short.slice(i, i + 2))) shared++;
  return shared / (short.length - 1);
}

/** The characters that two words share, each counted once: 破案 and 破获 share one. */
export function sharedCharacters(a: string, b: string): number {
  return [...new Set(a)].filter((c) => b.includes(c)).length;
}

/** Words without those at their beginning that add nothing to what is named: 全县共有|养老机构. */
export function withoutNeutral(words: string): string {
  const { neutral } = claimWords();
  let at = 0;
  for (let size = 1; at < words.length && 0 < size; at += size)
    size = /\s/.test(words[at] as string) ? 1 : neutral.from(words, at);
  return words.slice(at);
}

/** The heart of a name: 出口 of 全县出口总值. */
export function coreOf(words: string): string {
  return withoutNeutral(words).replace(/总?(?:[值额量数]|人数|户数|面积)?(?:的|为|达)?$/, "");
}

/** Whether the characters of one word stand in another in this order: 外贸总值 in 外贸进出口总值. */
export function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (const c of long) if (c === short[at]) at++;
  return short !== "" && at === short.length;
}
