import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { type Lexicon, matcher, readLexicon, z } from "../src/index.ts";

const ROOT = mkdtempSync(join(tmpdir(), "zongjie-lexicon-"));
afterAll(() => rmSync(ROOT, { recursive: true, force: true }));

let folders = 0;

/** A folder with the files given. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = join(ROOT, String(folders++));
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const units = z.strictObject({ groups: z.array(z.strictObject({ units: z.array(z.string()) })) });
const read = (files: Readonly<Record<string, string>>): Lexicon => readLexicon(folderOf(files), units);

/** A rule file with one rule, changed by `fields`. */
function rule(fields: Readonly<Record<string, unknown>>): string {
  const plain = {
    id: "portal.qr",
    note: "of our portal",
    label: "widget",
    cue: ["扫码"],
    hit: ["扫码看全文"],
    miss: ["看全文"],
  };
  return `rules:\n  - ${JSON.stringify({ ...plain, ...fields })}\n`;
}

describe("a lexicon", () => {
  const whole = read({
    "rules/boilerplate.yaml": rule({}),
    "rules/non-figures.yaml": rule({ label: undefined, id: "user.road" }),
    "noise-lines.yaml": "noise:\n  footer: [本报地址：清溪路1号]\n  navigation: |-\n    棠梨号\n\n    南门口\n",
    "names.yaml": "names: [一二三工程]\n",
    "units.yaml": "groups: [{ units: [摊口] }]\n",
    "notes.txt": "no business of ours",
  });

  it("has no problems", () => expect(whole.problems).toEqual([]));
  it("names its rules as the user's", () =>
    expect(Object.values(whole.rules).flatMap((rules) => rules.map(({ id }) => id))).toEqual([
      "user.names",
      "user.road",
      "user.lines.footer",
      "user.lines.navigation",
      "user.portal.qr",
    ]));
  it("says what was tried", () => {
    expect(whole.cases.length).toBe(8);
    expect(whole.cases.every(({ right }) => right)).toBe(true);
  });
  it("counts its entries", () =>
    expect(whole.files).toEqual([
      { name: "names.yaml", entries: 1 },
      { name: "noise-lines.yaml", entries: 3 },
      { name: "rules/boilerplate.yaml", entries: 1 },
      { name: "rules/non-figures.yaml", entries: 1 },
      { name: "units.yaml", entries: 1 },
    ]));
  it("takes a line in either dress, and no more than the line", () => {
    const lines = matcher(whole.rules["boilerplate.yaml"] ?? []);
    expect(lines.match("本报地址:清溪路1号")).toHaveLength(1);
    expect(lines.match("• 棠梨号")).toHaveLength(1);
    expect(lines.match("棠梨号渡船停航")).toHaveLength(0);
  });
  it("is known by what its files hold", () => {
    expect(read({ "names.yaml": "names: [一二三工程]\n" }).fingerprint).toBe(
      read({ "names.yaml": "names: [一二三工程]\n" }).fingerprint,
    );
    expect(read({ "names.yaml": "names: [一二三工程]\n" }).fingerprint).not.toBe(whole.fingerprint);
  });
});

