import type { Doubt } from "@zongjie/pipeline";
import { type CleaningOptions, cleaningOf } from "./options.ts";
import { openOutput } from "./output.ts";
import { runInputs } from "./pages.ts";
import { visible } from "./visible.ts";
import { cutTo } from "./width.ts";

/** What `zongjie clean --review` was told. */
export interface ReviewOptions extends CleaningOptions {
  readonly format: "text" | "md" | "json";
  readonly out?: string;
  readonly limit: number;
}

/** Columns of a text on a line. */
const WIDTH = 60;

/** Writes the decisions of all pages that are the least sure, those first. Gives the number of inputs that failed. */
export async function review(inputs: readonly string[], options: ReviewOptions): Promise<number> {
  const output = openOutput(options.out, inputs);
  const { findDoubts } = await import("@zongjie/pipeline");
  let least: { readonly doubt: Doubt; readonly rank: number }[] = [];
  let rank = 0;
  const failed = await runInputs(
    inputs,
    { ledger: "none", keywords: 0, ...cleaningOf(options) },
    async (record, page) => {
      if (page === null) return;
      for (const doubt of findDoubts(record, page)) least.push({ doubt, rank: rank++ });
      // no more than is shown is held, however many pages there are
      least.sort((a, b) => a.doubt.confidence - b.doubt.confidence || a.rank - b.rank);
      least = least.slice(0, options.limit);
    },
  );
  for (const { doubt } of least)
    await output.write(`${options.format === "json" ? JSON.stringify(doubt) : row(doubt)}\n`);
  output.close();
  return failed;
}

/** `0.62  removed  page.txt:12  widget model.noise  听新闻`: what a person needs to find the place. */
function row({ confidence, what, uri, line, reason, rule, text }: Doubt): string {
  const why = [reason, rule].filter((one) => one !== null).join(" ");
  return [
    confidence.toFixed(2),
    what.padEnd(8),
    `${visible(uri)}:${line}`,
    ...(why === "" ? [] : [why]),
    cut(text),
  ].join("  ");
}

/** A text on one line, cut to a width. */
function cut(text: string): string {
  const line = visible(
    text
      .slice(0, 10 * WIDTH)
      .replace(/\s+/g, " ")
      .trim(),
  );
  return cutTo(line, WIDTH);
}
