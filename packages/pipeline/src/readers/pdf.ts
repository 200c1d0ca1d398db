import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { TextItem } from "pdfjs-dist/types/src/display/api.d.ts";
import { type Reading, TooLargeError, UnreadableError } from "./reading.ts";
import { readWhole, type Source } from "./source.ts";
import type { Walk } from "./walk.ts";

/** More text than a document has. */
const LONGEST = 16 * 1024 * 1024;

/** The line between two pages. */
const PAGE_BREAK = "\f";

/** The text layer of a PDF: its lines as lines, its pages in order with a line of a form feed between them. A scanned one has none and says so. */
export async function* readPdf(source: Source, _walk: Walk): AsyncGenerator<Reading> {
  const bytes = await readWhole(source);
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  // in Node it wants paths, not addresses, with this slash at their end
  const path = (name: string): string => `${join(folder, name)}/`;
  // it takes the bytes away, and the page's hash is still to be made
  const data = Uint8Array.from(bytes);
  const task = getDocument({
    data,
    cMapUrl: path("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: path("standard_fonts"),
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    const lines: string[] = [];
    let size = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const own = linesOf(items.filter((item): item is TextItem => "str" in item));
      page.cleanup();
      for (const line of own) size += line.length + 1;
      if (LONGEST < size) throw new TooLargeError(LONGEST);
      if (1 < number) lines.push(PAGE_BREAK);
      lines.push(...own);
    }
    if (lines.every((line) => line.trim() === ""))
      throw new UnreadableError("no text layer: its pages are pictures (scanned)");
    const text = lines.join("\n");
    yield { input: { uri: source.uri, bytes, extract: { text, html: false, mediaType: "application/pdf" } } };
  } catch (error) {
    throw error instanceof UnreadableError ? error : new UnreadableError(problemOf(error));
  } finally {
    await task.destroy();
  }
}

function problemOf(error: unknown): string {
  const { name, message } = error as Error;
  return name === "PasswordException" ? "encrypted: it asks for a password" : `a damaged PDF: ${message}`;
}

/** Widest gap in ems that layout programs leave between Han and other signs (a quarter is usual); no blank was written there. */
const LAYOUT_GAP = 0.3;

/** A sign of Chinese writing at a place. */
const HAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u;

/** Pieces of text that stand on one line are joined: `门诊` `48.5` `万人次` is 门诊48.5万人次. */
function linesOf(items: readonly TextItem[]): string[] {
  const lines: string[] = [];
  let line = "";
  for (const [i, { str, width, height, transform, hasEOL }] of items.entries()) {
    // the library puts a blank of no height where there is a gap
    const gap = str === " " && height === 0 && width < LAYOUT_GAP * Math.hypot(transform[0], transform[1]);
    if (!gap || !(HAN.test(line.slice(-1)) || HAN.test(items[i + 1]?.str[0] ?? ""))) line += str;
    if (!hasEOL) continue;
    lines.push(line.trimEnd());
    line = "";
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}
