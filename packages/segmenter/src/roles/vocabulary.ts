import type { Role } from "@zongjie/document";
import { type Automaton, automaton, roleSigns, roleWords } from "@zongjie/lexicon";

/** How strongly words speak for roles: 存在的问题 in a heading gives 问题 4 and more. */
type RoleScores = ReadonlyMap<Role, number>;

interface Vocabulary {
  readonly words: readonly string[];
  readonly found: Automaton;
  /** By word, what it says in a heading and in the text under one: roles with their weights. */
  readonly heading: ReadonlyMap<string, readonly (readonly [Role, number])[]>;
  readonly body: ReadonlyMap<string, readonly (readonly [Role, number])[]>;
  /** By word, the signs that it is one of. */
  readonly signs: ReadonlyMap<string, readonly string[]>;
}

let made: Vocabulary | undefined;

function vocabulary(): Vocabulary {
  if (made === undefined) {
    const heading = new Map<string, [Role, number][]>();
    const body = new Map<string, [Role, number][]>();
    const signs = new Map<string, string[]>();
    for (const entry of roleWords().roles) {
      for (const [word, weight] of Object.entries(entry.heading)) push(heading, word, [entry.role as Role, weight]);
      for (const [word, weight] of Object.entries(entry.body)) push(body, word, [entry.role as Role, weight]);
    }
    for (const [sign, entry] of Object.entries(roleSigns())) for (const word of entry.words) push(signs, word, sign);
    const words = [...new Set([...heading.keys(), ...body.keys(), ...signs.keys()])];
    made = { words, found: automaton(words), heading, body, signs };
  }
  return made;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** What a text says: words that speak for roles, counted once each, and how many different words of each sign. */
export interface Said {
  readonly roles: RoleScores;
  readonly signs: ReadonlyMap<string, number>;
}

/** Reads the words of a heading, or of the text under one. A longer word counts instead of the shorter ones inside it. */
export function readWords(text: string, part: "heading" | "body"): Said {
  const { words, found, signs, ...parts } = vocabulary();
  const seen = new Set<string>();
  found.scan(text.replace(/[\s　]+/gu, ""), (cue) => void seen.add(words[cue] as string));
  const roles = new Map<Role, number>();
  const spoken = [...seen].flatMap((word) => (parts[part].get(word) ?? []).map((entry) => [word, ...entry] as const));
  for (const [word, role, weight] of spoken) {
    const inside = spoken.some(([other, same]) => same === role && other !== word && other.includes(word));
    if (!inside) roles.set(role, (roles.get(role) ?? 0) + weight);
  }
  const counts = new Map<string, number>();
  for (const word of seen) for (const sign of signs.get(word) ?? []) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return { roles, signs: counts };
}
