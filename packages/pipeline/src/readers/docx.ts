import { officeParts, packParts } from "./office.ts";
import { type Reading, UnreadableError } from "./reading.ts";
import { readWhole, type Source } from "./source.ts";
import type { Walk } from "./walk.ts";
import { withoutHidden } from "./word-hidden.ts";
import { readLists, readStyles } from "./word-lists.ts";
import { writeNumbers } from "./word-numbering.ts";
import { partText } from "./word-xml.ts";

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const NUMBERING = "word/numbering.xml";
const DOCUMENT = "word/document.xml";

/**
 * A Word file as HTML: paragraphs, headings and tables as they are, automatic numbers as text, pictures and
 * hidden text left out. The
 * page's raw offsets count in that HTML; its hash and size are the file's.
 */
export async function* readDocx(source: Source, walk: Walk): AsyncGenerator<Reading> {
  const bytes = await readWhole(source);
  const parts = await officeParts(source, walk, (name) => !name.startsWith("word/media/"));
  const shown = withoutHidden(textOf(parts, DOCUMENT) ?? "");
  const numbering = parts.get(NUMBERING);
  if (numbering !== undefined) {
    const styles = readStyles(textOf(parts, "word/styles.xml") ?? "<w:styles/>");
    put(parts, writeNumbers(shown, readLists(partText(numbering)), styles));
    // the library would make list items of the paragraphs, whose numbers are lost
    parts.delete(NUMBERING);
  } else if (shown !== "") put(parts, shown);
  const text = await htmlOf(await packParts(parts));
  if (text.replace(/<[^>]*>/g, "").trim() === "") throw new UnreadableError("holds no text");
  yield { input: { uri: source.uri, bytes, extract: { text, html: true, mediaType: TYPE } } };
}

function textOf(parts: ReadonlyMap<string, Uint8Array>, name: string): string | null {
  const bytes = parts.get(name);
  return bytes === undefined ? null : partText(bytes);
}

function put(parts: Map<string, Uint8Array>, document: string): void {
  parts.set(DOCUMENT, Buffer.from(document.replace(/^<\?xml[^>]*\?>/, ""), "utf8"));
}

/** How the style of headlines is marked, so that the headings of sections stand below it. */
const TITLE = "headline";

async function htmlOf(docx: Uint8Array): Promise<string> {
  const { default: mammoth } = await import("mammoth");
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(docx) },
      {
        styleMap: [`p[style-name='Title'] => h1.${TITLE}:fresh`, `p[style-name='title'] => h1.${TITLE}:fresh`],
        convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
      },
    );
    return levelled(value)
      .replace(/<img\b[^>]*>/g, "")
      .replace(/<\/(?:p|h[1-6]|tr|table|li)>/g, "$&\n");
  } catch (error) {
    throw new UnreadableError(`a damaged Word file: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A first-level heading `一、` is no headline, nor is one below a title: an h1 of a page is where a document begins. */
const SECTION = new RegExp(
  `<h1 class="${TITLE}">|<h1>(?:<a [^>]*></a>|<strong>)*[（(]?[一二三四五六七八九十\\d]+[、.．）)]`,
);

function levelled(html: string): string {
  if (!SECTION.test(html)) return html;
  return html
    .replace(/(<\/?h)([1-5])(?=>)/g, (_, tag: string, level: string) => `${tag}${Number(level) + 1}`)
    .replace(new RegExp(`<h1 class="${TITLE}">(.*?)</h2>`, "gs"), "<h1>$1</h1>");
}
