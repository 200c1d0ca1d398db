import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { DuplicateFamily, PageRecord, RunReport } from "@zongjie/document";
import { reportSchema } from "@zongjie/document/schema";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ran, records, zongjie } from "../../../test/command.ts";

/** Names that Chromium goes by; `apt-get install chromium` brings the first. */
const BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const browserPath = BROWSERS.map((name) => spawnSync("which", [name], { encoding: "utf8" }).stdout?.trim()).find(
  Boolean,
);

const PAGE = `首页 > 范文大全 > 正文
东岭县2023年养老服务工作总结
2023年新建社区食堂12个，投入资金1、38亿元，其中省级补助8000万元、县级配套2000万元。
共收到来信90件，其中投诉60件、咨询40件。每百张床位不到9人，覆盖率达到4820%。
东岭县民政局
2023年12月28日
`;
const EVIL = `</title></bdi></q></style><script>window.owned=1</script><img src="http://evil.example/x.png" onerror="window.owned=2">"'\u202e`;

let folder = "";
const run = (...words: string[]): Ran => zongjie(words, { cwd: folder });
const read = (name: string): string => readFileSync(join(folder, name), "utf8");
const report = (name: string): RunReport => reportSchema.parse(JSON.parse(read(name)));

/** A record whose page says hostile things of itself in every place where it can. */
function hostile(record: PageRecord, uri: string): PageRecord {
  return {
    ...record,
    source: { ...record.source, uri, mediaType: EVIL, encoding: "x".repeat(500) },
    meta: { ...record.meta, site: EVIL.repeat(3) },
    documents: record.documents.map((document) => ({
      ...document,
      title: EVIL,
      text: document.text.replaceAll("投诉", EVIL),
    })),
    issues: [{ code: "W".repeat(300), document: null, span: null }],
  };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zongjie-report-"));
  mkdirSync(join(folder, "pages"));
  writeFileSync(join(folder, "pages", "a.txt"), PAGE);
  writeFileSync(join(folder, "pages", "b.txt"), PAGE.replace("12个", "13个"));
  writeFileSync(join(folder, "pages", "empty.txt"), "");
  run("run", "pages/", "--out", "run/", "--keywords", "0");
  const [record] = records<PageRecord>(read("run/records.ndjson"));
  if (record === undefined) throw new Error("no record");
  const uris = ["javascript:window.owned=3", "data:text/html,<script>1</script>", "https://a.example/?\"'><b>", EVIL];
  const lines = uris.map((uri) => JSON.stringify(hostile(record, uri)));
  writeFileSync(join(folder, "hostile.ndjson"), `${lines.join("\n")}\n`);
  const member = {
    document: "x",
    uri: "javascript:1",
    title: EVIL,
    date: null,
    span: { start: 0, end: 9 },
    similarity: 1,
  };
  const members = [member, member].map((own) => ({ ...own, type: "exact" as const }));
  const rest = { similarity: 1, original: "x", opening: EVIL, members, pairs: null };
  const family: DuplicateFamily = { schema: "zongjie/duplicates@1", id: "f", type: "exact", ...rest };
  writeFileSync(join(folder, "duplicates.ndjson"), `${JSON.stringify(family)}\n`);
  const failed = Array.from({ length: 200 }, (_, i) =>
    JSON.stringify({ uri: `${i === 0 ? uris[2] : EVIL}${i}`, reason: EVIL }),
  );
  writeFileSync(join(folder, "failed.ndjson"), `${failed.join("\n")}\n`);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("zongjie report", () => {
  it("reports a run folder with what failed and what was slow, as a page and as JSON", () => {
    const { status, stdout, stderr } = run("report", "run", "-o", "report.html", "-o", "report.json");
    expect([status, stdout]).toEqual([0, ""]);
    expect(stderr).toMatch(/^zongjie: 3 pages, 1 of them failed; 2 documents, \d+ figures, 2 of \d+ checks fail\n$/);
    const { pages, failures, slowest, families } = report("report.json");
    expect([pages.count, pages.failed, families]).toEqual([3, 1, null]);
    expect(failures.pages.map(({ uri }) => uri)).toEqual(["pages/empty.txt"]);
    expect(slowest?.map(({ uri }) => uri).sort()).toEqual(["pages/a.txt", "pages/b.txt", "pages/empty.txt"]);
    expect(read("report.html")).toContain('<a href="pages/a.txt" rel="noopener noreferrer">');
  });

  it("reports records and pages alike", () => {
    const [of, from] = [run("report", "run/records.ndjson"), run("report", "pages")];
    expect(JSON.parse(of.stdout)).toEqual(JSON.parse(from.stdout));
    expect(run("report", "run/records.ndjson").stdout).toBe(of.stdout);
  });

  it("takes families and failures from files", () => {
    const { status } = run(
      "report",
      "run",
      "--duplicates",
      "duplicates.ndjson",
      "--failed",
      "failed.ndjson",
      "-o",
      "more.json",
    );
    expect(status).toBe(0);
    const { pages, families, failures } = report("more.json");
    expect([pages.count, pages.failed, failures.pages.length]).toEqual([203, 201, 100]);
    expect(families?.types[0]).toEqual({ type: "exact", families: 1, members: 2 });
  });

  it.each([
    ["another ending", ["run", "-o", "report.pdf"], 2, "must end in .html or .json"],
    ["one file twice", ["run", "-o", "x.json", "-o", "x.json"], 2, "names one file twice"],
    ["its input as output", ["hostile.ndjson", "--failed", "failed.json", "-o", "failed.json"], 1, "is read as input"],
    [
      "no such file of families",
      ["run", "--duplicates", "none.ndjson", "-o", "x.json"],
      1,
      "none.ndjson: no such file",
    ],
    ["lines that are no families", ["run", "--duplicates", "failed.ndjson", "-o", "y.json"], 1, "line 3: not a family"],
    ["lines that name no page", ["run", "--failed", "duplicates.ndjson", "-o", "y.json"], 1, "line 1: names no page"],
  ])("refuses %s", (_, words, status, said) => {
    const ran = run("report", ...words);
    expect([ran.status, ran.stderr]).toEqual([status, expect.stringContaining(said)]);
    expect(readdirSync(folder).filter((name) => /\.part$|^x\./.test(name))).toEqual([]);
  });
});

const skipped = browserPath === undefined ? " — SKIPPED, there is no Chromium here: apt-get install chromium" : "";

describe.skipIf(browserPath === undefined)(`the page in a browser${skipped}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    run(
      "report",
      "hostile.ndjson",
      "--duplicates",
      "duplicates.ndjson",
      "--failed",
      "failed.ndjson",
      "-o",
      "hostile.html",
    );
    run("report", "run", "-o", "run.html");
    browser = await chromium.launch({ executablePath: browserPath as string, args: ["--no-sandbox"] });
  }, 60_000);
  afterAll(() => browser?.close());

  /** Opens a report; what the page says or asks for lies in `noise`. */
  async function open(name: string, width: number, dark = false): Promise<{ page: Page; noise: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: dark ? "dark" : "light" });
    const noise: string[] = [];
    const address = pathToFileURL(join(folder, name)).href;
    page.on("console", (message) => noise.push(message.text()));
    page.on("pageerror", (error) => noise.push(error.message));
    page.on("dialog", (dialog) => noise.push(dialog.message()));
    page.on("request", (request) => (request.url() === address ? 0 : noise.push(request.url())));
    await page.goto(address);
    return { page, noise };
  }

  it.each([
    ["run.html", 360],
    ["run.html", 1280],
    ["hostile.html", 360],
    ["hostile.html", 1280],
  ])("%s at %d pixels says nothing, asks for nothing and is no wider", async (name, width) => {
    const { page, noise } = await open(name, width);
    expect([await page.evaluate("document.documentElement.scrollWidth"), noise]).toEqual([width, []]);
    const cut = await page.evaluate(`[...document.querySelectorAll("section, td, th, li, svg text")].flatMap((node) => {
      const { left, right } = node.getBoundingClientRect();
      return left < -0.5 || innerWidth + 0.5 < right ? [node.textContent] : [];
    })`);
    expect(cut).toEqual([]);
    await page.close();
  });

  it("shows what is hostile as text and links to pages of the web only", async () => {
    const { page } = await open("hostile.html", 1280);
    const found = await page.evaluate(`({
      owned: window.owned ?? null,
      active: document.querySelectorAll("script, img, iframe, object, embed, link, form, base").length,
      styles: document.querySelectorAll("style").length,
      handlers: [...document.querySelectorAll("*")].flatMap((node) => node.getAttributeNames().filter((name) => /^on/.test(name))),
      links: [...new Set([...document.querySelectorAll("a")].map(({ href }) => new URL(href).protocol))],
    })`);
    expect(found).toEqual({ owned: null, active: 0, styles: 1, handlers: [], links: ["https:"] });
    expect(await page.locator("body").textContent()).toContain(EVIL.replace("\u202e", "\ufffd"));
    await page.close();
  });

  it("draws charts that have a size, and names them for those who do not see them", async () => {
    const { page } = await open("run.html", 1280);
    const charts = await page.locator("svg").all();
    expect(charts.length).toBeGreaterThan(6);
    for (const chart of charts) {
      const box = await chart.boundingBox();
      expect([100 < (box?.width ?? 0), 10 < (box?.height ?? 0)]).toEqual([true, true]);
    }
    expect(await page.getByRole("img", { name: "Documents by kind" }).count()).toBe(1);
    await page.close();
  });

  it("is dark where the reader's system is", async () => {
    const ground = async (dark: boolean): Promise<string> => {
      const { page } = await open("run.html", 1280, dark);
      const colour = await page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
      await page.close();
      return colour;
    };
    expect(await ground(true)).not.toBe(await ground(false));
  });
});
