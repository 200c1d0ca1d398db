import { Argument, type Command } from "commander";
import { toStdout } from "../pages.ts";

/** `zongjie schema page|draft|outline`: JSON Schema of what the command writes. */
export function addSchema(program: Command): void {
  program
    .command("schema")
    .description("print the JSON Schema of a record")
    .addArgument(new Argument("<name>", "which record").choices(["page", "draft", "outline"]))
    .addHelpText("after", "\nExample:\n  zongjie schema page > page.schema.json")
    .action(async (name: "page" | "draft" | "outline") => {
      const { jsonSchema } = await import("@zongjie/document/schema");
      await toStdout(`${JSON.stringify(jsonSchema(name), null, 2)}\n`);
    });
}
