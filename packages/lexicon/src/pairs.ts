/** Numbers by two numbers: by a state and a character, by two characters. All have 16 bits, for a processor's cache. */
export interface PairTable {
  /** What stands under a pair; 0 where nothing does. */
  get(first: number, second: number): number;
  /** Puts a number from 1 on under a pair. */
  set(first: number, second: number, value: number): void;
}

/** The table is made larger when more than this share of its places is taken. */
const FULL = 0.7;

/** An empty table, two typed arrays with open addressing. It grows; to say how many pairs are `expected` saves that. */
export function pairTable(expected = 0): PairTable {
  let bits = Math.max(8, Math.ceil(Math.log2((expected + 1) / FULL)));
  let size = 0;
  let keys = new Int32Array(2 ** bits);
  // 0 is an empty place
  let values = new Uint16Array(2 ** bits);
  const placeOf = (key: number): number => {
    const mask = keys.length - 1;
    let place = Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> (32 - bits);
    while (values[place] !== 0 && keys[place] !== key) place = (place + 1) & mask;
    return place;
  };
  const grow = (): void => {
    const [oldKeys, oldValues] = [keys, values];
    bits++;
    keys = new Int32Array(2 ** bits);
    values = new Uint16Array(2 ** bits);
    for (let i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] === 0) continue;
      const place = placeOf(oldKeys[i] as number);
      keys[place] = oldKeys[i] as number;
      values[place] = oldValues[i] as number;
    }
  };
  return {
    get: (first, second) => values[placeOf((first << 16) | second)] as number,
    set(first, second, value) {
      const key = (first << 16) | second;
      const place = placeOf(key);
      if (values[place] === 0 && FULL * keys.length < ++size) {
        grow();
        this.set(first, second, value);
        size--;
        return;
      }
      keys[place] = key;
      values[place] = value;
    },
  };
}
