/**
 * `npm run bench:running [-- COUNT]`: the command over COUNT generated pages (1,000) and over a tenth of them, with one
 * worker and with two: pages a second, processor time a page, peak of memory, what the second worker brings beside a second
 * process over half the pages (which is what the machine can give), and how both grow with the pages.
 */
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writePages } from "./pages.ts";
import { print } from "./table.ts";

const CLI = fileURLToPath(new URL("../../packages/cli/bin/zongjie.mjs", import.meta.url));

/** What the second worker must bring at least. */
const RATIO = 1.7;

/** Ticks of processor time a second, as Linux counts for programs. */
const TICKS = 100;

interface Cost {
  readonly seconds: number;
  /** Seconds of processor time, all threads together; null where the system does not tell. */
  readonly cpu: number | null;
  /** Most memory that a process held, in MiB; 0 where the system does not tell. */
  readonly peak: number;
}

/** Runs the command over each of the folders to a file, all at once. */
async function cost(folders: readonly string[], workers: number): Promise<Cost> {
  const [begin, before] = [performance.now(), childrenCpu()];
  const peaks = await Promise.all(folders.map((folder) => run(folder, workers)));
  const [seconds, after] = [(performance.now() - begin) / 1000, childrenCpu()];
  return { seconds, cpu: before === null || after === null ? null : after - before, peak: Math.max(...peaks) };
}

/** Runs the command over a folder to a file and looks at its memory the while; gives the most of it. */
function run(folder: string, workers: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const words = ["run", folder, "--workers", String(workers), "--out", `${folder}.ndjson`];
    const child = spawn(process.execPath, [CLI, ...words], {
      stdio: "ignore",
      env: { ...process.env, NODE_OPTIONS: "" },
    });
    let peak = 0;
    const timer = setInterval(() => {
      peak = Math.max(peak, peakOf(child.pid));
    }, 250);
    child.on("error", reject);
    child.on("close", () => {
      clearInterval(timer);
      resolve(peak);
    });
  });
}

function peakOf(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Seconds of processor time that the processes which this one has started, and which have ended, came to. */
function childrenCpu(): number | null {
  try {
    const stat = readFileSync("/proc/self/stat", "latin1");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[13]) + Number(fields[14])) / TICKS;
  } catch {
    return null;
  }
}

function words(pages: number, { seconds, cpu, peak }: Cost): string {
  const work = cpu === null ? "" : `, ${((1000 * cpu) / pages).toFixed(1)} ms of processor a page`;
  return `${(pages / seconds).toFixed(1)} pages/s, ${seconds.toFixed(1)} s${work}, peak ${peak.toFixed(0)} MiB`;
}

/** Moves every other page of a folder to another one. */
function halve(folder: string, other: string): void {
  for (const [i, name] of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort().entries()) {
    if (i % 2 === 0 || !name.includes(".")) continue;
    mkdirSync(dirname(join(other, name)), { recursive: true });
    renameSync(join(folder, name), join(other, name));
  }
}

const count = Number(process.argv[2] ?? 1000);
const root = mkdtempSync(join(tmpdir(), "zongjie-running-"));
const costs = new Map<string, Cost>();
for (const pages of [count / 10, count]) {
  const folder = join(root, String(pages));
  const broken = writePages(pages, folder);
  const rows: (readonly [string, string])[] = [["broken on purpose", String(broken)]];
  for (const workers of [1, 2]) {
    const own = await cost([folder], workers);
    costs.set(`${pages} ${workers}`, own);
    rows.push([workers === 1 ? "1 worker" : `${workers} workers`, words(pages, own)]);
  }
  print(`run over ${pages} pages`, rows);
}
const folder = join(root, String(count));
halve(folder, `${folder}-other`);
const apart = await cost([folder, `${folder}-other`], 1);
const of = (pages: number, workers: number): Cost => costs.get(`${pages} ${workers}`) as Cost;
const times = ({ seconds }: Cost): string => (of(count, 1).seconds / seconds).toFixed(2);
print(`${count} pages`, [
  ["2 workers to 1", `${times(of(count, 2))} times as fast (goal: ${RATIO})`],
  ["2 processes to 1", `${times(apart)} times as fast: half the pages each, 1 worker; what the machine gives`],
  ["", words(count, apart)],
  ["10 times the pages", `${(of(count, 2).seconds / of(count / 10, 2).seconds).toFixed(1)} times the time`],
  ["", `${(of(count, 2).peak / of(count / 10, 2).peak).toFixed(2)} times the memory`],
]);
rmSync(root, { recursive: true });
