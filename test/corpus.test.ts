import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/** The half of the corpus that nobody looks at while building; its hashes say that nobody changed it either. */
const FROZEN = fileURLToPath(new URL("../corpus/frozen/", import.meta.url));
const FOLDERS = ["collection", "documents", "figures", "gold", "pages", "skins"];

const sums = readFileSync(join(FROZEN, "SHA256SUMS"), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => /^([0-9a-f]{64}) [ *](?:\.\/)?(.+)$/.exec(line));

describe("the frozen half", () => {
  const listed = sums.map((line) => line?.[2] ?? "").sort();
  it("has a list of hashes", () => expect(sums.length).toBeGreaterThan(100));
  it("is listed whole", () => {
    const present = FOLDERS.flatMap((folder) => readdirSync(join(FROZEN, folder)).map((name) => `${folder}/${name}`));
    expect(listed).toEqual(present.sort());
  });
  it("is as it was frozen", () => {
    const changed = sums.filter((line) => {
      const [, sum = "", name = ""] = line ?? [];
      return (
        createHash("sha256")
          .update(readFileSync(join(FROZEN, name)))
          .digest("hex") !== sum
      );
    });
    expect(changed.map((line) => line?.[2])).toEqual([]);
  });
});
