import { describe, expect, it } from "vitest";
import { runPage } from "../src/run.ts";
import { type Split, splitPart } from "../src/writers/split.ts";

const TEXT = "东岭县2023年养老服务工作总结\n一年来，新建社区食堂12个。\n";

/** The part of a page's first document, with what is said of it put in its place. */
function part(
  split: Split,
  { uri = "page.txt", site = null, published = null, title = null, unit = null, date = null }: Said,
) {
  const record = runPage({ uri, bytes: Buffer.from(TEXT) }, { keywords: 0 });
  const [document] = record.documents;
  if (document === undefined) throw new Error("no document");
  return splitPart(
    split,
    { ...document, title, signature: { unit, date } },
    { ...record, meta: { ...record.meta, site, published } },
  );
}

interface Said {
  readonly uri?: string;
  readonly site?: string | null;
  readonly published?: string | null;
  readonly title?: string | null;
  readonly unit?: string | null;
  readonly date?: string | null;
}

describe("the part of a document", () => {
  it.each<[Split, Said, string]>([
    ["kind", {}, "总结"],
    ["unit", { unit: "东岭县民政局" }, "东岭县民政局"],
    ["unit", { unit: "  " }, "unknown"],
    ["unit", {}, "unknown"],
    ["year", { date: "2023-12-28", title: "2022年总结", published: "2025-01-01" }, "2023"],
    ["year", { title: "东岭县2022年总结", published: "2025-01-01" }, "2022"],
    ["year", { title: "第120239年", published: "2025-01-01" }, "2025"],
    ["year", {}, "unknown"],
    ["site", { site: "青禾文库", uri: "https://a.example/x" }, "青禾文库"],
    ["site", { uri: "https://a.example/x" }, "a.example"],
    ["site", { uri: "pages/x.txt" }, "unknown"],
    ["source", { uri: "https://a.example/b/c.html?page=2#x" }, "c"],
    ["source", { uri: "pages\\报告.v2.txt" }, "报告.v2"],
    ["source", { uri: "https://a.example/" }, "a.example"],
  ])("by %s of %j is %s", (split, said, words) => expect(part(split, said).words).toBe(words));

  it("is told apart by the whole address, not by its last part", () => {
    const [one, other] = ["a/x.txt", "b/x.txt"].map((uri) => part("source", { uri }));
    expect([one?.words, one?.key === other?.key]).toEqual(["x", false]);
  });
});
