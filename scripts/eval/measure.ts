import { type PageRecord, replay, type Section } from "@zongjie/document";
import { measureFigures } from "./figures.ts";
import type { Gold } from "./gold.ts";
import { measureMeta } from "./meta.ts";
import { add, type Tally } from "./tally.ts";

interface Heading {
  readonly start: number;
  readonly level: number;
  readonly title: string;
  readonly role: string;
}

const BLANK = /[\s\u3000\u00a0]/;

/** Measures a page's record against its gold, with the rules of the contract's scorer. `raw`: the decoded source. */
export function measurePage(tally: Tally, record: PageRecord, gold: Gold, raw: string): void {
  const skip = (i: number): number => {
    let k = i;
    while (k < raw.length && BLANK.test(raw[k] as string)) k++;
    return k;
  };
  if (gold.keep !== null) measureKept(tally, record, gold, raw);
  measureDocuments(tally, record, gold, skip);
  measureHeadings(tally, record, gold, skip);
  measureBreaks(tally, record, gold);
  measureMeta(tally, record.meta, gold.meta);
  for (const repair of gold.repairs) {
    if (repair.after === null) continue;
    const got = replayed(record, raw, repair.start, repair.end);
    const fits = raw.slice(repair.start, repair.end).includes("\n")
      ? got === repair.after
      : got.replace(/\n/g, "") === repair.after.replace(/\n/g, "");
    add(tally, `repairs.${repair.type}`, [fits ? 1 : 0, 1]);
  }
  if (gold.figures !== null) {
    const found = record.documents
      .flatMap((d) => d.figures)
      .map((f) => ({ ...f, start: f.raw[0]?.start ?? 0, end: f.raw.at(-1)?.end ?? 0 }));
    measureFigures(tally, gold.figures, found);
  }
}

/** What the ledger makes of a stretch, entries that reach over its edges left out. */
function replayed(record: PageRecord, raw: string, start: number, end: number): string {
  return replay(
    raw,
    record.ledger.filter((e) => start <= e.start && e.end <= end),
    { start, end },
  );
}

function measureKept(tally: Tally, record: PageRecord, gold: Gold, raw: string): void {
  const kept = new Uint8Array(raw.length);
  for (const d of record.documents) kept.fill(1, d.raw.start, d.raw.end);
  for (const e of record.ledger) if (e.insert.trim() === "") kept.fill(0, e.start, e.end);
  const want = new Uint8Array(raw.length);
  for (const [start, end] of gold.keep ?? []) want.fill(1, start, end);
  const free = new Uint8Array(raw.length);
  for (const { start, end } of gold.repairs) free.fill(1, start, end);
  const markup = new Uint8Array(raw.length);
  for (const e of record.ledger) if (e.reason === "markup") markup.fill(1, e.start, e.end);
  const keep: [number, number, number] = [0, 0, 0];
  const drop: [number, number, number] = [0, 0, 0];
  const html = record.source.mediaType === "text/html";
  const noise = new Uint8Array(raw.length);
  for (const [start, end] of (gold as { drop?: readonly (readonly [number, number, string])[] }).drop ?? [])
    noise.fill(1, start, end);
  for (let i = 0; i < raw.length; i++) {
    if (BLANK.test(raw[i] as string) || free[i] === 1) continue;
    // tags of an HTML page are neither text nor noise
    if (html && want[i] === 0 && noise[i] === 0) continue;
    const cells = want[i] === 1 ? keep : drop;
    const other = want[i] === 1 ? drop : keep;
    cells[2]++;
    if ((kept[i] === 1) === (want[i] === 1)) {
      cells[0]++;
      cells[1]++;
    } else other[1]++;
  }
  add(tally, "keep", keep);
  add(tally, "drop", drop);
}

const plain = (text: string | null): string => (text ?? "").replace(/[\s\u3000。.,，:：*_xX×]/g, "");

function measureDocuments(tally: Tally, record: PageRecord, gold: Gold, skip: (i: number) => number): void {
  const found = new Map(record.documents.map((d) => [skip(d.raw.start), d]));
  const hits = gold.documents.filter((d) => found.has(skip(d.start)));
  add(tally, "documents", [hits.length, record.documents.length, gold.documents.length]);
  const titled = gold.documents.filter((d) => d.title !== null);
  add(tally, "titles", [
    titled.filter((d) => plain(found.get(skip(d.start))?.title ?? null) === plain(d.title)).length,
    titled.length,
  ]);
  add(tally, "kinds", [
    gold.documents.filter((d) => found.get(skip(d.start))?.kind === d.kind).length,
    gold.documents.length,
  ]);
  const completed = hits.filter((d) => d.complete !== undefined);
  add(tally, "complete", [
    completed.filter((d) => found.get(skip(d.start))?.complete === d.complete).length,
    completed.length,
  ]);
}

function measureHeadings(tally: Tally, record: PageRecord, gold: Gold, skip: (i: number) => number): void {
  const found = record.documents.flatMap((d) => headingsOf(d.sections));
  const at = new Map(found.map((h) => [skip(h.start), h]));
  const firm = gold.headings.filter((h) => !h.optional);
  const soft = new Set(gold.headings.filter((h) => h.optional).map((h) => skip(h.start)));
  const pairs = firm.flatMap((h) => {
    const p = at.get(skip(h.start));
    return p === undefined ? [] : [[h, p] as const];
  });
  add(tally, "headings", [pairs.length, found.filter((h) => !soft.has(skip(h.start))).length, firm.length]);
  add(tally, "levels", [pairs.filter(([h, p]) => h.level === p.level).length, pairs.length]);
  const letters = (text: string): string => plain(text).replace(/[^\p{L}\p{N}]/gu, "");
  add(tally, "heading texts", [pairs.filter(([h, p]) => letters(h.text) === letters(p.title)).length, pairs.length]);
  const roled = firm.filter((h) => h.roles.length > 0);
  add(tally, "roles", [roled.filter((h) => h.roles.includes(at.get(skip(h.start))?.role ?? "")).length, roled.length]);
  for (const h of roled) addRole(tally, h.roles, at.get(skip(h.start))?.role);
}

/** Adds a heading to the cells of the roles: right by an alternative too, and then counted as its first role. */
function addRole(tally: Tally, gold: readonly string[], said: string | undefined): void {
  const first = gold[0] ?? "";
  const right = said !== undefined && gold.includes(said);
  add(tally, `role.${first}`, [right ? 1 : 0, right ? 1 : 0, 1]);
  if (said !== undefined && !right) add(tally, `role.${said}`, [0, 1, 0]);
}

function headingsOf(sections: readonly Section[]): Heading[] {
  return sections.flatMap((s) => [
    ...(s.heading === null
      ? []
      : [{ start: s.heading.raw[0]?.start ?? 0, level: s.level, title: s.title ?? "", role: s.role }]),
    ...headingsOf(s.children),
  ]);
}

function measureBreaks(tally: Tally, record: PageRecord, gold: Gold): void {
  if (gold.breaks.length === 0) return;
  const inserts = new Map<number, string>();
  for (const e of record.ledger) for (let i = e.start; i < e.end; i++) inserts.set(i, e.insert);
  const said = (at: number): boolean => inserts.has(at) && !(inserts.get(at) ?? "").includes("\n");
  add(tally, "joins", [
    gold.breaks.filter(([at, joined]) => joined && said(at)).length,
    gold.breaks.filter(([at]) => said(at)).length,
    gold.breaks.filter(([, joined]) => joined).length,
  ]);
}
