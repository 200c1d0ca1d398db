import type { RunReport } from "@zongjie/document";
import { barChart } from "./bars.ts";
import type { Markup } from "./markup.ts";
import { duration, percent, whole } from "./number.ts";
import { pair, section, sourceOf, subhead } from "./section.ts";
import { named, table } from "./table.ts";

type LinkOf = (uri: string) => string | null;

/** Where the pages come from, copies among them, those that failed or took long. */
export function pageSections(report: RunReport, linkOf: LinkOf): Markup[] {
  const { pages, families, repeats, issues, failures, slowest } = report;
  return [
    ...(pages.failed === 0 ? [] : [failureSection(failures, pages.failed, linkOf)]),
    copySection(families, repeats, linkOf),
    siteSection(pages),
    ...(slowest === null ? [] : [timeSection(slowest, linkOf)]),
    ...(issues.length === 0 ? [] : [issueSection(issues)]),
  ];
}

function failureSection({ reasons, pages }: RunReport["failures"], failed: number, linkOf: LinkOf): Markup {
  const more = failed - pages.length;
  return section(
    "Failed pages",
    "Pages that could not be read, or whose work broke off. All others are not touched by that.",
    [
      table(
        "Reasons",
        [{ name: "reason" }, { name: "pages", number: true }],
        reasons.map(({ reason, pages: own }) => [named(reason ?? "other reasons"), whole(own)]),
      ),
      table(
        more <= 0 ? "Pages" : `Pages, the first ${whole(pages.length)} of ${whole(failed)}`,
        [{ name: "page" }, { name: "reason" }],
        pages.map(({ uri, reason }) => [sourceOf(uri, linkOf), named(reason)]),
      ),
    ],
  );
}

function copySection(families: RunReport["families"], repeats: RunReport["repeats"], linkOf: LinkOf): Markup {
  const within = repeats.map(({ type, count }) => `${whole(count)} ${type}`).join(", ");
  const note = `Passages that stand twice on one page: ${within}.${families === null ? " Copies over all pages are not in this report (zongjie duplicates, --duplicates)." : ""}`;
  if (families === null) return section("Copies", note, []);
  const { types, largest } = families;
  return section("Copies", note, [
    table(
      "Families over all pages: documents of the same text or nearly so, passages in common",
      [{ name: "type" }, { name: "families", number: true }, { name: "members", number: true }],
      types.map(({ type, families: own, members }) => [type, whole(own), whole(members)]),
    ),
    ...(largest.length === 0
      ? []
      : [
          table(
            "The largest families",
            [
              { name: "text" },
              { name: "type" },
              { name: "members", number: true },
              { name: "alike", number: true },
              { name: "original" },
            ],
            largest.map((f) => [
              named(f.opening),
              f.type,
              whole(f.members),
              percent(f.similarity),
              sourceOf(f.uri, linkOf),
            ]),
          ),
        ]),
  ]);
}

function siteSection({ sites, formats, empty }: RunReport["pages"]): Markup {
  const note = `By host, by the name that a page gives its site, or by folder. ${whole(empty)} pages hold no document.`;
  const rows = sites.map((own) => ({ ...own, name: own.site ?? "all others" }));
  const listed = rows.filter(({ site }) => site !== null);
  return section("Sites and formats", note, [
    pair(
      [
        barChart(
          {
            id: "sites",
            title: "Pages by site",
            description: "The sites with the most pages; the numbers stand in the table.",
          },
          listed.map(({ name, pages }) => ({ label: name, values: [pages], says: whole(pages) })),
        ),
      ],
      [
        table(
          "Sites",
          [
            { name: "site" },
            { name: "pages", number: true },
            { name: "documents", number: true },
            { name: "figures", number: true },
          ],
          rows.map(({ name, pages, documents, figures }) => [
            named(name),
            whole(pages),
            whole(documents),
            whole(figures),
          ]),
        ),
      ],
    ),
    subhead("Formats"),
    table(
      "As the pages were read",
      [{ name: "type" }, { name: "encoding" }, { name: "pages", number: true }],
      formats.map(({ mediaType, encoding, pages }) => [named(mediaType), named(encoding), whole(pages)]),
    ),
  ]);
}

function timeSection(slowest: NonNullable<RunReport["slowest"]>, linkOf: LinkOf): Markup {
  return section("Slowest pages", "The pages that took longest, from reading to the record.", [
    table(
      "Times",
      [{ name: "page" }, { name: "time", number: true }],
      slowest.map(({ uri, milliseconds }) => [sourceOf(uri, linkOf), duration(milliseconds)]),
    ),
  ]);
}

function issueSection(issues: RunReport["issues"]): Markup {
  return section(
    "Issues",
    "What the records say that a reader should know: gaps in numbering, masks that were left open.",
    [
      pair(
        [
          barChart(
            {
              id: "issues",
              title: "Issues by code",
              description: issues.map(({ code, count }) => `${code ?? "others"} ${whole(count)}`).join(", "),
            },
            issues.map(({ code, count }) => ({ label: code ?? "others", values: [count], says: whole(count) })),
          ),
        ],
        [
          table(
            "Codes",
            [{ name: "code" }, { name: "count", number: true }],
            issues.map(({ code, count }) => [named(code ?? "others"), whole(count)]),
          ),
        ],
      ),
    ],
  );
}
