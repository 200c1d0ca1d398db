import type { RunOptions } from "@zongjie/pipeline";
import type { Choice } from "./choice.ts";

/** What a run does, as far as its records depend on it: with another task a broken run is not gone on with. */
export interface RunTask {
  /** As they were given. */
  readonly inputs: readonly string[];
  readonly run: RunOptions;
  readonly choice: Choice;
  readonly versions: RunVersions;
}

/** What pages are read with. */
interface RunVersions {
  readonly zongjie: string;
  /** SHA-256 of our words, and of the user's own where he has some. */
  readonly lexicon: string;
  readonly ownLexicon: string | null;
}

/** The task as a text: the same for the same task. */
export function taskText(task: RunTask): string {
  return JSON.stringify(task, (_key, value: unknown) => {
    if (value instanceof Map) return [...value];
    return value instanceof Set ? [...value] : value;
  });
}
