import { join } from "node:path";
import type { DocumentKind, Role } from "@zongjie/document";
import {
  findOutline,
  gatherRoles,
  guessKind,
  type Look,
  type PlainSection,
  type RoleEvidence,
} from "@zongjie/segmenter";
import { filesIn, folder } from "./corpus/half.ts";
import { random } from "./corpus/random.ts";
import { readDocument } from "./corpus/source.ts";

/** A heading of a document of the corpus, and the roles that are right for it. */
export interface RoleHeading {
  readonly title: string;
  /** Roles that count as right, the likeliest first. */
  readonly gold: readonly string[];
  /** A reasonable annotator would call it no heading: trained with, not measured. */
  readonly optional: boolean;
  /** What speaks for its role; null where the outline does not find it. */
  readonly evidence: RoleEvidence | null;
}

/** A document whose headings have roles. */
export interface RoleDocument {
  readonly id: string;
  readonly field: string;
  readonly headings: readonly RoleHeading[];
  /**
   * The sections with what speaks for each: with the kind that is given, with one guessed from the text, and as they
   * would look if the words of most headings were unknown ones.
   */
  readonly trees: readonly (readonly RoleEvidence[])[];
}

/** Reads the documents of folders of corpus/dev and collects the evidence for the roles of their headings. */
export function roleDocuments(): RoleDocument[] {
  return ["documents", "roles"].flatMap((name) => filesIn(join(folder("dev"), name), ".txt")).map(readOne);
}

function readOne(path: string): RoleDocument {
  const { blocks, meta } = readDocument(path);
  let text = "";
  let title: { start: number; end: number } | null = null;
  const gold: { start: number; title: string; roles: readonly string[]; optional: boolean }[] = [];
  for (const { type, text: words, heading } of blocks) {
    const start = text.length === 0 ? 0 : text.length + 1;
    text = start === 0 ? words : `${text}\n${words}`;
    if (type === "title") title = { start, end: text.length };
    if (heading !== null) gold.push({ start, title: heading.title, roles: heading.roles, optional: heading.optional });
  }
  const kind = meta.kind as DocumentKind;
  const { sections } = findOutline(text, { titleSpan: title, kind });
  const starts = new Map<number, number>();
  const looks = sections.map((section) => lookOf(section, starts));
  const named = title === null ? null : text.slice(title.start, title.end);
  const kinds = [...new Set([kind, guessKind(text, named)])];
  const trees = [
    ...kinds.map((one) => gatherRoles(text, looks, { kind: one })),
    ...[0, 1].map((round) => {
      const dice = random(`${meta.id} ${round}`);
      const unread = new Set(looks.flatMap(flatLook).filter(() => dice.chance(0.6)));
      return gatherRoles(text, looks, { kind, deaf: (look) => unread.has(look) });
    }),
  ];
  const byStart = new Map<number, RoleEvidence>();
  for (const evidence of (trees[0] ?? []).flatMap(flat)) {
    const start = starts.get(evidence.look.from);
    if (start !== undefined) byStart.set(start, evidence);
  }
  const headings = gold.map(({ start, title: words, roles, optional }) => ({
    title: words,
    gold: roles,
    optional,
    evidence: byStart.get(start) ?? null,
  }));
  return { id: meta.id, field: meta.field, headings, trees };
}

function lookOf({ title, marker, heading, span, children }: PlainSection, starts: Map<number, number>): Look {
  const from = heading?.end ?? span.start;
  if (heading !== null) starts.set(from, heading.start);
  return { title, marker, from, span, children: children.map((child) => lookOf(child, starts)) };
}

function flatLook(look: Look): Look[] {
  return [look, ...look.children.flatMap(flatLook)];
}

/** A tree of evidence as a list. */
function flat(evidence: RoleEvidence): RoleEvidence[] {
  return [evidence, ...evidence.children.flatMap(flat)];
}

/** The roles of the headings that were found, as gold of a document: by the evidence's place in the text. */
export function goldOf(document: RoleDocument): Map<number, readonly Role[]> {
  return new Map(
    document.headings.flatMap(({ gold, evidence }) =>
      evidence === null ? [] : [[evidence.look.from, gold as readonly Role[]] as const],
    ),
  );
}
