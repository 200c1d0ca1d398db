import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Check, TextFigure } from "@zongjie/document";
import { readNetwork } from "@zongjie/lexicon";
import { type Claim, checkEvidence, claimScale, FAILS, findFigures } from "@zongjie/segmenter";
import type { Figure } from "./corpus/annotation.ts";
import { filesIn, folder } from "./corpus/half.ts";
import { readDocument } from "./corpus/source.ts";
import { type Example, settleModel } from "./logistic.ts";
import { type NetworkFile, trainNetwork } from "./network.ts";
import { broken, type Plain, plainOf, type Slip, slipsOf } from "./slips.ts";

// Trains packages/lexicon/data/claim-model.json: which figures a text claims to fit together (a share, its part and whole; a
// change and its levels; a total and its parts; a price, its number and sum). From corpus/dev/documents and corpus/dev/figures,
// clean and with errors put into them one at a time, and from corpus/dev/collection and the lines of corpus/dev/claims/none.txt,
// where nothing that does not hold is claimed.
//   (no flag)  writes the model        --check   status 1 where the file is not what would be written
//   --cross    leaves out a tenth of the documents after the other and reports what is found there

const TARGET = "packages/lexicon/data/claim-model.json";
const ABOUT =
  "Weights in hundredths of what speaks for figures to be claimed to fit together, written by scripts/train-claims.ts; do not edit.";
const FOLDS = 10;
/** So many times a line counts where nothing is claimed: each stands for many. */
const TIMES = 3;

/** What a text may claim, beside the gold. */
interface Sample extends Claim {
  readonly right: boolean;
  /** Where the figures stand. */
  readonly places: readonly number[];
  /** Whether a form of words has found what begins with the same figure. */
  readonly formed: boolean;
}

/** A text of a document, clean or with one error, and what it may claim of the figures that the error touches. */
interface Version {
  readonly document: number;
  readonly slip: Slip | null;
  /** Whether a form of words finds the error. */
  readonly seen: boolean;
  readonly samples: readonly Sample[];
}

/** The first figure and the others, whatever their order. */
function keyOf(code: string, [first, ...others]: readonly number[]): string {
  return `${code} ${first} ${others.sort((a, b) => a - b).join(" ")}`;
}

/**
 * A check by all its names: that 20 is 90 less 70, whether as a change or as a rest, says as well that 70 and 20 are 90; and
 * that 26 is 13 twice over is the change from 13 to 26 by 2 times.
 */
function keysOf(code: string, places: readonly number[], figures: readonly Figure[]): string[] {
  const [first = -1, a = -1, b = -1] = places;
  const own = keyOf(code, places);
  const led = (name: string, at: number): string =>
    keyOf(name, [places[at] as number, ...places.filter((_, i) => i !== at)]);
  if (code === "growth") return [own, keyOf("parts-sum", [a, first, b]), keyOf("parts-sum", [b, first, a])];
  if (code === "parts-sum" && places.length === 3) {
    const values = figures.map(({ value }) => value ?? 0);
    const most = values.indexOf(Math.max(...values));
    return most === 0 ? [own] : [own, led(code, most)];
  }
  const times = code === "product" ? figures.findIndex(({ unit }) => unit === "倍") : -1;
  return times === -1 ? [own] : [own, led("growth", times)];
}

/** `doubtful`: what fits by chance or by meaning, nobody says which; it teaches nothing. */
function samplesOf(
  claims: readonly Claim[],
  formed: readonly Check[],
  figures: readonly TextFigure[],
  right: ReadonlySet<string>,
  doubtful: (key: string, check: Check, places: readonly number[]) => boolean,
): Sample[] {
  const begun = new Set(formed.map((made) => made.figures[0]));
  return claims.flatMap(({ check, features }) => {
    const places = check.figures.map((index) => figures[index]?.start ?? -1);
    const key = keyOf(check.code, places);
    if (!right.has(key) && doubtful(key, check, places)) return [];
    return {
      features,
      right: right.has(key),
      check,
      places,
      formed: begun.has(check.figures[0]),
    };
  });
}

/** The failing checks of a text, as names that do not change with an error elsewhere. */
function failing(formed: readonly Check[]): Map<string, Check> {
  return new Map(
    formed.filter(({ holds }) => !holds).map((made) => [`${made.code} ${made.stated} ${made.computed}`, made]),
  );
}

function touches(slip: Slip, places: readonly number[]): boolean {
  return places.some((at) => slip.start <= at && at < slip.start + slip.insert.length);
}

function versionsOf(plain: Plain, document: number): Version[] {
  const fits = new Set<string>();
  const clean = versionOf(plain, document, null, new Map(), fits);
  const { formed } = checkEvidence(plain.text, findFigures(plain.text, { headings: plain.headings }), () => false);
  const before = failing(formed);
  const slips = slipsOf(plain).filter(({ figures }) => 0 < figures.length);
  return [clean, ...slips.map((slip) => versionOf(plain, document, slip, before, fits))];
}

