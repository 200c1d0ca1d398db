import { cleanPage } from "@zongjie/pipeline";
import { importPeer, requirePeer } from "./install.ts";

/** A page of the bench: its bytes, and the text to which our decoder brings them. */
export interface BenchPage {
  readonly id: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly html: string;
  readonly gold: string;
}

/** Takes the main text out of a page. What is a string is HTML still where `markup` is true. */
export interface Extractor {
  readonly name: string;
  readonly markup: boolean;
  readonly extract: (page: BenchPage) => string | Promise<string>;
}

/** Pages have no address of their own; extractors want one to make links absolute. */
const URL_OF_PAGE = "https://page.example/a.html";

interface Window {
  readonly document: object;
  close(): void;
}

type Readable = new (document: object, options?: object) => { parse(): { textContent?: string | null } | null };

/**
 * The extractors side by side, Readability with jsdom first: the ratios are to it. Each gets decoded text; zongjie gets
 * the bytes, so that its time has the decoding in it.
 */
export async function loadExtractors(): Promise<Extractor[]> {
  const { Readability } = requirePeer<{ Readability: Readable }>("@mozilla/readability");
  const jsdom = requirePeer<{
    JSDOM: new (html: string, options: object) => { window: Window };
    VirtualConsole: new () => object;
  }>("jsdom");
  const linkedom = requirePeer<{ parseHTML(html: string): { document: object } }>("linkedom");
  const { Defuddle } = await importPeer<{
    Defuddle(document: object, url: string): Promise<{ content: string }>;
  }>("defuddle/dist/node.js");
  const extractus = await importPeer<{
    extractFromHtml(html: string, url: string): Promise<{ content?: string } | null>;
  }>("@extractus/article-extractor/esm/mod.js");
  const sax = requirePeer<{ process(html: string, settings: object): { text?: string } }>("readabilitySAX");
  const window = (html: string): Window =>
    new jsdom.JSDOM(html, { url: URL_OF_PAGE, virtualConsole: new jsdom.VirtualConsole() }).window;
  const read = (document: object): string => new Readability(document).parse()?.textContent ?? "";
  return [
    {
      name: "Readability + jsdom",
      markup: false,
      extract: ({ html }) => {
        const opened = window(html);
        const text = read(opened.document);
        opened.close();
        return text;
      },
    },
    {
      name: "Readability + linkedom",
      markup: false,
      extract: ({ html }) => read(linkedom.parseHTML(html).document),
    },
    {
      name: "Defuddle + linkedom",
      markup: true,
      extract: async ({ html }) => (await Defuddle(linkedom.parseHTML(html).document, URL_OF_PAGE)).content,
    },
    {
      name: "article-extractor",
      markup: true,
      extract: async ({ html }) => (await extractus.extractFromHtml(html, URL_OF_PAGE))?.content ?? "",
    },
    {
      name: "readabilitySAX",
      markup: true,
      extract: ({ html }) => sax.process(html, { type: "text", pageURL: URL_OF_PAGE }).text ?? "",
    },
    { name: "zongjie", markup: false, extract: cleanText },
  ];
}

/** The documents of a page, their headlines left out; no outline, no figures, no keywords. */
export function cleanText({ id, bytes }: Pick<BenchPage, "id" | "bytes">): string {
  const { page, documents } = cleanPage({ uri: id, bytes }).work;
  return documents.map(({ start, end, title }) => page.text.slice(title?.end ?? start, end)).join("\n");
}
