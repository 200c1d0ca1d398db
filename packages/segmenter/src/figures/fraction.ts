import { bitsAt, DIGIT, HAN_DIGIT, SCALE, skipBlanks, skipBlanksBack } from "./characters.ts";
import type { Numeral } from "./multiplier.ts";
import { readNumeral } from "./numeral.ts";
import { PLAIN, type Quantity } from "./quantity.ts";
import { readUnit } from "./unit.ts";

const PARTS: Readonly<Record<number, readonly [unit: string, kind: "percent" | "rate"]>> = {
  100: ["%", "percent"],
  1000: ["‰", "rate"],
};

/**
 * A part of a whole.
 *
 *     三|分之|二    0.6667     百分之|五     5 %     百分之|三十|至|四十     30 to 40 %
 *     一|又|二|分之|一  1.5     千分之|三     3 ‰     百分|百               100 %
 */
export function readFraction(text: string, at: number): Quantity | null {
  if (!(bitsAt(text, at) & (DIGIT | HAN_DIGIT | SCALE))) return null;
  const first = readNumeral(text, at);
  if (first === null || first.range !== null || Number.isNaN(first.value)) return null;
  const and = skipBlanks(text, first.end);
  const below = text[and] === "又" ? readNumeral(text, skipBlanks(text, and + 1)) : first;
  if (below === null || below.range !== null || below.value === 0 || Number.isNaN(below.value)) return null;
  const parts =
    /^[百千佰仟]/.test(text.slice(below.start, below.end)) && below === first ? PARTS[below.value] : undefined;
  const from = readOver(text, below.end, parts !== undefined);
  if (from === null) return null;
  const minus = /[负負]/.test(text[from] ?? "") ? 1 : 0;
  const above = readNumeral(text, skipBlanks(text, from + minus));
  if (above === null) return null;
  const [unit, kind] = parts ?? ["", "ratio"];
  const shared = { ...PLAIN, start: at, unit, kind, numeral: below } as const;
  if (parts !== undefined) {
    const high = readHigh(text, above);
    if (high !== null) return { ...shared, end: high.end, range: [above.value, high.value], qualifier: high.qualifier };
  }
  const whole = below === first ? 0 : first.value;
  const by = (parts === undefined ? below.value : 1) * (minus === 1 ? -1 : 1);
  const value = Number.isNaN(above.value)
    ? null
    : Number((whole + above.value / by).toFixed(parts === undefined ? 4 : 12));
  return { ...shared, end: above.end, value, range: above.range, qualifier: above.qualifier };
}

const OVER = /[ \u3000]{0,2}分[ \u3000]{0,2}之[ \u3000]{0,2}/y;

/** Where the upper number begins: behind 分之; 百分三十 and 百分百 do without 之. */
function readOver(text: string, at: number, isPercent: boolean): number | null {
  OVER.lastIndex = at;
  if (OVER.test(text)) return OVER.lastIndex;
  if (!isPercent || text[at] !== "分" || !(bitsAt(text, at + 1) & (HAN_DIGIT | SCALE))) return null;
  return /^(?:百(?![分年万])|[一二三四五六七八九]?十|[一二三四五六七八九]{1,2}点)/.test(text.slice(at + 1, at + 4))
    ? at + 1
    : null;
}

/** 百分之三十|至四十, 至百分之四十: the higher end of a range. */
function readHigh(text: string, low: Numeral): Numeral | null {
  TO.lastIndex = low.end;
  if (low.range !== null || !TO.test(text)) return null;
  const high = readNumeral(text, TO.lastIndex);
  if (high === null || high.range !== null || high.value <= low.value || 1000 < high.value) return null;
  return readUnit(text, high.end) === null ? high : null;
}

const TO = /[至到~～—-](?:百分之)?(?!少)/y;

const SLASH = /[1-9]\d?[/／][1-9]\d?(?![\d/／.．\-－年月日号:：%％‰A-Za-z])/y;

/** `2/3以上` in words around that speak of a part; 5/6 alone may be a day. */
export function readSlash(text: string, at: number): Quantity | null {
  if (!(bitsAt(text, at) & DIGIT)) return null;
  SLASH.lastIndex = at;
  const hit = SLASH.exec(text);
  if (hit === null || /[\d/／.．:：A-Za-z]/.test(text[at - 1] ?? "")) return null;
  const [above, below] = hit[0].normalize("NFKC").split("/").map(Number) as [number, number];
  if (below <= above || readUnit(text, SLASH.lastIndex) !== null) return null;
  const before = text.slice(Math.max(0, at - 4), skipBlanksBack(text, at));
  const behind = text.slice(SLASH.lastIndex, SLASH.lastIndex + 2);
  const isPart =
    /(?:约|近|超过|占|达|达到|不足|不到|至少|剩|少|多|有|为|[-－负])$/.test(before) ||
    /^(?:以[上下内]|左右|的)/.test(behind);
  if (!isPart || /[在于自从至到日月号]$/.test(before.replace(/达到$/, ""))) return null;
  return {
    ...PLAIN,
    start: at,
    end: SLASH.lastIndex,
    value: Number((above / below).toFixed(4)),
    unit: "",
    kind: "ratio",
  };
}
