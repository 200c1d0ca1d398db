import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The folder whose package.json names the peers; they are no dependencies of the workspace. */
const PEERS = fileURLToPath(new URL("peers", import.meta.url));
const NPM = process.platform === "win32" ? "npm.cmd" : "npm";
const MANIFEST = join(PEERS, "package.json");
const require = createRequire(MANIFEST);

/** Installs the peers by their lock file where they are not there yet. Throws where npm fails. */
export function installPeers(): void {
  const { dependencies } = JSON.parse(readFileSync(MANIFEST, "utf8")) as { dependencies: Record<string, string> };
  const missing = Object.entries(dependencies).filter(([name, version]) => installedVersion(name) !== version);
  if (missing.length === 0) return;
  console.error(`bench: installing ${missing.map((words) => words.join("@")).join(", ")} in scripts/bench/peers …`);
  const words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync(NPM, words, { cwd: PEERS, stdio: "inherit", shell: NPM.endsWith(".cmd") });
  if (status !== 0) throw new Error("bench: npm could not install the peers");
}

function installedVersion(name: string): string | null {
  const file = join(PEERS, "node_modules", name, "package.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version : null;
}

/** An installed peer's module, as CommonJS: `requirePeer<{ parseHTML: … }>("linkedom")`. */
export function requirePeer<T>(name: string): T {
  return require(name) as T;
}

/** An installed peer's module that only imports can load; `path` is the file below node_modules. */
export async function importPeer<T>(path: string): Promise<T> {
  return (await import(pathToFileURL(join(PEERS, "node_modules", path)).href)) as T;
}
