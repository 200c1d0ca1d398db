import { Argument, type Command } from "commander";
import { toStdout } from "../pages.ts";

const NAMES = ["page", "brief", "draft", "patterns", "outline", "figures", "check", "duplicates", "report"] as const;

/** `zongjie schema page|brief|draft|patterns|outline|figures|check|duplicates|report`: JSON Schema of what the command writes and reads. */
export function addSchema(program: Command): void {
  program
    .command("schema")
    .description("print the JSON Schema of a record")
    .addArgument(new Argument("<name>", "which record").choices(NAMES))
    .addHelpText("after", "\nExample:\n  zongjie schema page > page.schema.json")
    .action(async (name: (typeof NAMES)[number]) => {
      const { jsonSchema } = await import("@zongjie/document/schema");
      await toStdout(`${JSON.stringify(jsonSchema(name), null, 2)}\n`);
    });
}
