export type { PageInput, RunOptions } from "./options.ts";
export { type CleanPage, cleanPage, isFailed, runPage } from "./run.ts";
export { STAGES, type Stage, type Work } from "./stages.ts";
