import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DocumentRecord, Section } from "@zongjie/document";
import { cleanPage, runPage } from "@zongjie/pipeline";
import { describe, expect, it } from "vitest";
import { breachesOf } from "./laws.ts";

/** Whole pages and what is made of them, to be read in a diff. Only `npm run golden` writes them. */
const FOLDER = fileURLToPath(new URL("golden/", import.meta.url));
const UPDATE = process.env.UPDATE_GOLDEN === "1";

const names = readdirSync(FOLDER).sort();

function readPage(name: string): { uri: string; bytes: Buffer } {
  const file = existsSync(join(FOLDER, name, "page.html")) ? "page.html" : "page.txt";
  return { uri: `${name}/${file}`, bytes: readFileSync(join(FOLDER, name, file)) };
}

/** The clean documents, each under a line that says what it is. */
function clean(documents: readonly DocumentRecord[]): string {
  return documents
    .map((d) => `=== ${d.kind} | ${d.title ?? "-"} | ${d.complete ? "complete" : "incomplete"}\n${d.text}\n`)
    .join("");
}

const COLUMNS = [
  "surface",
  "value",
  "unit",
  "kind",
  "qualifier",
  "metric",
  "period",
  "comparison",
  "modality",
  "suspect",
] as const;

/** A figure a line, and the checks of each document behind its figures. */
function figures(documents: readonly DocumentRecord[]): string {
  const lines = documents.flatMap((d) => [
    ...d.figures.map((f) => {
      const comparison = f.comparison === null ? null : `${f.comparison.base}${f.comparison.direction}`;
      const cells = { ...f, comparison, value: f.value ?? f.range?.join("~") ?? null };
      return COLUMNS.map((column) => cells[column] ?? "").join("\t");
    }),
    ...d.checks.map(
      (c) => `# ${c.code} ${c.holds ? "holds" : "fails"}: ${c.figures.map((i) => d.figures[i]?.surface).join(" ")}`,
    ),
  ]);
  return `${[COLUMNS.join("\t"), ...lines].join("\n")}\n`;
}

/** Headings with level and role, indented by their depth. */
function outline(documents: readonly DocumentRecord[]): string {
  const lines = (sections: readonly Section[]): string[] =>
    sections.flatMap((s) => [
      `${"  ".repeat(s.depth)}${s.level} ${s.role}: ${s.marker ?? ""}${s.title ?? "-"}${s.items.length === 0 ? "" : ` [${s.items.map((i) => i.marker).join(" ")}]`}`,
      ...lines(s.children),
    ]);
  return documents
    .map((d) => {
      const signature = d.signature === null ? "-" : `${d.signature.unit ?? "-"}, ${d.signature.date ?? "-"}`;
      return `${d.title ?? "-"} (to: ${d.addressee ?? "-"}; signed: ${signature})\n${lines(d.sections).join("\n")}\n`;
    })
    .join("");
}

describe.each(names)("%s", (name) => {
  const page = readPage(name);
  const record = runPage(page, { keywords: 0 });

  it.each([
    ["clean.txt", clean],
    ["figures.tsv", figures],
    ["outline.txt", outline],
  ])("%s", (file, show) => {
    const path = join(FOLDER, name, file);
    const found = show(record.documents);
    if (UPDATE) writeFileSync(path, found);
    expect(existsSync(path), `${path} is missing: look at the page's output, then npm run golden`).toBe(true);
    expect(found).toBe(readFileSync(path, "utf8"));
  });

  it("keeps the laws", () => expect(breachesOf(record, cleanPage(page).decoded.text)).toEqual([]));
});

it("there are golden pages", () => expect(names.length).toBeGreaterThanOrEqual(6));
