import { type CleanBrief, slot } from "./brief.ts";
import { kindFrame } from "./frames.ts";

/**
 * The title: unit + period + topic + kind, nothing twice. 望麓县人民医院 + 2024年 + 双拥工作 + 总结; a topic that names the
 * unit or the period, or ends in the kind (双拥工作总结), gets no second one. What is missing is a slot.
 */
export function titleOf(brief: CleanBrief): string {
  const { name, endings } = kindFrame(brief.kind);
  const topic = brief.topic ?? slot("主题");
  const named = endings.some((ending) => topic.endsWith(ending)) ? topic : joined(topic, name);
  const unit = brief.unit ?? slot("单位");
  const period = brief.period ?? slot("时段");
  const dated = topic.includes(period) ? named : joined(period, named);
  return topic.includes(unit) ? dated : joined(unit, dated);
}

/** Joins two strings, what both share at the seam only once: 2024年度 + 年度工作 → 2024年度工作. */
function joined(left: string, right: string): string {
  for (let size = Math.min(left.length, right.length, 12); 2 <= size; size--)
    if (left.endsWith(right.slice(0, size))) return left + right.slice(size);
  return left + right;
}
