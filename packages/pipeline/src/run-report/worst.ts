/** The few worst of many things, held while they come in. */
export interface Worst<T> {
  readonly add: (thing: T, badness: number) => void;
  /** The worst first; of equals the one that came first. */
  readonly list: () => readonly T[];
}

/** Keeps the `count` worst; of those with one key, such as a slip that copies of a report repeat, the first. */
export function worst<T>(count: number, keyOf: (thing: T) => string): Worst<T> {
  const kept: { readonly thing: T; readonly badness: number; readonly key: string }[] = [];
  return {
    add(thing, badness) {
      const last = kept.at(-1);
      if (kept.length === count && last !== undefined && badness <= last.badness) return;
      const key = keyOf(thing);
      if (kept.some((other) => other.key === key)) return;
      const place = kept.findIndex((other) => other.badness < badness);
      kept.splice(place === -1 ? kept.length : place, 0, { thing, badness, key });
      kept.length = Math.min(kept.length, count);
    },
    list: () => kept.map(({ thing }) => thing),
  };
}
