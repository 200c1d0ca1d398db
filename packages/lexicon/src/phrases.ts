import { z } from "zod";
import { loadData } from "./load.ts";

const phraseFileSchema: z.ZodType<{ readonly phrases: readonly string[] }> = z.strictObject({
  phrases: z.array(z.string().min(2)).min(1),
});

let known: readonly string[] | undefined;

/** Fixed phrases of the genre, by which a masked character can be filled: 拥军优属, 三个代表. */
export function fixedPhrases(): readonly string[] {
  known ??= loadData("phrases.yaml", phraseFileSchema).phrases;
  return known;
}