describe("a broken lexicon names file, line, rule and what is wrong", () => {
  const file = "rules/boilerplate.yaml";
  const cases: readonly [string, Readonly<Record<string, string>>, string, number | null, string | null, RegExp][] = [
    ["a missed hit", { [file]: rule({ at: "end" }) }, file, 2, "user.portal.qr", /does not hit its hit 扫码看全文/],
    ["a hit miss", { [file]: rule({ miss: ["群众扫码"] }) }, file, 2, "user.portal.qr", /hits its miss 群众扫码/],
    ["a hostile pattern", { [file]: rule({ pattern: "(码+)+$" }) }, file, 2, "user.portal.qr", /steps/],
    ["no miss", { [file]: rule({ miss: [] }) }, file, 2, "portal.qr", /miss/],
    ["an unknown reason", { [file]: rule({ label: "noise" }) }, file, 2, "portal.qr", /one of navigation/],
    ["an unknown field", { [file]: rule({ colour: "red" }) }, file, 2, "portal.qr", /colour/],
    ["a bad id", { [file]: rule({ id: "Portal QR" }) }, file, 2, "Portal QR", /lower case/],
    ["a label on a name", { "rules/non-figures.yaml": rule({}) }, "rules/non-figures.yaml", 2, "portal.qr", /label/],
    [
      "an id twice",
      { [file]: rule({}) + rule({}).slice("rules:\n".length) },
      file,
      null,
      "user.portal.qr",
      /another rule/,
    ],
    ["a line without an end", { "names.yaml": "names: [a\nb: 1" }, "names.yaml", 2, null, /flow|Missing|sufficient/i],
    [
      "a line of one character",
      { "noise-lines.yaml": "noise:\n  footer:\n    - 甲\n" },
      "noise-lines.yaml",
      3,
      null,
      /two characters/,
    ],
    [
      "a line for no reason",
      { "noise-lines.yaml": "noise:\n  repeat: [甲乙]\n" },
      "noise-lines.yaml",
      null,
      null,
      /one of|repeat|Unrecognized/,
    ],
    ["units of another form", { "units.yaml": "groups: [{ units: 5 }]\n" }, "units.yaml", 1, null, /units/],
    ["an unknown file", { "noise.yml": "x: 1\n" }, "noise.yml", null, null, /it may have noise-lines.yaml/],
    ["nothing", {}, ".", null, null, /holds none/],
    [
      "aliases without end",
      { "names.yaml": `a: &a [x]\nb: &b [${"*a,".repeat(20)}]\nnames: [${"*b,".repeat(20)}]\n` },
      "names.yaml",
      null,
      null,
      /alias/,
    ],
    ["a huge file", { "names.yaml": `# ${"甲".repeat(500_000)}` }, "names.yaml", null, null, /larger/],
  ];
  it.each(cases)("%s", (_what, files, name, line, id, message) => {
    const [problem] = read(files).problems;
    expect(problem?.message).toMatch(message);
    expect({ file: problem?.file, rule: problem?.rule }).toEqual({ file: name, rule: id });
    if (line !== null) expect(problem?.line).toBe(line);
  });
  it("a folder that is not there", () =>
    expect(readLexicon(join(ROOT, "nowhere"), units).problems).toMatchObject([{ message: "no such folder" }]));
});

describe("useLexicon", () => {
  /** The package as a new process has it. */
  async function fresh(): Promise<typeof import("../src/index.ts")> {
    vi.resetModules();
    return import("../src/index.ts");
  }
  const mine = read({ "rules/boilerplate.yaml": rule({}) });
  const other = read({ "names.yaml": "names: [一二三工程]\n" });

  it("puts the user's rules before ours", async () => {
    const { lexiconInUse, loadRules, ruleMatcher, useLexicon } = await fresh();
    expect(lexiconInUse()).toBeNull();
    useLexicon(mine);
    expect(lexiconInUse()).toBe(mine.fingerprint);
    expect(loadRules("boilerplate.yaml")[0]?.id).toBe("user.portal.qr");
    expect(ruleMatcher("boilerplate.yaml").match("扫码看全文")[0]?.rule.id).toBe("user.portal.qr");
    expect(loadRules("separator.yaml").every(({ id }) => !id.startsWith("user."))).toBe(true);
  });
  it("may be told the same twice, and no other", async () => {
    const { useLexicon } = await fresh();
    useLexicon(mine);
    expect(() => useLexicon(mine)).not.toThrow();
    expect(() => useLexicon(other)).toThrow(/once/);
  });
  it("comes too late once anything was read", async () => {
    const { loadRules, useLexicon } = await fresh();
    loadRules("boilerplate.yaml");
    expect(() => useLexicon(mine)).toThrow(/before any page/);
  });
  it("takes no broken lexicon", async () => {
    const { lexiconInUse, useLexicon } = await fresh();
    expect(() => useLexicon(read({ "noise.yml": "x: 1" }))).toThrow(/noise\.yml/);
    expect(lexiconInUse()).toBeNull();
  });
});
