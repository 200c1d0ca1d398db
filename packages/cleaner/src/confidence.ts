import { confidenceOf, entityWords } from "@zongjie/lexicon";
import { isProse, markerOf } from "./line.ts";
import { shippedScorer } from "./noise/scorer.ts";
import { readTitle } from "./title.ts";

/** Upper bounds of the buckets of the trained model's probability. */
const NOISE = [0.1, 0.5, 0.8, 0.9, 0.95, 0.97, 0.99, 1];

/** Rules that judge a line by its place, by their first word; the others go by its words. */
const PLACES: ReadonlySet<string> = new Set(["edge", "head", "links", "repeat", "seam", "toc", "truncated"]);

/**
 * What is known of a line that goes: by what sort of rule, what the trained model thinks of it, and what speaks for it.
 * `removalFeatures("edge.after-text", "清溪县教育局", 0.3)` has `by:edge`, `noise:0.5`, `signed`.
 */
export function removalFeatures(rule: string, text: string, noise: number): string[] {
  const group = rule.slice(0, rule.indexOf("."));
  const by = group === "model" || PLACES.has(group) ? group : rule === "related.item" ? "item" : "words";
  return [`by:${by}`, `noise:${bucketOf(noise)}`, ...ownFeatures(text)];
}

/** What is known of a kept line: `keptFeatures("基本情况", 0.4)` has `noise:0.5`. */
export function keptFeatures(text: string, noise: number): string[] {
  return [`noise:${bucketOf(noise)}`, ...ownFeatures(text)];
}

/** What is known of a line that stands outside of an article's frame: `frameFeatures("frame.links", true, 12)`. */
export function frameFeatures(rule: string, core: boolean, weight: number): string[] {
  const out = [`by:${rule.slice(0, rule.indexOf("."))}`];
  if (rule === "frame.outside" || rule === "tail.comment") out.push(rule);
  if (core) out.push("core");
  if (0 < weight) out.push(weight < 20 ? "words" : "prose");
  return out;
}

/** What speaks for a line to be a document's. */
function ownFeatures(text: string): string[] {
  const out: string[] = [];
  const line = text.trim();
  const marker = markerOf(line);
  const title = readTitle(line.replace(/^(?:[\dA-Za-z#.、\s\u3000]{1,8})/, ""));
  if (title !== null) out.push(title.inner ? "inner" : "title");
  if (marker !== "") out.push("marker");
  if (isProse(line)) out.push("prose");
  if (line.length <= 3) out.push("tiny");
  if (/(?:19|20)\d\d年\d{1,2}月|[〇零二]年[一二三四五六七八九十]{1,2}月/.test(line)) out.push("dated");
  else if (line.length <= 30 && entityWords().orgEnd.some((word) => line.endsWith(word))) out.push("signed");
  if (60 < line.length) out.push("long");
  return out;
}

function bucketOf(noise: number): number {
  return NOISE.find((bound) => noise < bound) ?? 1;
}

/** How sure it is that a line stays rightly, 0–1 in hundredths: `keptConfidence("一、基本情况")` is high. */
export function keptConfidence(text: string): number {
  return confidenceOf("kept", keptFeatures(text, shippedScorer().probability(text)));
}

/** Rules of the user's own are not doubted. */
const USER = "user.";

/** How sure it is that a line or a piece of one goes rightly, 0–1 in hundredths; `noise` is the model's probability. */
export function removalConfidence(rule: string, text: string, noise: number): number {
  return rule.startsWith(USER) ? 1 : confidenceOf("removal", removalFeatures(rule, text, noise));
}

/** The same of a line that is taken out for its place in an HTML page. */
export function frameConfidence(rule: string, line: { readonly core: boolean; readonly weight: number }): number {
  return confidenceOf("frame", frameFeatures(rule, line.core, line.weight));
}
