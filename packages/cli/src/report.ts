import { resolve } from "node:path";
import type { PageRecord } from "@zongjie/document";
import { foldMarkup } from "./fold.ts";
import { openOutput } from "./output.ts";
import { setTable } from "./text-table.ts";
import { visible } from "./visible.ts";
import { cutTo } from "./width.ts";

/** What one reason came to over all pages. */
interface Row {
  readonly reason: string;
  entries: number;
  /** Characters of the sources (UTF-16 units) that were taken out or replaced. */
  characters: number;
  /** The first entry with a word in it: the page, its place in the source, and what was done. */
  example: { readonly uri: string; readonly start: number; readonly text: string } | null;
}

/** A removal report: pages go in one by one, a table or JSON comes out. */
interface Report {
  readonly add: (record: PageRecord, raw: string) => void;
  readonly table: () => string;
  readonly json: () => string;
}

/** Columns that an example takes at most, and characters of the source that are looked at for it. */
const WIDTH = 48;
const LOOKED = 4000;

/** The columns of numbers. */
const RIGHT: ReadonlySet<number> = new Set([1, 2, 3]);

/** A report and where it goes. */
export interface OpenReport extends Report {
  readonly close: () => Promise<void>;
}

/**
 * Begins a report that is written to a file when it is closed, as JSON where the name ends so, or to stderr (`-`).
 * @throws Error where the file is an input or cannot be written
 */
export function openReport(file: string, inputs: readonly string[], out: string | undefined): OpenReport {
  const sums = report();
  if (file === "-") return { ...sums, close: async () => void process.stderr.write(sums.table()) };
  if (out !== undefined && resolve(out) === resolve(file))
    throw new Error(`${file}: is --out, give --report another name`);
  const output = openOutput(file, inputs, "--report");
  return {
    ...sums,
    close: async () => {
      await output.write(/\.json$/i.test(file) ? sums.json() : sums.table());
      output.close();
    },
  };
}

/** Begins a report over any number of pages; it holds one row a reason. */
function report(): Report {
  const rows = new Map<string, Row>();
  let pages = 0;
  let characters = 0;
  const sorted = (): Row[] =>
    [...rows.values()].sort((a, b) => b.characters - a.characters || (a.reason < b.reason ? -1 : 1));
  const share = (count: number): number => (characters === 0 ? 0 : count / characters);
  return {
    add(record, raw) {
      pages++;
      characters += raw.length;
      for (const { start, end, insert, reason } of record.ledger) {
        const row = rows.get(reason) ?? { reason, entries: 0, characters: 0, example: null };
        rows.set(reason, row);
        row.entries++;
        row.characters += end - start;
        const text = row.example === null ? exampleOf(raw, { start, end, insert, reason }) : null;
        if (text !== null) row.example = { uri: record.source.uri, start, text };
      }
    },
    table: () => {
      const cells = sorted().map((row) => [
        row.reason,
        `${row.entries}`,
        `${row.characters}`,
        `${(100 * share(row.characters)).toFixed(1)} %`,
        row.example === null ? "" : cutTo(visible(row.example.text), WIDTH),
      ]);
      const all = sorted().reduce((sum, row) => sum + row.characters, 0);
      const entries = sorted().reduce((sum, row) => sum + row.entries, 0);
      const total = [
        "all",
        `${entries}`,
        `${all}`,
        `${(100 * share(all)).toFixed(1)} %`,
        `of ${characters} in ${pages} pages`,
      ];
      return setTable([["reason", "entries", "characters", "share", "example"], ...cells, total], RIGHT);
    },
    json: () => {
      const reasons = sorted().map((row) => ({
        reason: row.reason,
        entries: row.entries,
        characters: row.characters,
        share: share(row.characters),
        example: row.example,
      }));
      return `${JSON.stringify({ pages, characters, reasons }, null, 2)}\n`;
    },
  };
}

/** What stood there, or for a repair what stands around it: `投入1[、→.]38亿元`; null where no letter is in it. */
function exampleOf(
  raw: string,
  { start, end, insert, reason }: { start: number; end: number; insert: string; reason: string },
): string | null {
  const before = raw.slice(start, Math.min(end, start + LOOKED));
  if (reason === "markup" || reason === "whitespace") return before.trim() === "" ? null : before.replace(/\s+/g, " ");
  if (insert === "" && 4 < before.length) {
    const text = foldMarkup(before)
      .replace(/‹\d+›|\s+/g, " ")
      .trim();
    return /\p{L}/u.test(text) ? text : null;
  }
  const around = `${raw.slice(Math.max(0, start - 6), start)}[${before}→${insert}]${raw.slice(end, end + 6)}`;
  return around.replace(/\r?\n/g, "⏎");
}
