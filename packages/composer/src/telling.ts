import type { DraftSentence } from "@zongjie/document";
import { type Desk, sentence, write } from "./desk.ts";
import { behindClause, figureClause } from "./figures/clause.ts";
import type { Given } from "./figures/given.ts";
import { sentenceFrames } from "./sentence-frames.ts";
import { type Company, type Filled, fillings } from "./sentences/fill.ts";

/** Figures that one sentence tells. */
const MOST = 3;
/** Wordings of one group of figures that are tried before it is told otherwise. */
const TRIES = 80;

/** Tells the figures of a section: 全年，举办培训班8期，发放宣传资料600份。同时，走访慰问128户，同比增长6%。 */
export function tellFigures(desk: Desk, figures: readonly Given[]): DraftSentence[] {
  return groupsOf(desk, figures).flatMap((group, i) => tellGroup(desk, group, i === 0));
}

/** Figures that one sentence tells, with those behind them. */
interface Group {
  readonly pairs: readonly Company[];
  /** Their period where it is not that of the draft. */
  readonly period: string | null;
  /** Whether the sentence before is of that period too. */
  readonly again: boolean;
}

/** Figures with what belongs behind them, those of one period and modality together, in the order in which they were given. */
function groupsOf({ brief }: Desk, figures: readonly Given[]): Group[] {
  const here = new Set(figures.map(({ id }) => id));
  const behind = new Map<string, Given[]>();
  for (const figure of figures)
    if (figure.behind !== null) behind.set(figure.behind, [...(behind.get(figure.behind) ?? []), figure]);
  const groups = new Map<string, { readonly period: string | null; readonly pairs: Company[] }>();
  for (const main of figures) {
    if (main.behind !== null && here.has(main.behind)) continue;
    const period = isOwnPeriod(main.period, brief.period) ? null : main.period;
    const key = `${main.modality} ${main.doubt !== null} ${period}`;
    const group = groups.get(key) ?? { period, pairs: [] };
    group.pairs.push({ main, behind: behind.get(main.id) ?? [] });
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ period, pairs }) =>
    chunks(pairs).map((chunk, i) => ({ period, pairs: chunk, again: 0 < i })),
  );
}

/** Whether a period is that of the draft: 全年 of a year. */
function isOwnPeriod(period: string | null, own: string | null): boolean {
  return period === null || period === own || sentenceFrames().ownPeriods.includes(period);
}

/** Groups of up to three: four are two and two, not three and one. */
function chunks(pairs: readonly Company[]): Company[][] {
  const count = Math.ceil(pairs.length / MOST);
  const size = Math.ceil(pairs.length / count);
  return Array.from({ length: count }, (_, i) => pairs.slice(i * size, (i + 1) * size));
}

/** One sentence for a group; where each wording of it is used or copied, its figures one by one. */
function tellGroup(desk: Desk, group: Group, first: boolean): DraftSentence[] {
  const found = write(desk, wordings(desk, group, first));
  if (found !== null) return [found];
  if (group.pairs.length === 1) return [];
  return group.pairs.flatMap((pair, i) =>
    tellGroup(desk, { ...group, pairs: [pair], again: group.again || 0 < i }, first && i === 0),
  );
}

function* wordings(desk: Desk, { pairs, period, again }: Group, leading: boolean): Generator<DraftSentence> {
  const [first] = pairs;
  if (first === undefined) return;
  const { modality } = first.main;
  const { leads: all, again: same } = sentenceFrames();
  const leads = all[modality];
  const ids = pairs.flatMap(({ main, behind }) => [main.id, ...behind.map(({ id }) => id)]);
  const mined = pairs.map((_, at) =>
    fillings(pairs.slice(at), desk.patterns, desk.brief, at === 0 && period === null ? desk.brief.period : null).filter(
      ({ id }) => !desk.used.has(id),
    ),
  );
  for (let pick = 0; pick < TRIES; pick++) {
    // all leads with one choice of clauses, then the next choice
    const said = clausesOf(desk, pairs, desk.seed + Math.floor(pick / leads.length), pick < TRIES / 2 ? mined : []);
    // a first sentence needs no link, nor does one that names its period
    const turn = (pick + desk.used.size + desk.seed) % leads.length;
    const at = leading && pick < TRIES / 2 ? 0 : turn;
    const linked = period === null && !dated(said, desk) && 0 < at;
    const lead = period === null ? (linked ? leads[at] : "") : `${again ? same[turn % same.length] : period}，`;
    const led =
      period === null
        ? linked
          ? [`lead.${modality}.${at}`]
          : []
        : [`period.${period}${again ? `.${turn % same.length}` : ""}`];
    const text = `${lead}${said.texts.join(said.changed ? "；" : "，")}。`;
    yield sentence(text, [...led, ...said.ids].join("+"), said.behind, ids);
  }
}

/** Whether the first clause names the period. */
function dated({ texts: [first = ""] }: Said, { brief: { period } }: Desk): boolean {
  return period !== null && first.startsWith(period);
}

interface Said {
  readonly ids: readonly string[];
  readonly texts: readonly string[];
  readonly changed: boolean;
  readonly behind: { readonly support: number; readonly sources: readonly string[] };
}

/** The clauses of a sentence, those of `mined` where some fit: 举办培训班8期 | 发放资料600份. */
function clausesOf(desk: Desk, pairs: readonly Company[], pick: number, mined: readonly (readonly Filled[])[]): Said {
  const ids: string[] = [];
  const texts: string[] = [];
  let told = 0;
  let sources: readonly number[] | null = null;
  for (let at = 0; at < pairs.length; ) {
    const free = (mined[at] ?? []).filter(({ id }) => !ids.includes(id));
    const found = free[pick % Math.max(1, Math.min(3, free.length))];
    if (found !== undefined) {
      ids.push(found.id);
      texts.push(found.text);
      if (sources === null || found.sources.length < sources.length) sources = found.sources;
      told += found.pairs;
      at += found.pairs;
      continue;
    }
    const { main, behind } = pairs[at] as Company;
    const clause = figureClause(main, desk.used.size + at + (pick >> at));
    ids.push(clause.id);
    texts.push([clause.text, ...behind.map((one) => behindClause(one, pick))].filter((text) => text !== "").join("，"));
    at++;
  }
  const backing = told === pairs.length ? (sources ?? []) : [];
  return {
    ids,
    texts,
    changed: texts.some((text) => text.includes("，")) && 1 < texts.length,
    behind: { support: backing.length, sources: backing.map((i) => desk.patterns.sources[i]?.id ?? "") },
  };
}
