import type { RunReport } from "@zongjie/document";
import { linksFrom } from "./convert/link.ts";
import { type Output, openOutput } from "./output.ts";
import type { Surveyed } from "./run-survey.ts";
import { complain } from "./talk.ts";
import { visibleJson } from "./visible.ts";

/** How the name of a report may end: a page with charts, or JSON. */
export const REPORT_NAMES: RegExp = /\.(?:html?|json)$/i;

/** What a report is about. */
export interface Subject {
  /** As the page names them. */
  readonly inputs: readonly string[];
  /** Files that are read for it, which it must not overwrite. */
  readonly sources: readonly string[];
  /** The option that names the files of the report. */
  readonly option: string;
  readonly survey: () => Promise<Surveyed>;
}

/**
 * Writes the report of a subject to each of the files, whose names say whether it is a page or JSON (`-` is JSON on stdout), and
 * says on stderr what they come to. Gives the number of inputs and lines that could not be read.
 * @throws Error naming a file that cannot be read or written; no report is left then
 */
export async function writeReports(
  files: readonly string[],
  { inputs, sources, option, survey }: Subject,
): Promise<number> {
  const outputs: Output[] = [];
  try {
    for (const file of files) outputs.push(openOutput(file, sources, option));
    const { report, unread } = await survey();
    for (const [i, output] of outputs.entries()) await output.write(await written(report, inputs, files[i] as string));
    for (const output of outputs) output.close();
    sayWhat(report);
    return unread;
  } catch (error) {
    for (const output of outputs) output.abandon();
    throw error;
  }
}

async function written(report: RunReport, inputs: readonly string[], file: string): Promise<string> {
  if (file === "-") return `${visibleJson(report)}\n`;
  if (/\.json$/i.test(file)) return `${JSON.stringify(report, null, 2)}\n`;
  const { renderReport } = await import("@zongjie/pipeline");
  return renderReport(report, { inputs, linkOf: linksFrom(file) });
}

function sayWhat({ pages, documents, figures, checks }: RunReport): void {
  complain(
    `${pages.count} pages, ${pages.failed} of them failed; ${documents.count} documents, ${figures.count} figures, ${checks.failed} of ${checks.count} checks fail`,
  );
}
