/** What was passed over on the way to the pages: so many of each kind. The last reading counts; an earlier one's is forgotten. */
export interface Tally {
  /** Files of folders and archives that were left out, by their ending. */
  readonly files: Map<string, number>;
  /** Records of crawls that were passed over, by their type or status. */
  readonly records: Map<string, number>;
  /** Files that were named twice and read once. */
  again: number;
}

/** A tally of nothing. */
export function newTally(): Tally {
  return { files: new Map(), records: new Map(), again: 0 };
}

/** Counts one more of a kind. */
export function tally(counts: Map<string, number>, kind: string): void {
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
}

/** Kinds that are named in a line. */
const MOST = 12;

/** What is said of a tally, a line a matter: `12 files left out: .jpg 9, .rar 2, no suffix 1`. Nothing where all was read. */
export function tallyLines({ files, records, again }: Tally): string[] {
  return [
    ...line("files left out", files),
    ...line("records of crawls passed over", records),
    ...(again === 0 ? [] : [`${again} files that the inputs name twice are read once`]),
  ];
}

function line(what: string, counts: ReadonlyMap<string, number>): string[] {
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const sum = (all: typeof sorted): number => all.reduce((total, [, count]) => total + count, 0);
  if (sorted.length === 0) return [];
  const rest = sorted.slice(MOST);
  const shown = sorted.slice(0, MOST).map(([kind, count]) => `${kind} ${count}`);
  return [`${sum(sorted)} ${what}: ${[...shown, ...(rest.length === 0 ? [] : [`others ${sum(rest)}`])].join(", ")}`];
}
