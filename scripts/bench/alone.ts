import { spawnSync } from "node:child_process";
import { secondsOf } from "./measure.ts";

/** What a contender does with all texts or pages, once. */
type Pass = () => void | Promise<void>;

/** Contenders by the word that a script is called with in a process of its own. */
export type Contenders = Readonly<Record<string, () => Pass | Promise<Pass>>>;

/** Seconds of CPU time for which a contender warms up at least, and for which it then runs; its shortest pass counts. */
export interface Measuring {
  readonly warm: number;
  readonly measured: number;
}

/** Where this process was started for a contender: measures it, says its seconds on stdout, and ends. */
export async function runAlone(contenders: Contenders, { warm, measured }: Measuring): Promise<void> {
  const contender = contenders[process.argv[2] ?? ""];
  if (contender === undefined) return;
  const pass = await contender();
  // some contenders talk while they work
  console.log = console.warn = console.error = () => {};
  while (secondsOf() < warm) await pass();
  let best = Number.POSITIVE_INFINITY;
  for (const end = secondsOf() + measured; secondsOf() < end; ) {
    const begin = secondsOf();
    await pass();
    best = Math.min(best, secondsOf() - begin);
  }
  process.stdout.write(String(best));
  process.exit();
}

/** Seconds of CPU time that a pass of a contender takes, measured by `script` in a process of its own, with `more` words. */
export function secondsAlone(script: string, contender: string, more: readonly string[] = []): number {
  const words = [...process.execArgv, script, contender, ...more];
  const { stdout, status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${contender}: ${stderr}`);
  return Number(stdout);
}
