import type { DuplicateFamily, Figure, Issue, LedgerEntry, PageRecord, RunReport } from "@zongjie/document";
import { reportSchema } from "@zongjie/document/schema";
import { describe, expect, it } from "vitest";
import { type RunSurvey, renderReport, runPage, surveyRun } from "../src/index.ts";
import { namedSums } from "../src/run-report/named.ts";
import { worst } from "../src/run-report/worst.ts";

const TEXT = `首页 > 范文大全 > 正文
东岭县2023年养老服务工作总结
2023年新建社区食堂12个，投入资金1、38亿元，其中省级补助8000万元、县级配套2000万元。
共收到来信90件，其中投诉60件、咨询40件。每百张床位不到9人，覆盖率达到4820%。
东岭县民政局
2023年12月28日
`;
const HTML = `<html><body><nav><a href="/">首页</a> <a href="/b">范文</a></nav><article>
<h1>西塘镇2024年养老服务工作计划</h1><p>2024年计划新建食堂6个，&nbsp;投入资金500万元。</p><p>西塘镇人民政府</p><p>2024年1月15日</p>
</article><footer>版权所有 &copy; 西塘在线</footer></body></html>`;

const recordOf = (text: string, uri = "pages/a.txt"): PageRecord =>
  runPage({ uri, bytes: new TextEncoder().encode(text) }, { keywords: 0 });
const TEXT_PAGE = recordOf(TEXT);
const HTML_PAGE = recordOf(HTML, "https://www.xitang.example/1.html");
const EMPTY_PAGE = recordOf("", "pages/empty.txt");

/** The report of records; every one is checked against the schema. */
function reportOf(records: readonly PageRecord[], also: (survey: RunSurvey) => void = () => undefined): RunReport {
  const survey = surveyRun();
  for (const record of records) survey.add(record);
  also(survey);
  const report = survey.finish();
  expect(reportSchema.parse(report)).toEqual(report);
  return report;
}

/** The page with one document that has so many letters, a date and figures of periods. */
function dated(letters: number, date: string | null, periods: readonly string[] = []): PageRecord {
  const [document] = TEXT_PAGE.documents;
  const [figure] = document?.figures ?? [];
  if (document === undefined || figure === undefined) throw new Error("no document");
  const figures = periods.map((periodNormalized): Figure => ({ ...figure, periodNormalized }));
  const own = { ...document, text: "字 ".repeat(letters), signature: { unit: null, date }, figures, checks: [] };
  return { ...TEXT_PAGE, documents: [own] };
}

const issue = (code: string, note?: string): Issue => ({ code, document: null, span: null, ...(note ? { note } : {}) });
const failing = (uri: string, note: string): PageRecord => {
  return { ...EMPTY_PAGE, source: { ...EMPTY_PAGE.source, uri }, issues: [issue("page.failed", note)] };
};
const lengths = (report: RunReport): object =>
  Object.fromEntries(report.documents.lengths.filter((l) => 0 < l.documents).map((l) => [l.from, l.documents]));

