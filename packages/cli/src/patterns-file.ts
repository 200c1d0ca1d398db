import { existsSync, readFileSync } from "node:fs";
import type { PageRecord, Patterns } from "@zongjie/document";
import { fileReason } from "./talk.ts";

/** Reads a file as text. @throws Error that names the file and says why it cannot be read */
export function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`${file}: ${fileReason(error)}`);
  }
}

/** The files that records were made from, as far as they still stand: an output may overwrite none of them. */
export function filesOf(records: readonly PageRecord[]): string[] {
  return records.map(({ source }) => source.uri).filter((uri) => existsSync(uri));
}

/** Reads what `zongjie learn` wrote. @throws Error that says what is wrong with the file */
export async function readPatterns(file: string): Promise<Patterns> {
  const { patternsSchema } = await import("@zongjie/document/schema");
  let value: unknown;
  try {
    value = JSON.parse(readText(file));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Error(`${file}: no JSON; make it with zongjie learn … -o ${file}`);
    throw error;
  }
  const name = (value as { schema?: unknown } | null)?.schema;
  if (name !== "zongjie/patterns@1")
    throw new Error(`${file}: holds ${typeof name === "string" ? name : "no patterns"}, not zongjie/patterns@1`);
  const checked = patternsSchema.safeParse(value);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new Error(`${file}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not zongjie/patterns@1"}`);
}
