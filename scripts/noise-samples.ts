import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decode, type NoiseSample } from "@zongjie/cleaner";
import { noiseLines } from "@zongjie/lexicon";

const ROOT = "corpus/dev";
/** Copies of the document are its own words; markup has none. */
const SKIPPED = new Set(["repeat", "truncated-duplicate", "markup"]);

/** A whole line of a development page with its truth: the reason it goes for, or null. */
export interface PageLine {
  readonly text: string;
  readonly reason: string | null;
  /** The site that the page is of. */
  readonly skin: string;
}

interface PageGold {
  readonly page: string;
  readonly keep: readonly (readonly [number, number])[];
  readonly drop: readonly (readonly [number, number, string])[];
}

/** Whole lines of the pages with their truth; of HTML pages what was added alone, as their documents are those of the text pages. */
export function readPages(): PageLine[] {
  return readdirSync(join(ROOT, "gold"))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .flatMap((name) => {
      const gold = JSON.parse(readFileSync(join(ROOT, "gold", name), "utf8")) as PageGold;
      const { text } = decode(readFileSync(join(ROOT, "pages", gold.page)));
      const skin = skinOf(gold.page);
      const added = gold.drop.flatMap(([from, to, reason]) => pieces(text, from, to, reason, skin));
      return gold.page.endsWith(".html")
        ? added
        : [...added, ...gold.keep.flatMap(([from, to]) => pieces(text, from, to, null, skin))];
    });
}

/** The lines of a range; of a line that is noise in part, nothing. */
function pieces(text: string, from: number, to: number, reason: string | null, skin: string): PageLine[] {
  const html = text.trimStart().startsWith("<");
  const out: PageLine[] = [];
  for (let start = from; start < to; ) {
    const stop = text.indexOf("\n", start);
    const end = stop === -1 || to < stop ? to : stop;
    const before = text.slice(Math.max(0, start - 30), start);
    const whole =
      html || (/(?:^|\n)[\s\u3000]*$/.test(before) && /^[\s\u3000]*(?:\n|$)/.test(text.slice(end, end + 30)));
    const line = text.slice(start, end).replaceAll("&nbsp;", " ").trim();
    if (whole && line !== "" && !SKIPPED.has(reason ?? "")) out.push({ text: line, reason, skin });
    start = end + 1;
  }
  return out;
}

function written(): NoiseSample[] {
  const { noise, document } = noiseLines();
  return [
    ...Object.entries(noise).flatMap(([reason, lines]) => lines.map((text) => ({ text, reason, weight: 1 }))),
    ...Object.values(document).flatMap((lines) => lines.map((text) => ({ text, reason: null, weight: 1 }))),
  ];
}

/** Written lines and page lines, each text once; a text that documents hold too is not learned as noise. */
export function samples(lines: readonly PageLine[]): NoiseSample[] {
  const own = new Set(lines.filter((line) => line.reason === null).map((line) => line.text));
  const out = new Map<string, NoiseSample>();
  for (const sample of written()) out.set(sample.text, sample);
  for (const { text, reason } of lines)
    if (!out.has(text) && (reason === null || !own.has(text))) out.set(text, { text, reason, weight: 1 });
  return [...out.values()];
}

/** The site of a page: `collection-1--traditional-mirror.txt` is of traditional-mirror. */
export function skinOf(page: string): string {
  return (page.split("--").at(-1) ?? "").replace(/\.\w+$/, "");
}
