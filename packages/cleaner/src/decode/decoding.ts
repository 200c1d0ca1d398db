import { isBinary } from "./binary.ts";
import { type Declaration, findDeclaration, standardName } from "./declaration.ts";
import { findMediaType, type MediaType } from "./media.ts";
import { guessEncoding } from "./statistics.ts";
import { looksLikeUtf8, wideEncoding } from "./unicode.ts";

/** What is wrong with the bytes of a page. */
export interface DecodeProblem {
  /** `input.empty`, `input.binary`, `input.undecodable` (there is nothing to work on) or `input.replacement-characters`. */
  readonly code: string;
  readonly note: string;
}

/** A page's bytes as text. */
export interface Decoded {
  /** Without a byte order mark; empty where the bytes are no text. */
  readonly text: string;
  /** Lower case: `utf-8`, `gbk`, `gb18030`, `big5`, `utf-16le` … */
  readonly encoding: string;
  readonly bom: boolean;
  /** By content, not by name. */
  readonly mediaType: MediaType;
  readonly problems: readonly DecodeProblem[];
}

/** Above this share of U+FFFD among the characters beyond ASCII nothing can be trusted; damaged pages have under 5%. */
const UNDECODABLE = 0.3;

/**
 * Decodes a page: `decode(bytes of 工作总结 in GBK)` gives the text and `gbk`, whatever the page says of itself. A byte
 * order mark is believed first, then valid UTF-8, then what the characters' frequencies say of the declared and the
 * usual Chinese encodings. `declared` is what the sender said (a `Content-Type` header or a label). Never throws.
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  if (bytes.length === 0) return empty(false);
  const wide = wideEncoding(bytes);
  if (wide === null && isBinary(bytes)) {
    const problems = [{ code: "input.binary", note: "the bytes are a binary file, not text" }];
    return { text: "", encoding: "binary", bom: false, mediaType: "text/plain", problems };
  }
  const encoding = wide ?? narrowEncoding(bytes, findDeclaration(bytes, declared));
  const whole = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const bom = whole.startsWith("\ufeff");
  const text = bom ? whole.slice(1) : whole;
  if (text.trim() === "") return empty(bom);
  return { text, encoding, bom, mediaType: findMediaType(text), problems: findProblems(text) };
}

/** The encoding of bytes that are no UTF-16. */
function narrowEncoding(bytes: Uint8Array, declaration: Declaration): string {
  if (looksLikeUtf8(bytes)) return "utf-8";
  if (declaration.bom !== null) return declaration.bom;
  return guessEncoding(
    bytes,
    declaration.labels.map(standardName).filter((name) => name !== null),
  );
}

function empty(bom: boolean): Decoded {
  const problems = [{ code: "input.empty", note: "there is no text" }];
  return { text: "", encoding: "utf-8", bom, mediaType: "text/plain", problems };
}

/** Counts U+FFFD: damage is a warning, ruin is an error. */
function findProblems(text: string): DecodeProblem[] {
  if (!text.includes("\ufffd")) return [];
  let lost = 0;
  let beyond = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (0x7f < unit) beyond++;
    if (unit === 0xfffd) lost++;
  }
  const note = `${lost} of ${beyond} characters beyond ASCII could not be decoded`;
  const ruined = UNDECODABLE * beyond < lost && 20 < lost;
  return [{ code: ruined ? "input.undecodable" : "input.replacement-characters", note }];
}
