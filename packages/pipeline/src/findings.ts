import type {
  CheckCode,
  DocumentRecord,
  Figure,
  Finding,
  FindingFigure,
  PageRecord,
  Span,
  Suspect,
} from "@zongjie/document";
import { checkWords, suspectWords } from "./finding-words.ts";
import { lineCounter } from "./review.ts";
import { sentenceOf } from "./sentences.ts";

/** What a finding says, before its place is known. */
interface Said extends Pick<Finding, "type" | "holds" | "message" | "stated" | "computed" | "tolerance"> {
  readonly code: CheckCode | Suspect;
  readonly figures: readonly number[];
}

/**
 * All checks of a record and its suspect figures, in reading order: a sum that does not come out, a share of 482 %. Those
 * that hold are among them. `source` is the decoded source, null where there is only the record.
 */
export function findingsOf(record: PageRecord, source: string | null): Finding[] {
  const lineAt = source === null ? () => null : lineCounter(source);
  return record.documents.flatMap((document, index) => {
    const { id, title, figures, text } = document;
    return [...checksOf(document), ...suspectsOf(document, source)]
      .map((said): Finding => {
        const found = said.figures.flatMap((i): FindingFigure[] => {
          const figure = figures[i];
          return figure === undefined ? [] : [placed(figure, i)];
        });
        const sentences = sentencesOf(document, found);
        const first = found.reduce((least, { raw }) => Math.min(least, raw.start), Infinity);
        return {
          uri: record.source.uri,
          document: index,
          id,
          title,
          ...said,
          line: first === Infinity ? null : lineAt(first),
          figures: found,
          sentences: sentences.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
        };
      })
      .sort((a, b) => placeOf(a) - placeOf(b));
  });
}

/** The checks, but those that only say of a suspect figure that it cannot be: a share of 482 % is one finding, not two. */
function checksOf({ checks, figures }: DocumentRecord): Said[] {
  return checks.flatMap((check): Said[] => {
    const own = check.figures.flatMap((i) => figures[i] ?? []);
    if (!check.holds && own.length === 1 && own[0]?.suspect) return [];
    const { code, holds, stated, computed, tolerance } = check;
    const message = checkWords(check, own);
    return [{ type: "check", code, holds, message, stated, computed, tolerance, figures: check.figures }];
  });
}

function suspectsOf({ figures }: DocumentRecord, source: string | null): Said[] {
  return figures.flatMap((figure, i): Said[] => {
    const { suspect, value, likely } = figure;
    if (suspect === null) return [];
    const message = suspectWords(figure, suspect, source?.slice(...rawOf(figure)) ?? null);
    return [
      {
        type: "suspect",
        code: suspect,
        holds: false,
        message,
        stated: value,
        computed: likely,
        tolerance: null,
        figures: [i],
      },
    ];
  });
}

/** From the first to the last character in the source. */
function rawOf({ raw }: Figure): [start: number, end: number] {
  return [raw[0]?.start ?? 0, raw.at(-1)?.end ?? 0];
}

function placed(figure: Figure, index: number): FindingFigure {
  const { surface, start, end, metric, value, unit } = figure;
  const [from, to] = rawOf(figure);
  return { index, surface, start, end, metric, value, unit, raw: { start: from, end: to } };
}

/** The sentences that hold figures, each once, in reading order. */
function sentencesOf(document: DocumentRecord, figures: readonly Span[]): Span[] {
  const spans = figures.map((figure) => sentenceOf(document, figure)).sort((a, b) => a.start - b.start);
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last === undefined || last.end <= span.start) out.push(span);
    else out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return out;
}

/** What names no figure stands last. */
function placeOf({ figures }: Finding): number {
  return figures.reduce((least, { start }) => Math.min(least, start), Infinity);
}
