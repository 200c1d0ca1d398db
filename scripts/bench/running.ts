/**
 * `npm run bench:running [-- COUNT]`: the command over COUNT generated pages (1,000) and over a tenth of them, with one
 * worker and with two: pages a second, peak of memory, what the second worker brings, and how both grow with the pages.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writePages } from "./pages.ts";
import { print } from "./table.ts";

const CLI = fileURLToPath(new URL("../../packages/cli/bin/zongjie.mjs", import.meta.url));

/** What the second worker must bring at least. */
const RATIO = 1.7;

interface Cost {
  readonly seconds: number;
  /** Most memory that the process held, in MiB; 0 where the system does not tell. */
  readonly peak: number;
}

/** Runs the command over a folder to a file and looks at its memory the while. */
function cost(folder: string, workers: number): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
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
      resolve({ seconds: (performance.now() - begin) / 1000, peak });
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

const count = Number(process.argv[2] ?? 1000);
const root = mkdtempSync(join(tmpdir(), "zongjie-running-"));
const costs = new Map<string, Cost>();
for (const pages of [count / 10, count]) {
  const folder = join(root, String(pages));
  const broken = writePages(pages, folder);
  const rows: (readonly [string, string])[] = [["broken on purpose", String(broken)]];
  for (const workers of [1, 2]) {
    const { seconds, peak } = await cost(folder, workers);
    costs.set(`${pages} ${workers}`, { seconds, peak });
    const rate = `${(pages / seconds).toFixed(1)} pages/s, ${seconds.toFixed(1)} s, peak ${peak.toFixed(0)} MiB`;
    rows.push([workers === 1 ? "1 worker" : `${workers} workers`, rate]);
  }
  print(`run over ${pages} pages`, rows);
}
const of = (pages: number, workers: number): Cost => costs.get(`${pages} ${workers}`) as Cost;
const ratio = of(count, 1).seconds / of(count, 2).seconds;
print(`${count} pages`, [
  ["2 workers to 1", `${ratio.toFixed(2)} times as fast (goal: ${RATIO})`],
  ["10 times the pages", `${(of(count, 2).seconds / of(count / 10, 2).seconds).toFixed(1)} times the time`],
  ["", `${(of(count, 2).peak / of(count / 10, 2).peak).toFixed(2)} times the memory`],
]);
rmSync(root, { recursive: true });
