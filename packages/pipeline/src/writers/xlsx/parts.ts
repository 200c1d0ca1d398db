const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Looks of cells, by their place in `cellXfs` of {@link STYLES}. */
export const STYLE = { plain: 0, head: 1, date: 2, link: 3, digits: 4 } as const;

/** Text, the head in bold, days as 2023-12-28, links in blue, and numbers of twelve digits and more with all of them. */
export const STYLES: string = `${DECLARATION}<styleSheet xmlns="${SHEETS}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>
<fonts count="3"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font><font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="等线"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="5">${[
  [0, 0],
  [0, 1],
  [164, 0],
  [0, 2],
  [1, 0],
]
  .map(
    ([format, font]) =>
      `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
  )
  .join("")}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Characters that XML cannot hold. */
const ILLEGAL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Text as XML: what XML cannot hold becomes U+FFFD, and `_x0041_`, which a spreadsheet would read as the letter A, stays as it
 * is written (ECMA-376, ST_Xstring).
 */
export function xml(text: string): string {
  return text
    .replace(ILLEGAL, "\ufffd")
    .replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark)
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .replaceAll("\r", "_x000D_");
}

/** The workbook: its sheets by name. */
export function workbookPart(names: readonly string[]): string {
  const sheets = names.map((name, i) => `<sheet name="${xml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("");
  return `${DECLARATION}<workbook xmlns="${SHEETS}" xmlns:r="${RELATIONS}"><sheets>${sheets}</sheets></workbook>`;
}

/** What the workbook is made of: its sheets, and the styles behind them. */
export function workbookRelations(sheets: number): string {
  const all = Array.from({ length: sheets }, (_, i) => relation(i + 1, "worksheet", `worksheets/sheet${i + 1}.xml`));
  return relations([...all, relation(sheets + 1, "styles", "styles.xml")]);
}

/** What the package is made of. */
export const PACKAGE_RELATIONS: string = relations([relation(1, "officeDocument", "xl/workbook.xml")]);

/** The links of a sheet, rId1 first. */
export function linkRelations(targets: Iterable<string>): string {
  return relations(
    Array.from(targets, (target, i) => relation(i + 1, "hyperlink", xml(target), ' TargetMode="External"')),
  );
}

/** The kinds of all parts. */
export function contentTypes(sheets: number): string {
  const override = (path: string, type: string): string =>
    `<Override PartName="/xl/${path}.xml" ContentType="${TYPES}.${type}+xml"/>`;
  const all = Array.from({ length: sheets }, (_, i) => override(`worksheets/sheet${i + 1}`, "worksheet"));
  return (
    `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${override("workbook", "sheet.main")}${override("styles", "styles")}${all.join("")}</Types>`
  );
}

/** How a sheet begins: the head stays when one scrolls. `widths` in characters of Latin letters. */
export function sheetBeginning(widths: readonly number[]): string {
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  return (
    `${DECLARATION}<worksheet xmlns="${SHEETS}" xmlns:r="${RELATIONS}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join("")}</cols><sheetData>`
  );
}

/** How a sheet ends: a filter over all rows, and `links`, cells with the number of their target. */
export function sheetEnd(range: string, links: readonly (readonly [cell: string, target: number])[]): string {
  const all = links.map(([cell, target]) => `<hyperlink ref="${cell}" r:id="rId${target}"/>`).join("");
  const list = all === "" ? "" : `<hyperlinks>${all}</hyperlinks>`;
  return `</sheetData><autoFilter ref="${range}"/>${list}</worksheet>`;
}

function relation(id: number, type: string, target: string, more = ""): string {
  return `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"${more}/>`;
}

function relations(all: readonly string[]): string {
  return `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join("")}</Relationships>`;
}
