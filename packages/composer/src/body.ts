import type { DraftSentence, Role } from "@zongjie/document";
import { slot } from "./brief.ts";
import { type Desk, sentence, write } from "./desk.ts";
import { put } from "./figures/clause.ts";
import type { Given } from "./figures/given.ts";
import { turned } from "./seed.ts";
import { sentenceFrames } from "./sentence-frames.ts";
import { selfOf } from "./sentences/words.ts";
import { tellFigures } from "./telling.ts";

/** What a section is written from. */
export interface Matter {
  readonly role: Role;
  /** Whether it is a task of a plan, which mends nothing. */
  readonly task: boolean;
  /** Whether it says only on what grounds: 指导思想. */
  readonly bare: boolean;
  /** Terms that reports share here, best first. */
  readonly terms: readonly string[];
  readonly figures: readonly Given[];
}

/**
 * Writes the text of a section: an open sentence for what only the writer knows, then the figures, by mined patterns where they
 * fit, else by frames; a long draft opens a place for each further term. Nothing in it states a fact that is not given.
 */
export function bodyOf(desk: Desk, matter: Matter): DraftSentence[] {
  const { length } = desk.brief;
  desk.tail = "";
  const opener = length === "short" && 0 < matter.figures.length ? null : write(desk, openers(desk, matter));
  const told = tellFigures(desk, matter.figures);
  const more =
    length === "long" ? matter.terms.slice(1, 3).flatMap((term) => write(desk, moreOn(desk, term)) ?? []) : [];
  return [...(opener === null ? [] : [opener]), ...told, ...more];
}

function* openers(desk: Desk, { role, task, bare, terms }: Matter): Generator<DraftSentence> {
  const { openers: all } = sentenceFrames();
  const name = bare ? "总述" : task && role !== "其他" ? "任务" : role;
  const list = (all[name] ?? all.做法 ?? []).map((text, i) => ({ text, i }));
  const term = terms[0];
  // where reports share a term, what is said of it comes first
  const fit =
    term === undefined
      ? list.filter(({ text }) => !text.includes("{词}"))
      : [...list].sort((a, b) => Number(b.text.includes("{词}")) - Number(a.text.includes("{词}")));
  const led = fit.filter(({ text }) => text.includes("{词}")).length;
  const turnedFit = [...turned(fit.slice(0, led), desk.seed), ...turned(fit.slice(led), desk.seed)];
  for (const { text, i } of turnedFit) yield sentence(put(text, valuesOf(desk, term)), `opener.${name}.${i}`);
}

function* moreOn(desk: Desk, term: string): Generator<DraftSentence> {
  for (const [i, text] of turned([...sentenceFrames().more.entries()], desk.seed))
    yield sentence(put(text, valuesOf(desk, term)), `more.${i}`);
}

/** What the frames of a draft are filled with. */
export function valuesOf({ brief, frame }: Pick<Desk, "brief" | "frame">, term: string = ""): Record<string, string> {
  const { reports, topicEnds } = sentenceFrames();
  const [lead] = brief.people;
  const said = topicEnds.find((end) => brief.topic?.endsWith(end)) ?? "";
  const topic = (brief.topic ?? slot("主题")).slice(0, said === "" ? undefined : -said.length);
  return {
    单位: brief.unit ?? slot("单位"),
    我: frame.kind === "述职" ? "本人" : selfOf(brief.unit).self,
    职务: lead?.post ?? slot("职务"),
    时段: brief.period ?? slot("时段"),
    主题: topic === "" ? (brief.topic ?? "") : topic,
    文种: frame.name,
    报: reports[frame.kind] ?? reports.其他 ?? "",
    词: term,
    牵头: lead === undefined ? slot("牵头负责人") : `${lead.post ?? ""}${lead.name}`,
    地点: brief.places.length === 0 ? slot("调研的地方") : brief.places.join("、"),
  };
}
