import { extname } from "node:path";
import { type Brief, DOCUMENT_KINDS, type DocumentKind, type Draft, type Patterns } from "@zongjie/document";
import type { RecordFigure } from "@zongjie/pipeline";
import { type Command, Option } from "commander";
import { parseCount } from "../arguments.ts";
import { writeWhole } from "../output.ts";
import { finish } from "../pages.ts";
import { filesOf, readPatterns, readText } from "../patterns-file.ts";
import { gatherRecords } from "../records.ts";
import { readStdin } from "../stdin.ts";
import { complain } from "../talk.ts";

const FORMATS = ["md", "docx", "html", "json"] as const;
type Format = (typeof FORMATS)[number];

interface Options {
  readonly brief?: string;
  readonly kind: DocumentKind;
  readonly topic?: string;
  readonly unit?: string;
  readonly period?: string;
  readonly addressee?: string;
  readonly patterns?: string;
  readonly from?: readonly string[];
  readonly figures?: readonly string[];
  readonly outline?: boolean;
  readonly seed: number;
  readonly variants: number;
  readonly explain?: boolean;
  readonly format?: Format;
  readonly out?: string;
}

const MOST_VARIANTS = 99;
const UNPLACED_NAMED = 20;

/** `zongjie compose`: an outline or draft from what a collection teaches and a clerk gives. */
export function addCompose(program: Command): void {
  program
    .command("compose")
    .description("write an outline or draft: the collection gives its form, the brief and the figures all it states")
    .option("--brief <file>", "what the draft is about, as YAML (zongjie schema brief); - for stdin")
    .addOption(
      new Option("--kind <kind>", "kind of document, without --brief").choices([...DOCUMENT_KINDS]).default("总结"),
    )
    .option("--topic <text>", "what the document is about, such as 双拥")
    .option("--unit <name>", "who writes it")
    .option("--period <text>", "such as 2024年")
    .option("--addressee <name>", "whom it is for")
    .addOption(new Option("--patterns <file>", "what zongjie learn wrote").conflicts("from"))
    .option("--from <records...>", "page records (NDJSON of zongjie run) or pages to learn from now")
    .option("--figures <files...>", "figures to tell: page records, or csv, ndjson, json of zongjie figures")
    .option("--outline", "headings and what to write there; always so without --brief")
    .option("--seed <n>", "take other wordings", parseCount, 0)
    .option("--variants <n>", "write that many drafts: draft-1.md, draft-2.md …", parseCount, 1)
    .option("--explain", "say on stderr why each heading and sentence stands where it does")
    .addOption(
      new Option("-f, --format <format>", "form of the output; else by the end of its name").choices([...FORMATS]),
    )
    .option("-o, --out <file>", "write to a file instead of stdout")
    .addHelpText(
      "after",
      `
Examples:
  zongjie compose --kind 总结 --topic 双拥 --unit 清溪县人民医院 --period 2024年 --from records.ndjson
  zongjie compose --brief brief.yaml --patterns patterns.json --outline
  zongjie compose --brief brief.yaml --patterns patterns.json --figures figures.csv -o draft.docx

A brief:
  kind: 总结
  topic: 双拥工作
  unit: 清溪县人民医院
  period: 2024年
  figures:
    - { metric: 走访优抚对象, value: 128, unit: 户, comparison: 同比增长6% }
    - { metric: 体检覆盖率, value: 100, unit: "%", period: 2025年, target: true }

What is not given stays open as 【待补：…】. No number, name or date stands in a draft that is not given.`,
    )
    .action(async (options: Options, command: Command) => {
      refuse(options, command);
      finish(await compose(options));
    });
}

/** Stops at options that cannot both be meant. */
function refuse({ brief, variants, out, ...options }: Options, command: Command): void {
  const format = formatOf({ out, ...options });
  const twice = ["kind", "topic", "unit", "period", "addressee"].filter(
    (name) => brief !== undefined && command.getOptionValueSource(name) === "cli",
  );
  if (0 < twice.length) command.error(`error: --${twice[0]} belongs into the brief`);
  if (format === null)
    command.error(`error: ${out}: the end of the name is none of ${FORMATS.join(", ")}; say --format`);
  if (format === "docx" && (out === undefined || out === "-")) command.error("error: --format docx needs --out FILE");
  if (variants === 0 || MOST_VARIANTS < variants)
    command.error(`error: --variants is a number from 1 to ${MOST_VARIANTS}`);
  if (1 < variants && (out === undefined || out === "-")) command.error("error: --variants needs --out FILE");
}

function formatOf({ format, out }: Pick<Options, "format"> & { readonly out?: string | undefined }): Format | null {
  if (format !== undefined) return format;
  if (out === undefined || out === "-") return "md";
  const end = extname(out).slice(1).toLowerCase();
  return FORMATS.find((one) => one === end) ?? (end === "" || end === "markdown" ? "md" : null);
}

