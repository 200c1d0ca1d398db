/** What became of the letters of one text in another. */
export interface Alignment {
  /** Letters that both have in the same order. */
  readonly equal: number;
  /** Those of them that stand in runs of two and more: a chance agreement is one letter long. */
  readonly anchored: number;
  /** Letters of both texts together. */
  readonly letters: number;
  /** Stretches that stand for one another, none of them empty. */
  readonly swaps: readonly Swap[];
  /** Letters inside that only one of the two has, or that stand for something of another length. */
  readonly odd: number;
  /** Digits of the second text, and digits of either that stand for other digits. */
  readonly digits: number;
  readonly otherDigits: number;
}

/** A stretch of the original and what stands for it in the copy: 认真 → 当真. */
export interface Swap {
  readonly from: string;
  readonly to: string;
}

const MATCH = 3;
const SWAP = -1;
const GAP = -1;

/** Letters that a swap has at most on one side, and by how many the sides may differ. */
const LONGEST = 10;
const SLACK = 2;

/** Chinese words; a mask (`xx`) may stand among them. */
const HAN = /^[xX×]*\p{Script=Han}[\p{Script=Han}xX×]*$/u;

/**
 * Aligns two short texts letter by letter (Needleman and Wunsch, 1970); cost is the product of their lengths, so the
 * caller keeps them short. One equal letter between two changes belongs to the change: 开展 → 展开 is one swap.
 *
 *     认真贯彻落实上级指示精神
 *     当真贯彻落实上级唆使精神      swaps 认真 → 当真, 指示 → 唆使
 */
export function align(a: string, b: string): Alignment {
  const moves = trace(a, b);
  let equal = 0;
  let anchored = 0;
  let odd = 0;
  let otherDigits = 0;
  const swaps: Swap[] = [];
  let i = 0;
  let j = 0;
  for (let m = 0; m < moves.length; ) {
    let run = 0;
    while (moves[m + run] === EQUAL) run++;
    equal += run;
    if (2 <= run) anchored += run;
    i += run;
    j += run;
    m += run;
    if (moves.length <= m) break;
    const from = i;
    const to = j;
    while (m < moves.length && (moves[m] !== EQUAL || (moves[m + 1] !== EQUAL && m + 1 < moves.length))) {
      const move = moves[m++] as number;
      if (move === EQUAL) equal++;
      if (move !== INSERT) i++;
      if (move !== DELETE) j++;
    }
    const swap = { from: a.slice(from, i), to: b.slice(to, j) };
    otherDigits += changedDigits(swap, widened(a, from, i), widened(b, to, j));
    if (isSwap(swap)) swaps.push(swap);
    // at an edge the one text may just be cut elsewhere
    else if (0 < from && 0 < to && m < moves.length) odd += i - from + (j - to);
  }
  return { equal, anchored, letters: a.length + b.length, swaps, odd, digits: digitsOf(b).length, otherDigits };
}

function isSwap({ from, to }: Swap): boolean {
  return (
    0 < from.length &&
    0 < to.length &&
    Math.max(from.length, to.length) <= LONGEST &&
    Math.abs(from.length - to.length) <= SLACK &&
    HAN.test(from) &&
    HAN.test(to)
  );
}

/**
 * Digits of a number that stands for another number: all four of 1286 for 1386, none for a mask (`xx`, `20__`).
 * `one` and `two` are the sides of the change, with the digits beside them.
 */
function changedDigits({ from, to }: Swap, one: string, two: string): number {
  return /\d/.test(from + to) && /\d/.test(one) && /\d/.test(two) ? digitsOf(two).length : 0;
}

/** A stretch with the digits that stand on either side of it. */
function widened(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (/\d/.test(text.charAt(from - 1))) from--;
  while (/\d/.test(text.charAt(to))) to++;
  return text.slice(from, to);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

/** The alignment of a text with itself. */
export function sameText(bare: string): Alignment {
  const { length } = bare;
  const digits = digitsOf(bare).length;
  return { equal: length, anchored: length, letters: 2 * length, swaps: [], odd: 0, digits, otherDigits: 0 };
}

/** Share of letters of two passages that align equal, in their order: 2 × equal ÷ all letters; 1 for the same letters. */
export function similarityOf(alignments: readonly Pick<Alignment, "equal" | "letters">[]): number {
  let equal = 0;
  let letters = 0;
  for (const a of alignments) {
    equal += a.equal;
    letters += a.letters;
  }
  return letters === 0 ? 0 : (2 * equal) / letters;
}

const EQUAL = 1;
const OTHER = 2;
const DELETE = 3;
const INSERT = 4;

/** The moves of the best alignment, first to last. */
function trace(a: string, b: string): number[] {
  const width = b.length + 1;
  const from = new Uint8Array((a.length + 1) * width);
  let above = new Int32Array(width);
  let row = new Int32Array(width);
  for (let j = 1; j < width; j++) {
    above[j] = j * GAP;
    from[j] = INSERT;
  }
  for (let i = 1; i <= a.length; i++) {
    row[0] = i * GAP;
    from[i * width] = DELETE;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j < width; j++) {
      const same = letter === b.charCodeAt(j - 1);
      let best = (above[j - 1] as number) + (same ? MATCH : SWAP);
      let move = same ? EQUAL : OTHER;
      if (best < (above[j] as number) + GAP) {
        best = (above[j] as number) + GAP;
        move = DELETE;
      }
      if (best < (row[j - 1] as number) + GAP) {
        best = (row[j - 1] as number) + GAP;
        move = INSERT;
      }
      row[j] = best;
      from[i * width + j] = move;
    }
    [above, row] = [row, above];
  }
  const moves: number[] = [];
  for (let i = a.length, j = b.length; 0 < i || 0 < j; ) {
    const move = from[i * width + j] as number;
    moves.push(move);
    if (move !== INSERT) i--;
    if (move !== DELETE) j--;
  }
  return moves.reverse();
}
