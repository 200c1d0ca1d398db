import type { RawReader } from "@zongjie/pipeline";
import type { Command } from "commander";
import { readPackedLines } from "../lines.ts";
import { addFields, type FieldOptions, fieldsOf } from "../options.ts";
import { isFolder } from "../output.ts";
import { finish, toStdout } from "../pages.ts";
import { complain, fileReason } from "../talk.ts";
import { visible } from "../visible.ts";

/** What a check of many records came to. */
interface Count {
  pages: number;
  breaches: number;
  /** Records written without their whole ledger. */
  partial: number;
  /** Lines that are no records, pages that are not there. */
  missing: number;
}

/** `zongjie verify RECORDS --raw DIR`: proves that nothing was changed in silence. */
export function addVerify(program: Command): void {
  addFields(program.command("verify"))
    .description("prove from page records and the raw pages that nothing was changed without an entry in the ledger")
    .argument("<records>", "page records (NDJSON of zongjie run, .gz and .zst too), or - for stdin")
    .requiredOption(
      "--raw <dir>",
      "the folder with the pages; source.uri is looked for below it, whole or its end, in archives too",
    )
    .addHelpText(
      "after",
      `
Example:
  zongjie run pages/ --out records.ndjson && zongjie verify records.ndjson --raw pages/

Each page is decoded anew and held against its record: hash and size, the ledger's form, and that
  law 1  replaying the ledger over the page gives each document's text
  law 2  each figure, heading and entity spells what the page has at its place
  law 3  documents stand apart, in order, and no character of the page is left out without an entry
A breach a line (page: law, place: what), then a summary. Exit status 1 on any breach, on a page that is not there,
on a line that is no record and on a record of --ledger compact or none, which cannot be verified.`,
    )
    .action(async (records: string, options: FieldOptions & { raw: string }) => {
      const { raw } = options;
      const { rawReader } = await import("@zongjie/pipeline");
      if (!isFolder(raw)) throw new Error(`${raw}: no such folder`);
      const count: Count = { pages: 0, breaches: 0, partial: 0, missing: 0 };
      await verifyLines(records, rawReader(raw, fieldsOf(options)), count);
      const partial =
        count.partial === 0 ? "" : `, ${count.partial} not verifiable (written with --ledger compact or none)`;
      const missing = count.missing === 0 ? "" : `, ${count.missing} not checked (named on stderr)`;
      await toStdout(`${count.pages} pages, ${count.breaches} breaches${partial}${missing}\n`);
      finish(count.breaches + count.partial + count.missing);
    });
}

async function verifyLines(file: string, readRaw: RawReader, count: Count): Promise<void> {
  const { readRecord, verifyRecord } = await import("@zongjie/pipeline");
  const miss = (message: string): void => {
    count.missing++;
    complain(message);
  };
  let number = 0;
  for await (const line of linesOf(file)) {
    number++;
    if (line?.trim() === "") continue;
    const record = line === null ? null : readRecord(line);
    if (record === null) {
      miss(`${file} line ${number}: not a page record (zongjie/page@1)`);
      continue;
    }
    const { uri, sha256 } = record.source;
    const reading = await readRaw(uri, sha256);
    if ("failed" in reading) {
      miss(`${uri}: ${reading.failed.reason}`);
      continue;
    }
    const { whole, breaches } = verifyRecord(record, reading.input);
    count.pages++;
    count.breaches += breaches.length;
    for (const { law, place, what } of breaches) await toStdout(`${visible(`${uri}: ${law}, ${place}: ${what}`)}\n`);
    if (whole) continue;
    count.partial++;
    await toStdout(`${visible(uri)}: cannot be verified, its ledger is not whole\n`);
  }
  if (count.pages + count.missing === 0) miss(`${file}: holds no page record`);
}

/** @throws Error that names the file as the person wrote it */
async function* linesOf(file: string): AsyncGenerator<string | null> {
  try {
    yield* readPackedLines(file);
  } catch (error) {
    throw new Error(`${file}: ${fileReason(error)}`);
  }
}
