import { z } from "zod";
import { loadData } from "./load.ts";

/** The file `entity-words.yaml`: what bounds names of bodies, places and people. */
export interface EntityWords {
  readonly orgEnd: readonly string[];
  readonly boundary: readonly string[];
  /** Words that may stand right before a name: 引进 is no part of a company's. */
  readonly lead: readonly string[];
  readonly placeEnd: readonly string[];
  readonly noPlace: readonly string[];
  /** One character each. */
  readonly surnames: string;
  readonly noPerson: readonly string[];
  readonly titlesBefore: readonly string[];
  readonly titles: readonly string[];
  readonly law: readonly string[];
  readonly laws: readonly string[];
}

const words = z.array(z.string().min(1)).min(1);
const entityFile: z.ZodType<EntityWords> = z.strictObject({
  orgEnd: words,
  boundary: words,
  lead: words,
  placeEnd: words,
  noPlace: words,
  surnames: z.string().min(100),
  noPerson: words,
  titlesBefore: words,
  titles: words,
  law: words,
  laws: words,
});

const functionFile: z.ZodType<{ readonly function: readonly string[]; readonly genre: readonly string[] }> =
  z.strictObject({ function: words, genre: words });

let entities: EntityWords | undefined;
let functions: ReadonlySet<string> | undefined;

/** Words that bound names, read on first use: 人民政府 ends a body's name. @throws Error as `loadData` does */
export function entityWords(): EntityWords {
  entities ??= loadData("entity-words.yaml", entityFile);
  return entities;
}

/** Words that are never keywords, read on first use: 工作, 开展, 以及. @throws Error as `loadData` does */
export function functionWords(): ReadonlySet<string> {
  if (functions === undefined) {
    const file = loadData("function-words.yaml", functionFile);
    functions = new Set([...file.function, ...file.genre]);
  }
  return functions;
}
