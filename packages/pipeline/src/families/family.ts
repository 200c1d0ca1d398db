import { createHash } from "node:crypto";
import type { DuplicateFamily, FamilyMember, FamilyType, Span } from "@zongjie/document";

/** A document of a collection; its text is not kept. */
export interface CollectionDocument {
  readonly id: string;
  readonly uri: string;
  readonly title: string | null;
  /** ISO date of its signature, else of its page. */
  readonly date: string | null;
  /** ISO date that its page says it was published on: it tells copies with one signature apart. */
  readonly published: string | null;
}

/** A member before the family is written: its place among the documents read, and what it is to the original. */
export interface Kin extends Pick<FamilyMember, "span" | "type" | "similarity"> {
  readonly at: number;
}

/** Sorts documents by age: date, date of publication (a missing one last), then as they were read. */
export function byAge(documents: readonly CollectionDocument[]): (a: number, b: number) => number {
  const late = "~";
  return (a, b) => {
    const [x, y] = [documents[a], documents[b]];
    const keys = [
      [x?.date ?? late, y?.date ?? late],
      [x?.published ?? late, y?.published ?? late],
    ] as const;
    for (const [own, other] of keys) if (own !== other) return own < other ? -1 : 1;
    return a - b;
  };
}

/** The family as it is written; `kin` by age, the original first. */
export function familyOf(
  type: FamilyType,
  documents: readonly CollectionDocument[],
  kin: readonly Kin[],
  opening: string,
  pairs: DuplicateFamily["pairs"],
): DuplicateFamily {
  const members = kin.map(({ at, span, type: own, similarity }): FamilyMember => {
    const { id, uri, title, date } = documents[at] as CollectionDocument;
    return { document: id, uri, title, date, span, type: own, similarity: rounded(similarity) };
  });
  return {
    schema: "zongjie/duplicates@1",
    id: idOf(type, members),
    type,
    similarity: Math.min(...members.map(({ similarity }) => similarity)),
    original: members[0]?.document ?? "",
    opening,
    members,
    pairs,
  };
}

/** The first words of a stretch on one line: `openingOf("全县工作总结\n一年来……", { start: 0, end: 6 })`. */
export function openingOf(text: string, { start, end }: Span): string {
  return text
    .slice(start, Math.min(end, start + OPENING))
    .replace(/\s+/g, " ")
    .trim();
}

const OPENING = 40;

/** In thousandths; what is not all is never 1. */
export function rounded(similarity: number): number {
  return similarity === 1 ? 1 : Math.min(0.999, Math.round(1000 * similarity) / 1000);
}

function idOf(type: FamilyType, members: readonly FamilyMember[]): string {
  const names = members.map(({ document, span: { start, end } }) => `${document} ${start} ${end}`).sort();
  return createHash("sha256")
    .update(`${type}\n${names.join("\n")}`)
    .digest("hex")
    .slice(0, 16);
}
