import { sentenceFrames } from "../sentence-frames.ts";
import type { Given } from "./given.ts";
import { begun, holdsVerb } from "./metric.ts";
import type { Origin } from "./origin.ts";

type Countable = Pick<Given, "metric" | "surface" | "unit" | "kind" | "comparison">;

/**
 * Why a figure of a text states nothing when it stands alone; null where it can be told. What was read beside it is lost: 65岁以上 only
 * bounds 老年人, 15.48 of a table has its unit in another cell, 三四年 after 停车难题 says how long it has been one.
 */
export function untold({ metric, surface, unit, kind, comparison }: Countable): string | null {
  const { fitting, spans } = sentenceFrames();
  if ([...metric].length < 2) return "its name is cut short";
  if (unit === "" && /^[-−\d.,，]+$/u.test(surface)) return "its unit stands elsewhere";
  if (kind === "age" && !metric.includes("龄")) return "an age that bounds a group";
  if (surface.includes("倍") && comparison === null) return "a multiple of what is not said";
  if (kind === "duration" && comparison === null && !spans.some((end) => metric.endsWith(end)) && !begun(metric))
    return "a time of what is not said";
  const own = fitting.find(({ ends }) => ends.some((end) => metric.endsWith(end)));
  return own === undefined || comparison !== null || own.kinds.includes(kind) ? null : "its unit does not fit its name";
}

/** Why an aim's number is none: 对全县120家企业开展检查 does not aim at 120家企业; null where it may be one. */
export function stockReason(
  { metric, kind, modality }: Pick<Given, "metric" | "kind" | "modality">,
  { before }: Pick<Origin, "before">,
): string | null {
  if (modality !== "target" || kind !== "count" || begun(metric) || holdsVerb(metric)) return null;
  const at = before.lastIndexOf(metric);
  const words = at === -1 ? before : before.slice(0, at);
  return sentenceFrames().stocks.some((word) => words.includes(word)) ? "what there is, not what is aimed at" : null;
}
