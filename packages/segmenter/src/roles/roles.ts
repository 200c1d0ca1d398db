import type { DocumentKind, Role } from "@zongjie/document";
import type { Draft } from "../outline/tree.ts";
import type { Heading, PlainSection } from "../outline/types.ts";
import { aboveFeatures, gatherRoles, type Look, type RoleEvidence } from "./evidence.ts";
import { roleJudge } from "./model.ts";
import { lean } from "./score.ts";

/** What is known of the document whose sections are judged. */
interface Known {
  readonly title: string | null;
  readonly kind: DocumentKind | null;
}

/**
 * Gives each section its role: what its heading, its text, its place and its neighbours say is weighed by a trained
 * model, from the top of the tree down, as the role of the section above speaks too. `二、存在的问题` is 问题, the
 * sections below it are.
 */
export function assignRoles(text: string, drafts: readonly Draft[], context: Known): PlainSection[] {
  const evidence = gatherRoles(text, drafts.map(lookOf), {
    kind: context.kind ?? guessKind(text, context.title),
  });
  return drafts.map((draft, i) => judge(draft, evidence[i] as RoleEvidence, null));
}

function lookOf(draft: Draft): Look {
  const { heading, span } = draft;
  const [title, marker, from] = [heading?.title ?? null, heading?.marker ?? null, heading?.end ?? span.start];
  return { title, marker, from, span, children: draft.children.map(lookOf) };
}

function judge(draft: Draft, evidence: RoleEvidence, above: Role | null): PlainSection {
  const { role, because } = draft.role === null ? judgeRole(evidence, above) : { role: draft.role, because: [] };
  const { heading, level, depth, span, items } = draft;
  return {
    level,
    depth,
    marker: heading?.marker ?? null,
    title: heading?.title ?? null,
    role,
    ...(because.length === 0 ? {} : { because }),
    heading: heading === null ? null : { start: heading.start, end: heading.end, ...confidenceIn(heading) },
    span,
    children: draft.children.map((child, i) => judge(child, evidence.children[i] as RoleEvidence, role)),
    items,
  };
}

function judgeRole({ features, silent }: RoleEvidence, above: Role | null): { role: Role; because: string[] } {
  const { roles, score, because } = roleJudge();
  const all = [...features, ...aboveFeatures(above, silent)];
  const scores = score(all);
  let best = 0;
  for (let at = 1; at < scores.length; at++) if ((scores[best] as number) < (scores[at] as number)) best = at;
  const role = roles[best] ?? "其他";
  return { role, because: because(all, role) };
}

function confidenceIn({ confidence }: Heading): { confidence?: number } {
  return confidence === undefined ? {} : { confidence };
}

/** 计划 where the title says so, or where a text without a telling title looks ahead. */
export function guessKind(text: string, title: string | null): DocumentKind {
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
