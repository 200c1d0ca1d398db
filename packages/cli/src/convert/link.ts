import { statSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";

/** Pages that a link may open; a scraped address must not start a program. */
const PAGES = /\.(?:txt|html?|md|docx?|pdf)$/i;

/**
 * Where a source leads from a workbook: the address of a page on the web, or a page on the disk, as long as it is there,
 * by its path from the workbook. Null for all else: other schemes, shares of a network, addresses with a password.
 */
export function linksFrom(workbook: string): (source: string) => string | null {
  const folder = dirname(resolve(workbook));
  return (source) => {
    if (/^[a-z][a-z0-9+.-]+:/i.test(source)) return webAddress(source);
    if (!PAGES.test(source) || /^[\\/]{2}|\0/.test(source)) return null;
    const path = resolve(source);
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null;
    return relative(folder, path).split(sep).map(encodeURIComponent).join("/");
  };
}

function webAddress(source: string): string | null {
  if (!URL.canParse(source)) return null;
  const url = new URL(source);
  if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return null;
  // Excel keeps the part behind # apart from the address
  url.hash = "";
  return url.href;
}
