import { once } from "../vocabulary.ts";

/** What ends the words of a clause, of a sentence's part, of a sentence. */
export const CLAUSE = "，,。；;：:、！？!?（）()\n|｜\t—";
export const PART = "。；;！？\n";
export const SENTENCE = "。！？\n";

/** The words behind the last of some signs before `end`, not before `from`: `behindLast("收入36亿元，支出", CLAUSE)` is 支出. */
export function behindLast(words: string, signs: string, from = 0, end: number = words.length): string {
  let at = end;
  while (from < at && !signs.includes(words[at - 1] as string)) at--;
  return words.slice(at, end);
}

const table: () => Uint8Array = once(() => {
  const out = new Uint8Array(0x10000);
  const mark = (signs: string, bit: number): void => {
    for (const c of signs) out[c.charCodeAt(0)] = (out[c.charCodeAt(0)] as number) | bit;
  };
  mark(CLAUSE, 1);
  mark("。！？!?\n", 2);
  mark("（(", 4);
  mark("）)", 8);
  return out;
});

/** The signs between two figures. */
export interface Gap {
  /** Behind the last sign that ends a clause. */
  readonly name: number;
  /** Where a sentence ends; -1 where none does. 。其中, 。其余 and a list's line ends do not end one. */
  readonly stop: number;
  /** How many brackets are open at its end. */
  readonly depth: number;
  readonly brackets: boolean;
}

/** Reads the signs from `from` to `end`; of its words those from `words` on count. `depth` brackets are open at its beginning. */
export function readGap(text: string, from: number, words: number, end: number, depth: number): Gap {
  const signs = table();
  let name = words;
  let stop = -1;
  let open = 0;
  let brackets = false;
  let closed = 0;
  for (let at = from; at < end; at++) {
    const bits = signs[text.charCodeAt(at)] as number;
    if (bits === 0) continue;
    if ((bits & 2) !== 0 && stop === -1 && !goesOn(text, at)) stop = at;
    if (at < words) continue;
    name = at + 1;
    if ((bits & 12) === 0) continue;
    brackets = true;
    if ((bits & 4) !== 0) open++;
    else if (0 < open) open--;
    else closed++;
  }
  return { name, stop, depth: (stop === -1 ? Math.max(0, depth - closed) : 0) + open, brackets };
}

/** Whether what follows a sign that ends sentences still belongs to the sentence: 。其中, 。其余, a line of a list. */
function goesOn(text: string, at: number): boolean {
  return (
    "：:；;，,".includes(text[at - 1] ?? " ") || text.startsWith("其中", at + 1) || text.startsWith("其余", at + 1)
  );
}
