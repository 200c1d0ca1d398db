import { pairTable } from "./pairs.ts";

/** Strings by their UTF-16 units: states stand for what was read so far. */
export interface Trie {
  /** The state that a unit leads to from a state; `NOWHERE` where no string goes on so. */
  step(state: number, unit: number): number;
  /** The number of the string that ends in a state; -1 for none. */
  ending(state: number): number;
}

/** The state of what no string begins with, from which nothing leads on, and the state before anything is read. */
export const NOWHERE = 0;
export const START = 1;

/** States are numbers of 16 bits. */
const MOST_STATES = 0x10000;

/** Builds a trie: `trie(["新增", "就业"])`. @throws RangeError of more than 65,536 states */
export function trie(strings: readonly string[]): Trie {
  const first = new Uint16Array(0x10000);
  const next = pairTable(strings.length);
  const ends = new Uint16Array(MOST_STATES);
  let states = START + 1;
  const step = (state: number, unit: number): number =>
    state === START ? (first[unit] as number) : state === NOWHERE ? NOWHERE : next.get(state, unit);
  for (const [i, string] of strings.entries()) {
    let state = START;
    for (let at = 0; at < string.length; at++) {
      const unit = string.charCodeAt(at);
      let to = step(state, unit);
      if (to === NOWHERE) {
        if (states === MOST_STATES) throw new RangeError(`a trie has at most ${MOST_STATES} states`);
        to = states++;
        if (state === START) first[unit] = to;
        else next.set(state, unit, to);
      }
      state = to;
    }
    ends[state] = i + 1;
  }
  return { step, ending: (state) => (ends[state] as number) - 1 };
}
