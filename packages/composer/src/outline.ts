import type { Brief, Draft, Patterns } from "@zongjie/document";
import { composeDraft } from "./draft.ts";

/**
 * Composes an outline for a brief from what a collection taught: the headings of a draft, and under each what to write there.
 * The same brief and patterns give the same outline.
 */
export function composeOutline(brief: Brief, patterns: Patterns): Draft {
  return composeDraft(brief, patterns, { outline: true });
}
