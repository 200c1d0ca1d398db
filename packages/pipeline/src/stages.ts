import {
  type DocumentSpan,
  findBoilerplate,
  findCharacters,
  findFrame,
  findMarkup,
  findRepairs,
  findRepeats,
  findWraps,
  type LineHint,
  siteWords,
  splitDocuments,
} from "@zongjie/cleaner";
import { carry, cleanSpan, type Edit, type Page, type PageMeta, revise, type Span, trace } from "@zongjie/document";

/** What the stages know of a page while it is worked on. All spans count in `page.text`. */
export interface Work {
  readonly page: Page;
  readonly html: boolean;
  readonly lines: readonly LineHint[];
  /** h1–h6 of the markup, by the raw offset of their first character. */
  readonly headings: readonly { readonly raw: number; readonly level: number }[];
  readonly meta: PageMeta | null;
  /** Lines that were taken out, with their reason. */
  readonly dropped: readonly { readonly text: string; readonly reason: string }[];
  readonly documents: readonly DocumentSpan[];
}

/** A stage reads the work and gives it on, revised. */
export interface Stage {
  readonly name: string;
  readonly needs: readonly (keyof Work)[];
  readonly gives: readonly (keyof Work)[];
  readonly run: (work: Work) => Work;
}

const markup: Stage = {
  name: "markup",
  needs: ["page", "html"],
  gives: ["page", "lines", "headings", "meta"],
  run: (work) => {
    if (!work.html) return work;
    const { edits, lines, meta } = findMarkup(work.page.text);
    const page = revise(work.page, "markup", edits);
    const headings = lines.flatMap(({ heading, start, end }) =>
      heading === null || start === end
        ? []
        : [{ raw: trace(page, cleanSpan(start, start + 1))[0]?.start ?? 0, level: heading }],
    );
    return { ...work, page, lines, headings, meta };
  },
};

const frame: Stage = {
  name: "frame",
  needs: ["page", "lines"],
  gives: ["page"],
  run: (work) => (work.html ? revised(work, "boilerplate", findFrame(work.page.text, work.lines)) : work),
};

const characters: Stage = {
  name: "characters",
  needs: ["page"],
  gives: ["page"],
  run: (work) => revised(work, "characters", findCharacters(work.page.text)),
};

const boilerplate: Stage = {
  name: "boilerplate",
  needs: ["page", "html"],
  gives: ["page", "dropped"],
  run: (work) => {
    const { edits, dropped } = findBoilerplate(work.page.text, work.html);
    return { ...work, dropped, page: revise(work.page, "boilerplate", edits) };
  },
};

const split: Stage = {
  name: "split",
  needs: ["page"],
  gives: ["documents"],
  run: (work) => ({ ...work, documents: splitDocuments(work.page.text) }),
};

const repeat: Stage = {
  name: "repeat",
  needs: ["page"],
  gives: ["page"],
  run: (work) => revised(work, "boilerplate", findRepeats(work.page.text)),
};

const reflow: Stage = {
  name: "reflow",
  needs: ["page", "documents"],
  gives: ["page", "documents"],
  run: (work) => perDocument(work, "reflow", (text, title) => findWraps(text, title)),
};

const repair: Stage = {
  name: "repair",
  needs: ["page", "documents", "dropped"],
  gives: ["page", "documents"],
  run: (work) => {
    const words = siteWords([work.meta?.site ?? "", ...work.dropped.map(({ text }) => text)]);
    return perDocument(work, "repair", (text) => findRepairs(text, words));
  },
};

/**
 * The order of the stages, and why: markup first, for all that follows reads text; the frame of an HTML page next, while
 * the lines still are where the DOM said; characters before any rule looks at digits or colons; boilerplate before
 * splitting, so that a menu is no headline; a second rendering of the whole article before splitting too,
 * or it would be a document; splitting before reflow and repair, which look at one document at a time
 * (a wrap width, a `、` that is a decimal point all through); reflow before repair, since a repair may reach over a wrap.
 */
export const STAGES: readonly Stage[] = [markup, frame, characters, boilerplate, repeat, split, reflow, repair];

function revised(work: Work, stage: string, edits: readonly Edit[]): Work {
  return { ...work, page: revise(work.page, stage, edits) };
}

/** Runs a finder over each document's own text and carries the documents' spans along. */
function perDocument(work: Work, stage: string, find: (text: string, title: Span | null) => Edit[]): Work {
  const { text } = work.page;
  const edits = work.documents.flatMap(({ start, end, title }) =>
    find(text.slice(start, end), title === null ? null : { start: title.start - start, end: title.end - start }).map(
      (edit) => ({ ...edit, start: edit.start + start, end: edit.end + start }),
    ),
  );
  const starts = carry(
    work.documents.map((d) => d.start),
    edits,
    "before",
  );
  const ends = carry(
    work.documents.map((d) => d.end),
    edits,
    "after",
  );
  const titled = work.documents.flatMap((d) => (d.title === null ? [] : [d.title]));
  const titleStarts = carry(
    titled.map((t) => t.start),
    edits,
    "after",
  );
  const titleEnds = carry(
    titled.map((t) => t.end),
    edits,
    "before",
  );
  let t = 0;
  const documents = work.documents.map((d, i): DocumentSpan => {
    const title = d.title === null ? null : { start: titleStarts[t] ?? 0, end: titleEnds[t++] ?? 0 };
    return { ...d, title, start: starts[i] ?? 0, end: ends[i] ?? 0 };
  });
  return { ...work, documents, page: revise(work.page, stage, edits) };
}
