import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { renderDocx } from "../src/docx/index.ts";
import { draft } from "./drafts.ts";
import { all, type Element, partsOf } from "./package.ts";

const REPORT = await partsOf(draft());
const OUTLINE = await partsOf(draft({ form: "outline" }));

describe("the file", () => {
  it("is the same for the same draft", async () =>
    expect(await renderDocx(draft())).toEqual(await renderDocx(draft())));

  it("tells nobody's name and no day", async () => {
    const parts = Object.entries(unzipSync(await renderDocx(draft()))).map(([, bytes]) => strFromU8(bytes));
    const core = REPORT.get("docProps/core.xml") as Element;
    expect(core.children.map(({ name, text }) => [name, text])).toEqual([
      ["dc:creator", "zongjie"],
      ["cp:lastModifiedBy", "zongjie"],
      ["dcterms:created", "1980-01-01T00:00:00Z"],
      ["dcterms:modified", "1980-01-01T00:00:00Z"],
    ]);
    const days = parts.flatMap((xml) =>
      [...xml.matchAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g)].map(([day]) => day.slice(0, 10)),
    );
    expect(new Set(days)).toEqual(new Set(["1980-01-01"]));
    const authors = all(REPORT.get("word/comments.xml") as Element, "w:comment").map(
      ({ attributes }) => attributes["w:author"],
    );
    expect(new Set(authors)).toEqual(new Set(["zongjie"]));
  });

  it("is written without the library being loaded before", () => {
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const [, specifier = ""] of readFileSync(file, "utf8").matchAll(
        /^(?:import|export|\})[^;]*?from "([^"]+)";/gmu,
      )) {
        if (specifier.startsWith(".")) visit(fileURLToPath(new URL(specifier, `file://${file}`)));
        else seen.add(specifier);
      }
    };
    visit(fileURLToPath(new URL("../src/index.ts", import.meta.url)));
    expect([...seen].some((file) => file.endsWith("docx/index.ts"))).toBe(true);
    expect([...seen].filter((name) => /^(?:docx|fflate)$/.test(name))).toEqual([]);
  });
});

/** Children of properties in the order of the schema (ECMA-376, wml.xsd), as far as they are used. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  "w:pPr": "pStyle keepNext widowControl snapToGrid spacing ind jc outlineLvl rPr".split(" "),
  "w:rPr": "rStyle rFonts b bCs i iCs color spacing sz szCs highlight vertAlign lang".split(" "),
  "w:sectPr": "footerReference type pgSz pgMar pgNumType titlePg docGrid".split(" "),
  "w:style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr".split(" "),
  "w:font": "altName panose1 charset family pitch".split(" "),
  "w:settings": "displayBackgroundShape defaultTabStop evenAndOddHeaders compat".split(" "),
};

it.each(Object.entries(ORDER))("%s has its elements in the order of the schema", (name, order) => {
  const found = [...REPORT.values(), ...OUTLINE.values()].flatMap((p) => [
    ...(p.name === name ? [p] : []),
    ...all(p, name),
  ]);
  expect(found.length).toBeGreaterThan(0);
  for (const { children } of found) {
    const places = children.map((child) => order.indexOf(child.name.replace("w:", "")));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  }
});