/** `fits`: what fits in the clean text without being in the gold, found there and asked for where there is an error. */
function versionOf(
  plain: Plain,
  document: number,
  slip: Slip | null,
  before: ReadonlyMap<string, Check>,
  fits: Set<string>,
): Version {
  const { text, headings } = slip === null ? plain : broken(plain, slip);
  const figures = findFigures(text, { headings });
  const longer = slip === null ? 0 : slip.insert.length - (slip.end - slip.start);
  const moved = (start: number): number => (slip === null || start <= slip.start ? start : start + longer);
  const starts = new Map(plain.figures.map(({ id, start }) => [id, moved(start)]));
  const places = (ids: readonly string[]): number[] => ids.map((id) => starts.get(id) ?? -1);
  const named = new Map(plain.figures.map((figure) => [figure.id, figure]));
  const right = new Set(
    plain.checks.flatMap(({ code, figures: ids }) =>
      keysOf(
        code,
        places(ids),
        ids.flatMap((id) => named.get(id) ?? []),
      ),
    ),
  );
  const asked = slip === null ? null : new Set(places(slip.figures));
  const { formed, claims } = checkEvidence(
    text,
    figures,
    (index) => asked === null || asked.has(figures[index]?.start ?? -1),
  );
  const seen =
    slip !== null &&
    [...failing(formed)].some(
      ([key, made]) =>
        !before.has(key) &&
        touches(
          slip,
          made.figures.map((i) => figures[i]?.start ?? -1),
        ),
    );
  const doubtful = (key: string, { code, holds }: Check, at: readonly number[]): boolean => {
    if (slip !== null)
      return fits.has(
        keyOf(
          code,
          at.map((start) => (start <= slip.start ? start : start - longer)),
        ),
      );
    if (holds) fits.add(key);
    return holds;
  };
  return { document, slip, seen, samples: samplesOf(claims, formed, figures, right, doubtful) };
}

/** A text without gold: what does not hold is not claimed. */
function versionWithoutGold(text: string, document: number): Version {
  const figures = findFigures(text, { headings: [] });
  const { formed, claims } = checkEvidence(text, figures, () => true);
  const samples = samplesOf(claims, formed, figures, new Set(), (_, { holds }) => holds);
  return { document, slip: null, seen: false, samples };
}

function train(versions: readonly Version[]): NetworkFile {
  const samples = versions.flatMap((version) =>
    version.samples.map(({ features, right }): Example => ({ features: features.map(({ name }) => name), right })),
  );
  return trainNetwork(samples, { about: ABOUT, least: 3, units: 16, decay: 1e-4, passes: 8, deaf: 0.2 });
}

/** Of each figure that no form of words has begun with, the likeliest claim. */
function bestOf({ samples }: Version, scoreOf: ReturnType<typeof claimScale>): { sample: Sample; score: number }[] {
  const best = new Map<number, { sample: Sample; score: number }>();
  for (const sample of samples) {
    if (sample.formed) continue;
    const score = scoreOf(sample.features);
    const first = sample.places[0] as number;
    if ((best.get(first)?.score ?? Number.NEGATIVE_INFINITY) < score) best.set(first, { sample, score });
  }
  return [...best.values()];
}

function cross(versions: readonly Version[], characters: number): void {
  const bounds = [0, 100, 150, 200, 250, FAILS, 350, 400];
  const tally = bounds.map(() => ({ seen: 0, alarms: 0, held: 0, right: 0 }));
  const errors = versions.filter(({ slip }) => slip !== null);
  for (let fold = 0; fold < FOLDS; fold++) {
    const scoreOf = claimScale(readNetwork(train(versions.filter(({ document }) => document % FOLDS !== fold))));
    for (const version of versions.filter(({ document }) => document % FOLDS === fold)) {
      const best = bestOf(version, scoreOf);
      for (const [i, bound] of bounds.entries()) {
        const cells = tally[i] as (typeof tally)[number];
        const likely = best.filter(({ score }) => bound <= score).map(({ sample }) => sample);
        const wrong = likely.filter(({ check }) => !check.holds);
        const { slip } = version;
        if (slip === null) {
          cells.alarms += wrong.filter(({ right }) => !right).length;
          const held = likely.filter(({ check }) => check.holds);
          cells.held += held.length;
          cells.right += held.filter(({ right }) => right).length;
        } else if (!version.seen && wrong.some(({ places }) => touches(slip, places))) cells.seen++;
      }
    }
  }
  const formed = errors.filter(({ seen }) => seen).length;
  console.log(`${formed} of ${errors.length} errors seen by forms of words; ${characters} characters`);
  for (const [i, { seen, alarms, held, right }] of tally.entries())
    console.log(
      `from ${String(bounds[i]).padStart(4)}: ${seen} more seen, ${alarms} alarms, ${right} of ${held} that hold are right`,
    );
}

const plains = ["documents", "figures"]
  .flatMap((name) => filesIn(join(folder("dev"), name), ".txt"))
  .map((file) => plainOf(readDocument(file)));
const reports = filesIn(join(folder("dev"), "collection"), ".txt").map((file) => readFileSync(file, "utf8"));
const lines = readFileSync(join(folder("dev"), "claims", "none.txt"), "utf8")
  .trimEnd()
  .split("\n");
const versions = [
  ...plains.flatMap(versionsOf),
  ...reports.map((text, i) => versionWithoutGold(text, plains.length + i)),
  ...lines.flatMap((text, i) => Array(TIMES).fill(versionWithoutGold(text, plains.length + reports.length + i))),
];
if (process.argv.includes("--cross")) {
  const texts = [...plains.map(({ text }) => text), ...reports, ...lines];
  cross(
    versions,
    texts.reduce((all, { length }) => all + length, 0),
  );
} else settleModel(TARGET, train(versions));
