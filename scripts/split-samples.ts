import { join } from "node:path";
import { cutLines, type Evidence, gatherEvidence, type Line } from "@zongjie/cleaner";
import { locate } from "@zongjie/document";
import { splitContext, workBefore } from "@zongjie/pipeline";
import { tryPage } from "./corpus/corpus.ts";
import { titleOf } from "./corpus/facts.ts";
import { filesIn, folder, readDocuments } from "./corpus/half.ts";
import type { PagePlan } from "./corpus/page.ts";
import { type Random, random } from "./corpus/random.ts";
import { readReports } from "./corpus/report.ts";
import { readSkin, type Skin } from "./corpus/skin.ts";
import type { SourceDocument } from "./corpus/source.ts";

/** Pages that each separator of each skin gives, and each skin with one document. */
const DRAWS = 6;

/** A page before it is split, and where its documents begin. */
export interface SplitSample {
  readonly skin: string;
  readonly lines: readonly Line[];
  readonly context: ReturnType<typeof splitContext>;
  readonly evidence: readonly Evidence[];
  /** Line numbers at which documents begin. */
  readonly starts: ReadonlySet<number>;
}

/** Which pages are built: other company, other headlines and wraps than under corpus/dev/pages. */
function plans(): PagePlan[] {
  const root = folder("dev");
  const { documents } = readDocuments(root);
  const reports = readReports(root);
  const skins = filesIn(join(root, "skins"), ".yaml").map(readSkin);
  const titles = documents.map(titleOf).filter((title) => title !== null);
  return skins.flatMap((skin) => {
    const encoding = { as: "utf-8", says: null, bom: false } as unknown as Skin["encodings"][number];
    const out: PagePlan[] = [];
    const separators = borrowed(skin, skins);
    for (const [n, separator] of separators.entries())
      for (let draw = 0; draw < DRAWS; draw++) {
        const name = `train-${n}-${draw}--${skin.id}`;
        const dice = random(name);
        const chosen = gathered(documents, dice).map((document) =>
          beheaded(unsigned(draw % 2 === 0 ? document : renamed(document, dice), dice), dice),
        );
        out.push({
          name,
          skin: dice.chance(0.25) ? wrapped(skin, dice) : skin,
          documents: chosen,
          separator,
          encoding,
          titles,
        });
      }
    for (let draw = 0; draw < 2 * DRAWS; draw++) {
      const name = `train-single-${draw}--${skin.id}`;
      out.push({
        name,
        skin,
        documents: random(name)
          .shuffle(draw < DRAWS ? documents : reports)
          .slice(0, 1),
        separator: null,
        encoding,
        titles,
      });
    }
    return out;
  });
}

/** Two to six documents, of one kind or field now and then. */
function gathered(documents: readonly SourceDocument[], dice: Random): SourceDocument[] {
  const order = dice.shuffle(documents);
  const lead = order[0] as SourceDocument;
  const by = dice.pick(["kind", "field", "field", "none"] as const);
  const alike = by === "none" ? order : order.filter(({ meta }) => meta[by] === lead.meta[by]);
  return (alike.length < 2 ? order : alike).slice(0, dice.between(2, 6));
}

const WORDS: Readonly<Record<string, string>> = {
  汇报: "情况汇报",
  述职: "述职报告",
  制度: "管理制度",
  调研: "调研报告",
  方案: "实施方案",
  其他: "工作报告",
};

/** A document under a headline without unit, as collection sites give them. */
function renamed(document: SourceDocument, dice: Random): SourceDocument {
  const { kind, field } = document.meta;
  const word = WORDS[kind] ?? kind;
  const time = dice.pick(["", "年度", "年终", "2023年", "上半年", "20xx年", "最新", "个人", "单位"]);
  const text = dice.pick([
    `${field}工作${word}`,
    `${field}${time}工作${word}`,
    `${time}${field}工作${word}`,
    `${time}工作${word}`,
    `关于${field}工作的${word}`,
  ]);
  return {
    ...document,
    blocks: document.blocks.map((block) => (block.type === "title" ? { ...block, text, figures: [] } : block)),
  };
}

/** Now and then a document without its title, or from its first heading on. */
function beheaded(document: SourceDocument, dice: Random): SourceDocument {
  const draw = dice.next();
  const from =
    draw < 0.15
      ? document.blocks.findIndex(({ heading }) => heading !== null)
      : draw < 0.4
        ? document.blocks.findIndex(({ type }) => type !== "title")
        : 0;
  return from <= 0 ? document : { ...document, blocks: document.blocks.slice(from) };
}

/** As often as not a document without its signature, which collection sites cut off. */
function unsigned(document: SourceDocument, dice: Random): SourceDocument {
  if (dice.chance(0.5)) return document;
  const end = document.blocks.findLastIndex(({ type }) => type !== "signature") + 1;
  return end === 0 ? document : { ...document, blocks: document.blocks.slice(0, end) };
}

function wrapped(skin: Skin, dice: Random): Skin {
  return { ...skin, wrap: { width: dice.between(26, 40), justify: dice.pick([0, 0.2]) } };
}

/** A skin's own separators, and some of other skins of its medium, so that noise and marks meet in other ways. */
function borrowed(skin: Skin, skins: readonly Skin[]): Skin["separators"][number][] {
  const others = skins
    .filter((other) => other !== skin && other.media === skin.media)
    .flatMap((other) => other.separators);
  return [...skin.separators, ...random(`borrow/${skin.id}`).shuffle(others).slice(0, 3)];
}

function sampleOf(plan: PagePlan): SplitSample | null {
  const built = tryPage(plan);
  if (built === null) return null;
  const { decoded, work } = workBefore({ uri: plan.name, bytes: built.bytes }, "split");
  const lines = cutLines(work.page.text);
  const starts = new Set<number>();
  for (const document of built.gold.documents) {
    const at = locate(work.page, skipped(decoded.text, document.start));
    const line = lines.findIndex((one) => one.text !== "" && at <= one.end);
    if (line !== -1) starts.add(line);
  }
  const context = splitContext(work);
  return { skin: plan.skin.id, lines, context, evidence: gatherEvidence(lines, context), starts };
}

function skipped(text: string, at: number): number {
  while (/\s/.test(text[at] ?? "x")) at++;
  return at;
}

/** All samples: `corpus/dev` in many more arrangements, always the same ones. */
export function splitSamples(): SplitSample[] {
  return plans()
    .map(sampleOf)
    .filter((sample) => sample !== null);
}
