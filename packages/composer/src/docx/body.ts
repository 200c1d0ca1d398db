import type { Draft, DraftSection, DraftSentence } from "@zongjie/document";
import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type ICommentOptions,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from "docx";
import { guideLines } from "../figure-words.ts";
import { type Figures, headingNote, sentenceNote, titleNote } from "./notes.ts";
import { BODY_SIZE, characters, LINE, TITLE_SIZE } from "./page.ts";
import { ems, runsOf } from "./runs.ts";
import { noteTexts, worded } from "./words.ts";

/** Author of comments and of the file: never the user's name. */
export const CREATOR = "zongjie";

/** The date of all there is to date: the same draft gives the same bytes. The first day that a zip file can hold. */
export const EPOCH: Date = new Date(Date.UTC(1980, 0, 1));

/** Deeper headings look like those of the last level. */
const DEEPEST = 4;

/** LibreOffice takes a second for four hundred comments and minutes for some thousands: what comes later has none. */
const MOST_COMMENTS = 400;

/**
 * A paragraph is not longer than this, in UTF-16 code units: the time that LibreOffice takes to lay one out grows with the square
 * of its runs (4,000 places to fill in one took 5 s, 8,000 took 17 s).
 */
const LONGEST_PARAGRAPH = 5000;

/** What is written of a draft: its paragraphs, and the comments on them in the order of the text. */
export interface Body {
  readonly paragraphs: readonly Paragraph[];
  readonly comments: readonly ICommentOptions[];
}

/** The paragraphs of a draft: title, 主送机关, 导语, headings with the text or the guide below, 结语, 落款. */
export function bodyOf(draft: Draft): Body {
  const paragraphs: Paragraph[] = [];
  const comments: ICommentOptions[] = [];
  const figures: Figures = new Map(draft.figures.map((figure) => [figure.id, figure]));
  const outline = draft.form === "outline";

  const add = (style: string, children: readonly ParagraphChild[], options: IParagraphOptions = {}): void => {
    paragraphs.push(new Paragraph({ style, ...options, children }));
  };
  const noted = (runs: readonly TextRun[], lines: readonly string[]): ParagraphChild[] => {
    const id = comments.length;
    if (id === MOST_COMMENTS) return [...runs];
    const last = id + 1 === MOST_COMMENTS ? [worded(noteTexts().most, { 数: MOST_COMMENTS })] : [];
    comments.push(commentOf(id, [...lines, ...last]));
    const mark = new TextRun({ children: [new CommentReference(id)] });
    return [new CommentRangeStart(id), ...runs, new CommentRangeEnd(id), mark];
  };
  const addSentences = (sentences: readonly DraftSentence[], style: string): void => {
    for (const part of paragraphsOf(sentences))
      add(
        style,
        part.flatMap(({ sentence, text, first }) =>
          first ? noted(runsOf(text), sentenceNote(sentence, figures)) : runsOf(text),
        ),
      );
  };
  const addSection = (section: DraftSection): void => {
    const note = headingNote(section, figures, outline ? [] : section.guide);
    add(`Heading${Math.min(section.level, DEEPEST)}`, noted(runsOf(`${section.marker}${section.title}`), note));
    if (outline) for (const line of guideLines(section, draft)) add("Guide", runsOf(line));
    addSentences(section.sentences, "BodyText");
    for (const child of section.children) addSection(child);
  };

  add("Title", noted(titleRuns(draft), titleNote(draft, figures)));
  if (draft.addressee !== null) add("Salutation", runsOf(`${draft.addressee}：`));
  for (const part of outline ? draft.opening.map((line) => [line]) : [draft.opening])
    addSentences(part, outline ? "Guide" : "BodyText");
  for (const section of draft.sections) addSection(section);
  addSentences(draft.closing, "BodyText");
  const { unit, date } = signatureIndents(draft.signature);
  add("Signature", runsOf(draft.signature.unit), { indent: { right: unit } });
  add("Date", runsOf(draft.signature.date), { indent: { right: date } });
  return { paragraphs, comments };
}

/** A sentence or, where one alone is too long for a paragraph, a piece of it. */
interface Piece {
  readonly sentence: DraftSentence;
  readonly text: string;
  /** Whether the sentence begins with it; there its comment stands. */
  readonly first: boolean;
}

/** Where a sentence is cut: behind a place to fill or a stop. */
const PIECE = new RegExp(`[^]{1,${LONGEST_PARAGRAPH - 2}}[】。；][，。；、]?|[^]{1,${LONGEST_PARAGRAPH}}`, "gu");

/** Sentences that stand in one paragraph; more than one paragraph only where there is too much for it. */
function paragraphsOf(sentences: readonly DraftSentence[]): Piece[][] {
  const paragraphs: Piece[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const sentence of sentences) {
    const { text } = sentence;
    const texts = text.length <= LONGEST_PARAGRAPH ? [text] : (text.match(PIECE) ?? []);
    for (const [i, piece] of texts.entries()) {
      length += piece.length;
      if (LONGEST_PARAGRAPH < length) {
        paragraphs.push([]);
        length = piece.length;
      }
      paragraphs.at(-1)?.push({ sentence, text: piece, first: i === 0 });
    }
  }
  return paragraphs;
}

function commentOf(id: number, lines: readonly string[]): ICommentOptions {
  const children = lines.map((line) => new Paragraph({ style: "CommentText", children: runsOf(line) }));
  return { id, author: CREATOR, initials: "zj", date: EPOCH, children };
}

/**
 * A title that takes more than a line breaks behind the unit, never in a word of it (GB/T 9704-2012, 7.3.1):
 * 江州市青林县中医医院 ⏎ 2024年双拥工作总结.
 */
function titleRuns({ title, unit }: Draft): TextRun[] {
  const fits = ems(title) * TITLE_SIZE <= LINE * BODY_SIZE;
  if (fits || unit === null || !title.startsWith(unit) || title === unit) return runsOf(title);
  return [...runsOf(unit), new TextRun({ break: 1 }), ...runsOf(title.slice(unit.length))];
}

/**
 * How far unit and date stand from the right edge, in twips (7.3.5.2, without a seal): the unit two characters, the date
 * beginning two characters behind the unit's first; where the date is the longer one, the date two characters.
 *
 *     ………………江州市青林县中医医院⿴⿴
 *     ……………………2024年12月31日⿴⿴
 */
function signatureIndents(signature: Draft["signature"]): { unit: number; date: number } {
  const [unit, date] = [Math.min(ems(signature.unit), LINE - 2), Math.min(ems(signature.date), LINE - 6)];
  const right = unit < date ? { unit: 4 + date - unit, date: 2 } : { unit: 2, date: unit - date };
  return { unit: characters(right.unit), date: characters(right.date) };
}
