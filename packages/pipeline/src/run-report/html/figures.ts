import type { ReportExample, RunReport, Span } from "@zongjie/document";
import { barChart } from "./bars.ts";
import { legend } from "./chart.ts";
import { html, type Markup } from "./markup.ts";
import { percent, short, whole } from "./number.ts";
import { pair, section, sourceOf, subhead } from "./section.ts";
import { named, table } from "./table.ts";

type LinkOf = (uri: string) => string | null;

/** Examples of a code that are shown; the JSON has a few more. */
const SHOWN = 3;

/** The figures, those that cannot be meant as they stand, and the arithmetic that does not come out. */
export function figureSections({ figures, checks }: RunReport, linkOf: LinkOf): Markup[] {
  return [figureSection(figures, linkOf), checkSection(checks, linkOf)];
}

function figureSection({ count, masked, kinds, suspects }: RunReport["figures"], linkOf: LinkOf): Markup {
  if (count === 0) return section("Figures", "No figure was found.", []);
  return section("Figures", `${whole(count)} figures, ${whole(masked)} of them masked (xx个).`, [
    pair(
      [
        legend(["stated", "target"]),
        barChart(
          {
            id: "figures",
            title: "Figures by kind",
            description: kinds.map((k) => `${k.kind} ${whole(k.stated)} stated, ${whole(k.target)} target`).join("; "),
          },
          kinds.map(({ kind, stated, target }) => ({
            label: kind,
            values: [stated, target],
            says: short(stated + target),
          })),
        ),
      ],
      [
        table(
          "Kinds",
          [
            { name: "kind" },
            { name: "stated", number: true },
            { name: "target", number: true },
            { name: "share", number: true },
          ],
          kinds.map(({ kind, stated, target }) => [
            kind,
            whole(stated),
            whole(target),
            percent((stated + target) / count),
          ]),
        ),
      ],
    ),
    ...suspects.flatMap(({ code, figures: own, examples }) => [
      subhead(`Suspect: ${code} (${whole(own)})`),
      exampleList(examples, linkOf),
    ]),
  ]);
}

function checkSection({ count, failed, codes }: RunReport["checks"], linkOf: LinkOf): Markup {
  if (count === 0) return section("Checks", "No text states arithmetic that could be checked.", []);
  const note = `${whole(count)} checks of arithmetic that the texts themselves state; ${whole(failed)} fail. The examples are furthest off.`;
  return section("Checks", note, [
    pair(
      [
        legend(["holds", "fails"]),
        barChart(
          {
            id: "checks",
            title: "Checks by code",
            description: codes.map((c) => `${c.code} ${whole(c.held)} hold, ${whole(c.failed)} fail`).join("; "),
          },
          codes.map(({ code, held, failed: own }) => ({ label: code, values: [held, own], says: short(held + own) })),
        ),
      ],
      [
        table(
          "Codes",
          [
            { name: "code" },
            { name: "holds", number: true },
            { name: "fails", number: true },
            { name: "share", number: true },
          ],
          codes.map(({ code, held, failed: own }) => [code, whole(held), whole(own), percent(own / (held + own))]),
        ),
      ],
    ),
    ...codes.flatMap(({ code, failed: own, examples }) =>
      own === 0 ? [] : [subhead(`Failed: ${code} (${whole(own)})`), exampleList(examples, linkOf)],
    ),
  ]);
}

function exampleList(examples: readonly ReportExample[], linkOf: LinkOf): Markup {
  return html`<ul class="examples">
${examples.slice(0, SHOWN).map(
  ({ message, text, marks, title, uri }) => html`<li><bdi>${message}</bdi>
<q lang="zh-Hans"><bdi>${marked(text, marks)}</bdi></q>
<small>${title === null ? null : html`${named(title)} · `}${sourceOf(uri, linkOf)}</small></li>
`,
)}</ul>
`;
}

/** A text with its figures marked. */
function marked(text: string, marks: readonly Span[]): Markup[] {
  const ends = marks.map(({ end }) => end);
  return [
    ...marks.map(({ start, end }, i) => {
      const from = Math.max(start, ends[i - 1] ?? 0);
      return html`${text.slice(ends[i - 1] ?? 0, from)}<mark>${text.slice(from, end)}</mark>`;
    }),
    html`${text.slice(ends.at(-1) ?? 0)}`,
  ];
}
