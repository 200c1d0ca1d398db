export {
  type BriefReading,
  composeDraft,
  explainDraft,
  learnPatterns,
  listPatterns,
  type RecordFigure,
  readBrief,
  renderDocx,
  renderHtml,
  renderMarkdown,
  statsOfPatterns,
} from "@zongjie/composer";
export { type Lexicon, lexiconInUse } from "@zongjie/lexicon";
export { findFigures } from "@zongjie/segmenter";
export { type Cell, csvRow } from "./csv.ts";
export { type Explanation, explain } from "./explain.ts";
export { type FigureChoice, figureChooser } from "./figure-choice.ts";
export { boundsOf, FIGURE_COLUMNS, type FigureColumn, figureRow } from "./figure-columns.ts";
export { type FigureReading, readFigures } from "./figure-file.ts";
export { findingsOf } from "./findings.ts";
export { type FoundDocument, type FoundSentence, findMatches, type SentenceQuery } from "./grep.ts";
export { type DocumentLayout, documentLayouts } from "./layout.ts";
export { openLexicon } from "./lexicon.ts";
export { documentMarkdown } from "./markdown.ts";
export { plainNumber } from "./number.ts";
export type { PageInput, RunOptions } from "./options.ts";
export { headingText, type OutlineChoice, outlinesOf } from "./outline.ts";
export { opening, outlineMarkdown, placeWords } from "./outline-markdown.ts";
export { type Pattern, plainPattern, regexPattern, SlowPatternError } from "./pattern.ts";
export { readRaw } from "./raw.ts";
export { LARGEST, type Reading, readInputs, reasonOf, type UnreadInput } from "./read.ts";
export { type Doubt, findDoubts } from "./review.ts";
export { type CleanPage, cleanPage, failedPage, isFailed, recordOf, runPage, workBefore } from "./run.ts";
export { STAGES, type Stage, splitContext, type Work } from "./stages.ts";
export { type RecordBreach, readRecord, type Verification, verifyRecord } from "./verify.ts";
