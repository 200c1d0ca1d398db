import { runPage, cleanPage } from "@zongjie/pipeline";
import { replay } from "@zongjie/document";
import { readHalf } from "./eval/gold.ts";
const want = process.argv[2]!;
for (const page of readHalf("dev")) {
  const record = runPage({ uri: page.name, bytes: page.bytes }, { keywords: 0 });
  const raw = cleanPage({ uri: page.name, bytes: page.bytes }).decoded.text;
  for (const r of page.gold.repairs) { if (r.type !== want || r.after === null) continue;
    const got = replay(raw, record.ledger.filter(e => r.start <= e.start && e.end <= r.end), r);
    if (got.replace(/\n/g, "") !== r.after.replace(/\n/g, "")) console.log(page.name.slice(0, 30), JSON.stringify(raw.slice(r.start - 15, r.start)), JSON.stringify(raw.slice(r.start, r.end)), "->", JSON.stringify(r.after), "got", JSON.stringify(got), JSON.stringify(raw.slice(r.end, r.end + 12)));
  }
}
