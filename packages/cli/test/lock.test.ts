import { type ChildProcess, spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Ran, zongjie } from "../../../test/command.ts";

const CLI = fileURLToPath(new URL("../bin/zongjie.mjs", import.meta.url));
const PAGE = "枫溪县卫生院2023年工作总结\n一、基本情况\n全年门诊48.5万人次，同比增长3.2%，群众满意度不断提高。\n";

let folder = "";
let whole = "";
const words = (out: string): string[] => ["run", "pages", "-", "--out", out, "--keywords", "0"];
const run = (out: string, ...more: string[]): Ran => zongjie([...words(out), ...more], { cwd: folder, input: PAGE });
const read = (name: string): string => readFileSync(join(folder, name), "utf8");
const leftovers = (): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /\.(?:part|state|lock)/.test(name));

/** A run that has taken its output and waits for stdin. */
async function waiting(
  out: string,
): Promise<{ child: ChildProcess; end: (signal?: NodeJS.Signals) => Promise<number | null> }> {
  const child = spawn(process.execPath, [CLI, ...words(out)], { cwd: folder, stdio: ["pipe", "ignore", "ignore"] });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const begun = out.endsWith("/")
    ? ["records.ndjson.state", "manifest.json"].map((name) => out + name)
    : [`${out}.state`];
  while (!begun.every((name) => existsSync(join(folder, name))))
    await new Promise((resolve) => setTimeout(resolve, 20));
  const end = (signal?: NodeJS.Signals): Promise<number | null> => {
    if (signal === undefined) child.stdin?.end(PAGE);
    else child.kill(signal);
    return ended;
  };
  return { child, end };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zongjie-lock-"));
  mkdirSync(join(folder, "pages"));
  for (const i of [1, 2, 3]) writeFileSync(join(folder, "pages", `${i}.txt`), PAGE.replace("48.5", `${i}8.5`));
  symlinkSync("out.ndjson", join(folder, "linked.ndjson"));
  run("whole.ndjson");
  whole = read("whole.ndjson");
});
beforeEach(() => {
  for (const name of readdirSync(folder)) if (name.startsWith("out")) rmSync(join(folder, name), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a second run at once", () => {
  it.each([
    ["out.ndjson", "out.ndjson", "out.ndjson"],
    ["out.ndjson", "linked.ndjson", "out.ndjson"],
    ["out/", "out", "out/records.ndjson"],
    ["out/", "out/", "out/records.ndjson"],
  ])("to %s as %s is refused and harms nothing", async (out, second, file) => {
    if (second.startsWith("linked")) writeFileSync(join(folder, "out.ndjson"), "");
    const { child, end } = await waiting(out);
    const names = leftovers();
    for (const more of [[], ["--resume"], ["--ledger", "none"]]) {
      const ran = run(second, ...more);
      expect([ran.status, ran.stdout]).toEqual([1, ""]);
      expect(ran.stderr).toMatch(
        new RegExp(`^zongjie: .*${file}: another run writes to it \\(process ${child.pid}, see .*${file}\\.lock\\)\n$`),
      );
    }
    expect(leftovers()).toEqual(names);
    expect(await end()).toBe(0);
    expect(read(file)).toBe(whole);
    expect(leftovers()).toEqual([]);
  });
});

describe("a lock that is left", () => {
  it.each(["out.ndjson", "out/"])("by a kill of a run to %s stops neither --resume nor a new run", async (out) => {
    for (const more of [["--resume"], []]) {
      const { end } = await waiting(out);
      await end("SIGKILL");
      expect(leftovers().filter((name) => name.endsWith(".lock"))).toHaveLength(1);
      expect(run(out, ...more)).toEqual({ status: 0, stdout: "", stderr: "" });
      expect(read(out === "out/" ? "out/records.ndjson" : out)).toBe(whole);
      expect(leftovers()).toEqual([]);
    }
  });

  const dead = 2 ** 22 + 1; // more than a Linux system gives
  it.each<[string, string, boolean]>([
    ["of a process that is gone", `{"pid":${dead},"start":"1"}`, true],
    ["of a process whose number another one has", `{"pid":${process.pid},"start":"1"}`, existsSync("/proc/self/stat")],
    ["of a process that runs", `{"pid":${process.pid},"start":null}`, false],
    ["that was never written", "", true],
    ["that is somebody's file", "lockfileVersion: 9\n", false],
    ["that is somebody's JSON", '{"pid":-1}', false],
  ])("%s: %s", (_, text, goesOn) => {
    writeFileSync(join(folder, "out.ndjson.lock"), text);
    expect(run("out.ndjson").status).toBe(goesOn ? 0 : 1);
    expect(existsSync(join(folder, "out.ndjson"))).toBe(goesOn);
    expect(existsSync(join(folder, "out.ndjson.lock")) ? read("out.ndjson.lock") : null).toBe(goesOn ? null : text);
  });

  it("is taken over by one of three runs that begin at once", async () => {
    writeFileSync(join(folder, "out.ndjson.lock"), `{"pid":${dead},"start":"1"}`);
    const runs = await Promise.all(
      [1, 2, 3].map(async () => {
        const child = spawn(process.execPath, [CLI, ...words("out.ndjson")], {
          cwd: folder,
          stdio: ["pipe", "ignore", "ignore"],
        });
        const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
        return { child, ended };
      }),
    );
    const first = await Promise.race(runs.map(({ ended }) => ended));
    const second = await Promise.race(runs.map(({ ended }) => ended));
    expect([first, second]).toEqual([1, 1]);
    for (const { child } of runs) child.stdin?.end(PAGE);
    const all = await Promise.all(runs.map(({ ended }) => ended));
    expect(all.sort()).toEqual([0, 1, 1]);
    expect(read("out.ndjson")).toBe(whole);
  });
});
