export { composeOutline, learnPatterns, renderMarkdown } from "@zongjie/composer";
export { findFigures } from "@zongjie/segmenter";
export { type Explanation, explain } from "./explain.ts";
export { documentMarkdown } from "./markdown.ts";
export type { PageInput, RunOptions } from "./options.ts";
export { LARGEST, type Reading, readInputs, reasonOf, type UnreadInput } from "./read.ts";
export { type CleanPage, cleanPage, failedPage, isFailed, runPage } from "./run.ts";
export { STAGES, type Stage, type Work } from "./stages.ts";
export { csvCell, FIGURE_COLUMNS, type FigureRow, figureRows } from "./table.ts";
