import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { linksFrom } from "../src/convert/link.ts";

const FOLDER = mkdtempSync(join(tmpdir(), "zongjie-link-"));
mkdirSync(join(FOLDER, "pages"));
for (const name of ["甲 #1.txt", "run.exe"]) writeFileSync(join(FOLDER, "pages", name), "");
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

describe("the link of a source", () => {
  it.each([
    ["https://a.example/甲?x=1#part", "https://a.example/%E7%94%B2?x=1"],
    ["HTTP://a.example", "http://a.example/"],
    ["https://name:word@a.example/", null],
    ["javascript:alert(1)", null],
    ["file:///etc/passwd", null],
    ["\\\\server\\share\\a.txt", null],
    ["//server/share/a.txt", null],
    ["https://", null],
    ["no/such/page.txt", null],
    [join(FOLDER, "pages"), null],
    [join(FOLDER, "pages", "run.exe"), null],
    [join(FOLDER, "pages", "甲 #1.txt"), "../pages/%E7%94%B2%20%231.txt"],
    [`${join(FOLDER, "pages", "甲 #1.txt")}\0.txt`, null],
  ])("%j is %j", (source, link) => expect(linksFrom(join(FOLDER, "out", "all.xlsx"))(source)).toBe(link));
});
