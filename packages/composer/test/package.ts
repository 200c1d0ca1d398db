import type { Draft } from "@zongjie/document";
import { strFromU8, unzipSync } from "fflate";
import { renderDocx } from "../src/docx/index.ts";

/** An element of a part, as far as the tests look at it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** What XML 1.0 allows as a character. */
const UNFIT = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function plain(text: string): string {
  if (UNFIT.test(text) || /&(?!(?:amp|lt|gt|quot|apos);)/.test(text) || text.includes("]]>"))
    throw new Error(`not XML: ${text.slice(0, 80)}`);
  return text.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name] ?? "");
}

/** Reads a part, strictly: tags nest, characters and references are those of XML. @throws Error where they do not */
function readXml(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const body = xml.replace(/^<\?xml[^>]*\?>/, "");
  let end = 0;
  for (const { 0: tag, 1: slash, 2: name = "", 3: rest = "", index } of body.matchAll(/<(\/?)([\w:]+)([^<>]*)>/g)) {
    const here = open.at(-1) as Element;
    const between = body.slice(end, index);
    if (/[<>]/.test(between)) throw new Error(`not XML: ${between.slice(0, 80)}`);
    here.text += plain(between);
    end = index + tag.length;
    if (slash === "/") {
      if (open.pop()?.name !== name) throw new Error(`${name} closes ${here.name}`);
      continue;
    }
    const attributes = Object.fromEntries(
      [...rest.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key, plain(value ?? "")]),
    );
    const element: Element = { name, attributes, children: [], text: "" };
    here.children.push(element);
    if (!rest.endsWith("/")) open.push(element);
  }
  if (open.length !== 1 || root.children.length !== 1 || end !== body.length) throw new Error("not one element");
  return root.children[0] as Element;
}

/** Elements of a name, in the order of the text. */
export function all(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** What a reader sees of an element. */
export function textOf(element: Element): string {
  return all(element, "w:t")
    .map(({ text }) => text)
    .join("");
}

/** Renders a draft and reads every part of the file. */
export async function partsOf(draft: Draft): Promise<ReadonlyMap<string, Element>> {
  const files = unzipSync(await renderDocx(draft));
  return new Map(Object.entries(files).map(([path, bytes]) => [path, readXml(strFromU8(bytes))]));
}

/** The part that holds the text. */
export function body(parts: ReadonlyMap<string, Element>): Element {
  return parts.get("word/document.xml") as Element;
}

/** Style and text of each paragraph. */
export function lines(parts: ReadonlyMap<string, Element>): [string | undefined, string][] {
  return all(body(parts), "w:p").map((p) => [all(p, "w:pStyle")[0]?.attributes["w:val"], textOf(p)]);
}

/** The lines of each comment. */
export function comments(parts: ReadonlyMap<string, Element>): string[][] {
  return all(parts.get("word/comments.xml") as Element, "w:comment").map((comment) => all(comment, "w:p").map(textOf));
}
