import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { decode } from "@zongjie/cleaner";
import { REMOVALS } from "@zongjie/document";
import { runPage } from "@zongjie/pipeline";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breachesOf } from "./laws.ts";
import { type Mutation, mutate, mutations } from "./mutation.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Pages of the web that somebody saved; of those only the laws themselves are asked, for they are many. */
const SAVED = "../shared/peers/pages";

/** Folders of pages and how many spoilt copies of each page are tried; those beside the repository are not everywhere. */
const FOLDERS: readonly (readonly [string, number])[] = [
  ["corpus/dev/pages", 3],
  ["corpus/frozen/pages", 3],
  ["../shared/seeds", 20],
  [`${SAVED}/cwced`, 2],
  [`${SAVED}/daniel_zh`, 1],
  [`${SAVED}/magic_article`, 2],
  [`${SAVED}/magic_forum`, 2],
];

/** Names of pages; text beside saved HTML is what somebody took out of it. */
function pagesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => /\.(?:txt|html?)$/.test(name));
  return names.filter((name) => !names.includes(name.replace(/txt$/, "html")) || !name.endsWith("txt")).sort();
}

function breaches(name: string, bytes: Uint8Array): string[] {
  const input = { uri: name, bytes };
  return breachesOf(runPage(input, { keywords: 0 }), decode(input.bytes).text);
}

/** What is said of a frozen page has no text of it: its name, a mutation, offsets. */
function spoiltBreaches(name: string, bytes: Uint8Array, seed: number, numRuns: number): string[] {
  const property = fc.property(mutations, (m: Mutation) => breaches(name, mutate(bytes, m)).length === 0);
  const { failed, counterexample } = fc.check(property, { seed, numRuns });
  if (!failed || counterexample === null) return [];
  const [mutation] = counterexample;
  return [JSON.stringify(mutation), ...breaches(name, mutate(bytes, mutation)).slice(0, 5)];
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

describe.each(FOLDERS)("the laws on %s", (folder, copies) => {
  const path = join(ROOT, folder);
  const names = pagesIn(path);
  const own = folder.startsWith(SAVED) ? [] : names;
  const bytes = new Map(names.map((name) => [name, readFileSync(join(path, name))]));
  const read = (name: string): Buffer => bytes.get(name) ?? Buffer.alloc(0);

  it.skipIf(names.length === 0)(names.length === 0 ? "(skipped: no pages here)" : "has pages", () =>
    expect(names.length).toBeGreaterThan(0),
  );

  it.each(names)("hold for %s", (name) => expect(breaches(name, read(name)).slice(0, 10)).toEqual([]));

  it.each(own)("hold for %s with all that the site added kept", (name) => {
    const input = { uri: name, bytes: read(name) };
    const record = runPage(input, { keywords: 0, keep: REMOVALS });
    expect(breachesOf(record, decode(input.bytes).text).slice(0, 10)).toEqual([]);
    expect(
      record.ledger.filter((e) => e.insert === "" && REMOVALS.some((r) => r !== "other" && r === e.reason)),
    ).toEqual([]);
  });

  it.each(names.map((name, i) => [name, i] as const))("hold for spoilt copies of %s", (name, i) => {
    expect(spoiltBreaches(name, read(name), 20_241_122 + i, copies)).toEqual([]);
  });

  it.skipIf(own.length === 0)("the same page gives the same bytes, in whatever order the pages come", () => {
    const hashes = (order: readonly string[]): Map<string, string> =>
      new Map(order.map((name) => [name, sha256(JSON.stringify(runPage({ uri: name, bytes: read(name) })))]));
    const forth = hashes(own);
    const back = hashes([...own].reverse());
    expect(own.filter((name) => forth.get(name) !== back.get(name))).toEqual([]);
  });
});

describe("the check of the laws", () => {
  const text =
    "首页 > 范文\n枫溪县卫生院2023年工作总结\n一、基本情况\n全年门诊 1.2 万人次,增长5、3%。\n二、做法\n下乡义诊36次。\n";
  const input = { uri: "a.txt", bytes: Buffer.from(text) };
  const record = runPage(input, { keywords: 0 });
  const [document] = record.documents;
  const figure = document?.figures[0];
  const altered = (change: object): number => breachesOf({ ...record, ...change }, text).length;

  it("finds nothing on a sound record", () => {
    expect(breachesOf(record, text)).toEqual([]);
    expect(record.ledger.length).toBeGreaterThan(0);
    expect(figure).toBeDefined();
  });
  it.each([
    ["an entry that is missing", () => ({ ledger: record.ledger.slice(1) })],
    ["an entry given twice", () => ({ ledger: [...record.ledger, ...record.ledger.slice(-1)] })],
    [
      "an entry that keeps its last character",
      () => ({ ledger: record.ledger.map((e, i) => (i === 0 ? { ...e, insert: text[e.end - 1] } : e)) }),
    ],
    [
      "an entry over a document's edge",
      () => ({ documents: [{ ...document, raw: { start: 1, end: document?.raw.end ?? 0 } }] }),
    ],
    ["a document that is missing", () => ({ documents: [] })],
    ["a changed text", () => ({ documents: [{ ...document, text: `${document?.text}了` }] })],
    ["a figure elsewhere", () => ({ documents: [{ ...document, figures: [{ ...figure, start: 0, end: 2 }] }] })],
    ["a figure without raw pieces", () => ({ documents: [{ ...document, figures: [{ ...figure, raw: [] }] }] })],
    ["a field that the schema does not know", () => ({ documents: [{ ...document, kind: "小说" }] })],
  ])("finds %s", (_what, change) => expect(altered(change())).toBeGreaterThan(0));
});
