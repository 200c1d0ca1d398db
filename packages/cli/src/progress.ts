import { clearProgress, showProgress } from "./talk.ts";

/** Says how far a run is. */
export interface Progress {
  /** One input more is done; `fresh` is false for one that an earlier run had done. */
  readonly step: (fresh?: boolean) => void;
  readonly done: () => number;
  readonly end: () => void;
}

/** Milliseconds between two looks: of the line on a terminal, and of a line in a log. */
const TERMINAL = 100;
const LOG = 60_000;

/** Milliseconds after which it is worth while to count the inputs. */
const COUNT = 2000;

/**
 * A line on the terminal that shows how far a run is, or where stderr is no terminal a line a minute: pages, pages a second
 * and the time that is left where `total` knows how many there are.
 */
export function progress(name: string, total: () => Promise<number | null> = async () => null): Progress {
  const opened = Date.now();
  const every = process.stderr.isTTY ? TERMINAL : LOG;
  let last = opened;
  let [done, fresh] = [0, 0];
  /** When the first page was done: until then models are read. */
  let begin = opened;
  let all: number | null = null;
  let counted = false;
  return {
    step(isFresh = true) {
      done++;
      const now = Date.now();
      if (isFresh && fresh++ === 0) begin = now;
      if (now - last < every) return;
      last = now;
      if (!counted && COUNT < now - opened) {
        counted = true;
        void total().then((count) => {
          all = count;
        });
      }
      const words = `${name}: ${wordsOf(done, all, (1000 * (fresh - 1)) / Math.max(1, now - begin))}`;
      if (process.stderr.isTTY) showProgress(words);
      else process.stderr.write(`${words}\n`);
    },
    done: () => done,
    end: clearProgress,
  };
}

/** `1,200 of 100,000 pages, 45 pages/s, 37 min left`. */
function wordsOf(done: number, all: number | null, rate: number): string {
  const number = (n: number): string => n.toLocaleString("en");
  const known = all !== null && done <= all ? all : null;
  const pages = `${number(done)}${known === null ? "" : ` of ${number(known)}`} pages`;
  if (rate <= 0) return pages;
  const left = known === null ? "" : `, ${timeWords((known - done) / rate)} left`;
  return `${pages}, ${number(Number(rate.toPrecision(2)))} pages/s${left}`;
}

function timeWords(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
