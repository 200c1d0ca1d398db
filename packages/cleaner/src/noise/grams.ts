/** Longest run of characters that is a feature. */
const LONGEST = 4;

/** Longest line that is weighed here, and most different characters in it: a run of four has to fit into 32 bits. */
const LINE = 250;

/** Places of the table of runs seen: a power of two, well above the runs that a line can have. */
const PLACES = 2048;

/** Weighs the runs of one to four characters of a line, each once, without making a string of any. */
export interface Grams {
  /** The sum of the weights and the number of different runs, `^` and `$` alone left out; null for a line too long. */
  weigh(line: string): { readonly total: number; readonly count: number } | null;
}

interface Node {
  weight: number;
  readonly next: Map<number, Node>;
}

/**
 * Runs with their weights, as a tree: `^返`, `返回`, `顶部$`. Adds in the order in which a line first has the runs, so
 * that a sum is the same to the last bit however it is made.
 */
export function grams(weights: ReadonlyMap<string, number>): Grams {
  const root: Node = { weight: 0, next: new Map() };
  for (const [run, weight] of weights) if (run.length <= LONGEST) grow(root, run, weight);
  const ids = new Uint8Array(65536);
  const keys = new Int32Array(PLACES);
  const used: number[] = [];

  /** Whether a run is new in this line; runs are told apart by the numbers that their characters have in it. */
  const isNew = (key: number): boolean => {
    let place = (Math.imul(key, 0x9e3779b1) >>> 21) & (PLACES - 1);
    while (keys[place] !== 0) {
      if (keys[place] === key) return false;
      place = (place + 1) & (PLACES - 1);
    }
    keys[place] = key;
    used.push(place);
    return true;
  };

  return {
    weigh(line) {
      if (LINE < line.length) return null;
      let known = 0;
      for (let i = 0; i < line.length; i++) {
        const unit = line.charCodeAt(i);
        if (ids[unit] === 0) ids[unit] = ++known;
      }
      let total = 0;
      let count = 0;
      for (let i = 0; i < line.length; i++) {
        const most = Math.min(LONGEST, line.length - i);
        let node: Node | undefined = root;
        let key = 0;
        for (let n = 0; n < most; n++) {
          const unit = line.charCodeAt(i + n);
          key = (key << 8) | (ids[unit] as number);
          node = node?.next.get(unit);
          if (n === 0 && (unit === 0x5e || unit === 0x24)) continue;
          if (!isNew(key)) continue;
          count++;
          if (node !== undefined) total += node.weight;
        }
      }
      for (let i = 0; i < line.length; i++) ids[line.charCodeAt(i)] = 0;
      for (const place of used) keys[place] = 0;
      used.length = 0;
      return { total, count };
    },
  };
}

function grow(root: Node, run: string, weight: number): void {
  let node = root;
  for (let i = 0; i < run.length; i++) {
    const unit = run.charCodeAt(i);
    let next = node.next.get(unit);
    if (next === undefined) {
      next = { weight: 0, next: new Map() };
      node.next.set(unit, next);
    }
    node = next;
  }
  node.weight = weight;
}
