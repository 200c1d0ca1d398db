import { failure, type Reading, UnreadableError } from "./reading.ts";
import { readWhole, type Source } from "./source.ts";
import type { Walk } from "./walk.ts";

/** The text of an old Word file (.doc, Word 97–2003), a paragraph a line. Its automatic list numbers are not in it. */
export async function* readDoc(source: Source, _walk: Walk): AsyncGenerator<Reading> {
  const bytes = await readWhole(source);
  const { default: WordExtractor } = await import("word-extractor");
  let text: string;
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes));
    text = [document.getBody(), document.getTextboxes(), document.getFootnotes(), document.getEndnotes()]
      .map((part) => part.trimEnd())
      .filter((part) => part !== "")
      .join("\n")
      // it ends each cell of a row with a tab, the last one too
      .replace(/\t$/gm, "");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    yield failure(source.uri, new UnreadableError(`no Word file that can be read: ${reason}`));
    return;
  }
  if (text.trim() === "") throw new UnreadableError("holds no text");
  yield { input: { uri: source.uri, bytes, extract: { text, html: false, mediaType: "application/msword" } } };
}
