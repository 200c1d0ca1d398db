import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../packages/cli/bin/zongjie.mjs", import.meta.url));

/** What a run of the command came to. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Longest time that a run may take before it counts as hanging. */
const HANG = 60_000;

/** Runs the real command, as it was built: `zongjie(["run", "page.txt"])`. A hang ends with status null. */
export function zongjie(
  words: readonly string[],
  {
    input = "",
    cwd = process.cwd(),
    env = {},
  }: { input?: string | Uint8Array; cwd?: string; env?: Readonly<Record<string, string>> } = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...words], {
    input,
    cwd,
    encoding: "utf8",
    timeout: HANG,
    maxBuffer: 512 * 1024 * 1024,
    env: { ...process.env, NODE_OPTIONS: "", FORCE_COLOR: undefined, NO_COLOR: undefined, ...env },
  });
  return { status, stdout, stderr };
}

/** Starts the command and ends it when `enough` says so of what it wrote to stdout, or each 20 ms where it wrote nothing. */
export function interrupted(
  words: readonly string[],
  cwd: string,
  enough: (written: number) => "close" | "kill" | "SIGINT" | null,
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, ...words], { cwd, env: { ...process.env, NODE_OPTIONS: "" } });
    let stdout = "";
    let stderr = "";
    const look = (): void => {
      const verdict = enough(stdout.length);
      if (verdict === "close") child.stdout.destroy();
      if (verdict === "kill") child.kill("SIGKILL");
      if (verdict === "SIGINT" && !child.killed) child.kill("SIGINT");
    };
    const timer = setInterval(look, 20);
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
      look();
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
    });
    child.on("close", (status) => {
      clearInterval(timer);
      resolve({ status, stdout, stderr });
    });
  });
}

/** The JSON objects of NDJSON output; throws where a line is none, so that nothing but records can stand there. */
export function records<T>(stdout: string): T[] {
  if (stdout !== "" && !stdout.endsWith("\n")) throw new Error("the last line does not end");
  return stdout
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as T);
}

/** The lines of a stack trace in what was said. */
export function traces(stderr: string): string[] {
  return stderr.split("\n").filter((line) => /^\s+at .*[:(]|node:internal|^\w*Error:/.test(line));
}
