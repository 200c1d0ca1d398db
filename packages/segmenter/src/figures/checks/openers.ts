import { isJoined } from "../clause.ts";
import { behindLast } from "./signs.ts";
import type { Passage, Term } from "./term.ts";
import { claimWords } from "./words.ts";

/** Most figures that a list is followed over to its closing word. */
const LONGEST = 14;

/** What opens a list of parts: whether it names all of them, or only says what they are sorted by. */
export type Opener = "all" | "some" | "sort" | "named";

/** 医院|中，公立18个、民营29个: the whole has been named before. */
export const NAMED: RegExp = /[。；;，,\n]\s?([\p{Script=Han}]{2,8})中[，,：:]/u;

/** 按行政等级划分：, 从分布看，: what follows is the whole of a sentence before, sorted. */
const SORTED =
  /(?:^|[。；;，,：:\n])\s?(?:一是|其一|[（(]?1[.．、）)])|(?:[按从分][^，,。；;：:]{1,10}(?:看|分|来看|划分)|分[^，,。；;：:]{1,4}|[\p{Script=Han}]{0,6}(?:结构|构成|分布|来源)(?:上|方面|中|看))\s?[，,：:]/u;

/** What stands before the first part of a list: `，其中|男7人` opens one; null where nothing does, or where no figure of the passage is. */
export function openerOf(passage: Passage, at: number): Opener | null {
  const term = passage.terms[at];
  if (term === undefined) return null;
  const known = openers.get(term);
  if (known !== undefined) return known;
  const opener = readOpener(passage, at);
  openers.set(term, opener);
  return opener;
}

/** A term is asked for its opener by each whole that its list may have. */
const openers = new WeakMap<Term, Opener | null>();

function readOpener(passage: Passage, at: number): Opener | null {
  const lead = outside((passage.terms[at] as Term).lead);
  const words = claimWords();
  if (words.opensWhole.test(lead) || /^[，,（(]\s?即[^，,。；;]{0,4}$/.test(lead)) return "all";
  if ((passage.terms[at] as Term).aside && /^\s?[（(]/.test((passage.terms[at] as Term).lead)) return "some";
  if (SORTED.test(lead)) return "sort";
  // ，其中行政出一半；全年理赔|31.9万元|: what 其中 opened is over
  if (words.opensSome.test(behindLast(lead, "；;"))) return "some";
  if (/^[\p{Script=Han}]{0,8}中[，,]/u.test(lead)) return "some";
  if (NAMED.test(lead)) return "named";
  if (/[：:]/.test(lead) || /——/.test(lead)) return "some";
  if (/由[^，,。；;]*$/.test(lead)) return isComposed(passage, at) ? "all" : null;
  if (/[；;\n].*分别/s.test(lead)) return null;
  if (/分别[^，,。；;]{0,4}$/.test(lead)) return isRun(passage, at) ? "some" : null;
  return null;
}

/** 由院领导1名、中层干部2名|组成. */
function isComposed(passage: Passage, at: number): boolean {
  const { terms, text, start } = passage;
  const sentence = terms[at]?.sentence;
  let last = at;
  while (terms[last + 1]?.sentence === sentence && terms[last + 1] !== undefined && last - at < LONGEST) last++;
  for (let i = at + 1; i <= last; i++) {
    const end = (terms[i] as Term).figure.end - start;
    if (/^(?:等|共同)?(?:[构组]成|分担|承担|出资)/.test(text.slice(end, end + 6))) return true;
  }
  return false;
}

/** 分别为|582人、561人和540人: a run of joined figures. */
function isRun(passage: Passage, at: number): boolean {
  const next = passage.terms[at + 1];
  const { lead } = passage.terms[at] as Term;
  return next !== undefined && (isJoined(next.lead) || (/分别[是为]/.test(lead) && next.lead.startsWith("、")));
}

/** The words outside of brackets, an open one included. */
function outside(lead: string): string {
  return !/[（()）]/.test(lead) ? lead : lead.replace(/[（(][^（）()]*(?:[）)]|$)/g, "").replace(/^[^（(]*[）)]/, "");
}
