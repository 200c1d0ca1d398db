import { availableParallelism, totalmem } from "node:os";
import { getHeapStatistics, setFlagsFromString } from "node:v8";

const MIB = 1024 * 1024;

/** Memory of a worker with its models and dictionaries, and with one large page. */
const WORKER = 1024 * MIB;

/** As many workers as there are cores, where the memory is enough for them. */
export function workerCount(): number {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
  return Math.max(1, Math.min(availableParallelism(), Math.floor(memory / WORKER)));
}

/** MiB that the objects of a worker may take: as many as those of a process of its own, so that a page has one fate in both. */
export function workerMemory(): number {
  return Math.floor(getHeapStatistics().heap_size_limit / MIB);
}

/**
 * Lets the objects of each thread grow by half at most before those that are not needed any more are given back: left to
 * itself an engine that may have gigabytes lets three times of what is needed pile up, in each thread. Costs no time.
 */
export function boundGrowth(): void {
  setFlagsFromString("--heap-growing-percent=50");
}
