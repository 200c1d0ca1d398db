import { z } from "zod";
import { loadData } from "./load.ts";

/** The file `teaser-words.yaml`: what stands around a copy that was cut short. */
export interface TeaserWords {
  readonly more: readonly string[];
  readonly labels: readonly string[];
}

const words = z.array(z.string().min(2)).min(1);
const teaserFile: z.ZodType<TeaserWords> = z.strictObject({ more: words, labels: words });

let known: TeaserWords | undefined;

/** Words around a copy that was cut short, read on first use: 展开全文, 内容简介. @throws Error as `loadData` does */
export function teaserWords(): TeaserWords {
  known ??= loadData("teaser-words.yaml", teaserFile);
  return known;
}
