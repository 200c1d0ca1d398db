import type { Span } from "@zongjie/document";
import { followsCurrency, isFigure } from "./accept.ts";
import { bitsAt, DIGIT, HAN_DIGIT, LETTER, LOOKALIKE, MASK, SCALE, START } from "./characters.ts";
import { readMasked } from "./masked.ts";
import { type Quantity, readQuantity, signed } from "./quantity.ts";
import { once, units } from "./vocabulary.ts";
import { readWords } from "./words.ts";

/**
 * Finds the quantities of a text in one pass. Places in `closed` (dates, names, list numbers; sorted) hold none. A
 * number that fills one of `cells` needs no unit.
 *
 *     组织31支医疗队，2020年诊治1950人次
 *         ^^^         closed    ^^^^^^
 */
export function findQuantities(text: string, closed: readonly Span[], cells: readonly Span[] = []): Quantity[] {
  const ends = new Map(cells.map((cell) => [numberOf(text, cell), cell.end]));
  const classes = classesOf(text);
  const out: Quantity[] = [];
  let next = 0;
  for (let at = 0; at < text.length; ) {
    if (!(bitsAt(text, at) & START) || (isIdle(text, at) && !ends.has(at))) {
      at++;
      continue;
    }
    for (let span = closed[next]; span !== undefined && span.end <= at; span = closed[next]) next++;
    const span = closed[next];
    if (span !== undefined && span.start <= at) {
      at = span.end;
      continue;
    }
    const quantity = read(text, at);
    if (
      quantity !== null &&
      !reachesInto(closed, next, quantity) &&
      ((isFigure(text, quantity) && !isClass(text, quantity, classes)) || isCell(ends, quantity))
    ) {
      out.push(quantity);
      at = quantity.end;
    } else at = skip(text, at, quantity);
  }
  return sharingUnits(text, out);
}

/** 提高1.3|个|、0.7|个|和2.2个百分点: the last one says of what all are. */
function sharingUnits(text: string, quantities: Quantity[]): Quantity[] {
  for (let i = quantities.length - 2; 0 <= i; i--) {
    const [one, next] = [quantities[i] as Quantity, quantities[i + 1] as Quantity];
    if (one.unit !== "个" || !SHARED.test(next.unit) || next.start - one.end !== 1) continue;
    if (/[、和与及]/.test(text[one.end] as string))
      quantities[i] = { ...one, unit: next.unit, kind: next.kind, discrete: next.discrete };
  }
  return quantities;
}

const SHARED = /^个(?:百分点|月)$/;

/** Where the number of a cell begins: behind a word or an arrow that says which way it went, 升|4.2. */
function numberOf(text: string, { start }: Span): number {
  WAY.lastIndex = start;
  return WAY.test(text) ? WAY.lastIndex : start;
}

const WAY = /(?:增[加长]?|减少?|上?升|下?降|提高|回落|[涨跌多少↑↓▲▼])\s?(?=\d)/y;

/** What a text divides into classes: 类对象 where it says 一类对象. */
function classesOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/(?<![第数哪某这同另])一(类\p{Script=Han}{2})/gu)].map((hit) => hit[1] ?? ""));
}

/** 三类对象 where there is 一类对象, 四、|五类|危桥: the third class, and not three. */
function isClass(text: string, { start, end, unit, numeral }: Quantity, classes: ReadonlySet<string>): boolean {
  if (unit !== "类" || numeral?.han !== true || 10 <= numeral.value) return false;
  if (/(?<![一-鿿])[一二三四]类?、$/.test(text.slice(Math.max(0, start - 4), start))) return true;
  const thing = /^(?:[、和][一二三四五六七八九]类)*(\p{Script=Han}{2})/u.exec(text.slice(end, end + 14))?.[1];
  return thing !== undefined && classes.has(`类${thing}`);
}

/** Characters behind a single Han numeral that may make a quantity of it: the first of a unit, another numeral, 至. */
const lively: () => Uint8Array = once(() => {
  const out = new Uint8Array(0x10000);
  for (const c of units().longest.keys()) out[c.charCodeAt(0)] = 1;
  for (const c of "几点點又分成折余餘多来來至到-－––—―−~～〜比:：∶以 \u3000\u00a0\t/／(（%％‰半")
    out[c.charCodeAt(0)] = 1;
  return out;
});

/** 一 in 一般, 百 in 百姓: most numerals in Han characters are no number, and need no reading. */
function isIdle(text: string, at: number): boolean {
  if (bitsAt(text, at) & LOOKALIKE)
    return (
      (bitsAt(text, at - 1) & LETTER) !== 0 ||
      !(bitsAt(text, at + 1) & (DIGIT | LOOKALIKE) || (text[at + 1] === "." && bitsAt(text, at + 2) & DIGIT))
    );
  if (bitsAt(text, at) & (DIGIT | MASK) || /[数几半过翻]/.test(text[at] as string) || at + 1 === text.length)
    return false;
  return !(bitsAt(text, at + 1) & (DIGIT | HAN_DIGIT | SCALE | MASK)) && lively()[text.charCodeAt(at + 1)] !== 1;
}

function read(text: string, at: number): Quantity | null {
  if (bitsAt(text, at) & (MASK | DIGIT)) {
    const masked = readMasked(text, at);
    if (masked !== null) return masked;
  }
  const words = readWords(text, at);
  if (words !== null) return signed(text, words);
  const quantity = readQuantity(text, at);
  return quantity?.unit === "" && followsCurrency(text, quantity.start) ? { ...quantity, kind: "money" } : quantity;
}

/** A mobile number stands in cells too. */
const PHONE = /^1[3-9]\d{9}$/;

/** A number that fills a cell of a table needs no unit. */
function isCell(ends: ReadonlyMap<number, number>, { start, end, value, range, numeral }: Quantity): boolean {
  return (
    numeral !== null &&
    !numeral.bare &&
    (value !== null || range !== null) &&
    !PHONE.test(String(value)) &&
    (ends.get(start) === end || ends.get(start + 1) === end)
  );
}

/** 30|日前: the unit of a quantity that lies in a closed place belongs to that place. */
function reachesInto(closed: readonly Span[], next: number, quantity: Quantity): boolean {
  const span = closed[next];
  return span !== undefined && span.start < (quantity.numeral?.end ?? quantity.end);
}

/** Goes on behind the numeral, and behind all of a run that is no numeral, so that no run is read twice. */
function skip(text: string, at: number, quantity: Quantity | null): number {
  const numeral = quantity?.numeral ?? null;
  if (numeral !== null && Number.isNaN(numeral.value) && numeral.han) return at + 1;
  if (numeral !== null && at < numeral.end) return numeral.end;
  if (/[数几半过翻]/.test(text[at] as string)) return at + 1;
  const bits = bitsAt(text, at);
  if (bits & LOOKALIKE) return at + 1;
  const kind = bits & DIGIT ? DIGIT : bits & MASK ? MASK | LETTER : HAN_DIGIT | SCALE;
  let end = at + 1;
  while (bitsAt(text, end) & kind) end++;
  return end;
}
