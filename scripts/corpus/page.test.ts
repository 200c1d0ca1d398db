import { describe, expect, it, test } from "vitest";
import { type BuiltPage, pagesOf } from "./corpus.ts";
import { decodedBytes } from "./encode.ts";
import { folder } from "./half.ts";
import { replay } from "./replay.ts";
import { parseSkin } from "./skin.ts";
import { REASONS, REPAIR_TYPES } from "./vocabulary.ts";

const { pages, problems } = pagesOf(folder("dev"));
const bare = (text: string): string => text.replace(/\s/g, "");
const lettersOf = (text: string): string => text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");

it("builds every page", () => {
  expect(problems).toEqual([]);
  expect(pages.length).toBeGreaterThan(0);
});

describe.each(pages.map((page) => [page.file, page] as const))("%s", (_, page: BuiltPage) => {
  const { gold, raw } = page;

  it("has offsets of the decoded source", () => {
    expect(decodedBytes(page.bytes, gold.encoding)).toBe(raw);
    expect(gold.length).toBe(raw.length);
  });

  it("keeps and drops in order, nothing twice", () => {
    const spans = [...gold.keep, ...gold.drop].map(([start, end]) => [start, end] as const).sort((a, b) => a[0] - b[0]);
    for (const [i, [start, end]] of spans.entries()) {
      expect(start).toBeLessThan(end);
      expect(spans[i - 1]?.[1] ?? 0).toBeLessThanOrEqual(start);
    }
  });

  it("accounts for every character that is no blank", () => {
    if (gold.mediaType === "text/html") return;
    const seen = new Uint8Array(raw.length);
    for (const [start, end] of [...gold.keep, ...gold.drop] as [number, number][]) seen.fill(1, start, end);
    const lost = [...raw.matchAll(/\S/g)]
      .filter((m) => seen[m.index] === 0)
      .map((m) => raw.slice(m.index, m.index + 20));
    expect(lost).toEqual([]);
  });

  it("gives each figure's surface once repaired", () => {
    for (const figure of gold.figures) expect(replay(gold, raw, figure.start, figure.end)).toBe(figure.surface);
  });

  it("gives each heading's marker and text once repaired", () => {
    for (const heading of gold.headings) {
      const said = lettersOf(replay(gold, raw, heading.start, heading.end));
      expect(said).toBe(lettersOf(`${heading.marker ?? ""}${heading.text}`));
    }
  });

  it("gives the documents' text once repaired", () => {
    for (const [i, { start, end }] of gold.documents.entries()) {
      const document = page.sheet.documents[i];
      const [first = "", ...body] = (document?.blocks ?? [])
        .filter((b) => b.block.type !== "title")
        .map((b) => b.settled);
      const expected = [...(document?.opening ?? []), `${document?.lead ?? ""}${first}`, ...body].join("");
      expect(bare(replay(gold, raw, start, end))).toBe(bare(expected));
    }
  });

  it("has documents in order that hold all that is kept", () => {
    for (const [i, document] of gold.documents.entries())
      expect(gold.documents[i - 1]?.end ?? 0).toBeLessThanOrEqual(document.start);
    for (const [start, end] of gold.keep)
      expect(gold.documents.some((d) => d.start <= start && end <= d.end)).toBe(true);
  });

  it("breaks lines where the page does", () => {
    for (const [at] of gold.breaks) expect(["\n", "<"]).toContain(raw[at]);
    expect(0 < gold.breaks.length).toBe(page.sheet.plan.skin.wrap !== null);
  });

  it("checks figures that are there", () => {
    for (const check of gold.checks as { doc: number; figures: string[] }[])
      for (const id of check.figures) expect(gold.figures.some((f) => f.doc === check.doc && f.id === id)).toBe(true);
  });
});

describe("the pages together", () => {
  const golds = pages.map((p) => p.gold);
  const seen = (words: readonly string[]): Set<string> => new Set(words);

  it("know every reason", () => {
    const reasons = seen(golds.flatMap((g) => g.drop.map(([, , reason]) => reason)));
    expect(REASONS.filter((reason) => !reasons.has(reason))).toEqual([]);
  });

  it("know every repair", () => {
    const types = seen(golds.flatMap((g) => g.repairs.map((r) => r.type)));
    expect(REPAIR_TYPES.filter((type) => !types.has(type))).toEqual([]);
  });

  it("know encodings with, without and with a lying declaration", () => {
    const said = pages
      .filter((p) => p.gold.mediaType === "text/html")
      .map((p) => `${p.gold.encoding} ${/charset="?([\w-]+)/.exec(p.raw)?.[1] ?? "none"}`);
    expect(said).toEqual(expect.arrayContaining(["gbk gb2312", "gbk none", "gbk utf-8", "utf-8 utf-8", "big5 big5"]));
    expect(seen(golds.map((g) => g.encoding))).toContain("utf-16le");
  });

  it("hold collections of three to eight documents and each document by itself", () => {
    const sizes = golds.map((g) => g.documents.length).filter((n) => 1 < n);
    expect(sizes.length).toBeGreaterThanOrEqual(8);
    expect(sizes.every((n) => 3 <= n && n <= 8)).toBe(true);
    const single = seen(golds.filter((g) => g.documents.length === 1).map((g) => String(g.documents[0]?.id)));
    expect(golds.flatMap((g) => g.documents.map((d) => String(d.id))).filter((id) => !single.has(id))).toEqual([]);
  });

  it("hold texts that are cut off", () => {
    expect(golds.some((g) => g.documents.some((d) => d.complete === false))).toBe(true);
  });

  it("are the same when built again", () => {
    const again = pagesOf(folder("dev")).pages;
    expect(again.map((p) => p.goldText)).toEqual(pages.map((p) => p.goldText));
  });
});

describe("a skin that is malformed", () => {
  const good = "site: 某站\nhost: a.example\nmedia: text\n";
  test.each([
    ["site: 某站\nmedia: text\n", "skin.host is missing"],
    [`${good}colour: red\n`, "skin.colour: no such field"],
    [`${good}before: [{ reason: ads, one: [广告] }]\n`, "before[0].reason: ads is none of"],
    [`${good}before: [{ reason: other }]\n`, "before[0]: one of one, all, each"],
    [`${good}blocks: { title: 无 }\n`, "needs one |"],
    [`${good}damage: [{ kind: rain }]\n`, "damage[0].kind: rain is none of"],
  ])("%j", (yaml, message) => {
    expect(() => parseSkin(yaml, "a")).toThrow(message);
  });
});
