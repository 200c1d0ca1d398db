import { writeFileSync } from "node:fs";
import { visible } from "../visible.ts";
import type { Sink } from "./sink.ts";
import type { TableTask } from "./tables.ts";

/** Writes a Markdown file for each document, named by its headline; parts of a split output are folders. */
export async function articleSink({
  place,
  plan,
  partOf,
}: Pick<TableTask, "place" | "plan" | "partOf">): Promise<Sink> {
  const { documentArticle, fileNamer } = await import("@zongjie/pipeline");
  const namers = new Map<string | null, (words: string) => string>();
  let count = 0;
  return {
    take: async (page) => {
      for (const document of page.documents) {
        const part = partOf(document, page);
        const name = namers.get(part) ?? (await fileNamer());
        namers.set(part, name);
        const file = place.path(part, `${name(document.title ?? document.id)}.md`);
        writeFileSync(file, documentArticle(document, page, visible), { flag: "wx" });
        count++;
      }
    },
    close: async () => [`wrote ${plan.to}: ${count} documents`],
    abandon: () => undefined,
  };
}
