export {
  type BriefReading,
  composeDraft,
  explainDraft,
  foreignUnits,
  learnPatterns,
  listPatterns,
  type RecordFigure,
  readBrief,
  renderDocx,
  renderHtml,
  renderMarkdown,
  statsOfPatterns,
} from "@zongjie/composer";
export { type Lexicon, lexiconInUse, lexiconVersion } from "@zongjie/lexicon";
export { findFigures } from "@zongjie/segmenter";
export { type Cell, csvRow } from "./csv.ts";
export { type Explanation, explain } from "./explain.ts";
export type { CollectionDocument } from "./families/family.ts";
export { type FamilyFinder, familyFinder } from "./families/index.ts";
export { type TextFile, textFile } from "./families/text-file.ts";
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
export { type Outcome, type PoolOptions, workPages } from "./pool/index.ts";
export { pageTotal } from "./pool/total.ts";
export type { WorkedPage } from "./pool/work.ts";
export { type RawReader, rawReader } from "./raw.ts";
export type { FieldChoice } from "./readers/fields.ts";
export { readInputs } from "./readers/index.ts";
export { pathsOf } from "./readers/paths.ts";
export { type Reading, reasonOf, type UnreadInput } from "./readers/reading.ts";
export { newTally, type Tally, tallyLines } from "./readers/tally.ts";
export { type Doubt, findDoubts } from "./review.ts";
export { type CleanPage, cleanPage, failedPage, failureOf, recordOf, runPage, workBefore } from "./run.ts";
export { renderReport } from "./run-report/index.ts";
export { type RunSurvey, surveyRun } from "./run-report/survey.ts";
export type { SiteLines } from "./sites/site.ts";
export { type SiteSurvey, siteSurvey, surveySites } from "./sites/survey.ts";
export { STAGES, type Stage, splitContext, type Work } from "./stages.ts";
export { type RecordBreach, readRecord, type Verification, verifyRecord } from "./verify.ts";
export { documentArticle } from "./writers/article.ts";
export { csvWriter } from "./writers/csv.ts";
export { fileNamer } from "./writers/file-name.ts";
export { parquetWriter } from "./writers/parquet.ts";
export { type Split, type SplitPart, splitPart } from "./writers/split.ts";
export { shortTable, type Table, type TableWriter } from "./writers/table.ts";
export { TABLES } from "./writers/tables.ts";
export { writeWorkbook } from "./writers/xlsx/index.ts";
