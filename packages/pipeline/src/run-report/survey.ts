import type { DuplicateFamily, FailedPage, PageRecord, RunReport, SlowPage } from "@zongjie/document";
import { failureOf } from "../run.ts";
import { siteOf } from "../sites/site.ts";
import { changeSums } from "./changes.ts";
import { documentSums } from "./documents.ts";
import { familySums } from "./families.ts";
import { figureSums } from "./figures.ts";
import { namedSums } from "./named.ts";
import { worst } from "./worst.ts";

/** A report that grows while a run goes on. */
export interface RunSurvey {
  /** Takes a page's record. */
  readonly add: (record: PageRecord) => void;
  /** Takes a page that gave no record; one whose record was taken already counts once. */
  readonly fail: (page: FailedPage) => void;
  /** Takes a family of copies, or says with null that somebody looked for them. */
  readonly family: (family: DuplicateFamily | null) => void;
  /** Takes the time of a page. */
  readonly time: (page: SlowPage) => void;
  readonly finish: () => RunReport;
}

/** Rows of a list at most: sites, issues, reasons of failures; slowest pages; failed pages by name. */
const ROWS = 25;
const SLOWEST = 10;
const NAMED = 100;

/**
 * Counts what a run writes: `surveyRun()`, `add` for each record, `finish`. A record is not held: what stays of it are sums,
 * a few examples, its site (the first 4,096 are told apart) and, where it failed, its address.
 */
export function surveyRun(): RunSurvey {
  const [documents, changes, figures, families] = [documentSums(), changeSums(), figureSums(), familySums()];
  const sites = namedSums({ pages: 0, documents: 0, figures: 0 });
  const formats = namedSums({ pages: 0 });
  const issues = namedSums({ count: 0 });
  const reasons = namedSums({ pages: 0 });
  const repeats = { exact: 0, near: 0, spun: 0 };
  const failures: FailedPage[] = [];
  const failed = new Set<string>();
  const slowest = worst<SlowPage>(SLOWEST, ({ uri }) => uri);
  let [count, empty, bytes, timed] = [0, 0, 0, false];
  const fail = (page: FailedPage): void => {
    count++;
    failed.add(page.uri);
    reasons.add(page.reason, { pages: 1 });
    if (failures.length < NAMED) failures.push(page);
  };

  return {
    add(record) {
      const { source, documents: own } = record;
      bytes += source.bytes;
      const reason = failureOf(record);
      if (reason !== null) fail({ uri: source.uri, reason });
      else {
        count++;
        if (own.length === 0) empty++;
      }
      const found = own.reduce((sum, document) => sum + document.figures.length, 0);
      sites.add(siteOf(source.uri, record.meta.site), { pages: 1, documents: own.length, figures: found });
      formats.add(`${source.mediaType}\n${source.encoding}`, { pages: 1 });
      for (const { code } of record.issues) issues.add(code, { count: 1 });
      for (const document of own) {
        documents.add(document, record);
        for (const { type } of document.duplicates) repeats[type]++;
      }
      changes.add(record);
      figures.add(record);
    },
    fail(page) {
      if (!failed.has(page.uri)) fail(page);
    },
    family: families.add,
    time(page) {
      timed = true;
      slowest.add(page, page.milliseconds);
    },
    finish: () => ({
      schema: "zongjie/report@1",
      pages: {
        count,
        failed: failed.size,
        empty,
        bytes,
        formats: formats.most(ROWS, "pages").map(({ name, pages }) => {
          const [mediaType = "others", encoding = ""] = name?.split("\n") ?? [];
          return { mediaType, encoding, pages };
        }),
        sites: sites
          .most(ROWS, "pages")
          .map(({ name, ...sums }) => ({ site: name?.replace(/\/\.$/, "/") ?? null, ...sums })),
      },
      documents: documents.finish(),
      text: changes.finish(),
      ...figures.finish(),
      issues: issues.most(ROWS, "count").map(({ name, count: own }) => ({ code: name, count: own })),
      repeats: (["exact", "near", "spun"] as const).map((type) => ({ type, count: repeats[type] })),
      families: families.finish(),
      slowest: timed ? slowest.list() : null,
      failures: {
        reasons: reasons.most(ROWS, "pages").map(({ name, pages }) => ({ reason: name, pages })),
        pages: failures,
      },
    }),
  };
}
