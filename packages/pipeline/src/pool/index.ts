import { lexiconInUse } from "@zongjie/lexicon";
import type { PageInput } from "../options.ts";
import type { Reading, UnreadInput } from "../readers/reading.ts";
import { failedPage } from "../run.ts";
import { boundGrowth, workerCount, workerMemory } from "./size.ts";
import { LostWorkError, startThreads, type Threads } from "./threads.ts";
import { type WorkedPage, type WorkOptions, workedPage, workPage } from "./work.ts";
import type { WorkerData } from "./worker.ts";

/** How pages are worked through. */
export interface PoolOptions extends WorkOptions {
  /** Threads; 0 for none but this one, null for as many as there are cores where the pages are more than a few. */
  readonly workers: number | null;
  /** Seconds after which a page is given up; 0 for never. Where there are no threads there is no end to a page. */
  readonly timeout: number;
  /** The folder of the user's own words that are in use; null where there are none. */
  readonly lexicon: string | null;
  /** Is called when threads are started: from then on this one is free to listen. */
  readonly started?: () => void;
}

/** What an input came to: the page that was worked through, or why it could not be read. */
export type Outcome = { readonly worked: WorkedPage } | { readonly failed: UnreadInput };

/** Pages that are worked through in less time than threads take to start, and the bytes of such pages. */
const FEW = { pages: 24, bytes: 512 * 1024 };

/** Pages for each worker that are read and not yet handed on, so that one slow page does not hold up the others. */
const WINDOW = 16;

/** Bytes of pages that are read and not yet handed on, all workers together: one page may be more. */
const WINDOW_BYTES = 16 * 1024 * 1024;

/**
 * Works through pages and gives what they came to, in their order. The same page gives the same bytes with any number of
 * workers. A page that kills its worker, or that takes too long, costs only itself. At most a window of pages is held.
 * @throws Error where workers cannot be started, or the reading fails
 */
export async function* workPages(readings: AsyncIterable<Reading>, options: PoolOptions): AsyncGenerator<Outcome> {
  const rest = readings[Symbol.asyncIterator]();
  try {
    const few: Reading[] = [];
    const wanted = options.workers === null ? FEW : { pages: 0, bytes: 0 };
    const ended = options.workers === 0 || (await take(rest, few, wanted));
    if (!ended) yield* workInThreads(rest, few, options);
    else for await (const reading of chained(few, rest)) yield outcomeHere(reading, options);
  } finally {
    await rest.return?.();
  }
}

/** Takes as many readings as stand for few pages; true where there are no more. */
async function take(rest: AsyncIterator<Reading>, few: Reading[], wanted: typeof FEW): Promise<boolean> {
  for (let bytes = 0; few.length < wanted.pages && bytes < wanted.bytes; ) {
    const next = await rest.next();
    if (next.done === true) return true;
    few.push(next.value);
    bytes += sizeOf(next.value);
  }
  return false;
}

async function* chained(few: readonly Reading[], rest: AsyncIterator<Reading>): AsyncGenerator<Reading> {
  yield* few;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

function outcomeHere(reading: Reading, options: WorkOptions): Outcome {
  return "failed" in reading ? reading : { worked: workPage(reading.input, options) };
}

async function* workInThreads(
  rest: AsyncIterator<Reading>,
  few: readonly Reading[],
  options: PoolOptions,
): AsyncGenerator<Outcome> {
  const count = options.workers ?? workerCount();
  boundGrowth();
  const threads = startThreads<PageInput, WorkedPage>({
    file: workerFile(),
    data: dataOf(options),
    message: messageOf,
    count,
    timeout: options.timeout * 1000,
    memory: workerMemory(),
  });
  options.started?.();
  try {
    const window: { readonly size: number; readonly outcome: Promise<Outcome> }[] = [];
    let bytes = 0;
    for await (const reading of chained(few, rest)) {
      const size = sizeOf(reading);
      while (0 < window.length && (WINDOW * count <= window.length || WINDOW_BYTES < bytes + size)) {
        const [head] = window.splice(0, 1);
        if (head === undefined) break;
        yield await head.outcome;
        bytes -= head.size;
      }
      const outcome = outcomeOf(reading, threads, options);
      // whoever takes it is told; until then it is nobody's
      outcome.catch(() => undefined);
      window.push({ size, outcome });
      bytes += size;
    }
    for (const { outcome } of window) yield await outcome;
  } finally {
    await threads.close();
  }
}

async function outcomeOf(
  reading: Reading,
  threads: Threads<PageInput, WorkedPage>,
  options: WorkOptions,
): Promise<Outcome> {
  if ("failed" in reading) return reading;
  const begin = performance.now();
  try {
    return { worked: await threads.work(reading.input) };
  } catch (error) {
    if (!(error instanceof LostWorkError)) throw error;
    return { worked: workedPage(failedPage(reading.input, error), options, performance.now() - begin) };
  }
}

function sizeOf(reading: Reading): number {
  if ("failed" in reading) return 0;
  const { bytes, extract } = reading.input;
  return bytes.length + 2 * (extract?.text.length ?? 0);
}

/** Its own bytes only: as a part of an archive's they would take the whole archive along. */
function messageOf(input: PageInput): [PageInput, ArrayBuffer[]] {
  const bytes = new Uint8Array(input.bytes);
  return [{ ...input, bytes }, [bytes.buffer]];
}

/** The options as they can be handed to a thread. */
function dataOf({ run, gzip, lexicon }: PoolOptions): WorkerData {
  return {
    options: { run, ...(gzip === undefined ? {} : { gzip }) },
    lexicon: lexicon === null ? null : { folder: lexicon, fingerprint: lexiconInUse() },
  };
}

/** The file that a worker runs: as it was built, for a thread of Node 20 reads no TypeScript. */
function workerFile(): URL {
  const built = import.meta.url.endsWith(".ts") ? "../../dist/pool/" : "./";
  return new URL(`${built}worker.js`, import.meta.url);
}
