import { basename, join, relative } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileNamer } from "../src/writers/file-name.ts";

const LONG = "东岭县民政局".repeat(100);

describe("names of files", () => {
  it.each([
    ["东岭县民政局2023年工作总结", "东岭县民政局2023年工作总结"],
    ["../../etc/passwd", "____etc_passwd"],
    ["C:\\windows\\system32", "C_windows_system32"],
    ["..", "_"],
    ["", "_"],
    ["CON", "CON_"],
    [".bashrc", "bashrc"],
    ["-rf", "rf"],
    ["a\u202egnp.exe", "agnp_exe"],
    ["第一行\n第二行", "第一行 第二行"],
    [LONG, LONG.slice(0, 60)],
  ])("of %j is %j", async (words, name) => expect((await fileNamer())(words)).toBe(name));

  it("tell the same words apart, in capitals too", async () => {
    const name = await fileNamer();
    expect(["总结", "总结", "总结-2", "A", "a", "总结"].map(name)).toEqual([
      "总结",
      "总结-2",
      "总结-2-2",
      "A",
      "a-2",
      "总结-3",
    ]);
  });

  it("are one part of a path and never twice the same, whatever the words are", async () => {
    const name = await fileNamer();
    const given = new Set<string>();
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(..."./\\:~ \u0000甲a") })),
        (words) => {
          const made = name(words);
          expect(relative("/out", join("/out", made))).toBe(made);
          expect(basename(made)).toBe(made);
          expect(made).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cs}]|^\.|[. ]$/u);
          expect(Buffer.byteLength(`${made}.md`)).toBeLessThanOrEqual(255);
          expect(given.has(made.toLowerCase())).toBe(false);
          given.add(made.toLowerCase());
        },
      ),
    );
  });
});
