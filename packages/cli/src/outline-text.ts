import type { DocumentOutline, OutlineSection } from "@zongjie/document";
import { documentHead } from "./document-head.ts";
import type { Paint } from "./paint.ts";
import { visible } from "./visible.ts";

/** What the writing of outlines needs besides them. */
interface Writing {
  readonly paint: Paint;
  /** The document's. */
  readonly text: string;
  /** The heading on one line, null for a passage without. */
  readonly headingOf: (section: OutlineSection, text: string) => string | null;
  /** The first words of a text. */
  readonly opening: (text: string) => string;
  /** True shows what is wrong with the numbering. */
  readonly faults: boolean;
}

/** Says where a section stands, the text's own words made safe. */
type PlacesOf = (section: OutlineSection, safe: (words: string) => string) => string[];

/** Faults of the numbering in words. */
const FAULTS: Readonly<Record<string, string>> = {
  "outline.ordinal-gap": "a number before it is missing",
  "outline.ordinal-repeat": "its number has been there before",
  "outline.level-skip": "a level above it is missing",
};

/**
 * An outline as lines for a terminal: the line of the source (its offset, `@146`, where there is only the record), the
 * heading with its number, the role. A passage without heading shows its first words.
 *
 *     ===== page.txt #0 东岭县2023年养老服务工作总结 [总结]
 *       5  「2023年，我县新建社区食堂12个，投入资金1…」 [导语]
 *       6  一、基本情况 [基本情况]
 */
export function outlineText(outline: DocumentOutline, writing: Writing): string {
  const { paint, text, headingOf, opening } = writing;
  const faults = new Map<number, DocumentOutline["issues"][number]>();
  if (writing.faults) for (const fault of outline.issues) faults.set(fault.span.start, fault);
  const rows: [gutter: string, words: string][] = [];
  const walk = (sections: readonly OutlineSection[], indent: string): void => {
    for (const section of sections) {
      const words = headingOf(section, text) ?? `「${opening(text.slice(section.span.start, section.span.end))}」`;
      const at = section.heading?.start ?? -1;
      const fault = faults.get(at);
      faults.delete(at);
      const note = fault === undefined ? "" : paint.found(`  ! ${faultWords(fault.code)}`);
      rows.push([gutterOf(section), `${indent}${visible(words)} ${paint.place(`[${section.role}]`)}${note}`]);
      walk(section.children, `${indent}    `);
    }
  };
  walk(outline.sections, "");
  for (const { code, span, line } of faults.values())
    rows.push([
      line === null ? "" : `${line}`,
      paint.found(`! ${faultWords(code)}: ${visible(opening(text.slice(span.start, span.end)))}`),
    ]);
  const width = rows.reduce((most, [gutter]) => Math.max(most, gutter.length), 0);
  return `${documentHead(outline, paint)}\n${rows.map(([gutter, words]) => `${gutter.padStart(width)}  ${words}\n`).join("")}`;
}

function faultWords(code: string): string {
  return FAULTS[code] ?? visible(code);
}

/** The line of the source; without the source its offset there, without a whole ledger the offset in the text. */
function gutterOf({ line, raw, heading, span }: OutlineSection): string {
  if (line !== null) return `${line}`;
  const at = raw?.start ?? heading?.raw[0]?.start;
  return at === undefined ? `text ${span.start}` : `@${at}`;
}

/**
 * Whole sections with where they stand.
 *
 *     ===== page.txt #0 东岭县2023年养老服务工作总结 [总结]
 *     ----- [问题] line 8, source 203..236, text 115..143
 *     二、存在的问题
 *     一是护理员不足……
 */
export function sectionsText(outline: DocumentOutline, paint: Paint, placesOf: PlacesOf): string {
  const sections = outline.sections.map((section) => {
    const places = placesOf(section, visible).join(", ");
    const text = (section.text ?? "").split("\n").map(visible).join("\n");
    return `----- ${paint.place(`[${section.role}]`)} ${places}\n${text}\n`;
  });
  return `${documentHead(outline, paint)}\n${sections.join("")}`;
}
