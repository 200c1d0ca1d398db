import type { ReasonTotal, RunReport } from "@zongjie/document";
import { barChart, shareBar } from "./bars.ts";
import { legend } from "./chart.ts";
import { columnChart } from "./columns.ts";
import type { Markup } from "./markup.ts";
import { percent, short, whole } from "./number.ts";
import { pair, section, subhead } from "./section.ts";
import { table } from "./table.ts";
import { yearPart } from "./years.ts";

/** The documents and what became of the characters of their pages. */
export function textSections(report: RunReport): Markup[] {
  return [documentSection(report), sourceSection(report)];
}

function documentSection({ documents }: RunReport): Markup {
  const { kinds, lengths, count } = documents;
  const used = lengthsShown(lengths);
  return section("Documents", "Kinds, lengths and years of the documents that the pages hold.", [
    pair(
      [
        barChart(
          {
            id: "kinds",
            title: "Documents by kind",
            description: kinds.map((k) => `${k.kind} ${whole(k.documents)}`).join(", "),
          },
          kinds.map(({ kind, documents: own }) => ({ label: kind, values: [own], says: whole(own) })),
        ),
      ],
      [
        table(
          "Kinds",
          [
            { name: "kind" },
            { name: "documents", number: true },
            { name: "share", number: true },
            { name: "characters", number: true },
          ],
          kinds.map((k) => [k.kind, whole(k.documents), percent(k.documents / count), whole(k.characters)]),
        ),
      ],
    ),
    subhead("Lengths"),
    pair(
      [
        columnChart(
          {
            id: "lengths",
            title: "Documents by length",
            description: "How many documents have how many characters without blanks; the numbers stand in the table.",
          },
          used.map(({ from, to, documents: own }) => ({
            label: short(from),
            value: own,
            says: `${range(from, to)} characters: ${whole(own)} documents`,
          })),
        ),
      ],
      [
        table(
          "Characters without blanks",
          [{ name: "characters" }, { name: "documents", number: true }],
          used.map(({ from, to, documents: own }) => [range(from, to), whole(own)]),
        ),
      ],
    ),
    subhead("Years"),
    yearPart(documents),
  ]);
}

type Length = RunReport["documents"]["lengths"][number] & { readonly to: number | undefined };

/** What is taken out of every page, by what it is and not by what it says. */
const FORM: ReadonlySet<string> = new Set(["markup", "whitespace"]);

function sourceSection({ text, documents }: RunReport): Markup {
  const { characters, kept, removed, repaired, withoutLedger } = text;
  const note = `${whole(characters)} characters of the sources, as the documents and the ledger have them.${withoutLedger === 0 ? "" : ` ${whole(withoutLedger)} records have no ledger: nothing is known of their pages but the documents.`}`;
  if (documents.count === 0 && removed.length === 0)
    return section("What was taken out", "No page has documents or a ledger.", []);
  const sum = (totals: readonly ReasonTotal[]): number => totals.reduce((all, own) => all + own.characters, 0);
  const noise = removed.filter(({ reason }) => !FORM.has(reason));
  const form = (name: string): number => sum(removed.filter(({ reason }) => reason === name));
  const parts = [
    ["kept", kept],
    ["taken out as noise", sum(noise)],
    ["markup", form("markup")],
    ["repaired", sum(repaired)],
    ["white space", form("whitespace")],
  ] as const;
  return section("What was taken out and repaired", note, [
    pair(
      [
        shareBar(
          {
            id: "parts",
            title: "What became of the characters",
            description: parts.map(([name, own]) => `${name} ${percent(own / characters)}`).join(", "),
          },
          parts.map(([, own]) => own),
        ),
        legend(parts.map(([name]) => name)),
      ],
      [
        table(
          "What became of the characters",
          [{ name: "" }, { name: "characters", number: true }, { name: "share", number: true }],
          parts.map(([name, own]) => [name, whole(own), percent(own / characters)]),
        ),
      ],
    ),
    ...reasonPart("Taken out, by reason", "removed", noise),
    ...reasonPart("Repaired, by reason", "repaired", repaired),
  ]);
}

function reasonPart(heading: string, id: string, totals: readonly ReasonTotal[]): Markup[] {
  if (totals.length === 0) return [];
  // a repair is one character more often than not: how many there are says more than how long they are
  const by = id === "removed" ? "characters" : "entries";
  const sorted = [...totals].sort((a, b) => b[by] - a[by]);
  return [
    subhead(heading),
    pair(
      [
        barChart(
          {
            id,
            title: `By ${by}`,
            description: sorted.map((own) => `${own.reason} ${whole(own[by])} ${by}`).join(", "),
          },
          sorted.map((own) => ({ label: own.reason, values: [own[by]], says: short(own[by]) })),
        ),
      ],
      [
        table(
          `Reasons of the ledger`,
          [
            { name: "reason" },
            { name: "entries", number: true },
            { name: "pages", number: true },
            { name: "characters", number: true },
            { name: "share", number: true },
          ],
          sorted.map((own) => [
            own.reason,
            whole(own.entries),
            whole(own.pages),
            whole(own.characters),
            percent(own.share),
          ]),
        ),
      ],
    ),
  ];
}

/** The classes from the first to the last that has a document. */
function lengthsShown(lengths: RunReport["documents"]["lengths"]): readonly Length[] {
  const all = lengths.map((own, i) => ({ ...own, to: lengths[i + 1]?.from }));
  const filled = ({ documents }: Length): boolean => 0 < documents;
  return all.slice(Math.max(0, all.findIndex(filled)), all.findLastIndex(filled) + 1);
}

function range(from: number, to: number | undefined): string {
  return to === undefined ? `${whole(from)} and more` : `${whole(from)}–${whole(to - 1)}`;
}
