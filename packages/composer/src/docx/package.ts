import type { Draft } from "@zongjie/document";
import { Document, Packer } from "docx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { bodyOf, CREATOR, EPOCH } from "./body.ts";
import { DECLARATION, fontTable } from "./fonts.ts";
import { sectionOf } from "./page.ts";
import { BRACE } from "./runs.ts";
import { styleSheet } from "./styles.ts";

/** Writes a draft as a `.docx`; see `renderDocx`. */
export async function packDocx(draft: Draft): Promise<Uint8Array> {
  const { paragraphs, comments } = bodyOf(draft);
  const document = new Document({
    creator: CREATOR,
    evenAndOddHeaderAndFooters: true,
    compatabilityModeVersion: 15,
    comments: { children: comments },
    sections: [sectionOf(paragraphs)],
  });
  const parts = [
    { path: "docProps/core.xml", data: coreProperties() },
    { path: "word/styles.xml", data: styleSheet() },
    { path: "word/fontTable.xml", data: fontTable() },
  ];
  return dated(await Packer.toBuffer(document, undefined, parts));
}

/** The properties of the file: who made it is the program, when is always the same day. */
function coreProperties(): string {
  const date = EPOCH.toISOString().replace(".000Z", "Z");
  const stamp = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}</dcterms:${name}>`;
  return (
    `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:creator>${CREATOR}</dc:creator><cp:lastModifiedBy>${CREATOR}</cp:lastModifiedBy>` +
    `${stamp("created")}${stamp("modified")}</cp:coreProperties>`
  );
}

/** The same files, braces put back, in a zip that does not tell when it was written. */
function dated(zip: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(zip)).map(([path, bytes]) => {
    const xml = strFromU8(bytes);
    return [path, xml.includes(BRACE) ? strToU8(xml.replaceAll(BRACE, "{")) : bytes] as const;
  });
  // Zip files hold local time: the first of January there, whatever the zone.
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1), level: 6 });
}
