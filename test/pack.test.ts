import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), "zongjie-pack-"));

/** The packages in the order of the repository's folders. */
const PACKAGES = readdirSync(join(ROOT, "packages")).sort();

/** What a user's program looks like. */
const EXAMPLE = `
import { runPage } from "@zongjie/pipeline";

const bytes = new TextEncoder().encode("枫溪县卫生院2023年工作总结\\n一、基本情况\\n全年门诊48.5万人次。\\n");
const { documents } = runPage({ uri: "page.txt", bytes });
console.log(documents[0].title, documents[0].figures[0].value, documents[0].keywords.length > 0);
`;

interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a program without a shell; npm's settings of the outer run are left behind. */
function run(words: readonly string[], cwd: string): Ran {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:NODE_OPTIONS|VITEST|NODE_ENV)/.test(name)),
  );
  const [program = "", ...rest] = words;
  const { status, stdout, stderr, error } = spawnSync(program, rest, {
    cwd,
    env,
    encoding: "utf8",
    timeout: 90_000,
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { status, output: `${stdout}${stderr}${error?.message ?? ""}` };
}

/** npm's own file, or npx's beside it; the one on the path where the test was not started by npm. */
function npm(name: "npm" | "npx"): string[] {
  const file = process.env.npm_execpath ?? "";
  return basename(file) === "npm-cli.js" ? [process.execPath, join(dirname(file), `${name}-cli.js`)] : [name];
}

/** The pinned pnpm. */
function pnpm(): string[] {
  const { packageManager } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { packageManager: string };
  return [...npm("npx"), "--yes", packageManager];
}

const tarballs = (): string[] => readdirSync(FOLDER).filter((name) => name.endsWith(".tgz"));
const OFFLINE = /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ECONNRESET|ERR_SOCKET|network/i;

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

describe("the packed packages", () => {
  it("are one tarball a package", { timeout: 90_000 }, (context) => {
    for (const name of PACKAGES) {
      const { status, output } = run([...pnpm(), "pack", "--pack-destination", FOLDER], join(ROOT, "packages", name));
      if (status !== 0 && OFFLINE.test(output)) context.skip("the package registry is not reachable");
      expect({ name, status, output: status === 0 ? "" : output }).toEqual({ name, status: 0, output: "" });
    }
    expect(tarballs()).toHaveLength(PACKAGES.length);
  });

  it("install in an empty folder, run as a library and as a command, and have types", {
    timeout: 180_000,
  }, (context) => {
    if (tarballs().length < PACKAGES.length) context.skip("nothing was packed");
    const links = Object.fromEntries(tarballs().map((file) => [nameOf(file), `file:./${file}`]));
    const manifest = { name: "a-user", private: true, type: "module", dependencies: links, overrides: links };
    writeFileSync(join(FOLDER, "package.json"), JSON.stringify(manifest));
    const installed = run(
      [...npm("npm"), "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"],
      FOLDER,
    );
    if (installed.status !== 0 && OFFLINE.test(installed.output)) context.skip("the package registry is not reachable");
    expect(installed.status === 0 ? "" : installed.output).toBe("");

    writeFileSync(join(FOLDER, "example.js"), EXAMPLE);
    expect(run([process.execPath, "example.js"], FOLDER)).toEqual({
      status: 0,
      output: "枫溪县卫生院2023年工作总结 485000 true\n",
    });

    const command = join(FOLDER, "node_modules", "zongjie", "bin", "zongjie.mjs");
    expect(existsSync(join(FOLDER, "node_modules", ".bin", "zongjie"))).toBe(true);
    const help = run([process.execPath, command, "--help"], FOLDER);
    expect(help.status).toBe(0);
    expect(help.output).toContain("Usage: zongjie");

    writeFileSync(join(FOLDER, "example.ts"), EXAMPLE.replaceAll("[0].", "[0]?."));
    const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
    const flags = [
      "--noEmit",
      "--strict",
      "--module",
      "nodenext",
      "--target",
      "es2023",
      "--types",
      "",
      "--lib",
      "es2023,dom",
    ];
    expect(run([process.execPath, tsc, ...flags, "example.ts"], FOLDER)).toEqual({ status: 0, output: "" });
  });
});

/** zongjie-document-0.1.0.tgz is @zongjie/document; zongjie-0.1.0.tgz is the command. */
function nameOf(file: string): string {
  const inner = /^zongjie-([a-z]+)-\d/.exec(file)?.[1];
  return inner === undefined ? "zongjie" : `@zongjie/${inner}`;
}