describe("a survey", () => {
  it("of nothing is a report of zeros", () => {
    const { pages, documents, text, families, slowest } = reportOf([]);
    expect([pages.count, documents.count, text.characters, families, slowest]).toEqual([0, 0, 0, null, null]);
  });

  it("counts pages, documents and what they hold", () => {
    const { pages, documents, figures } = reportOf([TEXT_PAGE, HTML_PAGE, EMPTY_PAGE]);
    expect(pages).toMatchObject({ count: 3, failed: 1, empty: 0, bytes: Buffer.byteLength(TEXT + HTML) });
    expect(pages.sites.map(({ site, pages: own }) => [site, own])).toEqual([
      ["pages/", 2],
      ["xitang.example", 1],
    ]);
    expect(documents.kinds.map(({ kind, documents: own }) => [kind, own])).toEqual([
      ["总结", 1],
      ["计划", 1],
    ]);
    expect(documents.years.map(({ year, documents: own }) => [year, own])).toEqual([
      ["2023", 1],
      ["2024", 1],
    ]);
    const all = [TEXT_PAGE, HTML_PAGE].flatMap((page) => page.documents.flatMap((document) => document.figures));
    expect(figures.count).toBe(all.length);
    expect(figures.kinds.reduce((sum, { stated, target }) => sum + stated + target, 0)).toBe(all.length);
  });

  it.each([
    ["text", TEXT_PAGE, TEXT],
    ["HTML", HTML_PAGE, HTML],
  ])("accounts for each character of %s but white space", (_, record, raw) => {
    const { characters, kept, removed, repaired, withoutLedger } = reportOf([record]).text;
    const sum = [...removed, ...repaired].reduce((all, reason) => all + reason.characters, 0);
    expect(kept + sum).toBe(characters);
    expect(raw.match(/\S/g)?.length).toBeLessThanOrEqual(characters);
    expect(characters).toBeLessThanOrEqual(raw.length);
    expect(withoutLedger).toBe(0);
  });

  it("tells what is taken out from what is repaired; other is told by its stage", () => {
    const entry = (own: Partial<LedgerEntry>): LedgerEntry => {
      return { start: 0, end: 2, insert: "", stage: "boilerplate", rule: "r", reason: "footer", ...own };
    };
    const ledger = [
      entry({}),
      entry({ start: 2, end: 3, reason: "other" }),
      entry({ start: 5, end: 9, reason: "other", stage: "repair" }),
      entry({ start: 9, end: 10, insert: ".", reason: "decimal-separator", stage: "repair" }),
      entry({ start: 10, end: 14, reason: "markup", stage: "markup" }),
    ];
    const { text } = reportOf([
      { ...dated(1, null), ledger },
      { ...dated(1, null), ledger: [entry({})] },
    ]);
    const names = (of: RunReport["text"]["removed"]): unknown[] =>
      of.map(({ reason, entries, pages, characters }) => [reason, entries, pages, characters]);
    expect(names(text.removed)).toEqual([
      ["footer", 2, 2, 4],
      ["markup", 1, 1, 4],
      ["other", 1, 1, 1],
    ]);
    expect(names(text.repaired)).toEqual([
      ["other", 1, 1, 4],
      ["decimal-separator", 1, 1, 1],
    ]);
  });

  it("says how many records have no ledger", () =>
    expect(reportOf([{ ...TEXT_PAGE, ledger: [] }, TEXT_PAGE]).text.withoutLedger).toBe(1));

  it.each([
    [99, { 0: 1 }],
    [100, { 100: 1 }],
    [149, { 100: 1 }],
    [1_500, { 1500: 1 }],
    [99_999, { 70000: 1 }],
    [100_000, { 100000: 1 }],
  ])("files a document of %d letters, blanks apart", (letters, found) => {
    expect(lengths(reportOf([dated(letters, null)]))).toEqual(found);
  });

  it("gives documents the year of their date, figures that of their period", () => {
    const { years, undated } = reportOf([dated(1, "2023", ["2022-05", "2021/2025"]), dated(1, null)]).documents;
    expect(years).toEqual([
      { year: "2021", documents: 0, figures: 1 },
      { year: "2022", documents: 0, figures: 1 },
      { year: "2023", documents: 1, figures: 0 },
    ]);
    expect(undated).toBe(1);
  });

  it("shows a failed check once, with its sentence and its figures", () => {
    const { checks } = reportOf([TEXT_PAGE, { ...TEXT_PAGE, source: { ...TEXT_PAGE.source, uri: "copy.txt" } }]);
    const sum = checks.codes.find(({ code }) => code === "parts-sum");
    expect(sum).toMatchObject({ failed: 2, examples: [{ uri: "pages/a.txt", title: "东岭县2023年养老服务工作总结" }] });
    const [example] = sum?.examples ?? [];
    expect(example?.message).toBe("parts sum to 100件, text says 90件 (difference 10件)");
    expect(example?.marks.map(({ start, end }) => example.text.slice(start, end))).toEqual(["90件", "60件", "40件"]);
  });

  it("shows suspect figures", () => {
    const { suspects } = reportOf([TEXT_PAGE]).figures;
    const said = suspects.map(({ code, figures, examples }) => [code, figures, examples[0]?.message]);
    expect(said).toEqual(
      expect.arrayContaining([["decimal-lost", 1, expect.stringContaining("share of 4820%: decimal point lost")]]),
    );
  });

  it("counts a failed page once, whoever says that it failed", () => {
    const report = reportOf([failing("a.txt", "takes too long"), TEXT_PAGE], (survey) => {
      survey.fail({ uri: "a.txt", reason: "takes too long" });
      survey.fail({ uri: "b.doc", reason: "no text layer" });
    });
    expect(report.pages).toMatchObject({ count: 3, failed: 2 });
    expect(report.failures).toEqual({
      reasons: [
        { reason: "no text layer", pages: 1 },
        { reason: "takes too long", pages: 1 },
      ],
      pages: [
        { uri: "a.txt", reason: "takes too long" },
        { uri: "b.doc", reason: "no text layer" },
      ],
    });
  });

  it("counts families and names the largest", () => {
    const family = (members: number, type: DuplicateFamily["type"] = "near"): DuplicateFamily => {
      const member = { document: "x", uri: `${members}.txt`, title: null, date: null, span: { start: 0, end: 9 } };
      const all = Array.from({ length: members }, () => ({ ...member, type: "near" as const, similarity: 0.9 }));
      const id = `${type}${members}`;
      const rest = { similarity: 0.9, original: "x", opening: "开头", pairs: null };
      return { schema: "zongjie/duplicates@1", id, type, members: all, ...rest };
    };
    const { families } = reportOf([], (survey) => {
      survey.family(null);
      for (const own of [family(2), family(5), family(3, "passage")]) survey.family(own);
    });
    expect(families?.types).toEqual([
      { type: "exact", families: 0, members: 0 },
      { type: "near", families: 2, members: 7 },
      { type: "passage", families: 1, members: 3 },
    ]);
    expect(families?.largest.map(({ members }) => members)).toEqual([5, 3, 2]);
  });

  it("names the slowest pages, the slowest first", () => {
    const { slowest } = reportOf([], (survey) => {
      for (let i = 0; i < 30; i++) survey.time({ uri: `${i}.txt`, milliseconds: (i * 7) % 30 });
    });
    expect(slowest?.map(({ milliseconds }) => milliseconds)).toEqual([29, 28, 27, 26, 25, 24, 23, 22, 21, 20]);
  });
});

