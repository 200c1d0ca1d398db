import { decode } from "@zongjie/cleaner";
import { runPage } from "@zongjie/pipeline";
import type { EvalPage } from "./gold.ts";
import { measurePage } from "./measure.ts";
import type { Tally } from "./tally.ts";
import { mainText, measureText } from "./text.ts";

/** Runs the product over pages and adds up what was measured. */
export function evaluate(pages: readonly EvalPage[]): Tally {
  const tally: Tally = new Map();
  for (const page of pages) {
    const record = runPage({ uri: page.name, bytes: page.bytes }, { keywords: 0 });
    measurePage(tally, record, page.gold, decode(page.bytes).text);
    if (page.gold.text !== undefined) measureText(tally, page.gold.text, mainText(record.documents));
  }
  return tally;
}
