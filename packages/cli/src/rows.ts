import type { DocumentRecord, PageRecord } from "@zongjie/document";
import { documentHead } from "./document-head.ts";
import type { Paint } from "./paint.ts";
import { visibleJson } from "./visible.ts";

/** The document that rows belong to. */
export interface Place {
  readonly page: PageRecord;
  /** Of the document on its page. */
  readonly index: number;
}

/** How rows are written: what stands before all of them, those of one document (at least one), and what stands behind. */
export interface RowWriter<T> {
  readonly head: string;
  readonly rows: (rows: readonly T[], place: Place) => string;
  readonly tail: string;
}

/** An object a line; as `json` all in one object: `{"schema":"zongjie/check@1","findings":[…]}`. */
export function jsonRows<T>(format: "json" | "ndjson", schema: string, name: string): RowWriter<T> {
  if (format === "ndjson")
    return { head: "", rows: (rows) => rows.map((row) => `${visibleJson(row)}\n`).join(""), tail: "" };
  let first = true;
  return {
    head: `{"schema":${JSON.stringify(schema)},${JSON.stringify(name)}:[`,
    rows: (rows) => {
      const text = `${first ? "" : ","}\n${rows.map(visibleJson).join(",\n")}`;
      first = false;
      return text;
    },
    tail: "\n]}\n",
  };
}

/** Text for reading, the name of each document above its own; `write` writes the rows of one. */
export function textRows<T>(
  paint: Paint,
  write: (rows: readonly T[]) => string,
  named: (place: Place) => boolean = () => true,
): RowWriter<T> {
  let first = true;
  return {
    head: "",
    rows: (rows, place) => {
      const { title, kind } = place.page.documents[place.index] as DocumentRecord;
      const head = documentHead({ uri: place.page.source.uri, document: place.index, title, kind }, paint);
      const text = named(place) ? `${first ? "" : "\n"}${head}\n${write(rows)}` : write(rows);
      first = false;
      return text;
    },
    tail: "",
  };
}
