import { readFileSync } from "node:fs";
import { parse as parseYaml } from "yaml";
import { random } from "./random.ts";

/** How a site writes its characters: as the document has them, with half-width or full-width punctuation, mixed, or in traditional characters. */
export const DRESSES = ["as-written", "half", "full", "mixed", "traditional"] as const;
export type Dress = (typeof DRESSES)[number];

const HALF: Readonly<Record<string, string>> = {
  "，": ",",
  "；": ";",
  "：": ":",
  "？": "?",
  "！": "!",
  "（": "(",
  "）": ")",
  "％": "%",
};
const FULL: Readonly<Record<string, string>> = {
  ",": "，",
  ":": "：",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
  "%": "％",
};
const traditional = new Map<string, string>();

/** Dresses a text without changing its length: `，（％` ↔ `,(%`. What stands between two digits (1,200、1:2) stays. */
export function dressed(text: string, dress: Dress): string {
  if (dress === "as-written") return text;
  if (dress === "traditional") return [...text].map((c) => toTraditional(c)).join("");
  const table = dress === "full" ? FULL : HALF;
  const coin = dress === "mixed" ? random(text) : null;
  return text.replace(/./gsu, (c, at: number) => {
    const between = /\d/.test(text[at - 1] ?? "") && /\d/.test(text[at + 1] ?? "");
    return between || coin?.chance(0.65) ? c : (table[c] ?? c);
  });
}

function toTraditional(character: string): string {
  if (traditional.size === 0) {
    const { pairs } = parseYaml(readFileSync(new URL("./traditional.yaml", import.meta.url), "utf8")) as {
      pairs: string;
    };
    const characters = [...pairs.replace(/\s/g, "")];
    for (let i = 0; i + 1 < characters.length; i += 2)
      traditional.set(characters[i] as string, characters[i + 1] as string);
  }
  return traditional.get(character) ?? character;
}
