import { z } from "zod";
import { type RuleSource, ruleSchemaWith } from "../schema.ts";

/** Reasons of the ledger that a line of the user's may go for. */
export const REMOVAL_REASONS = [
  "navigation",
  "breadcrumb",
  "byline",
  "site-title",
  "teaser",
  "disclaimer",
  "related-links",
  "pagination",
  "toc-marker",
  "file-info",
  "tag-list",
  "footer",
  "widget",
  "advertisement",
  "caption-credit",
  "other",
] as const;

const PREFIX = "user.";

/** `portal.qr` and `user.portal.qr` are one id: what the ledger shows begins with `user.` */
const userId: z.ZodType<string> = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/, "an id is lower case, such as portal.qr-hint")
  .transform((id) => (id.startsWith(PREFIX) ? id : `${PREFIX}${id}`));

const reason = z.enum(REMOVAL_REASONS, { error: `one of ${REMOVAL_REASONS.join(" ")}` });

const rulesOf = (rule: z.ZodType<RuleSource>): z.ZodType<{ readonly rules: readonly RuleSource[] }> =>
  z.strictObject({ rules: z.array(rule).min(1) });

/** Rule files that a lexicon may have, each for the rules of the same name among ours, and the longest text they see. */
export const RULE_FILES: Readonly<
  Record<string, { readonly schema: z.ZodType<{ readonly rules: readonly RuleSource[] }>; readonly length: number }>
> = {
  "boilerplate.yaml": { schema: rulesOf(ruleSchemaWith(userId, reason)), length: 300 },
  // a label would make it a rule about periods
  "non-figures.yaml": { schema: rulesOf(ruleSchemaWith(userId, z.undefined().optional())), length: 100 },
};

/** Longest line that may be named, in UTF-16 units: longer ones are never asked about. */
const LONGEST = 300;

const line = z.string().trim().min(2, "a line has two characters at least").max(LONGEST);
const lines: z.ZodType<string[]> = z
  .union([z.string().transform((text) => text.split("\n").filter((one) => one.trim() !== "")), z.array(z.string())])
  .pipe(z.array(line).min(1));

/** `noise-lines.yaml`: whole lines that go wherever they stand, by the reason of the ledger. */
export const noiseLineFile: z.ZodType<{ readonly noise: Readonly<Partial<Record<string, readonly string[]>>> }> =
  z.strictObject({ noise: z.partialRecord(reason, lines) });

/** `names.yaml`: names that hold a numeral and state no quantity. */
export const nameFile: z.ZodType<{ readonly names: readonly string[] }> = z.strictObject({
  names: z.array(z.string().trim().min(2).max(60)).min(1),
});
