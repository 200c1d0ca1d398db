import type { Cell } from "../../csv.ts";
import type { Write } from "../csv.ts";
import type { TableColumn } from "../table.ts";
import { cellXml, columnName, isTooLong, textCell } from "./cells.ts";
import { openPackage, type Package } from "./package.ts";
import {
  contentTypes,
  linkRelations,
  PACKAGE_RELATIONS,
  STYLE,
  STYLES,
  sheetBeginning,
  sheetEnd,
  workbookPart,
  workbookRelations,
} from "./parts.ts";

/** A table on its way into a workbook. `widths` in half-width characters, for each column the widest cell. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly widths: readonly number[];
  readonly rows: Iterable<readonly Cell[]>;
}

/** How a workbook is to look. */
export interface WorkbookLook {
  /** Makes a text fit to be seen, as control characters of a page are not. */
  readonly show: (text: string) => string;
  /** Where a cell of a column `source` leads; null where that is not known or not safe. */
  readonly link: (source: string) => string | null;
  /** Rows of a sheet, the head among them; more go to a next sheet. */
  readonly rows?: number;
}

/** What a workbook could not hold. */
export interface WorkbookNotes {
  /** Texts that were cut. */
  readonly cut: number;
  /** Cells with a source that are no link, as there were too many. */
  readonly unlinked: number;
}

/** Excel's limits: rows of a sheet, links of a sheet, characters of an address. */
const LIMITS = { rows: 1_048_576, links: 65_530, address: 2_079 };

/**
 * Characters of a sheet's XML after which a next one begins: a part of a zip has to stay below 4 GiB, and a character may take
 * three bytes.
 */
const LONGEST = 1_300_000_000;

/** Widths of columns, in half-width characters; the head has a button beside it. */
const WIDTH = { least: 8, most: 60, button: 4 };

/** The column whose cells are links. */
const LINKED = "source";

/**
 * Writes tables as a workbook (XLSX), a sheet each and more where one is full: `figures`, `figures 2`. The memory that it takes
 * does not grow with the rows. Sheets have a frozen head, a filter and columns as wide as their cells.
 * @throws Error where the file would be larger than 4 GiB
 */
export async function writeWorkbook(
  sheets: readonly Sheet[],
  write: Write,
  look: WorkbookLook,
): Promise<WorkbookNotes> {
  const names: string[] = [];
  const notes = { cut: 0, unlinked: 0 };
  const zip = await openPackage(write);
  for (const sheet of sheets) {
    const rows = sheet.rows[Symbol.iterator]();
    let next = rows.next();
    for (let n = 1; n === 1 || next.done !== true; n++) {
      names.push(n === 1 ? sheet.name : `${sheet.name} ${n}`);
      next = await writeSheet(zip, names.length, sheet, { rows, next, look, notes });
    }
  }
  const parts: [path: string, text: string][] = [
    ["xl/workbook.xml", workbookPart(names)],
    ["xl/_rels/workbook.xml.rels", workbookRelations(names.length)],
    ["xl/styles.xml", STYLES],
    ["_rels/.rels", PACKAGE_RELATIONS],
    ["[Content_Types].xml", contentTypes(names.length)],
  ];
  for (const [path, text] of parts) await writePart(zip, path, text);
  await zip.close();
  return notes;
}

/** Rows that are left, the next of them at hand. */
interface Rest {
  readonly rows: Iterator<readonly Cell[]>;
  readonly next: IteratorResult<readonly Cell[]>;
  readonly look: WorkbookLook;
  readonly notes: { cut: number; unlinked: number };
}

/** Writes rows until the sheet is full; gives the first one that has no place any more. */
async function writeSheet(
  zip: Package,
  number: number,
  { columns, widths }: Sheet,
  { rows, next: first, look, notes }: Rest,
): Promise<IteratorResult<readonly Cell[]>> {
  const letters = columns.map((_, i) => columnName(i));
  const links = openLinks(look);
  const part = zip.open(`xl/worksheets/sheet${number}.xml`);
  await part.add(sheetBeginning(columns.map(({ name }, i) => widthOf(name, widths[i] ?? 0))));
  const head = columns.map(({ name }, i) => textCell(`${letters[i]}1`, name, STYLE.head)).join("");
  await part.add(`<row r="1">${head}</row>`);
  let [row, length, next] = [1, 0, first];
  for (; next.done !== true && row < (look.rows ?? LIMITS.rows) && length < LONGEST; next = rows.next()) {
    row++;
    let cells = "";
    for (const [i, { name, type }] of columns.entries()) {
      const cell = next.value[i] ?? null;
      const place = `${letters[i]}${row}`;
      const text = typeof cell === "string" ? look.show(cell) : cell;
      if (typeof text === "string" && isTooLong(text)) notes.cut++;
      const linked = name === LINKED && typeof cell === "string" && links.add(place, cell);
      cells += linked ? textCell(place, `${text}`, STYLE.link) : cellXml(place, text, type);
    }
    length += cells.length;
    await part.add(`<row r="${row}">${cells}</row>`);
  }
  await part.add(sheetEnd(`A1:${letters.at(-1)}${row}`, links.cells));
  await part.close();
  if (0 < links.cells.length)
    await writePart(zip, `xl/worksheets/_rels/sheet${number}.xml.rels`, linkRelations(links.targets.keys()));
  notes.unlinked += links.refused();
  return next;
}

/** The links of a sheet; a target that many cells have stands once. */
function openLinks({ link }: WorkbookLook): {
  readonly cells: readonly [cell: string, target: number][];
  readonly targets: ReadonlyMap<string, number>;
  readonly add: (cell: string, source: string) => boolean;
  readonly refused: () => number;
} {
  const cells: [string, number][] = [];
  const targets = new Map<string, number>();
  let refused = 0;
  let last: { source: string; target: string | null } | null = null;
  return {
    cells,
    targets,
    refused: () => refused,
    add: (cell, source) => {
      // rows of one source stand together
      if (last?.source !== source) last = { source, target: link(source) };
      const { target } = last;
      if (target === null || LIMITS.address < target.length) return false;
      if (cells.length === LIMITS.links) {
        refused++;
        return false;
      }
      const id = targets.get(target) ?? targets.size + 1;
      targets.set(target, id);
      cells.push([cell, id]);
      return true;
    },
  };
}

function widthOf(name: string, widest: number): number {
  return Math.max(WIDTH.least, Math.min(WIDTH.most, Math.max(name.length + WIDTH.button, widest + 1)));
}

async function writePart(zip: Package, path: string, text: string): Promise<void> {
  const part = zip.open(path);
  await part.add(text);
  await part.close();
}
