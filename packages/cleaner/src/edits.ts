import type { Edit } from "@zongjie/document";

/** Of edits in the order of their starts, those that do not reach into one that was taken: of `３０％` and `０` the first. */
export function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  let reached = 0;
  return edits.filter((edit) => {
    if (edit.start < reached) return false;
    reached = edit.end;
    return true;
  });
}
