import { loadData, z } from "@zongjie/lexicon";

const schema: z.ZodType<{ simplified: string; traditional: string }> = z.strictObject({
  simplified: z.string().min(100),
  traditional: z.string().min(100),
});

/** Punctuation that Chinese text cannot do without; a wrong reading seldom gives it. */
const PUNCTUATION = "，。、：；“”《》（）！？　·—…";
const SAMPLE = 262_144;

/** Encodings tried where the declaration is silent or lies, most usual first. */
const USUAL: readonly string[] = ["gb18030", "big5"];

/** By how much the share of common characters must rise before a declaration is set aside. */
const MARGIN = 0.05;

let common: ReadonlySet<string> | null = null;

/**
 * The encoding under which bytes beyond ASCII read most like Chinese: `guessEncoding(bytes of 工作总结 in Big5, ["gbk"])`
 * is `big5`. `declared` are encodings that the page names; they win unless another reads clearly better.
 */
export function guessEncoding(bytes: Uint8Array, declared: readonly string[]): string {
  const sample = bytes.subarray(0, SAMPLE);
  const named = declared.filter((name) => name !== "utf-8" && !name.startsWith("utf-16"));
  let best = "gb18030";
  let top = -Infinity;
  for (const [rank, encoding] of [...new Set([...named, ...USUAL])].entries()) {
    const score = readability(new TextDecoder(encoding).decode(sample)) - (rank < named.length ? 0 : MARGIN);
    if (top < score) [top, best] = [score, encoding];
  }
  return best === "gb18030" && !hasFourByte(sample) ? "gbk" : best;
}

/** Share of common characters among those beyond ASCII, less the share that could not be read at all. */
export function readability(text: string): number {
  common ??= commonCharacters();
  let seen = 0;
  let known = 0;
  let lost = 0;
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    if (point < 0x80) continue;
    seen++;
    if (common.has(character)) known++;
    // Private use and half-width katakana are what wrong readings are made of.
    else if (point === 0xfffd || (0xe000 <= point && point < 0xf900) || (0xff61 <= point && point <= 0xff9f)) lost++;
  }
  return seen === 0 ? 0 : (known - 2 * lost) / seen;
}

function commonCharacters(): ReadonlySet<string> {
  const { simplified, traditional } = loadData("encodings.yaml", schema);
  return new Set([...simplified, ...traditional, ...PUNCTUATION].filter((character) => character !== " "));
}

/** Whether GB18030's four-byte form occurs (a lead byte followed by a digit byte), which GBK does not know. */
function hasFourByte(bytes: Uint8Array): boolean {
  for (let i = 0; i + 3 < bytes.length; i++) {
    const lead = bytes[i] as number;
    if (lead < 0x81) continue;
    const second = bytes[i + 1] as number;
    if (0x30 <= second && second <= 0x39 && 0x81 <= (bytes[i + 2] as number)) return true;
    i++;
  }
  return false;
}
