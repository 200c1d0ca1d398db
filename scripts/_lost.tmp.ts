import { readFileSync } from "node:fs";
import { cleanPage } from "@zongjie/pipeline";
const [set, ...ids] = process.argv.slice(2);
for (const id of ids) { const { work } = cleanPage({ uri: id, bytes: readFileSync(`../shared/peers/pages/${set}/${id}.html`) }); console.log("==", id, work.documents.map(d => d.rule + " " + (d.end - d.start)));
for (const x of work.dropped) console.log("  ", x.reason, x.text.slice(0, 70), x.text.length);
for (const r of work.page.revisions) if (r.stage === "boilerplate") for (const e of r.edits) if (e.rule.startsWith("repeat")) console.log("  REPEAT", e.end - e.start);}
