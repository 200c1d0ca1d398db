// Date and author of the saved HTML pages beside the repository, where they are there, against the index of their set.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runPage } from "@zongjie/pipeline";

const ROOT = "../shared/peers/pages/cwced";
const misses = process.argv.includes("--misses");

interface Entry {
  readonly id: string;
  readonly author?: string;
  readonly date?: string;
}

const plain = (name: string | null | undefined): string =>
  (name ?? "").normalize("NFKC").replace(/[\s、,，;；/]+/g, "");

/** `2005-3-11 12:12` → `2005-03-11`; null where no date is stated. */
function dayOf(date: string | null | undefined): string | null {
  const [, year, month = "", day = ""] = /(\d{4})\D+(\d{1,2})\D+(\d{1,2})/.exec(date ?? "") ?? [];
  return year === undefined ? null : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** Pages with a date, right ones, invented ones; pages with a known author, right ones, others that have one. */
function measureMeta(entries: readonly Entry[]): void {
  const dates = { stated: 0, right: 0, none: 0, invented: 0 };
  const authors = { stated: 0, right: 0, named: 0 };
  for (const { id, author = "UNKNOWN", date } of entries) {
    const bytes = readFileSync(join(ROOT, `${id}.html`));
    const { meta } = runPage({ uri: `${id}.html`, bytes }, { keywords: 0, ledger: "none" });
    const [day, found] = [dayOf(date), dayOf(meta.published)];
    if (day === null) dates.none++;
    else dates.stated++;
    if (day === null && found !== null) dates.invented++;
    if (day !== null && day === found) dates.right++;
    if (misses && day !== found) console.log(`   ${id}  date  ${date ?? "-"}  found ${meta.published ?? "-"}`);
    if (author === "UNKNOWN") {
      if (misses && meta.author !== null) console.log(`   ${id}  author  UNKNOWN  found ${meta.author}`);
      continue;
    }
    authors.stated++;
    if (meta.author !== null) authors.named++;
    if (plain(author) === plain(meta.author)) authors.right++;
    else if (misses) console.log(`   ${id}  author  ${author}  found ${meta.author ?? "-"}`);
  }
  const share = (a: number, b: number): string => (b === 0 ? "-" : (a / b).toFixed(3));
  console.log(
    `date    right ${dates.right} of ${dates.stated} (${share(dates.right, dates.stated)}), invented ${dates.invented} of ${dates.none}`,
  );
  console.log(
    `author  right ${authors.right} of ${authors.stated} (${share(authors.right, authors.stated)}), of ${authors.named} that were named`,
  );
}

if (!existsSync(ROOT)) console.log(`skipped: no ${ROOT} here`);
else
  measureMeta(
    readFileSync(join(ROOT, "index.jsonl"), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Entry),
  );
