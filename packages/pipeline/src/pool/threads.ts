import { type TransferListItem, Worker } from "node:worker_threads";

/** What threads are started with. */
export interface ThreadSettings<In> {
  /** The file that each runs; it posts {@link READY} when it can take work, then one answer for each message, in order. */
  readonly file: URL;
  /** What they find in `workerData`. */
  readonly data: unknown;
  /** The message that a piece of work is sent as, and what of it need not be copied; made anew where it is sent again. */
  readonly message: (input: In) => readonly [message: unknown, transfer: readonly TransferListItem[]];
  readonly count: number;
  /** Milliseconds that one piece of work may take; 0 for as long as it likes. */
  readonly timeout: number;
  /** MiB of memory that the objects of one thread may take. */
  readonly memory: number;
}

/** Threads that work at what they are given. */
export interface Threads<In, Out> {
  /** The answer to `input`. @throws LostWorkError where the thread was lost over it */
  readonly work: (input: In) => Promise<Out>;
  readonly close: () => Promise<void>;
}

/** First message of a thread: from now on the time of its work is taken. */
export const READY = "ready";

/** The work at hand killed its thread, or took too long; all other work is done by the others. */
export class LostWorkError extends Error {}

/** Pieces of work that a thread is given at a time: one that it works at and one so that it need not wait. */
const AHEAD = 2;

interface Job<In, Out> {
  readonly input: In;
  readonly resolve: (answer: Out) => void;
  readonly reject: (error: Error) => void;
}

interface Thread<In, Out> {
  readonly worker: Worker;
  readonly held: Job<In, Out>[];
  ready: boolean;
  clock: NodeJS.Timeout | undefined;
  /** Why it ends, where that is known. */
  reason: string | null;
}

/** Starts threads. One that is lost over a piece of work is replaced; what else it was given is given to the others. */
export function startThreads<In, Out>(settings: ThreadSettings<In>): Threads<In, Out> {
  const { file, data, message, count, timeout, memory } = settings;
  let waiting: Job<In, Out>[] = [];
  let closed = false;
  let broken: Error | null = null;
  const threads: Thread<In, Out>[] = [];

  const start = (): Thread<In, Out> => {
    const worker = new Worker(file, {
      workerData: data,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
    const thread: Thread<In, Out> = { worker, held: [], ready: false, clock: undefined, reason: null };
    worker.on("message", (answer: unknown) => {
      if (thread.ready) {
        thread.held.shift()?.resolve(answer as Out);
        clearTimeout(thread.clock);
      } else thread.ready = answer === READY;
      begin(thread);
      feed();
    });
    worker.on("error", (error) => {
      thread.reason ??= reasonOf(error, memory);
    });
    worker.on("exit", () => end(thread));
    return thread;
  };

  const begin = (thread: Thread<In, Out>): void => {
    const [job] = thread.held;
    if (timeout === 0 || job === undefined || !thread.ready) return;
    thread.clock = setTimeout(() => {
      // the answer may have come while this thread was busy
      setImmediate(() => {
        if (thread.held[0] !== job) return;
        thread.reason ??= `takes longer than ${timeout / 1000} s`;
        void thread.worker.terminate();
      });
    }, timeout);
  };

  const feed = (): void => {
    for (let depth = 0; depth < AHEAD; depth++)
      for (const thread of threads) {
        if (thread.held.length !== depth) continue;
        const job = waiting.shift();
        if (job === undefined) return;
        thread.held.push(job);
        thread.worker.postMessage(...message(job.input));
        if (depth === 0) begin(thread);
      }
  };

  const end = (thread: Thread<In, Out>): void => {
    clearTimeout(thread.clock);
    if (closed) return;
    const [lost, ...others] = thread.held;
    waiting = [...others, ...waiting];
    const reason = thread.reason ?? "its thread has ended";
    if (thread.ready) {
      threads[threads.indexOf(thread)] = start();
      lost?.reject(new LostWorkError(reason));
      feed();
      return;
    }
    // a thread that does not even begin will not begin the next time either
    broken = new Error(`a worker cannot be started: ${reason}`);
    for (const job of [lost, ...waiting, ...threads.flatMap(({ held }) => held)]) job?.reject(broken);
    waiting = [];
  };

  for (let i = 0; i < count; i++) threads.push(start());
  return {
    work: (input) =>
      new Promise((resolve, reject) => {
        if (broken !== null) return reject(broken);
        waiting.push({ input, resolve, reject });
        feed();
      }),
    close: async () => {
      closed = true;
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

function reasonOf(error: unknown, memory: number): string {
  if ((error as { code?: string } | null)?.code === "ERR_WORKER_OUT_OF_MEMORY")
    return `needs more than the ${memory} MiB of memory that a worker has`;
  return error instanceof Error ? error.message : String(error);
}
