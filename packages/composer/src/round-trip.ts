import type { PageRecord } from "@zongjie/document";
import { extract } from "./sentences/extract.ts";
import { mineSentences } from "./sentences/mine.ts";
import { distinct, sentencesOf } from "./sources.ts";

/** How many slots-of-a-sentence came back as they were of how many. */
export interface RoundTrip {
  readonly right: number;
  readonly all: number;
}

/** Runs each mined pattern backwards over the sentences that it was mined from: 新建社区食堂12个 has to give 社区食堂 and 12个 again. */
export function roundTrip(records: Iterable<PageRecord>, least: number = 3): RoundTrip {
  const documents = [...records].flatMap((record) => record.documents).filter(({ text }) => text.trim() !== "");
  const { patterns, occurrences } = mineSentences(sentencesOf(distinct(documents).speaking), least);
  let right = 0;
  for (const { pattern, text, fillings } of occurrences) {
    const mined = patterns[pattern];
    const found = mined === undefined ? null : extract(mined, text);
    if (found?.every((value, i) => value === fillings[i]?.text)) right++;
  }
  return { right, all: occurrences.length };
}
