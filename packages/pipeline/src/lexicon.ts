import { type Lexicon, type LexiconCase, readLexicon, useLexicon } from "@zongjie/lexicon";
import { findFigures, type UnitFile, unitFileSchema } from "@zongjie/segmenter";

/**
 * Reads the user's own rules, lines, units and names, tries each on its examples, and adds them to ours for the rest of
 * the process: `openLexicon("my-lexicon")`. Where it has problems they are in what comes back, and nothing is added.
 * @throws Error where a page was read before, or another lexicon is in use
 */
export function openLexicon(folder: string): Lexicon {
  const read = readLexicon(folder, unitFileSchema);
  if (0 < read.problems.length) return read;
  useLexicon(read);
  // units are tried last: they are only known once they are in use
  const cases = tryUnits(read.units as UnitFile | null);
  const problems = cases
    .filter(({ right }) => !right)
    .map(({ file, line, rule, text }) => ({
      file,
      line,
      rule,
      message: `no figure with a unit of the group: ${text}`,
    }));
  return { ...read, cases: [...read.cases, ...cases], problems };
}

/** Each example of a group must be read as a figure with one of its units, and of its kind. */
function tryUnits(units: UnitFile | null): LexiconCase[] {
  return (units?.groups ?? []).flatMap(({ kind, note, examples, units: names }) =>
    examples.map((text): LexiconCase => {
      const right = findFigures(text).some((figure) => figure.kind === kind && names.includes(figure.unit));
      return { file: "units.yaml", line: null, rule: note, text, wanted: "hit", right };
    }),
  );
}
