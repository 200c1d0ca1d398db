export { learnPatterns } from "./learn.ts";
export type * from "./patterns.ts";
