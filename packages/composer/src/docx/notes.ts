import type { Draft, DraftFigure, DraftSection, DraftSentence } from "@zongjie/document";
import { figureWords } from "../figure-words.ts";
import { noteTexts, worded } from "./words.ts";

/** A list in a comment names so many items; a draft may have ten thousand figures. */
const MOST = 20;

/** The figures of a draft by their ids. */
export type Figures = ReadonlyMap<string, DraftFigure>;

/** What a comment on the title says, a line each: what the draft rests on and which figures it left out. */
export function titleNote({ evidence, overlap, unplaced }: Draft, figures: Figures): string[] {
  const { draft } = noteTexts();
  const { documents, distinct, sections } = evidence;
  const { length, text, source } = overlap;
  return [
    worded(draft.evidence, { 全部: documents, 独立: distinct, 部分: sections }),
    ...(0 < length ? [worded(draft.overlap, { 长: length, 文字: text, 来源: source ?? "" })] : []),
    ...(0 < unplaced.length ? [worded(draft.unplaced, { 数: unplaced.length })] : []),
    ...unplaced
      .slice(0, MOST)
      .map(({ figure, reason }) => worded(draft.reason, { 数据: figureName(figure, figures), 原因: reason })),
  ];
}

/** What a comment on a heading says: 标题：5份独立材料这样写。 In a draft also the guide, which the text does not show. */
export function headingNote(section: DraftSection, figures: Figures, guide: readonly string[]): string[] {
  const { heading } = noteTexts();
  const { origin, support, base, sources } = section;
  return [
    worded(heading.origins[origin], { 数: support }),
    ...(0 < base ? [worded(heading.base, { 数: base })] : []),
    ...sourceNote(sources),
    ...guide.map((line) => worded(heading.guide, { 提示: line })),
    ...figureNotes(section.figures, figures),
  ];
}

/** What a comment on a sentence says: its pattern with the support, sources, figures and what has to be filled in. */
export function sentenceNote({ pattern, support, sources, slots, ...rest }: DraftSentence, figures: Figures): string[] {
  const { sentence } = noteTexts();
  const known = support === 0 ? sentence.frame : sentence.learned;
  return [
    pattern === null ? sentence.given : worded(known, { 句式: pattern, 数: support }),
    ...sourceNote(sources),
    ...figureNotes(rest.figures, figures),
    ...(slots.length === 0 ? [] : [worded(sentence.slots, { 列: listed(slots.map(({ name }) => name)) })]),
  ];
}

function sourceNote(sources: readonly string[]): string[] {
  return sources.length === 0 ? [] : [worded(noteTexts().sources, { 列: listed(sources) })];
}

function figureNotes(ids: readonly string[], figures: Figures): string[] {
  const { figure, brief, record } = noteTexts();
  return ids.slice(0, MOST).map((id) => {
    const known = figures.get(id);
    const origin = known?.origin === "record" ? worded(record, { 来源: known.source ?? "" }) : brief;
    return worded(figure, { 编号: id, 数据: figureName(id, figures), 来处: origin });
  });
}

/** A figure in a few words: 门诊人次48.5万人次（2024年）; its id where the draft does not have it. */
function figureName(id: string, figures: Figures): string {
  const figure = figures.get(id);
  return figure === undefined ? id : figureWords(figure);
}

function listed(items: readonly string[]): string {
  const list = items.slice(0, MOST).join("、");
  return items.length <= MOST ? list : worded(noteTexts().more, { 列: list, 数: items.length });
}
