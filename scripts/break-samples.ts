import { join } from "node:path";
import { breakFeatures, cutLines, habitOf, isOpenEnd, wrapSetting } from "@zongjie/cleaner";
import { cleanSpan, trace } from "@zongjie/document";
import { workBefore } from "@zongjie/pipeline";
import { tryPage } from "./corpus/corpus.ts";
import type { DamageOptions } from "./corpus/damage-kind.ts";
import { titleOf } from "./corpus/facts.ts";
import { filesIn, folder, readDocuments } from "./corpus/half.ts";
import type { PagePlan } from "./corpus/page.ts";
import { random } from "./corpus/random.ts";
import { readSkin, type Skin } from "./corpus/skin.ts";

/** Pages that each document gives. */
const DRAWS = 16;

/** A line end without a stop: the facts about it, and whether the sentence goes on behind it. */
export interface BreakSample {
  readonly document: string;
  readonly features: readonly string[];
  readonly broken: boolean;
  /** The words around the line end, for reading. */
  readonly shown: string;
}

const damage = (kind: string, share: number, on: DamageOptions["on"]): DamageOptions => ({
  kind,
  share,
  chance: 1,
  on,
  as: "",
  marks: [],
  words: {},
  type: "other",
});

/** Line ends of pages built from `corpus/dev`, each document in the skins of many sites, with its paragraphs broken now and then. */
export function breakSamples(): BreakSample[] {
  const root = folder("dev");
  const { documents } = readDocuments(root);
  const skins = filesIn(join(root, "skins"), ".yaml").map(readSkin);
  const titles = documents.map(titleOf).filter((title) => title !== null);
  const encoding = { as: "utf-8", says: null, bom: false } as unknown as Skin["encodings"][number];
  return documents.flatMap((document) =>
    random(`breaks/${document.meta.id}`)
      .shuffle(skins)
      .slice(0, DRAWS)
      .flatMap((skin, draw) => {
        const share = [0, 0.1, 0.3, 0.5][draw % 4] ?? 0;
        const damages = [
          ...skin.damage.filter(({ kind }) => kind !== "split-line"),
          ...(share === 0 ? [] : [damage("split-line", share, ["paragraph"])]),
          damage("lost-break", draw % 3 === 0 ? 0.2 : 0, ["paragraph", "heading"]),
        ];
        const plan = {
          name: `breaks-${document.meta.id}-${draw}--${skin.id}`,
          skin: { ...skin, wrap: null, damage: damages },
          documents: [document],
          separator: null,
          encoding,
          titles,
        };
        return samplesOf(document.meta.id, plan);
      }),
  );
}

function samplesOf(document: string, plan: PagePlan): BreakSample[] {
  const built = tryPage(plan);
  if (built === null) return [];
  const { work } = workBefore({ uri: plan.name, bytes: built.bytes }, "reflow");
  const broken = built.gold.repairs.filter(({ type }) => type === "split-word");
  return work.documents.flatMap((span) => {
    const text = work.page.text.slice(span.start, span.end);
    const lines = cutLines(text).filter((line) => line.text !== "");
    if (wrapSetting(lines) !== null) return [];
    const habit = habitOf(text, lines);
    return lines.flatMap((line, i) => {
      const next = lines[i + 1];
      if (next === undefined || !isOpenEnd(line, next)) return [];
      const end = span.start + line.at + line.text.length;
      const pieces = trace(work.page, cleanSpan(end - 1, span.start + next.at + 1));
      const from = pieces[0]?.end ?? 0;
      const to = pieces.at(-1)?.start ?? 0;
      const inside =
        broken.some((b) => from - 1 <= b.start && b.end <= to + 1) ||
        broken.some((b) => (pieces[0]?.start ?? 0) < b.start && b.end < (pieces.at(-1)?.end ?? 0));
      return [
        {
          document,
          features: breakFeatures(habit, i),
          broken: inside,
          shown: `${line.text.slice(-30)}⏎${next.text.slice(0, 25)}`,
        },
      ];
    });
  });
}