async function compose(options: Options): Promise<number> {
  const { composeDraft, explainDraft, foreignUnits } = await import("@zongjie/pipeline");
  const brief = await briefOf(options);
  const learned = await patternsOf(options);
  const given = await figuresOf(options.figures ?? []);
  const foreign = foreignUnits(brief.unit, given.figures);
  if (0 < foreign.figures) complain(foreignWords(foreign, brief.unit));
  const outline = options.outline === true || options.brief === undefined;
  const render = await rendererOf(formatOf(options) ?? "md");
  const inputs = [
    options.brief,
    options.patterns,
    ...(options.from ?? []),
    ...learned.files,
    ...(options.figures ?? []),
  ].filter((file) => file !== undefined);
  for (let n = 0; n < options.variants; n++) {
    const draft = composeDraft(brief, learned.patterns, { outline, seed: options.seed + n, figures: given.figures });
    const file = options.variants === 1 ? options.out : numberedName(options.out ?? "", n + 1);
    await writeWhole(file, await render(draft), inputs);
    if (n === 0) report(draft);
    if (options.explain) for (const line of explainDraft(draft)) complain(line);
  }
  return learned.failed + given.failed;
}

const UNITS_NAMED = 3;

/** 5 figures are of 东岭县医院, the brief is of 望麓县人民医院. */
function foreignWords(
  { units, figures }: { readonly units: readonly string[]; readonly figures: number },
  own: Brief["unit"],
): string {
  const more = units.length - UNITS_NAMED;
  const names = `${units.slice(0, UNITS_NAMED).join(", ")}${0 < more ? ` and ${more} more units` : ""}`;
  return `${figures === 1 ? "1 figure is" : `${figures} figures are`} of ${names}; the brief is of ${own}`;
}

/** draft.md → draft-2.md. */
function numberedName(file: string, n: number): string {
  const end = extname(file);
  return `${file.slice(0, file.length - end.length)}-${n}${end}`;
}

/** What the person has to know of a draft: figures that stand nowhere, and how near it comes to a source. */
function report({ form, unplaced, figures, overlap }: Draft): void {
  for (const { figure, reason } of unplaced.slice(0, UNPLACED_NAMED)) {
    const found = figures.find(({ id }) => id === figure);
    complain(`not placed: ${found?.metric ?? figure} ${found?.surface ?? ""}: ${reason}`);
  }
  const rest = unplaced.length - UNPLACED_NAMED;
  if (0 < rest) complain(`not placed: ${rest} more figures`);
  if (form === "draft")
    complain(
      overlap.source === null
        ? "shares no run of characters with a source"
        : `longest run shared with one source alone: ${overlap.length} characters (${overlap.source})`,
    );
}

async function briefOf({ brief, kind, topic, unit, period, addressee }: Options): Promise<Brief> {
  if (brief === undefined) return { kind, topic, unit, period, addressee };
  const { readBrief } = await import("@zongjie/pipeline");
  const text = brief === "-" ? readStdin().toString("utf8") : readText(brief);
  const reading = readBrief(brief === "-" ? "stdin" : brief, text);
  for (const problem of reading.problems.slice(0, -1)) complain(problem);
  if (reading.brief === null) throw new Error(reading.problems.at(-1) ?? `${brief}: no brief`);
  return reading.brief;
}

/** Patterns with the files that they were learned from now. */
interface Learned {
  readonly patterns: Patterns;
  readonly files: readonly string[];
  readonly failed: number;
}

async function patternsOf({ patterns, from }: Options): Promise<Learned> {
  const { learnPatterns } = await import("@zongjie/pipeline");
  if (patterns !== undefined) return { patterns: await readPatterns(patterns), files: [], failed: 0 };
  if (from === undefined) {
    complain("no patterns given (--patterns, --from): the outline rests on the built-in frames only");
    return { patterns: learnPatterns([]), files: [], failed: 0 };
  }
  const { records, failed } = await gatherRecords(from, { ledger: "none" });
  if (records.length === 0)
    throw new Error("no page record to learn from; make some with zongjie run … --out records.ndjson");
  return { patterns: learnPatterns(records), files: filesOf(records), failed };
}

async function figuresOf(files: readonly string[]): Promise<{ figures: RecordFigure[]; failed: number }> {
  const figures: RecordFigure[] = [];
  let failed = 0;
  if (files.length === 0) return { figures, failed };
  const { readFigures } = await import("@zongjie/pipeline");
  for (const file of files) {
    const reading = readFigures(file, readText(file));
    figures.push(...reading.figures);
    const problems =
      reading.figures.length + reading.problems.length === 0 ? [`${file}: holds no figure`] : reading.problems;
    for (const problem of problems) complain(problem);
    failed += problems.length;
  }
  return { figures, failed };
}

async function rendererOf(format: Format): Promise<(draft: Draft) => string | Promise<string | Uint8Array>> {
  const { renderDocx, renderHtml, renderMarkdown } = await import("@zongjie/pipeline");
  return {
    md: renderMarkdown,
    html: renderHtml,
    docx: renderDocx,
    json: (draft: Draft) => `${JSON.stringify(draft, null, 2)}\n`,
  }[format];
}
