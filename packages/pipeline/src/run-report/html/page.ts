import type { RunReport } from "@zongjie/document";
import { figureSections } from "./figures.ts";
import { html, type Markup } from "./markup.ts";
import { byteSize, percent, whole } from "./number.ts";
import { pageSections } from "./pages.ts";
import { STYLE } from "./style.ts";
import { textSections } from "./text.ts";

/** What a report does not know of itself. */
export interface ReportSetting {
  /** What was read: `records.ndjson`. */
  readonly inputs: readonly string[];
  /** Where a page lies, as a link from the report; null where it must not be one. */
  readonly linkOf: (uri: string) => string | null;
}

/** Inputs that are named. */
const INPUTS = 5;

/**
 * A report as a page of HTML that needs nothing else: no script, no address that a browser would fetch; its policy forbids
 * both. All that comes from pages is escaped.
 */
export function reportHtml(report: RunReport, { inputs, linkOf }: ReportSetting): string {
  const sections = [...textSections(report), ...figureSections(report, linkOf), ...pageSections(report, linkOf)];
  const body = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Run report: ${whole(report.pages.count)} pages, ${whole(report.documents.count)} documents</title>
<style>${{ html: STYLE }}</style>
</head>
<body>
<header><h1>Run report</h1><p><bdi>${listed(inputs)}</bdi></p>
${tiles(report)}</header>
<main>
${sections}</main>
</body>
</html>
`;
  return body.html;
}

/** The numbers that somebody looks at first. */
function tiles({ pages, documents, text, figures, checks, families }: RunReport): Markup {
  const suspect = figures.suspects.reduce((sum, { figures: own }) => sum + own, 0);
  const copies = families?.types.reduce(
    (sum, { type, families: own, members }) => sum + (type === "passage" ? 0 : members - own),
    0,
  );
  const said: readonly (readonly [value: string, name: string, note: string, bad?: boolean])[] = [
    [whole(pages.count), "pages", `${byteSize(pages.bytes)} read`],
    [whole(pages.failed), "failed pages", percent(share(pages.failed, pages.count)), 0 < pages.failed],
    [whole(documents.count), "documents", `${whole(documents.incomplete)} incomplete`],
    [
      whole(documents.characters),
      "clean characters",
      text.characters === 0 ? "" : `${percent(share(text.kept, text.characters))} of the sources kept`,
    ],
    [whole(figures.count), "figures", `${percent(share(figures.valued, figures.count))} with a value`],
    [whole(suspect), "suspect figures", percent(share(suspect, figures.count))],
    [whole(checks.failed), "failed checks", `of ${whole(checks.count)}`],
    ...(copies === undefined
      ? []
      : [[whole(copies), "copies", `${percent(share(copies, documents.count))} of the documents`] as const]),
  ];
  return html`<ul class="tiles">${said.map(
    ([value, name, note, bad]) =>
      html`<li${bad ? html` class="bad"` : null}><b>${value}</b><span>${name}</span><small>${note}</small></li>
`,
  )}</ul>
`;
}

function listed(inputs: readonly string[]): string {
  const more = inputs.length - INPUTS;
  return `${inputs.slice(0, INPUTS).join(", ")}${0 < more ? ` and ${whole(more)} more` : ""}`;
}

function share(part: number, all: number): number {
  return all === 0 ? 0 : part / all;
}
