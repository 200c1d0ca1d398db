import { type Line, markerOf } from "../line.ts";
import type { PrintVerdict } from "./furniture.ts";

const CONTENTS: PrintVerdict = { rule: "print.contents", reason: "toc-marker" };

/** Fewest entries of a table of contents, and the share of those without leaders that must stand again below. */
const FEWEST = 3;
const SHARE = 0.6;

/** An entry with its leaders and the page: `一、工作回顾 ........ 1`; without leaders, a tab or blanks before the page. */
const LED = /^(.{2,60}?)[\s\u3000]*(?:[.．·・…_]|-{2}|—{2}){3,}[\s\u3000.．·・…_—-]*[（(]?(\d{1,4})[)）]?$/;
const PAGED = /^(.{2,60}?)[\s\u3000]+[（(]?(\d{1,4})[)）]?$/;
const HEAD = /^目[\s\u3000]{0,4}[录次]$/;

interface Entry {
  readonly line: number;
  readonly heading: string;
  readonly page: number;
  readonly led: boolean;
}

/**
 * The lines of tables of contents by their index: entries in a row whose pages do not fall, with leaders, or with numbered
 * headings that stand again below; the line 目录 above them goes too.
 */
export function contentsLines(lines: readonly Line[]): Map<number, PrintVerdict> {
  const out = new Map<number, PrintVerdict>();
  const shown = lines.flatMap(({ text }, i) => (text === "" ? [] : [i]));
  const last = new Map(lines.map(({ text }, i) => [bare(text), i]));
  let run: Entry[] = [];
  let above: number | undefined;
  const end = (): void => {
    const known = run.filter(({ line, heading, led }) => led || line < (last.get(bare(heading)) ?? -1));
    if (FEWEST <= known.length && SHARE * run.length <= known.length) {
      for (const { line } of run) out.set(line, CONTENTS);
      if (above !== undefined && HEAD.test(lines[above]?.text ?? "")) out.set(above, CONTENTS);
    }
    run = [];
  };
  for (const [rank, i] of shown.entries()) {
    const entry = readEntry(lines[i]?.text ?? "", i);
    const before = run.at(-1);
    if (entry === null || (before !== undefined && entry.page < before.page)) end();
    if (entry === null) continue;
    if (run.length === 0) above = shown[rank - 1];
    run.push(entry);
  }
  end();
  return out;
}

function readEntry(text: string, line: number): Entry | null {
  if (120 < text.length) return null;
  const led = LED.exec(text);
  const found = led ?? (markerOf(text) === "" ? null : PAGED.exec(text));
  return found === null ? null : { line, heading: found[1] as string, page: Number(found[2]), led: led !== null };
}

function bare(text: string): string {
  return text.length <= 80 ? text.replace(/[\s\u3000]/g, "") : text;
}
