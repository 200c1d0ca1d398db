import { describe, expect, it } from "vitest";
import { findFigures } from "../src/index.ts";

const cases: readonly (readonly [string, string, number | null, string | null])[] = [
  ["全年发电量10^8千瓦时。", "8千瓦时", null, "malformed"],
  ["护林员2O3人。", "3人", null, "garbled"],
  ["群众满意率提高0，8个百分点。", "8个百分点", null, "malformed"],
  ["全镇清理1,2345株。", "2345株", null, "malformed"],
  ["全镇清理1,234株。", "1,234株", 1234, null],
  ["查处3人，8个案件已结。", "8个", 8, null],
];

describe("pieces of broken numbers", () => {
  it.each(cases)("%s", (text, surface, value, suspect) => {
    expect(findFigures(text).find((f) => f.surface === surface)).toMatchObject({ value, suspect });
  });
});
