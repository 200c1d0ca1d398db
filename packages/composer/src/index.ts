export type { Brief } from "./brief.ts";
export { learnPatterns } from "./learn.ts";
export { renderMarkdown } from "./markdown.ts";
export { composeOutline } from "./outline.ts";
export type * from "./patterns.ts";
