import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { fileReason } from "./talk.ts";

/** Who holds a lock, as it stands in FILE.lock. */
interface Holder {
  readonly pid: number;
  /** When the process began, in ticks since the system did: another one may get its number. Null where nobody tells. */
  readonly start: string | null;
}

/** Looks at a lock that is made but not written yet, and milliseconds between them. */
const LOOKS = 10;
const PAUSE = 50;

/**
 * Takes FILE.lock for this process until it ends: one run at a time writes to a file. A lock whose process has ended is
 * taken over. Processes of another machine, or outside of this container, are not seen.
 * @throws Error naming the file where another process holds it, or it cannot be written
 */
export function lockOutput(file: string): void {
  const lock = `${file}.lock`;
  const own = JSON.stringify({ pid: process.pid, start: startOf(process.pid) } satisfies Holder);
  for (let looks = 0; !make(lock, own, file); ) {
    const text = textOf(lock);
    if (text === null) continue;
    if (text === "" && ++looks < LOOKS) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
      continue;
    }
    const holder = holderOf(text);
    if (holder === null && text !== "") throw new Error(`${file}: ${lock} is in the way, which no run has written`);
    if (holder !== null && isAlive(holder))
      throw new Error(`${file}: another run writes to it (process ${holder.pid}, see ${lock})`);
    takeAway(lock, text);
  }
  process.once("exit", () => {
    if (textOf(lock) === own) rmSync(lock, { force: true });
  });
}

/** Makes the lock; false where there is one. */
function make(lock: string, own: string, file: string): boolean {
  try {
    const handle = openSync(lock, "wx");
    writeSync(handle, own);
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === "EEXIST") return false;
    throw new Error(`${file}: ${fileReason(error)}`);
  }
}

/** Null where there is none any more. */
function textOf(lock: string): string | null {
  try {
    return readFileSync(lock, "utf8");
  } catch (error) {
    if ((error as { code?: string }).code === "ENOENT") return null;
    throw new Error(`${lock}: ${fileReason(error)}`);
  }
}

function holderOf(text: string): Holder | null {
  try {
    const { pid, start } = JSON.parse(text) as Partial<Holder>;
    const valid = Number.isSafeInteger(pid) && 0 < (pid as number) && (start === null || typeof start === "string");
    return valid ? { pid: pid as number, start } : null;
  } catch {
    return null;
  }
}

function isAlive({ pid, start }: Holder): boolean {
  // in a container each process may have the number that the last one had
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as { code?: string }).code === "ESRCH") return false;
  }
  const now = startOf(pid);
  return start === null || now === null || now === start;
}

/** When a process began, where the system tells (Linux); empty for one that has ended and that nobody has asked after yet. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // the name before it may hold anything
    const [state = "", ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return /^[ZX]/.test(state) ? "" : (fields[18] ?? null);
  } catch {
    return null;
  }
}

/** Takes a lock away that says `text`. One that another process has made since is put back. */
function takeAway(lock: string, text: string): void {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    if (textOf(aside) !== text) renameSync(aside, lock);
  } catch {
    // somebody else was quicker
  }
  rmSync(aside, { force: true });
}
