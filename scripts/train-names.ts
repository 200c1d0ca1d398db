import { findFiguresNamed, nameJudgeOf, nameOptions, readWeights } from "@zongjie/segmenter";
import { folder, readDocuments } from "./corpus/half.ts";
import { type PlainDocument, plainDocument } from "./corpus/plain.ts";
import { charF1 } from "./eval/figures.ts";
import { settleModel } from "./logistic.ts";
import { type Choice, type Rankable, rankable, trainRanking } from "./ranking.ts";

// Trains packages/lexicon/data/name-model.json: which words name a figure, by what stands at their edges, where they
// stand and what the figure is (packages/segmenter/src/figures/naming), from corpus/dev/documents and corpus/dev/figures.
//   (no flag)  writes the model        --check   status 1 where the file is not what would be written
//   --cross    leaves out an eighth of the documents after the other and reports what is found there   --errors lists what is wrong

const TARGET = "packages/lexicon/data/name-model.json";
const ABOUT =
  "Weights in hundredths of what speaks for the name of a figure, written by scripts/train-names.ts; do not edit.";

const TRAINING = { decay: 1e-4, passes: 10 };
/** Features of fewer documents are left out. */
const LEAST = 2;
/** Parts in which the documents are left out. */
const FOLDS = 8;
/** A name is right that shares so much of its characters with the gold. */
const RIGHT = 0.6;
/** How steeply a right name loses worth with what it does not share. */
const STEEP = 6;

interface Named extends PlainDocument {
  readonly id: string;
  /** Names by where their figures begin. */
  readonly gold: ReadonlyMap<number, string>;
}

function readNamed(): Named[] {
  const folders = ["documents", "figures"] as const;
  return folders
    .flatMap((name) => readDocuments(folder("dev"), name).documents)
    .map((document) => {
      const plain = plainDocument(document);
      const firm = plain.figures.filter((f) => f.metric !== "" && !f.optional && !f.masked);
      return { ...plain, id: document.meta.id, gold: new Map(firm.map((f) => [f.start, f.metric])) };
    });
}

/** The figures of a document that have a name to choose, the names before them right. */
function choicesOf({ text, headings, gold }: Named): Choice[] {
  const out: Choice[] = [];
  findFiguresNamed(text, { headings }, (look) => {
    const right = gold.get(look.quantities[look.at]?.start ?? -1);
    if (right === undefined) return "";
    const options = nameOptions(look);
    const likeness = options.map(({ name }) => charF1(right, name));
    const most = Math.max(0, ...likeness);
    if (most < RIGHT) return right;
    const worth = likeness.map((f) => (f < RIGHT ? 0 : f ** STEEP));
    out.push({ options: options.map(({ evidence }, i) => ({ features: evidence, worth: worth[i] as number })) });
    return options[likeness.indexOf(most)]?.name ?? right;
  });
  return out;
}

const documents = readNamed();
const choices = documents.map(choicesOf);
const sources = documents.flatMap(({ id }, i) => (choices[i] as Choice[]).map(() => id));
const data: Rankable = rankable(choices.flat(), sources, LEAST);

function train(without: ReadonlySet<string>): Record<string, number> {
  const chosen = sources.flatMap((id, i) => (without.has(id) ? [] : [i]));
  return trainRanking(data, chosen, TRAINING);
}

/** Reports what is found in documents that were left out. */
function cross(): void {
  let [right, all] = [0, 0];
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = documents.filter((_, i) => i % FOLDS === fold);
    const weights = readWeights(train(new Set(held.map(({ id }) => id))));
    for (const { id, text, headings, gold } of held)
      for (const figure of findFiguresNamed(text, { headings }, nameJudgeOf(weights))) {
        const wanted = gold.get(figure.start);
        if (wanted === undefined) continue;
        all++;
        if (RIGHT <= charF1(wanted, figure.metric)) right++;
        else if (process.argv.includes("--errors"))
          console.log(
            `${id}: ${text.slice(Math.max(0, figure.start - 30), figure.start)}【${figure.surface}】 ${wanted} | ${figure.metric}`,
          );
      }
  }
  console.log(`names right ${right} of ${all}  ${((100 * right) / all).toFixed(1)} %`);
}

if (process.argv.includes("--cross")) cross();
else settleModel(TARGET, { about: ABOUT, bias: 0, weights: train(new Set()) });
