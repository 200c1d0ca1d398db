import { pathsOf } from "../readers/paths.ts";
import { isOnePage } from "../readers/sift.ts";

/** How many pages the inputs hold; null where files hold many, for those are not counted before they are read. */
export async function pageTotal(inputs: readonly string[]): Promise<number | null> {
  let total = 0;
  for (const input of inputs) {
    if (input === "-") total++;
    else
      for await (const path of pathsOf(input)) {
        if ("path" in path && !isOnePage(path.path)) return null;
        total++;
      }
  }
  return total;
}
