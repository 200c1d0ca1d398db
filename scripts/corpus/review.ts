import type { Figure } from "./annotation.ts";
import { agrees, compute } from "./arithmetic.ts";
import type { Block, SourceDocument } from "./source.ts";

/** What a review finds: an error must be mended, a doubt is for a reader to judge. */
export interface Finding {
  readonly line: number;
  readonly weight: "error" | "doubt";
  readonly what: string;
}

const MULTIPLIERS: Record<string, number> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
};
const PLAIN = /^(\d[\d,]*(?:\.\d+)?)\s?(?:余|多|几)?(万亿|千万|百万|十万|亿|万|千|百|十)?(?:余|多)?(\D*)$/;
const COUNTED =
  /\d+(?:\.\d+)?\s?(?:%|％|‰|个百分点|万|亿|元|人次|人|名|个|家|所|件|次|期|场|项|台|户|公里|亩|吨|平方米)/g;

/** Reviews a document's annotations: the unit ends the surface, a plain value agrees with its digits, metrics and periods are words of the text. */
export function review(document: SourceDocument): Finding[] {
  const whole = document.blocks.map((b) => b.text).join("\n");
  const found = document.blocks.flatMap((block) => [
    ...block.figures.flatMap((f) => reviewFigure(f, block, whole)),
    ...bareFigures(block),
    ...runTogether(block),
  ]);
  return [...found, ...reviewChecks(document)].sort((a, b) => a.line - b.line);
}

function reviewFigure(figure: Figure, block: Block, whole: string): Finding[] {
  const found: Finding[] = [];
  const say = (weight: Finding["weight"], what: string): void =>
    void found.push({ line: block.line, weight, what: `⟦${figure.surface}⟧ ${what}` });
  if (!unitFits(figure)) say("error", `does not end in its unit ${figure.unit}`);
  const value = plainValue(figure);
  if (value !== null && figure.value !== null && 1e-9 < Math.abs(value - figure.value) / Math.max(1, Math.abs(value)))
    say("error", `reads ${value}, v=${figure.value}`);
  if (figure.metric !== "" && !whole.includes(figure.metric)) say("doubt", `m=${figure.metric} is not in the text`);
  if (figure.period !== null && !whole.includes(figure.period)) say("doubt", `p=${figure.period} is not in the text`);
  if (figure.comparison !== null && !whole.includes(figure.comparison.base))
    say("doubt", `c=${figure.comparison.base} is not in the text`);
  return found;
}

/** 31支 ends in 支; 九成 and 翻一番 have a unit that is not written; 6人以上10人以下 has it inside. */
function unitFits(figure: Figure): boolean {
  const [surface, unit] = [figure.surface.normalize("NFKC"), figure.unit.normalize("NFKC")];
  if (surface.endsWith(unit) || unit === ":" || figure.masked) return true;
  if (figure.range !== null && surface.includes(unit)) return true;
  if (unit === "%") return /成|百分之|半|折/.test(surface);
  if (unit === "‰") return surface.includes("千分之");
  return unit === "倍" && /番|倍/.test(surface);
}

/** The value that plain digits have, 48.5万人次 → 485000; null for Chinese numerals, ranges, ratios and suspects. */
function plainValue(figure: Figure): number | null {
  if (figure.suspect === "decimal-separator" || figure.suspect === "malformed" || figure.suspect === "garbled")
    return null;
  const parts = PLAIN.exec(figure.surface.normalize("NFKC"));
  const unit = figure.unit.normalize("NFKC");
  if (parts === null) return null;
  const tail = (parts[2] ?? "") + (parts[3] ?? "");
  // 户、亩 and kin never hold a multiplier; where the unit itself begins with one, the rest before the unit counts
  const multiplier =
    unit !== "" && tail.endsWith(unit)
      ? tail.slice(0, tail.length - unit.length).replace(/[余多几\s]/g, "")
      : (parts[2] ?? "");
  const factor = multiplier === "" ? 1 : MULTIPLIERS[multiplier];
  return factor === undefined ? null : Number((parts[1] as string).replaceAll(",", "")) * factor;
}

/** Digits with a classifier that no annotation covers; a date is none. */
function bareFigures(block: Block): Finding[] {
  const found: Finding[] = [];
  for (const match of block.text.matchAll(COUNTED)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (block.figures.some((f) => f.start < end && start < f.end)) continue;
    found.push({
      line: block.line,
      weight: "doubt",
      what: `${match[0]} is not annotated: …${block.text.slice(Math.max(0, start - 8), end + 4)}…`,
    });
  }
  return found;
}

/** 1.培植财源安排资金: a heading that nothing divides from the body on its line. */
function runTogether(block: Block): Finding[] {
  const end = block.heading?.end ?? 0;
  if (block.heading?.inline !== true || /[。：:；;，,、！？\s]/.test(block.text.slice(end - 1, end + 1))) return [];
  return [
    {
      line: block.line,
      weight: "doubt",
      what: `nothing divides the heading from its body: ${block.text.slice(0, end + 4)}…`,
    },
  ];
}

function reviewChecks(document: SourceDocument): Finding[] {
  const all = document.blocks.flatMap((b) => b.figures);
  return document.checks.flatMap((check) => {
    const figures = check.figures.map((id) => all.find((f) => f.id === id)).filter((f) => f !== undefined);
    const { stated, computed } = compute(check, figures);
    if (stated === null || computed === null) return [];
    if (agrees(stated, computed, figures, check.code) === check.holds) return [];
    return [
      {
        line: 2,
        weight: "doubt" as const,
        what: `${check.code} [${check.figures.join(", ")}]: stated ${stated}, computed ${computed}, holds: ${check.holds}`,
      },
    ];
  });
}
