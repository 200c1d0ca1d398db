import { HEADING_ORIGINS, type HeadingOrigin } from "@zongjie/document";
import { loadData, z } from "@zongjie/lexicon";

/** The file `draft-notes.yaml`: what comments say, with {…} to fill. */
interface NoteWords {
  readonly draft: {
    readonly evidence: string;
    readonly overlap: string;
    readonly unplaced: string;
    readonly reason: string;
  };
  readonly heading: {
    readonly origins: Readonly<Record<HeadingOrigin, string>>;
    readonly base: string;
    readonly guide: string;
  };
  readonly sentence: {
    readonly given: string;
    readonly frame: string;
    readonly learned: string;
    readonly slots: string;
  };
  readonly sources: string;
  readonly figure: string;
  readonly brief: string;
  readonly record: string;
  readonly more: string;
  readonly most: string;
}

const word = z.string().min(1);

const noteWords: z.ZodType<NoteWords> = z.strictObject({
  draft: z.strictObject({ evidence: word, overlap: word, unplaced: word, reason: word }),
  heading: z.strictObject({ origins: z.record(z.enum(HEADING_ORIGINS), word), base: word, guide: word }),
  sentence: z.strictObject({ given: word, frame: word, learned: word, slots: word }),
  sources: word,
  figure: word,
  brief: word,
  record: word,
  more: word,
  most: word,
});

let loaded: NoteWords | undefined;

/** The words of the comments, read on first use: 句式p12：5份独立材料用过。 @throws Error as `loadData` does */
export function noteTexts(): NoteWords {
  loaded ??= loadData("draft-notes.yaml", noteWords);
  return loaded;
}

/** Fills the places of a wording: `{数}份` with 数 = 5 is 5份. A place without a value stays empty. */
export function worded(wording: string, values: Readonly<Record<string, string | number>>): string {
  return wording.replace(/\{([^{}]+)\}/gu, (_, name: string) => String(values[name] ?? ""));
}
