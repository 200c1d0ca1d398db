import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readDocument, type SourceDocument } from "./source.ts";

/** The folder of a half of the corpus, `corpus/dev`; throws a RangeError on any other word than dev and frozen. */
export function folder(half: string): string {
  if (half !== "dev" && half !== "frozen") throw new RangeError(`${half} is no half of the corpus: dev or frozen`);
  return join(fileURLToPath(new URL("../../corpus/", import.meta.url)), half);
}

/** Files of one kind in a folder, in the order of their names; none where there is no such folder. */
export function filesIn(path: string, ending: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(path, name));
}

/**
 * All documents of a folder of a half, and what is wrong with those that cannot be read, `health.txt:12: …`. `figures`
 * holds documents of which no pages are made.
 */
export function readDocuments(
  root: string,
  name: "documents" | "figures" = "documents",
): { documents: SourceDocument[]; problems: string[] } {
  const documents: SourceDocument[] = [];
  const problems: string[] = [];
  for (const path of filesIn(join(root, name), ".txt")) {
    try {
      documents.push(readDocument(path));
    } catch (error) {
      problems.push((error as Error).message);
    }
  }
  return { documents, problems };
}
