import type { DocumentKind, Role } from "@zongjie/document";
import { roleWords } from "@zongjie/lexicon";
import type { Draft } from "../outline/tree.ts";
import type { Heading, PlainSection } from "../outline/types.ts";
import { lean, scoreBody, scoreHeading } from "./score.ts";

/** What is known of the document whose sections are judged. */
export interface RoleContext {
  readonly title: string | null;
  readonly kind: DocumentKind | null;
}

/** As much of a section's text as its role is judged by, in characters: openings say what a section is for. */
const WINDOW = 500;

/**
 * Gives each section its role: by the words of its heading and text, its tense, the role of the section above it, and
 * what is usual for the kind of document. `二、存在的问题` is 问题, the sections below it too.
 */
export function assignRoles(text: string, drafts: readonly Draft[], context: RoleContext): PlainSection[] {
  const kind = context.kind ?? guessKind(text, context.title);
  const usual = (/公报/u.test(context.title ?? "") ? roleWords().usual.公报 : roleWords().usual[kind]) ?? "做法";
  const judge = (draft: Draft, above: Role | null): PlainSection => {
    const role = draft.role ?? judgeRole(text, draft, { above, kind, usual: usual as Role });
    const { heading, level, depth, span, items } = draft;
    return {
      level,
      depth,
      marker: heading?.marker ?? null,
      title: heading?.title ?? null,
      role,
      heading: heading === null ? null : { start: heading.start, end: heading.end, ...confidenceIn(heading) },
      span,
      children: draft.children.map((child) => judge(child, role)),
      items,
    };
  };
  return drafts.map((draft) => judge(draft, null));
}

function confidenceIn({ confidence }: Heading): { confidence?: number } {
  return confidence === undefined ? {} : { confidence };
}

/** 计划 where the title says so, or where a text without a telling title looks ahead. */
function guessKind(text: string, title: string | null): DocumentKind {
  const words = title ?? "";
  if (/计划|思路|要点|打算|安排/u.test(words)) return "计划";
  if (/方案|预案/u.test(words)) return "方案";
  if (/制度|办法|规定|细则|职责|条例/u.test(words)) return "制度";
  if (/调研|调查/u.test(words)) return "调研";
  if (/述职/u.test(words)) return "述职";
  if (/汇报/u.test(words)) return "汇报";
  if (/总结|报告|回顾/u.test(words)) return "总结";
  return 0.45 < lean(text.slice(0, 4000)) ? "计划" : "总结";
}

/** Its tense by less: the last section of a report often ends with the plans for the next year. */
const TENSE = 200;

interface Place {
  readonly above: Role | null;
  readonly kind: DocumentKind;
  readonly usual: Role;
}

function judgeRole(text: string, draft: Draft, place: Place): Role {
  const { heading, span } = draft;
  const from = heading?.end ?? span.start;
  const body = text.slice(from, Math.min(span.end, from + WINDOW));
  const words = heading?.title ?? "";
  const scores = new Map<Role, number>(scoreHeading(words));
  for (const [role, value] of scoreBody(body)) scores.set(role, (scores.get(role) ?? 0) + 0.6 * Math.min(value, 3));
  // In rules and in plans the text says 领导 and 问题 of what shall be; only headings count there.
  const tense = lean(`${words}。${body.slice(0, TENSE)}`);
  const base = inherited(place) ?? (ahead(place, tense) ? "打算" : place.usual);
  scores.set(base, (scores.get(base) ?? 0) + BASE);
  if (place.usual === "做法" && place.above === null && 0.4 < tense) scores.set("打算", (scores.get("打算") ?? 0) + 1);
  return [...scores].reduce((best, entry) => (best[1] < entry[1] ? entry : best))[0];
}

/** What the section above, or the kind of document, is worth: more than one weak word, less than a heading's own word. */
const BASE = 2.1;

function inherited({ above, kind }: Place): Role | null {
  if (above === null) return null;
  const entry = roleWords().roles.find(({ role }) => role === above);
  if (entry?.inherit === true) return above;
  return kind === "计划" || kind === "方案" ? null : above === "组织领导" ? null : above === "其他" ? null : "做法";
}

/** A section of a looking-back document that itself looks ahead. */
function ahead({ usual }: Place, tense: number): boolean {
  return usual === "做法" && 0.55 < tense;
}
