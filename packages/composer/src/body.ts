import type { DraftSentence, Role } from "@zongjie/document";
import { slot } from "./brief.ts";
import { type Desk, sentence, write } from "./desk.ts";
import { changeClause, figureClause, put } from "./figures/clause.ts";
import type { Given } from "./figures/given.ts";
import { turned } from "./seed.ts";
import { sentenceFrames } from "./sentence-frames.ts";
import { fillings, type Pair } from "./sentences/fill.ts";
import { selfOf } from "./sentences/words.ts";

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

/** Figures that one sentence tells. */
const MOST = 3;
/** Wordings of one group of figures that are tried before it is told otherwise. */
const TRIES = 60;

/**
 * Writes the text of a section: an open sentence for what only the writer knows, then the figures, by mined patterns where they
 * fit, else by frames; a long draft opens a place for each further term. Nothing in it states a fact that is not given.
 */
export function bodyOf(desk: Desk, matter: Matter): DraftSentence[] {
  const { length } = desk.brief;
  desk.tail = "";
  const opener = length === "short" && 0 < matter.figures.length ? null : write(desk, openers(desk, matter));
  const told = groupsOf(matter.figures).flatMap((group, i) => tellGroup(desk, group, i === 0));
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

/** Figures with their changes, those of one period and modality together, in the order in which they were given. */
function groupsOf(figures: readonly Given[]): Pair[][] {
  const here = new Set(figures.map(({ id }) => id));
  const changes = new Map(
    figures.flatMap((figure) => (figure.behind === null ? [] : [[figure.behind, figure] as const])),
  );
  const groups = new Map<string, Pair[]>();
  for (const main of figures) {
    if (main.behind !== null && here.has(main.behind)) continue;
    const key = `${main.modality} ${main.doubt !== null} ${main.period}`;
    groups.set(key, [...(groups.get(key) ?? []), { main, change: changes.get(main.id) ?? null }]);
  }
  return [...groups.values()].flatMap(chunks);
}

/** Groups of up to three: four are two and two, not three and one. */
function chunks(pairs: readonly Pair[]): Pair[][] {
  const count = Math.ceil(pairs.length / MOST);
  const size = Math.ceil(pairs.length / count);
  return Array.from({ length: count }, (_, i) => pairs.slice(i * size, (i + 1) * size));
}

/** One sentence for a group; where each wording of it is used or copied, its figures one by one. */
function tellGroup(desk: Desk, pairs: readonly Pair[], first: boolean): DraftSentence[] {
  const found = write(desk, wordings(desk, pairs, first));
  if (found !== null) return [found];
  if (pairs.length === 1) return [];
  return pairs.flatMap((pair, i) => tellGroup(desk, [pair], first && i === 0));
}

function* wordings(desk: Desk, pairs: readonly Pair[], leading: boolean): Generator<DraftSentence> {
  const [first] = pairs;
  if (first === undefined) return;
  const { period, modality } = first.main;
  const dated = period !== null && period !== desk.brief.period;
  const leads = sentenceFrames().leads[modality];
  const ids = pairs.flatMap(({ main, change }) => [main.id, ...(change === null ? [] : [change.id])]);
  for (let pick = 0; pick < TRIES; pick++) {
    const said = clausesOf(desk, pairs, pick + desk.seed, dated ? null : desk.brief.period);
    // a first sentence needs no link, nor does one that names its period
    const at = leading && pick < TRIES / 2 ? 0 : (pick + desk.used.size + desk.seed) % leads.length;
    const linked = !dated && !said.dated && 0 < at;
    const lead = dated ? `${period}，` : linked ? leads[at] : "";
    const pattern = [...(linked ? [`lead.${modality}.${at}`] : []), ...said.ids].join("+");
    const text = `${lead}${said.texts.join(said.changed ? "；" : "，")}。`;
    yield sentence(text, pattern, said.behind, ids);
  }
}

interface Said {
  readonly ids: readonly string[];
  readonly texts: readonly string[];
  /** Whether the first clause names the period. */
  readonly dated: boolean;
  readonly changed: boolean;
  readonly behind: { readonly support: number; readonly sources: readonly string[] };
}

/** The clauses of a sentence, mined ones where they fit: 举办培训班8期 | 发放资料600份. */
function clausesOf(desk: Desk, pairs: readonly Pair[], pick: number, period: string | null): Said {
  const ids: string[] = [];
  const texts: string[] = [];
  let mined = 0;
  let sources: readonly number[] | null = null;
  const now = new Set<string>();
  for (let at = 0; at < pairs.length; ) {
    const free = fillings(pairs.slice(at), desk.patterns, desk.brief, at === 0 ? period : null).filter(
      ({ id }) => !desk.used.has(id) && !now.has(id),
    );
    const found = pick < desk.seed + TRIES / 2 ? free[pick % Math.max(1, Math.min(3, free.length))] : undefined;
    if (found !== undefined) {
      ids.push(found.id);
      now.add(found.id);
      texts.push(found.text);
      if (sources === null || found.sources.length < sources.length) sources = found.sources;
      mined += found.pairs;
      at += found.pairs;
      continue;
    }
    const { main, change } = pairs[at] as Pair;
    const clause = figureClause(main, pick + at + desk.used.size);
    ids.push(clause.id);
    texts.push(change === null ? clause.text : `${clause.text}，${changeClause(change, pick)}`);
    at++;
  }
  const whole = mined === pairs.length;
  const backing = whole ? (sources ?? []) : [];
  return {
    ids,
    texts,
    dated: period !== null && (texts[0]?.startsWith(period) ?? false),
    changed: pairs.some(({ change }) => change !== null) && 1 < texts.length,
    behind: { support: backing.length, sources: backing.map((i) => desk.patterns.sources[i]?.id ?? "") },
  };
}
