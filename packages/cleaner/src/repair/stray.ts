import type { Edit } from "@zongjie/document";

/** A mark that has no business between Chinese characters, and what it becomes. Found by its own character. */
interface StrayRule {
  readonly id: string;
  readonly pattern: RegExp;
  readonly insert: string;
  readonly reason: string;
}

const HAN = "[\\u3400-\\u9fff〇]";
const AROUND = `[\\u3400-\\u9fff〇“”‘’《》（）()，。、；：,;:]`;

/**
 * Each pattern is bounded and anchored on its own mark, so that a long text costs one pass a rule.
 * Offsets of the first group are what is replaced.
 */
const RULES: readonly StrayRule[] = [
  // 良好的`氛围
  {
    id: "stray.backtick",
    pattern: new RegExp(`(?<=${AROUND})\`+(?=${AROUND})`, "gu"),
    insert: "",
    reason: "stray-char",
  },
  // 工作的'重要内容
  { id: "stray.apostrophe", pattern: new RegExp(`(?<=${HAN})'+(?=${HAN})`, "gu"), insert: "", reason: "stray-char" },
  // 部队的.感情, never a numeral and its point (一.加强)
  {
    id: "stray.point",
    pattern: /(?<=(?![一二三四五六七八九十])[\u3400-\u9fff])\.(?=[\u3400-\u9fff])/gu,
    insert: "",
    reason: "stray-char",
  },
  // 补助,。  and 。。
  { id: "stray.doubled-mark", pattern: /[，,、；;](?=[。！？])|(?<=。)。(?!。)/gu, insert: "", reason: "stray-char" },
  // 一是是落实
  {
    id: "stray.doubled-word",
    pattern: /(?<=(?:^|[。；;：:\n])[一二三四五六七八九十]是)是(?=[\u3400-\u9fff])/gu,
    insert: "",
    reason: "stray-char",
  },
  // 共享资源“,在农村
  {
    id: "stray.open-quote",
    pattern: /(?<=[\u3400-\u9fff])“(?=[，,。；;])(?!.{0,20}”)/gu,
    insert: "",
    reason: "stray-char",
  },
];

/** Stray marks of scraping: `群众的.感情` → `群众的感情`. Offsets in `text`, sorted. */
export function findStrays(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const rule of RULES) {
    rule.pattern.lastIndex = 0;
    for (const { index, 0: found } of text.matchAll(rule.pattern))
      edits.push({ start: index, end: index + found.length, insert: rule.insert, rule: rule.id, reason: rule.reason });
  }
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Longest passage between two turned quotes. */
const QUOTED = 30;

/**
 * Quotes set the wrong way round: `”双拥“` → `“双拥”`. A closing quote where none is open, and an opening one after it;
 * where a third follows (`双拥”工作“双拥”`) an opening quote is missing instead.
 */
export function findTurnedQuotes(text: string): Edit[] {
  const edits: Edit[] = [];
  const turn = (start: number): void => {
    const insert = text[start] === "”" ? "“" : "”";
    edits.push({ start, end: start + 1, insert, rule: "stray.turned-quote", reason: "other" });
  };
  let quotes: number[] = [];
  const flush = (): void => {
    for (let i = 0; i < quotes.length; ) {
      if (text[quotes[i] as number] === "“") {
        i += text[quotes[i + 1] ?? -1] === "”" ? 2 : 1;
        continue;
      }
      let end = i + 1;
      while (end < quotes.length && text[quotes[end] as number] !== text[quotes[end - 1] as number]) end++;
      const pairs = (end - i) >> 1;
      if ((end - i) % 2 === 0 && areShort(text, quotes, i, pairs))
        for (let k = i; k < end; k++) turn(quotes[k] as number);
      i = end;
    }
    quotes = [];
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === "“" || c === "”") quotes.push(i);
    else if (c === "\n") flush();
  }
  flush();
  return edits;
}

/** True where each pair holds a few words of one sentence. */
function areShort(text: string, quotes: readonly number[], from: number, pairs: number): boolean {
  for (let k = from; k < from + 2 * pairs; k += 2) {
    const [open, close] = [quotes[k] as number, quotes[k + 1] as number];
    if (close - open < 2 || QUOTED < close - open || /[。！？；]/.test(text.slice(open, close))) return false;
  }
  return 0 < pairs;
}
