import { z } from "zod";
import { loadData } from "./load.ts";

/** A word that is put in for a common one all through a text, and places where only the common one can stand. */
export interface SpunTerm {
  readonly wrong: string;
  readonly usual: string;
  readonly frames: readonly string[];
}

/** The file `spun.yaml`; the records lead from the wrong word to the usual one: 步队 → 部队. */
export interface SpunWords {
  readonly odd: Readonly<Record<string, string>>;
  readonly bound: Readonly<Record<string, string>>;
  readonly plain: Readonly<Record<string, string>>;
  readonly except: readonly string[];
  /** One letter each. */
  readonly levels: string;
  readonly terms: readonly SpunTerm[];
}

const pairs = z.record(z.string().min(2), z.string().min(2));
const spunFile: z.ZodType<SpunWords> = z.strictObject({
  odd: pairs,
  bound: pairs,
  plain: pairs,
  except: z.array(z.string().min(3)).min(1),
  levels: z.string().min(10),
  terms: z
    .array(
      z.strictObject({ wrong: z.string().min(2), usual: z.string().min(2), frames: z.array(z.string().min(3)).min(3) }),
    )
    .min(1),
});

let known: SpunWords | undefined;

/** Wrong words of machine-spun text, read on first use: 步队 for 部队, 当真 for 认真. @throws Error as `loadData` does */
export function spunWords(): SpunWords {
  known ??= loadData("spun.yaml", spunFile);
  return known;
}
