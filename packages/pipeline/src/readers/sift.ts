import { decode } from "@zongjie/cleaner";
import { isGzip, isJson, isOle, isParquet, isPdf, isTar, isWarc, isZip } from "./signs.ts";

/** Endings of pages, of files that hold one, and of files that hold many; a file that is named itself may have any. */
const PAGE = /\.(?:txt|text|html?|xhtml|shtml|md|markdown)$/i;
const OFFICE = /\.(?:docx?|pdf)$/i;
const MANY = /\.(?:zip|tar|tgz|jsonl|ndjson|json|csv|tsv|xlsx|warc|wet|parquet)$/i;

/** Endings of what holds no page, or holds it in a way that is not read: pictures, code, programs, copies, other archives. */
const OTHER = new RegExp(
  `\\.(?:${[
    "jpe?g|png|gif|bmp|webp|svgz?|ico|tiff?|heic|avif|psd|ai|eps|mp[34]|m4[av]|avi|mov|wmv|flv|mkv|wav|wma|ogg|webm|swf",
    "css|less|scss|m?js|cjs|jsx|tsx?|vue|map|wasm|py|pyc|ipynb|java|class|c|h|cc|cpp|hpp|cs|go|rs|rb|lua|pl|sh|bat|cmd|ps1|sql|r",
    "log|lock|ini|cfg|conf|toml|ya?ml|xml|xsl|xsd|dtd|rss|atom|properties|env|pid|url|webloc|lnk|torrent|eml|mht|mhtml|rtf",
    "exe|dll|so|dylib|bin|msi|apk|ipa|jar|war|deb|rpm|dmg|iso|img|whl|crx|db|sqlite3?|mdb|ttf|otf|woff2?|eot",
    "bak|tmp|temp|old|orig|swp|part|crdownload|download|rar|7z|bz2|xz|zst|lz4|br|cab|pptx?|pps|ppsx|et|dps|od[tsp]|ofd|epub|mobi|caj|vsdx?",
  ].join("|")})$`,
  "i",
);

/** True for names that a folder or archive is searched for: `总结.docx`, `pages.jsonl.gz`. */
export function isWanted(name: string): boolean {
  const plain = withoutGzip(name);
  return PAGE.test(plain) || OFFICE.test(plain) || MANY.test(plain);
}

/** True for names that say that a file is none of the kinds that are read: `logo.png`. */
export function isOther(name: string): boolean {
  return OTHER.test(withoutGzip(name));
}

const withoutGzip = (name: string): string => name.replace(/\.gz$/i, "");

/** True for names that say that a file is a page, whatever it begins with. */
export function isPageName(name: string): boolean {
  return PAGE.test(name);
}

/** True for names of files that hold one page, as far as a name can tell. */
export function isOnePage(name: string): boolean {
  return PAGE.test(name) || OFFICE.test(name);
}

/** Chinese characters that a text without a telling name has at least. */
const LEAST_HAN = 20;

/** How texts begin that are the source of something: RTF, XML, saved mail, a script, a program of a server. */
const SOURCE = /^\ufeff?\s*(?:\{\\rtf|<\?(?!xml[^>]*>\s*<!doctype html)|<%|#!|MIME-Version:|From: |Return-Path:)/i;

/**
 * Whether a file that a folder or archive holds under a name that says nothing (`2023.01总结`, `index.asp`) is read, by its
 * first bytes: a Chinese text or page, Word, PDF, or a file of pages that cannot be mistaken.
 */
export function isReadable(head: Uint8Array, name: string): boolean {
  if (isOther(name)) return false;
  if ([isZip, isGzip, isPdf, isParquet, isWarc, isTar].some((is) => is(head))) return true;
  // of the old Office files only those of Word hold a text
  if (isOle(head)) return /\.(?:wps|wpt|dot)$/i.test(name) || Buffer.from(head).includes("WordDocument", 0, "utf16le");
  if (isJson(head)) return false;
  const { text, problems } = decode(head);
  if (problems.some(({ code }) => code === "input.binary") || SOURCE.test(text)) return false;
  return LEAST_HAN <= (text.slice(0, 16_384).match(/\p{Script=Han}/gu)?.length ?? 0);
}

/** What is said of a file that is left out: its ending in lower case. */
export function endingOf(name: string): string {
  if (name.startsWith(".")) return "hidden";
  return /\.[a-z\d]{1,8}(?:\.gz)?$/i.exec(name)?.[0].toLowerCase() ?? "no suffix";
}
