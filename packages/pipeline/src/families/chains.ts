import { firstIndex } from "@zongjie/document";
import { type NumberList, numberList } from "./numbers.ts";
import type { Prints } from "./winnow.ts";

/** The fingerprints of all texts, those of one behind those of the other. */
export interface PrintStore {
  readonly add: (prints: Prints) => void;
  readonly chains: (ranks: Uint32Array) => Generator<Chain>;
}

/** Fingerprints that a text shares with an earlier one at the same distance: places of letters of the first and the last. */
export interface Chain {
  readonly text: number;
  readonly of: number;
  readonly first: number;
  readonly last: number;
  /** Place in the text less place in the other. */
  readonly shift: number;
}

/** Shared fingerprints make one chain where no more letters lie between them. */
const APART = 120;

/** Fingerprints of a chain, at least: one alone is a set phrase. */
const LEAST = 2;

/** Hashes are sorted in so many parts, 2 to this power: a part's keys fit into a number. */
const PARTS = 6;

/** An empty store: twelve bytes a fingerprint, of which a text of 5,000 letters has some 360. */
export function printStore(): PrintStore {
  const [hashes, places, starts] = [numberList(), numberList(), numberList()];
  return {
    add(prints) {
      starts.push(hashes.size());
      for (let i = 0; i < prints.hashes.length; i++) {
        hashes.push(prints.hashes[i] as number);
        places.push(prints.places[i] as number);
      }
    },
    *chains(ranks) {
      const first = firstHolders(hashes, starts, ranks);
      for (let text = 0; text < starts.size(); text++) {
        const end = text + 1 < starts.size() ? starts.at(text + 1) : hashes.size();
        let open: (Chain & { count: number })[] = [];
        for (let i = starts.at(text); i < end; i++) {
          const holder = first[i] as number;
          if (holder === i) continue;
          const of = textOf(starts, holder);
          const place = places.at(i);
          const shift = place - places.at(holder);
          yield* open.filter((chain) => chain.last + APART < place && LEAST <= chain.count);
          open = open.filter((chain) => place <= chain.last + APART);
          const at = open.findIndex((chain) => chain.of === of && chain.shift === shift);
          const before = open[at];
          if (before === undefined) open.push({ text, of, first: place, last: place, shift, count: 1 });
          else open[at] = { ...before, last: place, count: before.count + 1 };
        }
        yield* open.filter((chain) => LEAST <= chain.count);
      }
    },
  };
}

/** For each fingerprint the first of its hash, by the rank of the text; itself where it is that, or stands in its text again. */
function firstHolders(hashes: NumberList, starts: NumberList, ranks: Uint32Array): Uint32Array {
  const size = hashes.size();
  const first = new Uint32Array(size);
  const low = 2 ** (32 - PARTS);
  for (let part = 0; part < 1 << PARTS; part++) {
    const keys: number[] = [];
    for (let i = 0; i < size; i++) {
      first[i] = part === 0 ? i : (first[i] as number);
      if (hashes.at(i) >>> (32 - PARTS) === part) keys.push((hashes.at(i) % low) * 2 ** 27 + i);
    }
    const sorted = Float64Array.from(keys).sort();
    for (let from = 0, to = 0; from < sorted.length; from = to) {
      const hash = Math.floor((sorted[from] as number) / 2 ** 27);
      while (to < sorted.length && Math.floor((sorted[to] as number) / 2 ** 27) === hash) to++;
      if (to - from === 1) continue;
      const group = Array.from(sorted.subarray(from, to), (key) => key % 2 ** 27);
      const rankOf = (i: number): number => ranks[textOf(starts, i)] as number;
      const head = group.reduce((best, i) => (rankOf(i) < rankOf(best) ? i : best));
      for (const i of group) if (textOf(starts, i) !== textOf(starts, head)) first[i] = head;
    }
  }
  return first;
}

/** The text that a fingerprint is of. */
function textOf(starts: NumberList, print: number): number {
  return firstIndex(starts.size(), (text) => starts.at(text) <= print) - 1;
}
