import type { DocumentRecord, Figure, PatternPlace, Role, Section, Span } from "@zongjie/document";
import { isNumberFree } from "../heading.ts";
import { namesPlace } from "../names.ts";
import { codeOf } from "./code.ts";
import { findMasks, type Marks, type Mask, marksOf } from "./mask.ts";

/** A filled slot: what the text has there, and the figure where it is one or the name of one. */
export interface Filling {
  readonly text: string;
  readonly figure: Figure | null;
}

/** A clause of a sentence with its slots coded. */
export interface Clause {
  readonly code: string;
  readonly fillings: readonly Filling[];
  /** The sign behind it: ， ； ：, empty at the end. */
  readonly stop: string;
  /** False where it holds a number or a name outside its slots. */
  readonly open: boolean;
}

/** A sentence as patterns are mined from it. */
export interface SentenceReading {
  readonly source: number;
  readonly role: Role;
  readonly place: PatternPlace;
  readonly clauses: readonly Clause[];
}

const MARKER =
  /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,2}(?:是|要)|第?[一二三四五六七八九十]{1,2}[，,、]|[首其]先[，,]|其次[，,]|再次[，,]|最后[，,])\s*/u;
const STOP = /[，,；;：:。！!？?]/u;
const LONGEST = 300;

/** The sentences of a document outside its headings, each with the role of the section that holds it. */
export function readSentences(record: DocumentRecord, sourceAt: (offset: number) => number): SentenceReading[] {
  const marks = marksOf(record);
  const places = placesOf(record);
  const seen = new Set<Section>();
  const told = record.sentences.flatMap((span) => {
    const section = places(span.start);
    if (section === null || (section.heading !== null && span.start < section.heading.end)) return [];
    return OUTSIDE.has(section.role) ? [] : [{ span, section }];
  });
  return told.flatMap(({ span, section }, i): SentenceReading[] => {
    const { role } = section;
    if (LONGEST < span.end - span.start) return [];
    const first = !seen.has(section);
    seen.add(section);
    // what a text ends with closes it, whatever heading it stands under
    const last = role === "结语" || i === told.length - 1;
    const place = role === "导语" ? "opening" : last ? "closing" : first ? "transition" : "body";
    return [{ source: sourceAt(span.start), role, place, clauses: clausesIn(marks, span) }];
  });
}

const OUTSIDE: ReadonlySet<Role> = new Set<Role>(["落款", "称谓", "附件"]);

/** The deepest section at an offset. */
function placesOf({ sections }: DocumentRecord): (offset: number) => Section | null {
  return (offset) => {
    let found: Section | null = null;
    let list = sections;
    for (;;) {
      const next = list.find(({ span }) => span.start <= offset && offset < span.end);
      if (next === undefined) return found;
      found = next;
      list = next.children;
    }
  };
}

/**
 * The clauses of a sentence, slots coded and signs in full width:
 *
 *     一是加大投入,全年新建社区食堂12个,同比增长20%。
 *         ^^^^^^^^ ^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^^^^
 */
function clausesIn(marks: Marks, { start, end }: Span): Clause[] {
  const { text } = marks;
  const begin = start + (MARKER.exec(text.slice(start, end))?.[0].length ?? 0);
  const clauses: Clause[] = [];
  let code = "";
  let literal = "";
  let fillings: Filling[] = [];
  const close = (stop: string): void => {
    if (code !== "") clauses.push({ code, fillings, stop, open: isOpenText(literal) });
    [code, literal, fillings] = ["", "", []];
  };
  const masks = findMasks(marks, { start: begin, end });
  for (let at = begin, next = 0; at < end; ) {
    const mask = masks[next] as Mask | undefined;
    if (mask !== undefined && mask.start === at) {
      code += codeOf(mask);
      literal += "\n";
      fillings.push({ text: plain(text.slice(mask.start, mask.end)), figure: mask.figure });
      at = mask.end;
      next++;
      continue;
    }
    const c = plain(text[at] as string);
    at++;
    if (STOP.test(c)) close(FULL[c] ?? c);
    else {
      code += c;
      literal += c;
    }
  }
  close("");
  return clauses;
}

const FULL: Readonly<Record<string, string>> = { ",": "，", ";": "；", ":": "：", "!": "！", "?": "？" };

/** Text by which patterns are compared: normal width, no blanks. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(/[()]/gu, (c) => (c === "(" ? "（" : "）"));
}

function isOpenText(literal: string): boolean {
  return (
    isNumberFree(literal.replaceAll("\n", "，")) && !namesPlace(literal) && !/[^\p{Script=Han}、的\n]/u.test(literal)
  );
}
