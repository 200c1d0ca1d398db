import type { DraftSentence, SentencePattern } from "@zongjie/document";
import { valuesOf } from "./body.ts";
import { slot } from "./brief.ts";
import { type Desk, sentence, write } from "./desk.ts";
import { put } from "./figures/clause.ts";
import { turned } from "./seed.ts";
import { sentenceFrames } from "./sentence-frames.ts";
import { selfOf } from "./sentences/words.ts";

/** The 导语: what was done under whose lead, left open where only the writer knows, and what leads over: 现将有关情况总结如下：. */
export function openingOf(desk: Desk): DraftSentence[] {
  const { opening, introduce } = sentenceFrames();
  const { kind, tense } = desk.frame;
  const first = write(desk, framed(desk, opening[kind] ?? opening[tense] ?? [], "opening"));
  const lines = introduce[kind] ?? introduce[tense] ?? [];
  const lead = lines.length === 0 ? null : write(desk, introductions(desk, lines));
  return [first, lead].flatMap((one) => one ?? []);
}

/** The 结语, for kinds that end with one, 特此汇报。, else what comparable texts end with: 推动双拥工作再上新台阶。 */
export function closingOf(desk: Desk): DraftSentence[] {
  const { closing, closers } = sentenceFrames();
  const lines = closing[desk.frame.kind];
  if (lines === undefined) return [write(desk, resolutions(desk))].flatMap((one) => one ?? []);
  const { 报: report = "" } = valuesOf(desk);
  const mined = minedAt(desk, "closing", closers).filter(({ slots }) => slots.every(({ type }) => type === "document"));
  const found = write(desk, [
    ...mined.map((pattern) => told(desk, pattern, `${pattern.text.replace(SLOT, () => report)}。`)),
    ...framed(desk, lines, "closing"),
  ]);
  return found === null ? [] : [found];
}

const SLOT = /\{[^{}]+\}/gu;

/** Mined last words on the topic, behind a place for what only the writer knows. */
function* resolutions(desk: Desk): Generator<DraftSentence> {
  const { kinds, begins, lines, work } = sentenceFrames().resolve;
  if (!kinds.includes(desk.frame.kind) || desk.brief.topic === null) return;
  const { 主题: topic = "", ...values } = valuesOf(desk);
  const matter = topic.endsWith(work) ? topic : `${topic}${work}`;
  const mined = minedAt(desk, "closing", begins).filter(({ slots }) => slots.length === 1 && slots[0]?.type === "text");
  for (const pattern of turned(mined, desk.seed))
    for (const line of turned(lines, desk.seed))
      yield told(desk, pattern, put(line, { ...values, 句: ended(pattern.text, matter) }));
}

function ended(text: string, matter: string): string {
  return text.replace(SLOT, (label, at: number) => before(text.slice(at + label.length), matter));
}

/** Mined sentences of a place that begin with one of some words and speak of no other sort of report. */
function minedAt(desk: Desk, where: SentencePattern["place"], words: readonly string[]): SentencePattern[] {
  const { otherReports } = sentenceFrames();
  const { 报: report = "" } = valuesOf(desk);
  return desk.patterns.sentences.filter(
    ({ place, text }) =>
      place === where &&
      words.some((word) => text.startsWith(word)) &&
      !otherReports.some((word) => word !== report && text.includes(word)),
  );
}

function* framed(desk: Desk, lines: readonly string[], name: string): Generator<DraftSentence> {
  for (const [i, text] of turned([...lines.entries()], desk.seed))
    yield sentence(put(text, valuesOf(desk)), `${name}.${desk.frame.kind}.${i}`);
}

/** Mined sentences that lead over, then those of the lexicon. */
function* introductions(desk: Desk, lines: readonly string[]): Generator<DraftSentence> {
  const { introducers } = sentenceFrames();
  const { 报: report = "" } = valuesOf(desk);
  const fit = minedAt(desk, "opening", introducers).filter(
    ({ text, slots }) =>
      text.endsWith("如下") &&
      text.includes(report) &&
      slots.every(({ type }) => type === "period" || type === "org" || type === "text"),
  );
  for (const pattern of turned(fit, desk.seed)) {
    const text = introduced(desk, pattern);
    if (text !== null) yield told(desk, pattern, `${text}：`);
  }
  yield* framed(desk, lines, "introduce");
}

/** 现将{内容}工作情况汇报如下 with the topic, whose own end is not said twice; null where it does not read. */
function introduced({ brief }: Desk, { text, slots }: SentencePattern): string | null {
  const { topic, period } = brief;
  if (topic === null || slots.filter(({ type }) => type === "text").length !== 1) return null;
  if (slots.some(({ type }) => type === "period") && period === null) return null;
  let next = 0;
  return text.replace(SLOT, (label, at: number) => {
    const type = slots[next++]?.type;
    if (type === "period") return period ?? "";
    if (type === "org") return selfOf(brief.unit).self;
    return before(text.slice(at + label.length), topic);
  });
}

/** A topic as it stands before other words: its own end is not said twice, 双拥 of 双拥工作 before 工作再上新台阶. */
function before(words: string, topic: string): string {
  for (let size = Math.min(4, topic.length - 2); 0 < size; size--)
    if (words.startsWith(topic.slice(-size))) return topic.slice(0, -size);
  return topic;
}

function told({ patterns }: Desk, { id, support, sources }: SentencePattern, text: string): DraftSentence {
  return sentence(text, id, { support, sources: sources.map((i) => patterns.sources[i]?.id ?? "") });
}

/** Who signs: the unit, under a 述职 the person who reports. */
export function signerOf({ brief, frame }: Pick<Desk, "brief" | "frame">): string {
  const { signers, bodies } = sentenceFrames();
  const line = signers[frame.kind];
  if (line === undefined || bodies.some((body) => brief.topic?.includes(body))) return brief.unit ?? slot("单位");
  return put(line, { 姓名: brief.people[0]?.name ?? slot("姓名") });
}
