import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { breachesOf } from "@zongjie/document";
import { type FieldChoice, type Reading, readInputs, runPage, type Tally } from "../src/index.ts";
import { decodeInput } from "../src/run.ts";

/** A report that every format has to give back. */
export const TEXT =
  "枫溪县卫生院2023年工作总结\n一、基本情况\n全年门诊48.5万人次，同比增长3.2%。全院职工认真落实各项要求，取得了明显成效。\n二、主要做法\n下乡义诊36次，接诊1950人次，群众满意度达到98.5%。\n";

/** The same as a page of the web. */
export const HTML: string = `<html><head><title>总结</title></head><body><div>${TEXT.trim()
  .split("\n")
  .map((line) => `<p>${line}</p>`)
  .join("")}</div></body></html>`;

/** A folder of files; gives the way to one of them, and reads. */
export interface Files {
  readonly folder: string;
  readonly put: (name: string, content: string | Uint8Array) => string;
  /** What was read: the text of each page, or `! reason`, by what it is called below the folder. */
  readonly read: (names: readonly string[], fields?: FieldChoice) => Promise<[name: string, text: string][]>;
  readonly readings: (names: readonly string[], fields?: FieldChoice, left?: Tally) => Promise<Reading[]>;
}

/** A new folder for the files of a test. */
export function newFiles(): Files {
  const folder = mkdtempSync(join(tmpdir(), "zongjie-readers-"));
  const readings = async (names: readonly string[], fields: FieldChoice = {}, left?: Tally): Promise<Reading[]> => {
    const out: Reading[] = [];
    const inputs = names.map((name) => (name === "-" ? name : join(folder, name)));
    for await (const reading of readInputs(inputs, () => Buffer.from(TEXT), fields, left)) out.push(reading);
    return out;
  };
  return {
    folder,
    readings,
    put(name, content) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
      return name;
    },
    async read(names, fields) {
      return (await readings(names, fields)).map((reading) => {
        const { uri } = "input" in reading ? reading.input : reading.failed;
        const text = "input" in reading ? decodeInput(reading.input).text : `! ${reading.failed.reason}`;
        return [uri.replace(`${folder}/`, ""), text];
      });
    },
  };
}

/** What is wrong with the records of the pages that were read, by the contract's laws. */
export function lawBreaches(readings: readonly Reading[]): string[] {
  return readings.flatMap((reading) => {
    if ("failed" in reading) return [`${reading.failed.uri}: ${reading.failed.reason}`];
    const breaches = breachesOf(runPage(reading.input, { keywords: 0 }), decodeInput(reading.input).text);
    return breaches.map(({ law, place, what }) => `${reading.input.uri}: ${law}, ${place}: ${what}`);
  });
}
