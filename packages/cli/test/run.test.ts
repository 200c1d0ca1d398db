import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { PageRecord } from "@zongjie/document";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { interrupted, type Ran, records, traces, zongjie } from "../../../test/command.ts";

const COUNT = 300;
const PROSE = "全院干部职工团结一心，认真落实各项工作要求，扎实推进健康乡村建设，取得了明显成效。";

/** A small page; no two are alike. */
function page(i: number): string {
  return `枫溪县第${i + 1}卫生院2023年工作总结\n一、基本情况\n${PROSE.repeat(12)}全年门诊${i + 100}人次，同比增长3.2%。\n`;
}

let folder = "";
let whole: Buffer;
const run = (...words: string[]): Ran => zongjie(["run", ...words, "--keywords", "0"], { cwd: folder });
const put = (name: string, bytes: string | Uint8Array): void => writeFileSync(join(folder, name), bytes);
const read = (name: string): Buffer => readFileSync(join(folder, name));
const uris = (ran: Ran): string[] => records<PageRecord>(ran.stdout).map(({ source }) => source.uri);
const leftovers = (): string[] => readdirSync(folder).filter((name) => /\.(?:part|state)$/.test(name));

/** Runs until so many inputs are done, and ends the process then. */
function until(steps: number, end: "kill" | "SIGINT", out: string, ...words: string[]): Promise<Ran> {
  const state = join(folder, `${out.endsWith("/") ? `${out}records.ndjson` : out}.state`);
  const done = (): number => (existsSync(state) ? readFileSync(state, "utf8").split("\n").length - 2 : 0);
  return interrupted(["run", "pages", "--keywords", "0", "--out", out, ...words], folder, () =>
    steps <= done() ? end : null,
  );
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zongjie-run-"));
  mkdirSync(join(folder, "pages"));
  for (let i = 0; i < COUNT; i++) put(`pages/${String(i).padStart(3, "0")}.txt`, page(i));
  put("pages/100.txt", "");
  put("pages/200.txt", Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108060000", "hex"));
  run("pages", "--workers", "0", "--out", "whole.ndjson");
  whole = read("whole.ndjson");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("workers", () => {
  it.each(["1", "2", "3"])("%s write the bytes that one process writes", (workers) => {
    const { status, stderr } = run("pages", "--workers", workers, "--out", "threads.ndjson");
    expect(read("threads.ndjson").equals(whole)).toBe(true);
    expect({ status, lines: stderr.split("\n").length - 1 }).toEqual({ status: 1, lines: 2 });
  });

  it("know the words of the user's own lexicon", () => {
    mkdirSync(join(folder, "lexicon"));
    put(
      "lexicon/units.yaml",
      "groups:\n  - { kind: count, discrete: true, note: of markets, examples: [新增36摊口], units: [摊口] }\n",
    );
    put("market.txt", page(0).replace("100人次", "100摊口"));
    const words = ["market.txt", "--lexicon", "lexicon", "--workers"];
    const { stdout } = run(...words, "1");
    expect(stdout).toContain('"unit":"摊口"');
    expect(stdout).toBe(run(...words, "0").stdout);
  });

  it("give up a page that takes too long, and only that", () => {
    mkdirSync(join(folder, "slow"));
    for (const i of [0, 1, 3]) put(`slow/${i}.txt`, page(i));
    put("slow/2.txt", PROSE.repeat(350_000));
    const ran = run("slow", "--workers", "2", "--timeout", "4");
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({
      status: 1,
      stderr: "zongjie: slow/2.txt: takes longer than 4 s\n",
    });
    const found = records<PageRecord>(ran.stdout);
    expect(found.map(({ documents, issues }) => [documents.length, issues.map(({ code }) => code)])).toEqual([
      [1, []],
      [1, []],
      [0, ["page.failed"]],
      [1, []],
    ]);
  });
});

describe("--resume", () => {
  it.each([["killed.ndjson"], ["killed/"]])(
    "after five kills %s is as of an unbroken run",
    async (out) => {
      const file = out.endsWith("/") ? `${out}records.ndjson` : out;
      for (const [i, steps] of [3, 41, 118, 170, 255].entries()) {
        await until(steps, "kill", out, "--resume", "--workers", String(1 + (i % 3)));
        expect(existsSync(join(folder, file))).toBe(false);
        // what a kill in the middle of a line leaves
        if (i === 2) writeFileSync(join(folder, `${file}.state`), '{"uri":"pages/1', { flag: "a" });
        if (i === 3) writeFileSync(join(folder, `${file}.part`), '{"schema":"zong', { flag: "a" });
      }
      const { status, stderr } = run("pages", "--out", out, "--resume");
      expect(status).toBe(1);
      expect(stderr).toMatch(/pages\/100\.txt: [\s\S]*pages\/200\.txt: /);
      expect(read(file).equals(whole)).toBe(true);
      expect(leftovers()).toEqual([]);
    },
    180_000,
  );

  it("goes on with a run that was begun without it", async () => {
    await until(50, "kill", "begun.ndjson");
    const before = read("begun.ndjson.state").length;
    expect(before).toBeGreaterThan(1000);
    expect(run("pages", "--out", "begun.ndjson", "--resume").status).toBe(1);
    expect(read("begun.ndjson").equals(whole)).toBe(true);
  });

  it("works a changed page anew", async () => {
    await until(120, "kill", "changed.ndjson");
    put("pages/050.txt", page(999));
    try {
      run("pages", "--out", "changed.ndjson", "--resume");
      run("pages", "--out", "afresh.ndjson");
    } finally {
      put("pages/050.txt", page(50));
    }
    expect(read("changed.ndjson").equals(read("afresh.ndjson"))).toBe(true);
    expect(read("changed.ndjson").equals(whole)).toBe(false);
  });

  it("starts afresh where other options are given", async () => {
    await until(60, "kill", "other.ndjson");
    run("pages", "--out", "other.ndjson", "--resume", "--ledger", "none");
    run("pages", "--out", "none.ndjson", "--ledger", "none");
    expect(read("other.ndjson").equals(read("none.ndjson"))).toBe(true);
  });
});

describe("a signal", () => {
  it("ends the run with whole lines and a word on how to go on", async () => {
    const { status, stderr } = await until(30, "SIGINT", "stopped.ndjson", "--workers", "2");
    expect(status).toBe(130);
    expect(stderr).toMatch(/^zongjie: stopped after \d+ pages; the same command with --resume goes on from there\n$/);
    expect(read("stopped.ndjson.part").at(-1)).toBe(0x0a);
    run("pages", "--out", "stopped.ndjson", "--resume");
    expect(read("stopped.ndjson").equals(whole)).toBe(true);
  });
});

describe("--out", () => {
  it("DIR/ is a run folder", () => {
    const { status } = run("pages", "nowhere.txt", "--out", "runs/one/");
    expect(status).toBe(1);
    expect(readdirSync(join(folder, "runs/one")).sort()).toEqual(["failed.ndjson", "manifest.json", "records.ndjson"]);
    expect(read("runs/one/records.ndjson").equals(whole)).toBe(true);
    const failed = records<{ uri: string; reason: string }>(read("runs/one/failed.ndjson").toString());
    expect(failed).toEqual([
      { uri: "pages/100.txt", reason: "there is no text" },
      { uri: "pages/200.txt", reason: expect.stringContaining("binary") },
      { uri: "nowhere.txt", reason: "no such file or folder" },
    ]);
    const manifest = JSON.parse(read("runs/one/manifest.json").toString()) as Record<string, unknown>;
    expect(manifest).toMatchObject({
      schema: "zongjie/run@1",
      inputs: ["pages", "nowhere.txt"],
      options: { ledger: "full", keywords: 0 },
      finished: expect.any(String),
      counts: { pages: COUNT, failed: 3, documents: COUNT - 2 },
    });
    expect(JSON.stringify(manifest)).not.toContain(folder);
  });

  it("DIR/ is not mixed with other files", () => {
    const { status, stderr } = run("whole.ndjson", "--out", "pages/");
    expect(status).toBe(1);
    expect(stderr).toContain("pages/: holds files that no run has written");
  });

  it("FILE.gz is packed", () => {
    run("pages", "--out", "packed.ndjson.gz");
    expect(gunzipSync(read("packed.ndjson.gz")).equals(whole)).toBe(true);
  });
});

describe("a part of the inputs", () => {
  const drawn = (...words: string[]): string[] => uris(run("pages", ...words));

  it("--limit takes the first", () =>
    expect(drawn("--limit", "3")).toEqual(["pages/000.txt", "pages/001.txt", "pages/002.txt"]));

  it("--sample draws the same pages each time, a larger one those and more", () => {
    const [few, more] = [drawn("--sample", "7"), drawn("--sample", "30")];
    expect([few.length, more.length, new Set(more).size]).toEqual([7, 30, 30]);
    expect(few.filter((uri) => !more.includes(uri))).toEqual([]);
    expect([...more].sort()).toEqual(more);
    expect(drawn("--sample", "7")).toEqual(few);
    expect(drawn("--sample", "0%")).toEqual([]);
    expect(drawn("--sample", "100%")).toHaveLength(COUNT);
  });

  it("--max-size leaves larger pages out by name", () => {
    put("large.txt", PROSE.repeat(100));
    const { status, stdout, stderr } = run("large.txt", "pages/001.txt", "--max-size", "10K");
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: `zongjie: large.txt: larger than --max-size: ${PROSE.length * 300} bytes\n`,
    });
    expect(records<PageRecord>(stdout)).toHaveLength(1);
  });

  it.each([
    ["--sample", "5x"],
    ["--sample", "101%"],
    ["--max-size", "5 miles"],
    ["--limit", "-1"],
    ["--workers", "two"],
  ])("%s %s is wrong usage", (...words) => {
    const { status, stdout, stderr } = run("pages", ...words);
    expect({ status, stdout, traces: traces(stderr) }).toEqual({ status: 2, stdout: "", traces: [] });
  });
});
