import {
  DOCUMENT_KINDS,
  type DocumentKind,
  type Follow,
  type KindPattern,
  type Role,
  type RolePattern,
  type Source,
  type Wording,
} from "@zongjie/document";
import { bigrams, cluster, frequencies, weigh } from "./cluster.ts";
import { isOpen, unstressed } from "./heading.ts";
import { order } from "./names.ts";
import type { Reading } from "./reading.ts";
import { backing, note, type Tally, wordings } from "./tally.ts";

/** Headings of one role are likes where their characters are: 存在的问题 and 存在的主要问题. */
const LIKENESS = 0.4;
const FEATURES = 40;
const MOST = 60;

/** How documents of each kind are built; kinds that the collection has not are left out. `speakers`: see `learnPatterns`. */
export function findKindPatterns(
  sources: readonly Source[],
  readings: readonly Reading[],
  speakers: readonly (readonly number[])[],
): KindPattern[] {
  return DOCUMENT_KINDS.flatMap((kind) => {
    const members = sources.flatMap((source, i) => (source.kind === kind ? [i] : []));
    return members.length === 0 ? [] : [kindPattern(kind, members, sources, readings, speakers)];
  });
}

function kindPattern(
  kind: DocumentKind,
  members: readonly number[],
  sources: readonly Source[],
  readings: readonly Reading[],
  speakers: readonly (readonly number[])[],
): KindPattern {
  const tops = members.map((i) => sources[i]?.tops ?? 0).filter((count) => 0 < count);
  return {
    kind,
    documents: members.reduce((sum, i) => sum + 1 + (sources[i]?.copies.length ?? 0), 0),
    distinct: members.length,
    sections: median(tops),
    follows: follows(members, sources),
    roles: roles(members, readings, speakers),
  };
}

/** Middle of the numbers, the upper one of two; null where there are none. */
function median(numbers: readonly number[]): number | null {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? null;
}

/** 始 → 组织领导 → 做法 → 打算 → 终; a role that follows itself (做法 → 做法) is told once a document. */
function follows(members: readonly number[], sources: readonly Source[]): Follow[] {
  const pairs: Tally = new Map();
  for (const i of members) {
    const chain = ["始", ...(sources[i]?.outline ?? []).map(({ role }) => role), "终"];
    if (chain.length < 3) continue;
    for (let at = 0; at + 1 < chain.length; at++) note(pairs, `${chain[at]} ${chain[at + 1]}`, i);
  }
  return wordings(pairs).map(({ text, sources: by }) => {
    const [from, to] = text.split(" ") as [Role | "始", Role | "终"];
    return { from, to, support: by.length, sources: by };
  });
}

function roles(
  members: readonly number[],
  readings: readonly Reading[],
  speakers: readonly (readonly number[])[],
): RolePattern[] {
  const found = new Map<Role, { by: Set<number>; headings: Tally; metrics: Tally }>();
  for (const i of members)
    for (const [n, { role, heading, metrics }] of (readings[i]?.sections ?? []).entries()) {
      const source = speakers[i]?.[n] ?? i;
      const entry = found.get(role) ?? { by: new Set(), headings: new Map(), metrics: new Map() };
      entry.by.add(source);
      if (isOpen(heading)) note(entry.headings, unstressed(heading), source);
      for (const metric of metrics) note(entry.metrics, metric, source);
      found.set(role, entry);
    }
  return [...found]
    .map(([role, { by, headings, metrics }]) => ({
      role,
      support: by.size,
      sources: backing(by),
      headings: clustered(wordings(headings, MOST)),
      metrics: wordings(metrics, MOST),
    }))
    .sort((a, b) => b.support - a.support || order(a.role, b.role));
}

function clustered(list: readonly Wording[]): RolePattern["headings"] {
  const bags = list.map(({ text }) => bigrams(text));
  const df = frequencies(bags);
  const homes = cluster(
    bags.map((bag) => weigh(bag, df, bags.length, FEATURES)),
    LIKENESS,
  );
  const groups = new Map<number, Wording[]>();
  for (const [i, wording] of list.entries())
    groups.set(homes[i] as number, [...(groups.get(homes[i] as number) ?? []), wording]);
  return [...groups.values()]
    .map((all) => ({ sources: backing(all.flatMap(({ sources }) => sources)), wordings: all }))
    .sort((a, b) => b.sources.length - a.sources.length || order(a.wordings[0]?.text ?? "", b.wordings[0]?.text ?? ""));
}
