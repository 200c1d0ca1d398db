import type { DocumentKind, Patterns, Role } from "@zongjie/document";
import { kindFrame } from "./frames.ts";
import { likeness } from "./matter.ts";
import { order } from "./names.ts";

/** What a document of another matter counts beside one of the same. */
const OTHER_MATTER = 0.25;
/** How much faster a place counts the nearer it is. */
const NEARNESS = 0.25;

/**
 * Foretells what follows the sections so far, best first; 终 is the end: after 组织领导, 做法, 做法 of a 总结 on 双拥 most likely 做法,
 * 打算, 问题. Every place of the collection's documents with the same role before it speaks for what follows there, the more
 * the more alike its document and what stands before.
 */
export function predictSections(
  patterns: Patterns,
  { kind, matter }: { readonly kind: DocumentKind; readonly matter: string },
  before: readonly Role[],
): (Role | "终")[] {
  const { kin } = kindFrame(kind);
  const alike = patterns.families.map(({ matters }) => Math.max(0, ...matters.map((other) => likeness(matter, other))));
  const votes = new Map<Role | "终", number>();
  for (const source of patterns.sources) {
    if (source.outline.length < 2) continue;
    const weight =
      (source.kind === kind ? 1 : (kin[source.kind] ?? 0) / 4) * (OTHER_MATTER + (alike[source.family] ?? 0));
    const roles: (Role | "终")[] = [...source.outline.map(({ role }) => role), "终"];
    for (const [i, role] of roles.entries()) {
      const vote = weight * context(roles.slice(0, i), before);
      if (0 < vote) votes.set(role, (votes.get(role) ?? 0) + vote);
    }
  }
  return [...votes].sort((a, b) => b[1] - a[1] || order(a[0], b[0])).map(([role]) => role);
}

/** How alike what stands before two places is: the same role right before, the ones before that, the number so far. */
function context(theirs: readonly (Role | "终")[], ours: readonly Role[]): number {
  if (theirs.at(-1) !== ours.at(-1)) return theirs.length === 0 || ours.length === 0 ? 0 : 0.02;
  const deeper = theirs.at(-2) === ours.at(-2) ? (theirs.at(-3) === ours.at(-3) ? 3 : 2) : 1;
  return deeper / (1 + NEARNESS * Math.abs(theirs.length - ours.length));
}
