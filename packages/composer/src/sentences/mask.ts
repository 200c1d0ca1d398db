import {
  type DocumentRecord,
  type Entity,
  type EntityType,
  type Figure,
  firstIndex,
  type SlotType,
  type Span,
} from "@zongjie/document";
import { sentenceFrames } from "../sentence-frames.ts";
import { spokenWords } from "./words.ts";

/** A stretch of a sentence that belongs to one document: a figure, a name, a period. */
export interface Mask extends Span {
  readonly type: SlotType;
  readonly figure: Figure | null;
}

const TYPE_OF: Readonly<Record<EntityType, SlotType>> = {
  date: "date",
  period: "period",
  org: "org",
  place: "place",
  person: "person",
  document: "document",
  law: "document",
};
/** A metric stands at most that many characters before its figure. */
const REACH = 24;
/** Three things or more in a row: 义诊、体检、巡诊. */
const LIST = /(?<=[一-鿿])[一-鿿]{2}(?:、[一-鿿]{2,6}){2,}/gu;
/** What no pattern may hold outside a slot: numerals, masks, foreign words, what stands in quotation marks. */
const LOOSE = /[“"][^“”"\n]{1,40}[”"]|[A-Za-z0-9０-９][A-Za-z0-9０-９.．,，/×*-]*|[xX×*＊]{2,}/gu;

/**
 * What a sentence `[start, end)` holds that belongs to its document, in order, none over another:
 *
 *     2023年,全县新建社区食堂12个,同比增长20%。
 *     ^^^^^  ^^  ^^^^^^^^^^  ^^^      ^^^
 *     period scope metric  figure   figure
 *
 *     以上报告，请予审议。
 *         ^^
 *         document
 */
export function findMasks(record: Marks, { start, end }: Span): Mask[] {
  const { text } = record;
  const found: Mask[] = [];
  const free: boolean[] = Array.from({ length: end - start }, () => true);
  const take = (type: SlotType, from: number, to: number, figure: Figure | null = null): void => {
    if (from < start || end < to || to <= from) return;
    for (let i = from; i < to; i++) if (!free[i - start]) return;
    for (let i = from; i < to; i++) free[i - start] = false;
    found.push({ type, start: from, end: to, figure });
  };
  const { closers, otherReports } = sentenceFrames();
  const figures = within(record.figures, start, end);
  for (const figure of figures) take("figure", figure.start, figure.end, figure);
  for (const entity of within(record.entities, start, end)) take(TYPE_OF[entity.type], entity.start, entity.end);
  const sentence = text.slice(start, end);
  for (const figure of figures) {
    const from = Math.max(start, figure.start - REACH);
    const at = figure.metric === "" ? -1 : text.slice(from, figure.start).lastIndexOf(figure.metric);
    if (at !== -1) take("metric", from + at, from + at + figure.metric.length, figure);
  }
  for (const match of sentence.matchAll(spokenWords())) {
    const type = match[1] !== undefined ? "org" : match[2] !== undefined ? "scope" : "period";
    take(type, start + match.index, start + match.index + match[0].length);
  }
  if (closers.some((word) => sentence.startsWith(word)))
    for (const word of otherReports) {
      const at = sentence.indexOf(word);
      if (at !== -1) take("document", start + at, start + at + word.length);
    }
  for (const match of sentence.matchAll(LIST)) take("list", start + match.index, start + match.index + match[0].length);
  for (const match of sentence.matchAll(LOOSE))
    take("text", start + match.index, start + match.index + match[0].length);
  return found.sort((a, b) => a.start - b.start);
}

/** A document with its figures and names in the order of the text. */
export interface Marks {
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly entities: readonly Entity[];
}

/** A document's marks, sorted once so that each sentence finds its own quickly. */
export function marksOf({ text, figures, entities }: DocumentRecord): Marks {
  const byStart = (a: Span, b: Span): number => a.start - b.start;
  return { text, figures: [...figures].sort(byStart), entities: [...entities].sort(byStart) };
}

/** The spans of a sorted list that lie in a range. */
function within<T extends Span>(list: readonly T[], start: number, end: number): T[] {
  const found: T[] = [];
  for (
    let i = firstIndex(list.length, (i) => (list[i] as T).start < start);
    i < list.length && (list[i] as T).start < end;
    i++
  )
    if ((list[i] as T).end <= end) found.push(list[i] as T);
  return found;
}
