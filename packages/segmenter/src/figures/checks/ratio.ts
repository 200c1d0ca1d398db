import type { Check } from "@zongjie/document";
import type { Term } from "./term.ts";
import { check, halfStep, relative } from "./tolerance.ts";

/** How far off a share may be that is said to be about so much, of itself. */
const ABOUT = 0.05;

/** A figure of shares of a part in a whole, `figures[0]` the share: 占25% of 20人 in 80人. */
export function ratio(
  share: Term,
  part: Pick<Term, "figure" | "value" | "index">,
  whole: Pick<Term, "figure" | "value" | "index">,
): Check {
  const computed = (100 * part.value) / whole.value;
  const about = share.figure.qualifier === null ? 0 : ABOUT * share.value;
  const tolerance = halfStep(share.figure) + computed * (relative(part.figure) + relative(whole.figure)) + about;
  return check("percent-of", share.value, computed, tolerance, [share.index, part.index, whole.index]);
}
