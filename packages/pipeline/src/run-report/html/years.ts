import type { RunReport } from "@zongjie/document";
import { areaChart, columnChart } from "./columns.ts";
import type { Markup } from "./markup.ts";
import { whole } from "./number.ts";
import { pair } from "./section.ts";
import { table } from "./table.ts";

type Year = RunReport["documents"]["years"][number];

/** Years that a chart shows. */
const YEARS = 16;

/** Share of the documents before the first year of a chart, and behind the last: a slip such as 2099 pushes no other year out. */
const STRAY = 0.01;

/** Documents by the year of their date and figures by that of their period. */
export function yearPart({ years, undated }: RunReport["documents"]): Markup {
  const shown = yearsShown(years);
  return pair(
    [
      columnChart(
        {
          id: "years",
          title: "Documents by year",
          description: "Documents by the year of their date; the table has the numbers.",
        },
        shown.map(({ year, documents }) => ({
          label: year,
          value: documents,
          says: `${year}: ${whole(documents)} documents`,
        })),
      ),
      areaChart(
        {
          id: "periods",
          title: "Figures by year",
          description: "Figures by the year of their period; the table has the numbers.",
        },
        shown.map(({ year, figures }) => ({ label: year, value: figures, says: `${year}: ${whole(figures)} figures` })),
      ),
    ],
    [
      table(
        `Documents by their date (${whole(undated)} have none), figures by their period`,
        [{ name: "year" }, { name: "documents", number: true }, { name: "figures", number: true }],
        rowsOf(years, shown),
      ),
    ],
  );
}

/** Years side by side, those without a document too; stray ones at either end are left out. */
function yearsShown(years: readonly Year[]): Year[] {
  const by = years.some(({ documents }) => 0 < documents) ? "documents" : "figures";
  const all = years.reduce((sum, year) => sum + year[by], 0);
  const reached = (share: number): number => {
    let sum = 0;
    const found = years.find((year) => {
      sum += year[by];
      return share * all < sum;
    });
    return Number(found?.year);
  };
  if (all === 0) return [];
  const last = reached(1 - STRAY);
  const first = Math.max(reached(STRAY), last - YEARS + 1);
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = String(first + i).padStart(4, "0");
    return years.find((other) => other.year === year) ?? { year, documents: 0, figures: 0 };
  });
}

/** A row a year of the chart, the last first; those before and behind it in one row each. */
function rowsOf(years: readonly Year[], shown: readonly Year[]): string[][] {
  const [first = "", last = ""] = [shown[0]?.year, shown.at(-1)?.year];
  const row = (name: string, of: readonly Year[]): string[][] => {
    const [documents, figures] = [
      of.reduce((sum, y) => sum + y.documents, 0),
      of.reduce((sum, y) => sum + y.figures, 0),
    ];
    return of.length === 0 ? [] : [[name, whole(documents), whole(figures)]];
  };
  return [
    ...row(
      "later",
      years.filter(({ year }) => last < year),
    ),
    ...shown.toReversed().flatMap((own) => row(own.year, [own])),
    ...row(
      "earlier",
      years.filter(({ year }) => year < first),
    ),
  ];
}
