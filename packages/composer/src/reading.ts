import type { DocumentKind, DocumentRecord, Part, Role, Section } from "@zongjie/document";
import { entityWords, roleWords } from "@zongjie/lexicon";
import { frames, kindFrame } from "./frames.ts";
import { generalise, isNumberFree } from "./heading.ts";
import { matterOf } from "./matter.ts";
import { masker, namesOf } from "./names.ts";

/** A section of a document as the composer reads it: names masked, wrappers opened. */
export interface SectionReading {
  readonly role: Role;
  readonly part: Part;
  /** Generalised heading. */
  readonly heading: string;
  /** Masked text below the heading, sections below included. */
  readonly body: string;
  readonly metrics: readonly string[];
  /** Generalised headings one level below. */
  readonly children: readonly string[];
}

/** A document as the composer reads it. */
export interface Reading {
  readonly id: string;
  readonly kind: DocumentKind;
  /** What it is about: 双拥; empty where title and unit do not say. */
  readonly matter: string;
  readonly text: string;
  readonly tops: number;
  readonly wrapped: boolean;
  readonly sections: readonly SectionReading[];
}

/** Roles that no heading of an outline stands for. */
const ASIDE: ReadonlySet<Role> = new Set<Role>(["称谓", "导语", "结语", "落款", "附件"]);

/** Reads a document's record: 一、主要工作 with （一）（二） below gives the sections below. */
export function read(record: DocumentRecord): Reading {
  const names = namesOf(record);
  const mask = masker(names);
  // The body that a title begins with tells the field, so it is read before it goes.
  const unplaced = masker(names.filter(({ slot }) => slot !== "{单位}"));
  const tops = topsOf(record);
  let wrapped = false;
  const sections = tops.flatMap(({ section, path }) => {
    const below = section.children
      .map((child, i) => ({ section: child, path: [...path, i] }))
      .filter((child) => child.section.title !== null && child.section.level === section.children[0]?.level);
    if (!isWrapper(section, record.kind, mask) || below.length < 2) return [readSection(record, section, path, mask)];
    wrapped = true;
    return below.map((child) => readSection(record, child.section, child.path, mask));
  });
  const { id, kind, text } = record;
  const matter = matterOf(unplaced(record.title ?? ""), record.signature?.unit ?? null);
  return {
    id,
    kind,
    matter: isPerson(matter, kind) ? "" : matter,
    text: mask(text),
    tops: tops.length,
    wrapped,
    sections: sections.filter(({ role }) => !ASIDE.has(role)),
  };
}

/** True where a title names only the person who reports: 岳清和述职报告. */
function isPerson(matter: string, kind: DocumentKind): boolean {
  return (
    kind === "述职" && /^\p{Script=Han}{2,4}$/u.test(matter) && entityWords().surnames.includes(matter[0] as string)
  );
}

interface Placed {
  readonly section: Section;
  readonly path: readonly number[];
}

/** Headed sections of the highest level that a document has: those below 1、 of a document with 一、 are not among them. */
function topsOf(record: DocumentRecord): Placed[] {
  const headed = record.sections
    .map((section, i) => ({ section, path: [i] }))
    .filter(({ section }) => section.title !== null);
  const top = Math.min(...headed.map(({ section }) => section.level));
  return headed.filter(({ section }) => section.level === top);
}

function readSection(
  record: DocumentRecord,
  section: Section,
  path: readonly number[],
  mask: (text: string) => string,
): SectionReading {
  const title = section.title ?? "";
  const heading = generalise(title, mask);
  const from = section.heading?.end ?? section.span.start;
  return {
    role: section.role,
    part: partOf(record.kind, section.role, heading),
    heading,
    body: mask(record.text.slice(from, section.span.end)),
    metrics: metricsOf(record, path, mask),
    children: section.children.flatMap((child) => (child.title === null ? [] : [generalise(child.title, mask)])),
  };
}

/** True for a heading that only gathers: `{年度}主要工作情况`. */
function isWrapper(section: Section, kind: DocumentKind, mask: (text: string) => string): boolean {
  const heading = generalise(section.title ?? "", mask).replace(/\{[^}]*\}/g, "");
  if (12 < heading.length) return false;
  const part = partOf(kind, section.role, heading);
  return (part === "main" || part === "成效") && frames().wrappers.some((word) => heading.includes(word));
}

/**
 * What a section does for an outline of its kind. The matter of a plan has the role 打算, that of a summary 做法; both are
 * `main`. A 成效 or 打算 whose heading does not say so (税费收入平稳增长) carries matter too.
 */
function partOf(kind: DocumentKind, role: Role, heading: string): Part {
  const { main, tense } = kindFrame(kind);
  if (role === main || role === "做法" || role === "其他") return "main";
  if (kind === "制度" && role !== "组织领导") return "main";
  if (role === "打算" && tense === "due") return "main";
  if (role === "成效" || role === "打算") return namesRole(role, heading) ? role : "main";
  return role;
}

/** Whether a heading says what its section does: 下一步打算 names 打算. */
export function namesRole(role: Role, heading: string): boolean {
  const words = roleWords().roles.find((entry) => entry.role === role)?.heading ?? {};
  return Object.entries(words).some(
    ([word, weight]) => 1.8 <= weight && heading.replace("{下期}", "下一步").includes(word),
  );
}

function metricsOf(record: DocumentRecord, path: readonly number[], mask: (text: string) => string): string[] {
  const { metricLead } = frames();
  const found = new Set<string>();
  for (const { metric, section, masked } of record.figures) {
    if (masked || !path.every((index, depth) => section[depth] === index)) continue;
    let name = mask(metric.trim());
    const lead = metricLead.find((word) => name.startsWith(word) && word.length + 2 <= name.length);
    if (lead !== undefined) name = name.slice(lead.length);
    if (/^\p{Script=Han}{2,10}$/u.test(name) && isNumberFree(name)) found.add(name);
  }
  return [...found];
}
