import { join } from "node:path";
import { encoded } from "./encode.ts";
import { goldOf } from "./gold.ts";
import type { Gold } from "./gold-record.ts";
import { filesIn, readDocuments } from "./half.ts";
import { layOut, type PagePlan, type Sheet } from "./page.ts";
import { planPages } from "./plan.ts";
import { parseSkin, readSkin } from "./skin.ts";

/** A built page: its bytes, the decoded text that the gold's offsets count in, and the gold. */
export interface BuiltPage {
  readonly name: string;
  readonly file: string;
  readonly raw: string;
  readonly bytes: Uint8Array;
  readonly gold: Gold;
  readonly goldText: string;
  readonly sheet: Sheet;
}

/** All pages of a half, in memory; documents, skins and pages that fail are named in `problems` and left out. */
export function pagesOf(root: string): { pages: BuiltPage[]; problems: string[] } {
  const { documents, problems } = readDocuments(root);
  const skins = filesIn(join(root, "skins"), ".yaml").flatMap((path) => attempt(() => readSkin(path), problems));
  const pages = planPages(documents, skins).flatMap((plan) =>
    attempt(() => buildPage(plan), problems, `${plan.name}: `),
  );
  return { pages, problems };
}

/** The documents of which no pages are made (`figures`), each as the only thing on a page of plain text, in memory. */
export function plainPages(root: string): BuiltPage[] {
  const skin = parseSkin("site: 无\nhost: none.example\nmedia: text\n", "plain");
  const { documents } = readDocuments(root, "figures");
  return documents.map((document) =>
    buildPage({
      name: document.meta.id,
      skin,
      documents: [document],
      separator: null,
      encoding: skin.encodings[0] as PagePlan["encoding"],
      titles: [],
    }),
  );
}

/** Builds one page; throws when its encoding cannot write it. */
export function buildPage(plan: PagePlan): BuiltPage {
  const file = `${plan.name}.${plan.skin.media === "html" ? "html" : "txt"}`;
  const sheet = layOut(plan);
  const bytes = encoded(sheet.raw, plan.encoding);
  const gold = goldOf(sheet, file);
  return { name: plan.name, file, raw: sheet.raw, bytes, gold, goldText: written(gold), sheet };
}

/** One item of a list a line, so that a change of the gold reads well in a diff. */
function written(gold: Gold): string {
  const fields = Object.entries(gold).map(([key, value]) => {
    const lines =
      Array.isArray(value) && 0 < value.length
        ? `[\n${value.map((item) => `  ${JSON.stringify(item)}`).join(",\n")}\n ]`
        : JSON.stringify(value);
    return ` ${JSON.stringify(key)}: ${lines}`;
  });
  return `{\n${fields.join(",\n")}\n}\n`;
}

/** A page that can be built, null for one that cannot: not every separator goes with every document. */
export function tryPage(plan: PagePlan): ReturnType<typeof buildPage> | null {
  return attempt(() => buildPage(plan), [])[0] ?? null;
}

function attempt<T>(make: () => T, problems: string[], prefix = ""): T[] {
  try {
    return [make()];
  } catch (error) {
    problems.push(prefix + (error as Error).message);
    return [];
  }
}
