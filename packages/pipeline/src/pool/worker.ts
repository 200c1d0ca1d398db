import { parentPort, workerData } from "node:worker_threads";
import { lexiconInUse } from "@zongjie/lexicon";
import { openLexicon } from "../lexicon.ts";
import type { PageInput } from "../options.ts";
import { READY } from "./threads.ts";
import { type WorkOptions, workPage } from "./work.ts";

/** What a worker is started with. */
export interface WorkerData {
  readonly options: WorkOptions;
  /** The user's own words: the folder, and what they were when the run began. */
  readonly lexicon: { readonly folder: string; readonly fingerprint: string | null } | null;
}

/** Pages that ask for all that a page may ask for: models, rules and dictionaries. */
const REPORT = ["枫溪县2023年工作总结", "一、基本情况", "全年门诊48.5万人次，同比增长3.2%，其中乡镇20万人次。"];
const WARM = [REPORT.join("\n"), `<html><body>${REPORT.map((line) => `<p>${line}</p>`).join("")}</body></html>`];

const { options, lexicon } = workerData as WorkerData;
if (lexicon !== null) {
  openLexicon(lexicon.folder);
  if (lexiconInUse() !== lexicon.fingerprint) throw new Error(`${lexicon.folder}: was changed during the run`);
}
// what is read and compiled once is no page's own time
for (const bytes of WARM) workPage({ uri: "", bytes: Buffer.from(bytes) }, options);
parentPort?.on("message", (input: PageInput) => {
  const page = workPage(input, options);
  parentPort?.postMessage(page, [page.line.buffer as ArrayBuffer]);
});
parentPort?.postMessage(READY);
