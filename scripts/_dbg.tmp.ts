import { readFileSync } from "node:fs";
import { cleanPage } from "@zongjie/pipeline";
import { ledger } from "@zongjie/document";
const f = process.argv[2]!;
const { work } = cleanPage({ uri: f, bytes: readFileSync(f) });
for (const d of work.documents) console.log("=====", d.rule, d.start, d.end, JSON.stringify(work.page.text.slice(d.start, d.start + 120)), "…", JSON.stringify(work.page.text.slice(d.end - 60, d.end)), d.title && work.page.text.slice(d.title.start, d.title.end));
if (process.argv[3]) for (const x of work.dropped) console.log("DROP", x.reason, x.text.slice(0, 80));