describe("names of which there may be any number", () => {
  it("are told apart up to a bound and listed with the rest as one", () => {
    const sums = namedSums({ pages: 0 });
    for (let i = 0; i < 10_000; i++) sums.add(`${i % 5_000}.example`, { pages: 1 });
    sums.add("1.example", { pages: 1 });
    const [first, second, ...rest] = sums.most(2, "pages");
    expect([first, second]).toEqual([
      { name: "1.example", pages: 3 },
      { name: "0.example", pages: 2 },
    ]);
    expect(rest).toEqual([{ name: null, pages: 9_996 }]);
  });
});

describe("the worst", () => {
  it.each([
    ["are kept, the worst first", [3, 9, 1, 5], [9, 5]],
    ["are the first of equals", [5, 5.2, 5.4], [5.4, 5.2]],
    ["stand once", [4, 4, 2], [4, 2]],
  ])("%s", (_, given, kept) => {
    const list = worst<number>(2, String);
    for (const thing of given) list.add(thing, Math.floor(thing) === 5 ? thing : Math.floor(thing));
    expect(list.list()).toEqual(kept);
  });
});

const EVIL = [
  "</title></style></script><script>window.owned=1</script>",
  `"onmouseover="alert(1)`,
  "'><img src=x onerror=alert(1)>",
  "javascript:alert(1)",
  "&lt;b&gt;",
] as const;

describe("the page of a report", () => {
  const render = (report: RunReport, inputs: readonly string[] = ["records.ndjson"]): Promise<string> =>
    renderReport(report, { inputs, linkOf: (uri) => (uri.startsWith("https://") ? uri : null) });

  it("is drawn of nothing", async () => expect(await render(reportOf([]))).toContain("<h1>Run report</h1>"));

  it("has all numbers with separators and each chart with a name and a description", async () => {
    const page = await render(reportOf(Array.from({ length: 1234 }, () => TEXT_PAGE)));
    expect(page).toContain("<b>1,234</b><span>pages</span>");
    const charts = page.match(/<svg /g)?.length;
    expect(charts).toBeGreaterThan(6);
    expect(page.match(/<desc id="[a-z]+-d">[^<]+<\/desc>/g)).toHaveLength(charts as number);
    expect(new Set(page.match(/ id="[^"]+"/g)).size).toBe(2 * (charts as number));
    expect(page).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  it.each(EVIL)("shows %s as text, wherever it stands", async (evil) => {
    const [document] = TEXT_PAGE.documents;
    if (document === undefined) throw new Error("no document");
    const page: PageRecord = {
      ...TEXT_PAGE,
      source: { ...TEXT_PAGE.source, uri: evil, mediaType: evil, encoding: evil },
      meta: { ...TEXT_PAGE.meta, site: evil },
      documents: [{ ...document, title: evil, text: document.text.replaceAll("投诉", evil) }],
      issues: [issue(evil)],
    };
    const report = reportOf([page, failing(`2${evil}`, evil)], (survey) => survey.time({ uri: evil, milliseconds: 1 }));
    const html = await render(report, [evil]);
    const tags = (text: string): string[] => [...new Set(text.match(/<\/?[a-z][^\s>]*/gi))].sort();
    const plain = await render(
      reportOf([TEXT_PAGE, failing("2", "reason")], (survey) => survey.time({ uri: "a", milliseconds: 1 })),
      ["x"],
    );
    expect(tags(html).filter((tag) => !tags(plain).includes(tag))).toEqual([]);
    expect(html).not.toMatch(/<[^>]*\son[a-z]+=|href="(?!https:)/);
    expect(html).toContain(
      evil
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;")
        .replaceAll("'", "&#39;"),
    );
  });

  it("lets no control character and no mark that turns the writing through", async () => {
    const html = await render(reportOf([failing("a\u0000\u001b[31m\u202eb.txt", "\ud800")]));
    expect(html).toContain("a��[31m�b.txt");
    expect(html).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  it("leaves stray years to one row", async () => {
    const years = [1911, ...Array.from({ length: 300 }, (_, i) => 2020 + (i % 3)), 2999];
    const html = await render(reportOf(years.map((year) => dated(1, `${year}-01-01`))));
    expect(html.match(/<th scope="row">(?:\d{4}|later|earlier)<\/th>/g)?.map((cell) => cell.slice(16, -5))).toEqual([
      "later",
      "2022",
      "2021",
      "2020",
      "earlier",
    ]);
  });
});
