import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EvalPage, Gold, GoldFigure } from "./gold.ts";

interface Place {
  readonly line: number;
  readonly col: number;
}

interface CleanGold {
  readonly lines: readonly { readonly n: number; readonly label: string; readonly kept?: string }[];
  readonly documents: readonly { readonly start: Place; readonly title: string | null; readonly kind: string }[];
  readonly headings: readonly (Place & {
    readonly level: number;
    readonly text: string;
    readonly optional?: boolean;
  })[];
  readonly paragraph_starts?: readonly Place[];
  readonly repairs?: readonly {
    readonly line: number;
    readonly before: string;
    readonly after: string | null;
    readonly type: string;
  }[];
}

/** Hand-made gold by lines and columns (a folder beside the repository, where it is there) in the form of our own. */
export function readSharedGold(root: string): EvalPage[] {
  const folder = join(root, "gold", "clean");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const stem = name.replace(/\.json$/, "");
      const bytes = readFileSync(join(root, "seeds", `${stem}.txt`));
      const gold = JSON.parse(readFileSync(join(folder, name), "utf8")) as CleanGold;
      return { name: `${stem}.txt`, bytes, gold: convert(root, stem, bytes.toString("utf8"), gold) };
    });
}

function convert(root: string, stem: string, raw: string, gold: CleanGold): Gold {
  const lines = raw.split("\n");
  const offsets: number[] = [];
  let at = 0;
  for (const line of lines) {
    offsets.push(at);
    at += line.length + 1;
  }
  const place = ({ line, col }: Place): number => (offsets[line - 1] ?? 0) + col;
  const read = <T>(kind: string): T[] => {
    const file = join(root, "gold", kind, `${stem}.jsonl`);
    return existsSync(file)
      ? readFileSync(file, "utf8")
          .split("\n")
          .filter(Boolean)
          .map((line) => JSON.parse(line) as T)
      : [];
  };
  const roles = read<{ line: number; text: string | null; role: string; alt?: string }>("roles");
  return {
    page: `${stem}.txt`,
    keep: gold.lines.flatMap(({ n, label, kept }) => keptOf(lines[n - 1] ?? "", offsets[n - 1] ?? 0, label, kept)),
    documents: gold.documents.map((d) => ({ start: place(d.start), title: d.title, kind: d.kind })),
    headings: gold.headings.map((h) => {
      const role = roles.find((r) => r.line === h.line && r.text === h.text);
      return {
        start: place(h),
        level: h.level,
        text: h.text,
        roles: role ? [role.role, ...(role.alt ? [role.alt] : [])] : [],
        optional: h.optional === true,
      };
    }),
    breaks: breaksOf(gold, lines, offsets, place, raw),
    repairs: (gold.repairs ?? []).flatMap(({ line, before, after, type }) => {
      const start = raw.indexOf(before, offsets[line - 1] ?? 0);
      return start < 0 ? [] : [{ start, end: start + before.length, after, type }];
    }),
    figures: read<GoldFigure>("figures"),
    meta: {},
  };
}

function keptOf(line: string, offset: number, label: string, kept: string | undefined): [number, number][] {
  if (label === "keep") return [[offset, offset + line.length]];
  const at = label === "partial" && kept !== undefined ? line.indexOf(kept) : -1;
  return at < 0 || kept === undefined ? [] : [[offset + at, offset + at + kept.length]];
}

function breaksOf(
  gold: CleanGold,
  lines: readonly string[],
  offsets: readonly number[],
  place: (p: Place) => number,
  raw: string,
): [number, boolean][] {
  const paragraphs = gold.paragraph_starts ?? [];
  if (paragraphs.length <= 5) return [];
  const skip = (i: number): number => {
    let k = i;
    while (k < raw.length && /\s/.test(raw[k] as string)) k++;
    return k;
  };
  const starts = new Set(
    [...paragraphs, ...gold.headings, ...gold.documents.map((d) => d.start)].map((p) => skip(place(p))),
  );
  const first = place(paragraphs[0] as Place);
  const kept = new Set(gold.lines.filter((l) => l.label !== "drop").map((l) => l.n));
  const out: [number, boolean][] = [];
  for (let n = 1; n < lines.length; n++) {
    const end = (offsets[n] ?? 0) - 1;
    if (first <= end && kept.has(n) && kept.has(n + 1) && lines[n]?.trim())
      out.push([end, !starts.has(skip(offsets[n] ?? 0))]);
  }
  return out;
}
