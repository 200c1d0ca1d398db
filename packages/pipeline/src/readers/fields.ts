import type { PageInput } from "../options.ts";
import { type Reading, UnreadableError } from "./reading.ts";

/** Which fields of rows (JSON, CSV, XLSX, Parquet) hold what, where a person says so. */
export interface FieldChoice {
  readonly text?: string;
  readonly html?: string;
  readonly id?: string;
}

/** Names of fields in the order in which they are tried. */
export interface FieldNames {
  /** The page: text or HTML, which its content tells. */
  readonly page: readonly string[];
  /** What the row is called. */
  readonly id: readonly string[];
}

/** Cells or members of a row by their names. */
export type Row = Readonly<Record<string, unknown>>;

const PAGE: readonly string[] = ["text", "content", "正文", "内容", "文本", "body", "html"];
const ID: readonly string[] = ["url", "id"];

/** The longest name that a row may have; a longer one is none. */
const LONGEST_ID = 2000;

/** The fields that are tried: `{ text: "body" }` gives body alone; HTML before the text that somebody took out of it. */
export function fieldNames({ text, html, id }: FieldChoice = {}): FieldNames {
  const said = [html, text].filter((name) => name !== undefined);
  return { page: said.length === 0 ? PAGE : said, id: id === undefined ? ID : [id] };
}

/** The names of a table's columns that are read. @throws UnreadableError where none holds pages */
export function wantedColumns(columns: readonly string[], { page, id }: FieldNames): string[] {
  if (!page.some((name) => columns.includes(name))) throw missing("column", page);
  return [...page, ...id].filter((name, i, all) => columns.includes(name) && all.indexOf(name) === i);
}

/**
 * The page of a row: `{"url": "https://a.cn/1", "content": "…"}` is a page at that address. A row is called by its
 * address, by `FILE#ID`, or by `FILE#NUMBER` where it has neither. `declared` is the encoding of the file that bytes
 * are taken from.
 */
export function readRow(row: Row, file: string, number: number, { page, id }: FieldNames, declared?: string): Reading {
  const uri = rowUri(file, number, row, id);
  // an address alone does not say where the row is to be mended
  const failed = (reason: string): Reading => ({
    failed: { uri: uri.startsWith(`${file}#`) ? uri : `${file}#${number} (${uri})`, reason },
  });
  const values = page.map((name) => memberOf(row, name)).filter((value) => value !== undefined && value !== null);
  if (values.length === 0) return failed(missing("field", page).message);
  const texts = values.filter((value) => typeof value === "string" || value instanceof Uint8Array);
  const found = texts.find((value) => (typeof value === "string" ? value.trim() : value).length > 0);
  if (found === undefined) return failed(texts.length === 0 ? "its page is no text" : "its page is empty");
  if (typeof found === "string") return { input: { uri, bytes: Buffer.from(found, "utf8"), cell: true } };
  const input: PageInput = { uri, bytes: found, cell: true };
  return { input: declared === undefined ? input : { ...input, declared } };
}

function missing(what: string, names: readonly string[]): UnreadableError {
  return new UnreadableError(`no ${what} ${names.join(", ")} (--text-field, --html-field)`);
}

/** A member of a row; `page.body` is that of a member where no member has the whole name. */
function memberOf(row: Row, name: string): unknown {
  if (Object.hasOwn(row, name)) return row[name];
  const dot = name.indexOf(".");
  const inner = dot === -1 ? undefined : memberOf(row, name.slice(0, dot));
  return isRow(inner) ? memberOf(inner, name.slice(dot + 1)) : undefined;
}

/** Whether a value of JSON is an object with members. */
export function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function rowUri(file: string, number: number, row: Row, names: readonly string[]): string {
  for (const name of names) {
    const id = idText(memberOf(row, name));
    if (id !== null) return /^[a-z][a-z\d+.-]*:\/\//i.test(id) ? id : `${file}#${id}`;
  }
  return `${file}#${number}`;
}

/** Null for what names nothing; so for numbers that JSON.parse rounds, for two rows would have one name. */
function idText(value: unknown): string | null {
  if (typeof value === "string") return value.trim() === "" || LONGEST_ID < value.length ? null : value.trim();
  return typeof value === "bigint" || (typeof value === "number" && Number.isSafeInteger(value)) ? String(value) : null;
}
