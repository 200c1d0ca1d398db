import type { RunOptions } from "@zongjie/pipeline";
import { type CleaningOptions, cleaningOf } from "./options.ts";
import { progress } from "./progress.ts";
import { complain } from "./talk.ts";

/**
 * The first pass of `--site-boilerplate`: which lines stand on many pages of a site. Nothing without the option. What cannot
 * be read is named by the second pass.
 * @throws Error where an input can be read once only
 */
export async function siteLinesOf(
  inputs: readonly string[],
  options: CleaningOptions,
): Promise<Pick<RunOptions, "siteLines">> {
  if (!options.siteBoilerplate) return {};
  if (inputs.includes("-"))
    throw new Error("--site-boilerplate reads its inputs twice: - is gone after the first time");
  const { readInputs, siteSurvey } = await import("@zongjie/pipeline");
  const run = cleaningOf(options);
  const survey = siteSurvey(run);
  const line = progress("zongjie --site-boilerplate");
  for await (const reading of readInputs(inputs, () => Buffer.alloc(0), run.fields)) {
    if ("failed" in reading) continue;
    try {
      survey.add(reading.input);
    } catch {
      // the second pass says what is wrong with it
    }
    line.step();
  }
  line.end();
  const siteLines = survey.lines();
  const count = [...siteLines.values()].reduce((sum, { size }) => sum + size, 0);
  complain(`${count} lines stand on many pages of ${siteLines.size} sites`);
  return { siteLines };
}
