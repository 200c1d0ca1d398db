import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import iconv from "iconv-lite";
import { afterAll, describe, expect, it } from "vitest";
import { newTally, tallyLines } from "../src/index.ts";
import { HTML, newFiles, TEXT } from "./readings.ts";

const { folder, put, readings } = newFiles();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const RTF = "{\\rtf1 枫溪县卫生院二〇二三年工作总结，全年门诊平稳，群众满意。}";
const OLE = Buffer.from("d0cf11e0a1b11ae1", "hex");

/** Names and contents of files, and whether they are read where they are found. */
const FILES: readonly (readonly [name: string, content: string | Uint8Array, read: boolean])[] = [
  ["a", TEXT, true],
  ["2023.01总结", TEXT, true],
  ["新建 文本文档", iconv.encode(TEXT, "gbk"), true],
  ["index.asp", HTML, true],
  ["view.php", HTML, true],
  ["table.xls", HTML, true],
  ["page.wps", TEXT, true],
  ["list.dat", TEXT, true],
  ["packed", zipSync({ "a.txt": strToU8(TEXT) }), true],
  ["packed.001", gzipSync(TEXT), true],
  ["english", "All work and no play makes Jack a dull boy. ".repeat(20), false],
  ["code.php", `<?php // ${TEXT}`, false],
  ["data", JSON.stringify({ a: TEXT }), false],
  ["letter", RTF, false],
  ["real.xls", Buffer.concat([OLE, Buffer.alloc(600)]), false],
  ["zeros", Buffer.alloc(2000), false],
  ["logo.png", "x", false],
  ["site.css", `/* ${TEXT} */`, false],
  ["crawl.log", TEXT, false],
  ["a.txt.bak", TEXT, false],
  ["more.rar", "Rar!", false],
  [".hidden.txt", TEXT, false],
];

const wanted = FILES.flatMap(([name, , read]) => (read ? [name] : [])).sort();
const LEFT = "12 files left out: no suffix 4, .bak 1, .css 1, .log 1, .php 1, .png 1, .rar 1, .xls 1, hidden 1";

describe("files under names that say nothing are told by their first bytes, and others are counted", () => {
  const read = async (...names: string[]): Promise<[names: string[], said: string[]]> => {
    const left = newTally();
    const found = await readings(names, {}, left);
    const named = found.map((reading) => ("input" in reading ? reading.input.uri : `! ${reading.failed.uri}`));
    return [named.map((name) => name.replace(`${folder}/`, "")), tallyLines(left)];
  };

  for (const [name, content] of FILES) put(`all/${name}`, content);
  const inside = (file: string) => wanted.map((name) => `${file}${name}${name === "packed" ? "!/a.txt" : ""}`);

  it("in a folder", async () => expect(await read("all")).toEqual([inside("all/"), [LEFT]]));

  it("in an archive", async () => {
    const members = FILES.map(([name, content]) => [name, typeof content === "string" ? strToU8(content) : content]);
    put("all.zip", zipSync({ ...Object.fromEntries(members), "__MACOSX/a.txt": strToU8("x") }));
    const [names, said] = await read("all.zip");
    expect([names.sort(), said]).toEqual([inside("all.zip!/"), [LEFT]]);
  });

  it("a file that is named itself is read, whatever its name", async () =>
    expect(await read("all/crawl.log")).toEqual([["all/crawl.log"], []]));

  it("a link that leads to itself costs only itself", async () => {
    put("links/a.txt", TEXT);
    put("links/z.txt", TEXT);
    symlinkSync("m.txt", join(folder, "links", "m.txt"));
    expect(await read("links")).toEqual([["links/a.txt", "! links/m.txt", "links/z.txt"], []]);
  });

  it("what two inputs share is read once", async () => {
    const said = ["2 files that the inputs name twice are read once"];
    expect(await read("links/a.txt", "links/z.txt", "links/a.txt", "links/../links/z.txt")).toEqual([
      ["links/a.txt", "links/z.txt"],
      said,
    ]);
    mkdirSync(join(folder, "outer"), { recursive: true });
    put("outer/a.txt", TEXT);
    put("outer/in/b.txt", TEXT);
    expect(await read("outer/in/b.txt", "outer", "outer/in")).toEqual([["outer/in/b.txt", "outer/a.txt"], said]);
  });
});
