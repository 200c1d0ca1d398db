import {
  cutLines,
  type DocumentSpan,
  type DroppedLine,
  findBoilerplate,
  findCharacters,
  findFrame,
  findMarkup,
  findPrintMarks,
  findRepairs,
  findRepeats,
  findTraditional,
  findWraps,
  type LineHint,
  repairEvidence,
  type SplitContext,
  splitDocuments,
  wrapSetting,
} from "@zongjie/cleaner";
import {
  carry,
  cleanSpan,
  type Edit,
  locate,
  type Page,
  type PageMeta,
  revise,
  type Span,
  trace,
} from "@zongjie/document";
import { repeatsOn, type SiteLines } from "./sites/site.ts";

/**
 * A page of the web; a text or an article in the cell of a table, which a scraper has taken out of its page; a document that
 * was made to be printed (Word, PDF).
 */
type Medium = "web" | "cell" | "print";

/** What the stages know of a page while it is worked on. All spans count in `page.text`. */
export interface Work {
  readonly page: Page;
  readonly html: boolean;
  /** Where the text comes from. */
  readonly medium: Medium;
  /** True where traditional characters are to be written simplified. */
  readonly simplify: boolean;
  /** Lines that stand on many pages of a site, where a run looked for them. */
  readonly siteLines: SiteLines | null;
  readonly lines: readonly LineHint[];
  /** h1–h6 of the markup, by the raw offset of their first character. */
  readonly headings: readonly { readonly raw: number; readonly level: number }[];
  /** The headline that an HTML page shows, by the raw offset of its first character; null where none is known. */
  readonly headline: number | null;
  readonly meta: PageMeta | null;
  /** Lines that were taken out, with their reason. */
  readonly dropped: readonly DroppedLine[];
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
  gives: ["page", "lines", "headings", "headline", "meta"],
  run: (work) => {
    if (!work.html) return work;
    const { edits, lines, meta } = findMarkup(work.page.text);
    const page = revise(work.page, "markup", edits);
    const rawOf = (start: number): number => trace(page, cleanSpan(start, start + 1))[0]?.start ?? 0;
    const headings = lines.flatMap(({ heading, start, end }) =>
      heading === null || start === end ? [] : [{ raw: rawOf(start), level: heading }],
    );
    // a thread's headline is the first post's own words: its question
    const thread = lines.some(({ landmark }) => landmark === "posts");
    const shown = thread ? undefined : lines.find((line) => line.headline && line.start < line.end);
    return { ...work, page, lines, headings, headline: shown === undefined ? null : rawOf(shown.start), meta };
  },
};

/** A stage that works on what some media only have: a site's frame, the numbers of printed pages. */
const on = (media: readonly Medium[], stage: Stage): Stage => ({
  ...stage,
  needs: [...stage.needs, "medium"],
  run: (work) => (media.includes(work.medium) ? stage.run(work) : work),
});

const frame: Stage = {
  name: "frame",
  needs: ["page", "lines"],
  gives: ["page"],
  run: (work) => (work.html ? revised(work, "boilerplate", findFrame(work.page.text, work.lines)) : work),
};

const print: Stage = {
  name: "print",
  needs: ["page"],
  gives: ["page", "dropped"],
  run: (work) => {
    const { edits, dropped } = findPrintMarks(work.page.text);
    return { ...work, dropped, page: revise(work.page, "boilerplate", edits) };
  },
};

const characters: Stage = {
  name: "characters",
  needs: ["page"],
  gives: ["page"],
  run: (work) => revised(work, "characters", findCharacters(work.page.text)),
};

const simplify: Stage = {
  name: "simplify",
  needs: ["page", "simplify"],
  gives: ["page"],
  run: (work) => (work.simplify ? revised(work, "simplify", findTraditional(work.page.text)) : work),
};

const boilerplate: Stage = {
  name: "boilerplate",
  needs: ["page", "html", "medium", "headings", "siteLines"],
  gives: ["page", "dropped"],
  run: (work) => {
    const framed = work.html && work.medium === "web";
    const repeats = repeatsOn(work.siteLines, work.page.id, work.meta?.site ?? null);
    const { edits, dropped } = findBoilerplate(work.page.text, framed, splitContext(work), repeats);
    return { ...work, dropped, page: revise(work.page, "boilerplate", edits) };
  },
};

const split: Stage = {
  name: "split",
  needs: ["page", "headings", "headline", "dropped"],
  gives: ["documents"],
  run: (work) => ({ ...work, documents: titled(work, splitDocuments(work.page.text, splitContext(work))) }),
};

/**
 * The first document's title is the page's headline where it begins with it and its words said nothing else; marks at the
 * headline's ends (`「蓝印花布」展`) are its own.
 */
function titled({ page, headline }: Work, documents: readonly DocumentSpan[]): readonly DocumentSpan[] {
  const [first, ...others] = documents;
  if (headline === null || first === undefined) return documents;
  const at = locate(page, headline);
  const end = page.text.indexOf("\n", at);
  if (at !== first.start || end === -1 || first.end <= end || page.text[at] !== page.raw[headline]) return documents;
  const left =
    first.title === null ? "" : page.text.slice(at, first.title.start) + page.text.slice(first.title.end, end);
  if (/[\p{L}\p{N}]/u.test(left) || (first.title !== null && !/[“”「」]/.test(left))) return documents;
  return [{ ...first, title: { start: at, end } }, ...others];
}

/** What the earlier stages know that speaks for or against a boundary. */
export function splitContext({ page, headings, dropped }: Work): SplitContext {
  return {
    gaps: page.pieces.flatMap(({ edit, insert, text, start, end }) =>
      insert !== "" || edit === null || edit.stage !== "boilerplate"
        ? []
        : [{ at: text, size: end - start, reason: edit.reason ?? "other", rule: edit.rule }],
    ),
    headings: headings.flatMap(({ raw, level }) => {
      const at = locate(page, raw);
      return page.text[at] === page.raw[raw] ? [{ at, level }] : [];
    }),
    dropped: dropped.map(({ text }) => text),
  };
}

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
  run: (work) => {
    const set =
      work.documents.length < 2 ? null : wrapSetting(cutLines(work.page.text).filter(({ text }) => text !== ""));
    return perDocument(work, "reflow", (text, title) => findWraps(text, title, set));
  },
};

const repair: Stage = {
  name: "repair",
  needs: ["page", "documents", "dropped"],
  gives: ["page", "documents"],
  run: (work) => {
    const dropped = work.dropped.map(({ text }) => text);
    const evidence = repairEvidence(work.page.text, work.meta?.site ?? null, dropped);
    return perDocument(work, "repair", (text) => findRepairs(text, evidence));
  },
};

/**
 * The order of the stages, and why: markup first, for all that follows reads text; the frame of an HTML page next, while
 * the lines still are where the DOM said, or what printing added to a document of Word or PDF, which has no site around it
 * and of which nothing else goes; characters before any rule looks at digits or colons; simplified writing, where
 * it is asked for, before any rule looks at words; boilerplate before
 * splitting, so that a menu is no headline; a second rendering of the whole article before splitting too,
 * or it would be a document; splitting before reflow and repair, which look at one document at a time
 * (a wrap width, a `、` that is a decimal point all through); reflow before repair, since a repair may reach over a wrap.
 */
export const STAGES: readonly Stage[] = [
  markup,
  on(["web"], frame),
  on(["print"], print),
  characters,
  simplify,
  on(["web", "cell"], boilerplate),
  on(["web", "cell"], repeat),
  split,
  reflow,
  repair,
];

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
