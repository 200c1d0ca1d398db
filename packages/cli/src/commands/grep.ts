import { DOCUMENT_KINDS, type DocumentKind, ROLES, type Role } from "@zongjie/document";
import type { FoundDocument, FoundSentence, Pattern, SentenceQuery } from "@zongjie/pipeline";
import { type Command, Option } from "commander";
import { parseCount, wordsOf } from "../arguments.ts";
import { addReading, cleaningOf, type FieldOptions, RECORD_INPUTS } from "../options.ts";
import { openOutput } from "../output.ts";
import { finish } from "../pages.ts";
import { type Paint, paintFor } from "../paint.ts";
import { takeRecords } from "../records.ts";
import { visible, visibleJson } from "../visible.ts";

interface Options extends FieldOptions {
  readonly role?: readonly Role[];
  readonly kind?: readonly DocumentKind[];
  readonly regex?: boolean;
  readonly ignoreCase?: boolean;
  readonly context: number;
  readonly count?: boolean;
  readonly json?: boolean;
  readonly toSimplified?: boolean;
  readonly out?: string;
}

/** Stands for a headline where there is none. */
const UNTITLED = "（无题）";

/** `zongjie grep --role 问题 PATTERN INPUT…`: sentences that hold a pattern, in sections of some roles. */
export function addGrep(program: Command): void {
  addReading(program.command("grep"))
    .description("find sentences, in sections of some roles (--role 问题) or anywhere")
    .argument("<pattern>", "words to look for; full-width and half-width signs are the same")
    .argument("<input...>", RECORD_INPUTS)
    .addOption(
      new Option("--role <roles>", "only in sections of these roles (a,b; repeatable)").argParser(
        wordsOf(ROLES, "role"),
      ),
    )
    .addOption(
      new Option("--kind <kinds>", "only in documents of these kinds (a,b; repeatable)").argParser(
        wordsOf(DOCUMENT_KINDS, "kind of document"),
      ),
    )
    .option("--regex", "the pattern is a JavaScript regular expression (flag u)")
    .option("-i, --ignore-case", "capital letters are the same as small ones")
    .option("-C, --context <n>", "show so many sentences before and behind each one", parseCount, 0)
    .option("-c, --count", "only say how many sentences were found in which documents")
    .option("--json", "write an object a sentence (with --count a document) as JSON lines")
    .option("--to-simplified", "read pages with traditional characters simplified")
    .option("-o, --out <file>", "write to a file instead of stdout")
    .addHelpText(
      "after",
      `
Examples:
  zongjie grep --role 问题 人员不足 pages/
  zongjie grep --role 问题,建议 --kind 总结 --regex '经费.{0,6}(不足|紧张)' records.ndjson
  zongjie grep 同比 page.txt -C 1

A line a sentence: page:document:title › headings: sentence. Sentences of context have - in place of the colons.
Rows of tables are no sentences. A pattern that does not come to an end on a text is given up after two seconds.
json: {uri, document, id, title, kind, headings, role, start, end, raw, line, text, matches, before, after}.

Exit status: 0 found, 1 nothing found or some inputs failed (named on stderr), 2 wrong usage.

Roles: ${ROLES.join(", ")}.
Kinds: ${DOCUMENT_KINDS.join(", ")}.`,
    )
    .action(async (words: string, inputs: string[], options: Options, command: Command) => {
      const { plainPattern, regexPattern, SlowPatternError } = await import("@zongjie/pipeline");
      const fold = options.ignoreCase === true;
      if (words === "") command.error("error: the pattern is empty");
      let pattern: Pattern;
      try {
        pattern = options.regex ? regexPattern(words, fold) : plainPattern(words, fold);
      } catch (error) {
        command.error(`error: ${visible(error instanceof Error ? error.message : String(error))}`);
      }
      try {
        finish(await grep(pattern, inputs, options));
      } catch (error) {
        if (!(error instanceof SlowPatternError)) throw error;
        command.error(`error: ${visible(error.message)}`);
      }
    });
}

/** Writes what was found. Gives the number of inputs that failed, at least 1 where nothing was found. */
async function grep(pattern: Pattern, inputs: readonly string[], options: Options): Promise<number> {
  const { findMatches, SlowPatternError } = await import("@zongjie/pipeline");
  const { role, kind, context, count, json, out } = options;
  const query: SentenceQuery = {
    context: count ? 0 : context,
    ...(role === undefined ? {} : { roles: role }),
    ...(kind === undefined ? {} : { kinds: kind }),
  };
  const output = openOutput(out, inputs);
  const write = writer(options, paintFor((out ?? "-") === "-" && process.stdout.isTTY));
  const gap = 0 < context && !count && !json ? "--\n" : "";
  let [sentences, documents, all] = [0, 0, 0];
  let page = "";
  try {
    const failed = await takeRecords(inputs, cleaningOf(options), async (record, source) => {
      all += record.documents.length;
      page = record.source.uri;
      for (const found of findMatches(record, source, pattern, query)) {
        await output.write((0 < documents ? gap : "") + write(record.source.uri, found).join(gap));
        sentences += found.count;
        documents++;
      }
    });
    if (count && !json) await output.write(`${sentences} sentences in ${documents} of ${all} documents\n`);
    output.close();
    return failed + (sentences === 0 ? 1 : 0);
  } catch (error) {
    output.abandon();
    throw error instanceof SlowPatternError ? new SlowPatternError(`${page}: ${error.message}`) : error;
  }
}

/** How the sentences of a document are written: a text a stretch of neighbours. */
function writer({ json, count, context }: Options, paint: Paint): (uri: string, found: FoundDocument) => string[] {
  return (uri, { document, index, count: sentences, groups }) => {
    const { id, title, kind } = document;
    const name = { uri, document: index, id, title, kind };
    if (count && json) return [`${visibleJson({ ...name, count: sentences })}\n`];
    if (count) return [`${visible(`${uri}:${index}:${oneLine(title ?? UNTITLED)}`)}: ${sentences}\n`];
    if (!json) return groups.map((group) => group.map((sentence) => line(uri, index, title, sentence, paint)).join(""));
    return groups.map((group) =>
      group
        .flatMap((sentence, i) => {
          if (sentence.matches.length === 0) return [];
          const before = group.slice(Math.max(0, i - context), i).map(({ text }) => text);
          const after = group.slice(i + 1, i + 1 + context).map(({ text }) => text);
          return [`${visibleJson({ ...name, ...sentence, before, after })}\n`];
        })
        .join(""),
    );
  };
}

/** `page.txt:0:东岭县2023年养老服务工作总结 › 二、存在的问题: 一是护理员不足……` */
function line(uri: string, index: number, title: string | null, sentence: FoundSentence, paint: Paint): string {
  const { headings, text, matches } = sentence;
  const sign = matches.length === 0 ? "-" : ":";
  const path = [title ?? UNTITLED, ...headings].map(oneLine).join(" › ");
  return `${paint.place(visible([uri, index, path, ""].join(sign)))} ${marked(text, matches, paint)}\n`;
}

/** A sentence on one line, what was found in it marked. */
function marked(text: string, matches: FoundSentence["matches"], paint: Paint): string {
  let out = "";
  let at = 0;
  for (const { start, end } of matches) {
    if (start === end) continue;
    out += visible(text.slice(at, start)) + paint.found(visible(text.slice(start, end)));
    at = end;
  }
  return out + visible(text.slice(at));
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ");
