import type { Brief } from "@zongjie/document";
import { briefSchema } from "@zongjie/document/schema";
import { readSource } from "@zongjie/lexicon";
import { cleanBrief } from "./brief.ts";
import { numberIn } from "./figures/amount.ts";
import { changeIn } from "./figures/change.ts";
import { frames, kindFrame } from "./frames.ts";

/** A brief, or what is wrong with it: `brief.yaml line 4: figures.0.value: …`. */
export interface BriefReading {
  readonly brief: Brief | null;
  readonly problems: readonly string[];
}

/** Problems that are named; the rest is counted. */
const NAMED = 20;

/** Reads a brief (YAML or JSON) and checks that it does not contradict itself. Throws nothing: what is wrong comes back in words. */
export function readBrief(file: string, text: string): BriefReading {
  const { data, problems, lineOf } = readSource(file, text, briefSchema);
  const told = (path: readonly PropertyKey[], message: string): string => {
    const line = lineOf(path);
    const place = path.length === 0 ? "" : `${path.join(".")}: `;
    return `${file}${line === null ? "" : ` line ${line}`}: ${place}${message}`;
  };
  const found =
    data === null
      ? problems.map(({ line, message }) => `${file}${line === null ? "" : ` line ${line}`}: ${message}`)
      : contradictions(data).map(({ path, message }) => told(path, message));
  if (found.length === 0) return { brief: data, problems: [] };
  const rest = found.length - NAMED;
  return {
    brief: null,
    problems: rest <= 0 ? found : [...found.slice(0, NAMED), `${file}: ${rest} more problems`],
  };
}

interface Contradiction {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Fields that cannot both be meant: kind 总结 with the topic 2025年工作计划. */
function contradictions(brief: Brief): Contradiction[] {
  const found: Contradiction[] = [];
  const clean = cleanBrief(brief);
  const { topic, period, date } = clean;
  const named = kindNamed(topic ?? "");
  if (named !== null && named !== brief.kind)
    found.push({ path: ["topic"], message: `ends like a ${named}, but kind is ${brief.kind}` });
  const [inTopic, inPeriod] = [yearIn(topic), yearIn(period)];
  if (inTopic !== null && inPeriod !== null && inTopic !== inPeriod)
    found.push({ path: ["period"], message: `is ${period}, but topic speaks of ${inTopic}` });
  const signed = yearIn(date);
  if (kindFrame(brief.kind).tense === "done" && signed !== null && inPeriod !== null && signed < inPeriod)
    found.push({ path: ["date"], message: `${date} is before the period ${period} has begun` });
  const wanted = clean.sections ?? [];
  for (const [i, title] of wanted.entries())
    if (wanted.indexOf(title) !== i) found.push({ path: ["sections", i], message: `${title} is named twice` });
  for (const [i, figure] of (brief.figures ?? []).entries()) {
    const wrong = (field: string, message: string): void => {
      found.push({ path: ["figures", i, field], message });
    };
    const { value, unit = "", target, comparison } = figure;
    for (const [field, amount] of [
      ["value", value],
      ["target", target],
    ] as const)
      if (amount !== undefined && typeof amount !== "boolean" && numberIn(amount, unit) === null)
        wrong(field, `${JSON.stringify(amount)} is no number${unit === "" ? "" : ` of ${unit}`}`);
    if (typeof comparison === "string" && changeIn(comparison) === null)
      wrong("comparison", `${JSON.stringify(comparison)} says no change; write 同比增长3.2% or base, direction, value`);
    if (typeof comparison === "object" && comparison?.direction === "flat" && numberIn(comparison.value ?? 0, "") !== 0)
      wrong("comparison", "is flat, but has a value");
  }
  return found;
}

/** The kind that a topic names at its end; null where it names none or several kinds share the name. */
function kindNamed(topic: string): string | null {
  const kinds = frames().kinds.filter(({ endings }) =>
    endings.some((ending) => 2 <= ending.length && topic.endsWith(ending)),
  );
  return kinds.length === 1 ? (kinds[0]?.kind ?? null) : null;
}

function yearIn(text: string | null): string | null {
  return /(?<!\d)((?:19|20)\d{2})(?!\d)/u.exec(text ?? "")?.[1] ?? null;
}
