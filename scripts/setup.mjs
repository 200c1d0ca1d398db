/**
 * `npm run setup`: installs with the pinned pnpm and builds. Node 20 and npm are all it needs; where nothing changed
 * since the last time it ends within a second.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { command, npmCommand, ROOT, run, runNode } from "./tool.mjs";

/** The optional dependency that has to be compiled; packages/segmenter can do without. */
const ADDON = "nodejieba";

const STAMP = join(ROOT, "node_modules", ".setup");

/** Ends the set-up with what went wrong and what may help. */
function fail(what, output, help) {
  console.error(output.trim());
  console.error(`\nsetup: ${what} failed.${help ? ` ${help}` : ""}`);
  process.exit(1);
}

/** A hash over all that an installation depends on. */
function fingerprint() {
  const hash = createHash("sha256").update(`${process.version} ${process.platform} ${process.arch}\n`);
  const packages = readdirSync(join(ROOT, "packages")).map((name) => join("packages", name, "package.json"));
  for (const file of ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ".npmrc", ...packages.sort()])
    if (existsSync(join(ROOT, file))) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest("hex");
}

/** True where all packages were installed for this state of the repository. */
function installed(state) {
  const complete = existsSync(join(ROOT, "node_modules", ".modules.yaml")) && existsSync(STAMP);
  return complete && readFileSync(STAMP, "utf8") === state;
}

/** The pinned pnpm: the one on the path where it is of that version, else through npx. */
function pnpm() {
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const version = packageManager.replace(/^pnpm@|\+.*$/g, "");
  const there = run("pnpm", ["--version"], { env: { COREPACK_ENABLE_DOWNLOAD_PROMPT: "0" } });
  if (there.ok && there.stdout.trim() === version) return { version, words: ["pnpm"] };
  return { version, words: [...npmCommand("npx"), "--yes", `pnpm@${version}`] };
}

/**
 * A native addon is compiled against Node's headers. Where they stand beside this Node nothing has to be downloaded:
 * node-gyp is told the folder above include/node.
 */
function headers() {
  const set = Object.keys(process.env).some((name) => name.toLowerCase() === "npm_config_nodedir");
  const folder = dirname(dirname(process.execPath));
  return !set && existsSync(join(folder, "include", "node", "node.h")) ? { npm_config_nodedir: folder } : {};
}

function install() {
  const { version, words } = pnpm();
  console.error(`setup: installing packages with pnpm ${version} …`);
  const [program, ...rest] = words;
  const flags = [
    "install",
    "--frozen-lockfile",
    "--prod=false",
    "--config.confirmModulesPurge=false",
    "--reporter=append-only",
  ];
  // Under `npm run -s` npm would keep even its errors to itself.
  const result = run(program, [...rest, ...flags], { env: { ...headers(), npm_config_loglevel: "error" } });
  if (!result.ok) {
    const offline = /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ECONNRESET|ERR_SOCKET/.test(result.output);
    const stale = result.output.includes("ERR_PNPM_OUTDATED_LOCKFILE");
    const help = offline
      ? "The package registry was not reached: check the network or `npm config get registry`."
      : stale
        ? "pnpm-lock.yaml does not belong to the package.json files: run `pnpm install` and commit the lock file."
        : "";
    fail(`installing packages (pnpm ${version}, exit status ${result.status})`, result.output, help);
  }
  const require = createRequire(join(ROOT, "packages", "segmenter", "package.json"));
  try {
    require(ADDON).cut("双拥", true); // unbuilt, the package loads and only its first word fails
  } catch {
    console.error(`setup: ${ADDON} could not be built here (no C++ compiler?); @node-rs/jieba cuts words instead.`);
  }
}

if (Number(process.versions.node.split(".")[0]) < 20)
  fail("checking Node", "", `Node 20 or later is needed, this is ${process.version}.`);
const state = fingerprint();
if (!installed(state)) {
  rmSync(STAMP, { force: true });
  install();
  writeFileSync(STAMP, state);
}
const built = runNode([command("typescript", "tsc"), "-b"]);
if (!built.ok) fail("building (tsc -b)", built.output);
