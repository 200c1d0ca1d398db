/** Child processes of the scripts: no shell, so that a path with a blank or a mark in it stays one word. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The file that a package of node_modules runs as its command: `command("typescript", "tsc")`. */
export function command(name, bin = name) {
  const folder = join(ROOT, "node_modules", name);
  const { bin: bins } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bins === "string" ? bins : bins[bin]);
}

/**
 * Runs node with a file and arguments. What it says is kept (`show` lets it through to the terminal); stdin is empty.
 * Gives `{ ok, status, output, stdout }`, status null where a signal ended it.
 */
export function runNode(words, { show = false, env = {}, cwd = ROOT } = {}) {
  return run(process.execPath, words, { show, env, cwd });
}

/** Runs a program without a shell; as {@link runNode}. */
export function run(program, words, { show = false, env = {}, cwd = ROOT } = {}) {
  const pipe = show ? "inherit" : "pipe";
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", pipe, pipe],
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  const output = [stdout, stderr, error?.message].filter(Boolean).join("\n");
  return { ok: status === 0, status, output, stdout: stdout ?? "" };
}

/** npm's own command beside the npm that runs this script, else the one on the path: `npmCommand("npx")`. */
export function npmCommand(name) {
  const npm = process.env.npm_execpath ?? "";
  if (/[\\/]npm-cli\.js$/.test(npm)) return [process.execPath, join(dirname(npm), `${name}-cli.js`)];
  return [process.platform === "win32" ? `${name}.cmd` : name];
}
