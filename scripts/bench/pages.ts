import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { encoded } from "../corpus/encode.ts";
import { titleOf } from "../corpus/facts.ts";
import { filesIn, folder, readDocuments } from "../corpus/half.ts";
import { layOut } from "../corpus/page.ts";
import { type Random, random } from "../corpus/random.ts";
import { readReports } from "../corpus/report.ts";
import { readSkin, type Skin } from "../corpus/skin.ts";
import type { SourceDocument } from "../corpus/source.ts";

/** Sizes of pages in bytes. */
const SMALLEST = 5_000;
const LARGEST = 40_000;

/** One page of so many is broken. */
const BROKEN = 100;

/** Files in a folder. */
const FOLDER = 1000;

/** What nobody can read, each in a way of its own. */
const WAYS: readonly ((path: string) => void)[] = [
  (path) => writeFileSync(`${path}.txt`, ""),
  (path) => writeFileSync(`${path}.html`, "\n \u3000\n"),
  (path) =>
    writeFileSync(`${path}.txt`, Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010806000000", "hex")),
  (path) => symlinkSync("nowhere.txt", `${path}.txt`),
  (path) => writeFileSync(`${path}.txt.gz`, gzipSync("枫溪县卫生院工作总结").subarray(0, 24)),
  (path) => writeFileSync(`${path}.docx`, Buffer.from("504b0304140008000800", "hex")),
];

/** What pages are made of. */
interface Stock {
  readonly documents: readonly SourceDocument[];
  readonly skins: readonly Skin[];
  readonly titles: readonly string[];
}

/**
 * Writes pages of 5 to 40 KB, text and HTML, made from the documents and sites of `corpus/dev`, a thousand a folder; one of
 * a hundred is broken. The same number gives the same pages. Gives how many are broken.
 */
export function writePages(count: number, root: string): number {
  const stock = readStock();
  let broken = 0;
  for (let i = 0; i < count; i++) {
    const path = join(root, padded(Math.floor(i / FOLDER)), padded(i % FOLDER));
    if (i % FOLDER === 0) mkdirSync(join(path, ".."), { recursive: true });
    if (i % BROKEN === BROKEN / 2) {
      WAYS[broken++ % WAYS.length]?.(path);
      continue;
    }
    const { media, bytes } = makePage(`page-${i}`, stock);
    writeFileSync(`${path}.${media === "html" ? "html" : "txt"}`, bytes);
  }
  return broken;
}

function padded(n: number): string {
  return String(n).padStart(3, "0");
}

function readStock(): Stock {
  const root = folder("dev");
  const documents = [...readDocuments(root).documents, ...readReports(root)];
  const skins = filesIn(join(root, "skins"), ".yaml").map(readSkin);
  return { documents, skins, titles: documents.map(titleOf).filter((title) => title !== null) };
}

/** A page of a size that is drawn first; documents are added until it is reached. */
function makePage(name: string, stock: Stock): { readonly media: Skin["media"]; readonly bytes: Buffer } {
  const dice = random(name);
  for (;;) {
    const skin = dice.pick(stock.skins);
    const size = dice.between(SMALLEST, LARGEST);
    const bytes = layDocuments(
      `${name}-${dice.between(0, 1e6)}`,
      gathered(dice, stock.documents, size),
      skin,
      stock.titles,
    );
    if (SMALLEST <= bytes.length && bytes.length <= LARGEST) return { media: skin.media, bytes };
  }
}

function gathered(dice: Random, documents: readonly SourceDocument[], size: number): SourceDocument[] {
  const out: SourceDocument[] = [];
  for (let bytes = 0; bytes < size * 0.8; ) {
    const document = dice.pick(documents);
    out.push(document);
    bytes += 3 * document.blocks.reduce((sum, { text }) => sum + text.length, 0);
  }
  return out;
}

function layDocuments(
  name: string,
  documents: readonly SourceDocument[],
  skin: Skin,
  titles: readonly string[],
): Buffer {
  const encoding = skin.encodings[0] as Skin["encodings"][number];
  const separator = documents.length === 1 ? null : (skin.separators[0] ?? null);
  const plan = {
    name,
    skin,
    documents: separator === null ? documents.slice(0, 1) : documents,
    separator,
    encoding,
    titles,
  };
  try {
    return encoded(layOut(plan).raw, encoding);
  } catch {
    return Buffer.alloc(0); // an encoding that cannot write these characters: another page is drawn
  }
}
