import { runPage, cleanPage } from "@zongjie/pipeline";
import { readHalf } from "./eval/gold.ts";
import { measurePage } from "./eval/measure.ts"; import { score } from "./eval/tally.ts";
const only = process.argv[2];
const mode = process.argv[3] ?? "sum";
for (const page of readHalf("dev")) {
  if (only && !page.name.includes(only)) continue;
  const record = runPage({ uri: page.name, bytes: page.bytes }, { keywords: 0 });
  const raw = cleanPage({ uri: page.name, bytes: page.bytes }).decoded.text;
  const t: any = new Map(); measurePage(t, record, page.gold, raw);
  const s = (k: string) => t.has(k) ? (100 * score(t.get(k))).toFixed(1) : "-";
  console.log(`${page.name}  ${record.source.encoding} keep ${s("keep")} drop ${s("drop")} docs ${s("documents")} titles ${s("titles")} kinds ${s("kinds")} head ${s("headings")} fig ${s("figures overlap")}`);
  if (mode === "sum") continue;
  const kept = new Uint8Array(raw.length);
  for (const d of record.documents) kept.fill(1, d.raw.start, d.raw.end);
  for (const e of record.ledger) if (e.insert.trim() === "") kept.fill(0, e.start, e.end);
  const g: any = page.gold;
  const show = (s: number, e: number) => JSON.stringify(raw.slice(s, Math.min(e, s + 90)));
  for (const [s, e] of g.keep) { let i = s; while (i < e) { while (i < e && kept[i]) i++; let j = i; while (j < e && !kept[j]) j++; if (raw.slice(i, j).trim().length > 1) { const en = record.ledger.find(x => x.start <= i && i < x.end); console.log("  LOST", show(i, j), en ? en.rule : "outside"); } i = j; } }
  for (const [s, e, r] of g.drop) { let n = 0; for (let i = s; i < e; i++) n += kept[i]!; if (n > 1) console.log("  LEFT", r, show(s, e)); }
  const skip = (i: number) => { while (/\s/.test(raw[i] ?? "x")) i++; return i; };
  const gs = new Map<number, any>(g.documents.map((d: any) => [skip(d.start), d])), ps = new Map<number, any>(record.documents.map((d: any) => [skip(d.raw.start), d]));
  for (const [at, d] of gs) if (!ps.has(at)) console.log("  DOC missed", d.title, show(at, at + 50)); else { const p = ps.get(at); if (p.title !== d.title) console.log("  TITLE", d.title, "got", p.title); if (p.kind !== d.kind) console.log("  KIND", d.kind, "got", p.kind, d.title); }
  for (const [at, d] of ps) if (!gs.has(at)) console.log("  DOC extra", d.title, show(at, at + 50));
}
