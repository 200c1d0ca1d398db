import { alternatives, loadData, z } from "@zongjie/lexicon";

interface Self {
  /** How the unit speaks of itself: 我院. */
  readonly self: string;
  /** All that belongs to it: 全院. */
  readonly scope: string;
}

/** The file `sentence-words.yaml`. */
interface SentenceWords {
  readonly selves: readonly (Self & { readonly ends: readonly string[] })[];
  readonly anySelf: Self;
  readonly selfWords: readonly string[];
  readonly scopeWords: readonly string[];
  readonly periodWords: readonly string[];
}

const word = z.string().min(1);
const self = { self: word, scope: word };

const sentenceWords: z.ZodType<SentenceWords> = z.strictObject({
  selves: z.array(z.strictObject({ ends: z.array(word).min(1), ...self })),
  anySelf: z.strictObject(self),
  selfWords: z.array(word).min(1),
  scopeWords: z.array(word).min(1),
  periodWords: z.array(word).min(1),
});

let loaded: SentenceWords | undefined;

function words(): SentenceWords {
  loaded ??= loadData("sentence-words.yaml", sentenceWords);
  return loaded;
}

/** How a unit speaks of itself: 望麓县人民医院 gives 我院 and 全院; the longest end that is known counts. */
export function selfOf(unit: string | null): Self {
  const { selves, anySelf } = words();
  let best: Self = anySelf;
  let longest = 0;
  for (const { ends, self, scope } of selves)
    for (const end of ends)
      if (longest < end.length && unit?.endsWith(end)) [best, longest] = [{ self, scope }, end.length];
  return best;
}

let spoken: RegExp | undefined;

/** Words for oneself, for the whole and for the period, as groups of one expression: 我局 | 全县 | 今年以来. */
export function spokenWords(): RegExp {
  const { selfWords, scopeWords, periodWords } = words();
  spoken ??= new RegExp(
    `(${alternatives(selfWords)})|(${alternatives(scopeWords)})|(${alternatives(periodWords)})`,
    "gu",
  );
  return spoken;
}
