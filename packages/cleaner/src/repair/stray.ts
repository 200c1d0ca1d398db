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
];

/** Quotes as they were typed: `二难' and '三包'. */
const TYPED = /(?<=[：:，,。；“\n])`[^`'\n]{1,80}'|`[^`'\n，。；,;]{1,12}'|'[^`'\n，。；,;]{1,12}'/g;

/** Stray marks of scraping: `群众的.感情` → `群众的感情`. Offsets in `text`, sorted. */
export function findStrays(text: string): Edit[] {
  const edits: Edit[] = [];
  const quotes = new Set([...text.matchAll(TYPED)].flatMap(({ index, 0: found }) => [index, index + found.length - 1]));
  for (const rule of RULES) {
    rule.pattern.lastIndex = 0;
    for (const { index, 0: found } of text.matchAll(rule.pattern))
      if (!quotes.has(index))
        edits.push({
          start: index,
          end: index + found.length,
          insert: rule.insert,
          rule: rule.id,
          reason: rule.reason,
        });
  }
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * An opening quote in mid-sentence that nothing closes before the paragraph ends or the next one opens: `孩子的“成长，…`,
 * `共享资源“,在农村`; and a lone half-width one. A paragraph that begins with a quote, or a quote behind a colon or a
 * comma, may go on in the next paragraph.
 */
export function findLoneQuotes(text: string): Edit[] {
  const edits: Edit[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    for (const at of loneQuotes(text, start, end))
      edits.push({ start: at, end: at + 1, insert: "", rule: "stray.open-quote", reason: "stray-char" });
    start = end + 1;
  }
  return edits;
}

/** Up to this length a line without a stop is a heading. */
const SHORT = 40;

function loneQuotes(text: string, start: number, end: number): number[] {
  const quotes: number[] = [];
  const plain: number[] = [];
  for (let i = start; i < end; i++) {
    const c = text[i];
    if (c === "“" || c === "”") quotes.push(i);
    else if (c === '"') plain.push(i);
  }
  const open = quotes.filter((at, k) => text[at] === "“" && text[quotes[k + 1] ?? -1] !== "”");
  // where closing ones are left over too, the pairs are not what they seem
  const closed = quotes.filter((at, k) => text[at] === "”" && text[quotes[k - 1] ?? -1] !== "“");
  const lone = [...(closed.length === 0 ? open : []), ...(plain.length === 1 ? plain : [])];
  if (lone.length !== 1 || (SHORT < end - start && !/[。！？；]/.test(text.slice(Math.max(start, end - 2), end))))
    return [];
  // behind a word of speech a quote may go on in the next paragraph
  return lone.filter(
    (at) =>
      /[\u3400-\u9fff]/.test(text[at - 1] ?? "") &&
      !/[问说道讲答喊叫称谓曰为]/.test(text[at - 1] ?? "") &&
      /[\u3400-\u9fff，,。；;]/.test(text[at + 1] ?? ""),
  );
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
