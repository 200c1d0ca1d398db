import { DATED, type LineFeatures } from "./features.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Spares the date of a signature on a line that goes for what a website glued to it.
 *
 *     清溪县水务局
 *     2023年12月20日（编辑：小舟）      from the bracket on
 */
export function spareDates(lines: readonly LineFeatures[], verdicts: (Verdict | null)[]): void {
  for (const [i, line] of lines.entries()) {
    const verdict = verdicts[i];
    const date = verdict == null || verdict.from !== undefined ? null : DATED.exec(line.text);
    if (verdict == null || date === null || !isSigned(lines, verdicts, i)) continue;
    verdicts[i] = date[0].length === line.text.length ? null : { ...verdict, from: date[0].length };
  }
}

/** True where prose stands above the line, with at most two short lines (the units that sign) between. */
function isSigned(lines: readonly LineFeatures[], verdicts: readonly (Verdict | null)[], i: number): boolean {
  let between = 0;
  for (let k = i - 1; 0 <= k && between < 3; k--) {
    const line = lines[k] as LineFeatures;
    if (line.blank) continue;
    if (verdicts[k] != null && verdicts[k]?.from === undefined) {
      if (line.prose) return false;
      continue;
    }
    if (line.prose) return true;
    if (30 < line.text.length) return false;
    between++;
  }
  return false;
}
