import { oneOf } from "./vocabulary.ts";

/** Reads one value of a YAML file, `site: 某某文库`; throws an Error that names the path of what is wrong. */
export type Read<T> = (given: unknown, path: string) => T;

/** The fields of a mapping; each is taken by name, and what nobody took is an error. */
export interface Fields {
  word(name: string, otherwise?: string): string;
  words(name: string): string[];
  number(name: string, otherwise?: number): number;
  flag(name: string): boolean;
  closed<T extends string>(name: string, words: readonly T[], otherwise?: T): T;
  /** Null where the field is not there. */
  given<T>(name: string, read: Read<T>): T | null;
}

/** Reads a text, `广告位`. */
export const word: Read<string> = (given, path) => {
  if (typeof given === "string" || typeof given === "number") return String(given);
  throw new Error(`${path}: a text is wanted`);
};

/** Reads a number, `0.3`. */
export const number: Read<number> = (given, path) => {
  if (typeof given === "number") return given;
  throw new Error(`${path}: a number is wanted`);
};

/** Reads a list, item by item: `before[2]`. */
export function list<T>(given: unknown, path: string, read: Read<T>): T[] {
  if (!Array.isArray(given)) throw new Error(`${path}: a list is wanted`);
  return given.map((item, i) => read(item, `${path}[${i}]`));
}

/** Reads a mapping of free keys, `{ 拥军优属: 拥*优属 }`. */
export function map<T>(given: unknown, path: string, read: Read<T>): Record<string, T> {
  if (given === null || typeof given !== "object" || Array.isArray(given))
    throw new Error(`${path}: a mapping is wanted`);
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, read(value, `${path}.${key}`)]));
}

/** Reads a mapping of known keys; throws on a key that `take` did not ask for. */
export function record<T>(given: unknown, path: string, take: (fields: Fields) => T): T {
  const source = map(given, path, (value) => value);
  const asked = new Set<string>();
  const look = <V>(name: string, read: Read<V>): V | null => {
    asked.add(name);
    const value = source[name];
    return value === undefined || value === null ? null : read(value, `${path}.${name}`);
  };
  const need = <V>(name: string, value: V | null | undefined): V => {
    if (value === null || value === undefined) throw new Error(`${path}.${name} is missing`);
    return value;
  };
  const fields: Fields = {
    word: (name, otherwise) => need(name, look(name, word) ?? otherwise),
    words: (name) => look(name, (v, p) => list(v, p, word)) ?? [],
    number: (name, otherwise) => need(name, look(name, number) ?? otherwise),
    flag: (name) => look(name, (v) => v === true) ?? false,
    closed: (name, words, otherwise) => {
      const value = need(name, look(name, word) ?? otherwise);
      if (!oneOf(words, value)) throw new Error(`${path}.${name}: ${value} is none of ${words.join(" ")}`);
      return value;
    },
    given: look,
  };
  const taken = take(fields);
  const unknown = Object.keys(source).find((key) => !asked.has(key));
  if (unknown !== undefined) throw new Error(`${path}.${unknown}: no such field`);
  return taken;
}
