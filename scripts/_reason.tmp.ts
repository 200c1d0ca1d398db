import { runPage, cleanPage } from "@zongjie/pipeline";
import { readHalf } from "./eval/gold.ts";
const half = process.argv[2]!;
for (const type of ["txt", "html"]) {
const by = new Map<string, [number, number]>(); const rules = new Map<string, number>(); const dr = new Map<string, number>();
let miss = 0, extra = 0;
for (const page of readHalf(half)) {
  if (!page.name.endsWith(type)) continue;
  const record = runPage({ uri: page.name, bytes: page.bytes }, { keywords: 0 });
  const raw = cleanPage({ uri: page.name, bytes: page.bytes }).decoded.text;
  const kept = new Uint8Array(raw.length);
  for (const d of record.documents) kept.fill(1, d.raw.start, d.raw.end);
  for (const e of record.ledger) if (e.insert.trim() === "") kept.fill(0, e.start, e.end);
  const g: any = page.gold;
  for (const [s, e, r] of g.drop) { const c = by.get(r) ?? [0, 0]; for (let i = s; i < e; i++) if (/\S/.test(raw[i]!)) { c[1]++; if (!kept[i]) c[0]++; } by.set(r, c); }
  for (const [s, e] of g.keep) for (let i = s; i < e; i++) if (!kept[i] && /\S/.test(raw[i]!)) { const en = record.ledger.find(x => x.start <= i && i < x.end); const k = en?.rule ?? "outside"; rules.set(k, (rules.get(k) ?? 0) + 1); }
  const skip = (i: number) => { while (/\s/.test(raw[i] ?? "x")) i++; return i; };
  const gs = new Set<number>(g.documents.map((d: any) => skip(d.start)));
  const ps = new Map(record.documents.map((d: any) => [skip(d.raw.start), d]));
  for (const a of gs) if (!ps.has(a)) miss++;
  const { work } = cleanPage({ uri: page.name, bytes: page.bytes });
  record.documents.forEach((d, i) => { if (!gs.has(skip(d.raw.start))) { const k = work.documents[i]!.rule; dr.set(k, (dr.get(k) ?? 0) + 1); extra++; } });
}
console.log("##", half, type, "docs missed", miss, "extra", extra);
console.log([...by].map(([r, [a, b]]) => `${r} ${a}/${b}`).join("; "));
console.log("lost by", [...rules].sort((a, b) => b[1] - a[1]).slice(0, 12).map(([r, n]) => `${r} ${n}`).join("; "));
console.log("extra by", [...dr].map(([r, n]) => `${r} ${n}`).join("; "));
}
