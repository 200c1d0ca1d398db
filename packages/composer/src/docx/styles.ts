import { DECLARATION, FACES, WORDPROCESSING } from "./fonts.ts";
import { BODY_SIZE, LINE_PITCH, TITLE_SIZE } from "./page.ts";

/** A style of paragraphs; `paragraph` and `run` are its properties in the order of the schema. */
interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  readonly paragraph?: string;
  readonly run?: string;
}

const COMMENT_SIZE = 10.5; // 五号
const GREY = "7F7F7F";

/** Two characters, not blanks. A reader that knows no characters takes the twips; LibreOffice the one named last. */
const INDENT = '<w:ind w:firstLineChars="200" w:firstLine="628"/>';

/** Each line as high as one of the grid, whatever font stands in for a missing one. */
const EXACT = `w:line="${LINE_PITCH}" w:lineRule="exact"`;

/**
 * Body text is 0.3 pt closer than its size: 28 characters of 16 pt do not fit in 156 mm. Word also takes the pitch of the
 * grid and spreads the line; LibreOffice would give two places of the grid to a character that is wider than one, so its
 * paragraphs do not snap.
 */
const CLOSER = -6;

const face = (eastAsia: string): string => `<w:rFonts w:eastAsia="${eastAsia}"/>`;
const size = (points: number): string => `<w:sz w:val="${2 * points}"/><w:szCs w:val="${2 * points}"/>`;
const pitch = (twips: number): string => `<w:spacing w:val="${twips}"/>`;
const align = (side: string): string => `<w:jc w:val="${side}"/>`;

/** 三号 仿宋 for the text, 二号 小标宋 for the title, 黑体, 楷体 and 仿宋 for the levels (GB/T 9704-2012, 5.2.2, 7.3.3). */
const STYLES: readonly Style[] = [
  {
    id: "Normal",
    name: "Normal",
    // No widow control: a page has 22 lines, also where the last is the first of a paragraph.
    paragraph: `<w:widowControl w:val="0"/><w:snapToGrid w:val="0"/><w:spacing ${EXACT}/>`,
    run: pitch(CLOSER) + size(BODY_SIZE),
  },
  {
    id: "Title",
    name: "Title",
    next: "BodyText",
    paragraph: `<w:spacing w:after="${LINE_PITCH}" ${EXACT}/>${align("center")}`,
    run: face(FACES.title) + pitch(0) + size(TITLE_SIZE),
  },
  { id: "Salutation", name: "Salutation", next: "BodyText" },
  { id: "BodyText", name: "Body Text", paragraph: INDENT + align("both") },
  ...[FACES.hei, FACES.kai, FACES.fang, FACES.fang].map((font, i) => ({
    id: `Heading${i + 1}`,
    name: `heading ${i + 1}`,
    next: "BodyText",
    paragraph: `<w:keepNext/>${INDENT}${align("both")}<w:outlineLvl w:val="${i}"/>`,
    run: face(font),
  })),
  {
    id: "Guide",
    name: "Guide",
    basedOn: "BodyText",
    run: `${face(FACES.kai)}<w:color w:val="${GREY}"/>`,
  },
  {
    id: "Signature",
    name: "Signature",
    next: "Date",
    paragraph: `<w:keepNext/><w:spacing w:before="${LINE_PITCH}" ${EXACT}/>${align("right")}`,
  },
  { id: "Date", name: "Date", paragraph: align("right") },
  {
    id: "Footer",
    name: "footer",
    paragraph: '<w:spacing w:line="280" w:lineRule="exact"/>',
    run: pitch(0),
  },
  {
    id: "CommentText",
    name: "annotation text",
    paragraph: '<w:spacing w:line="240" w:lineRule="auto"/>',
    run: face(FACES.song) + pitch(0) + size(COMMENT_SIZE),
  },
];

/** The part `word/styles.xml`. It is written here since the library knows no grid for paragraphs and adds styles of its own. */
export function styleSheet(): string {
  const { latin, fang } = FACES;
  const fonts = `<w:rFonts w:ascii="${latin}" w:eastAsia="${fang}" w:hAnsi="${latin}" w:cs="${latin}"/>`;
  const run = `${fonts}${size(BODY_SIZE)}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>`;
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${run}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
  return `${DECLARATION}<w:styles xmlns:w="${WORDPROCESSING}">${defaults}${STYLES.map(styleXml).join("")}</w:styles>`;
}

function styleXml({ id, name, basedOn = "Normal", next, paragraph = "", run = "" }: Style): string {
  const base = id === "Normal" ? "" : `<w:basedOn w:val="${basedOn}"/>`;
  const following = next === undefined ? "" : `<w:next w:val="${next}"/>`;
  return (
    `<w:style w:type="paragraph"${id === "Normal" ? ' w:default="1"' : ""} w:styleId="${id}"><w:name w:val="${name}"/>` +
    `${base}${following}<w:qFormat/>` +
    `${paragraph === "" ? "" : `<w:pPr>${paragraph}</w:pPr>`}${run === "" ? "" : `<w:rPr>${run}</w:rPr>`}</w:style>`
  );
}
