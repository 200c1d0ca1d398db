import type { DocumentKind } from "@zongjie/document";

/** What a clerk asks for: `{ kind: "总结", topic: "双拥工作", unit: "望麓县人民医院", period: "2024年" }`. */
export interface Brief {
  readonly kind: DocumentKind;
  readonly topic: string | null;
  readonly unit: string | null;
  readonly period: string | null;
  readonly addressee?: string | null;
}

/** A brief whose strings are single lines without control characters; what is blank is null. */
export interface CleanBrief {
  readonly kind: DocumentKind;
  readonly topic: string | null;
  readonly unit: string | null;
  readonly period: string | null;
  readonly addressee: string | null;
}

/** Makes a brief fit for print: line ends and control characters become blanks, blank strings null, `2024` is `2024年`. */
export function cleanBrief(brief: Brief): CleanBrief {
  const period = line(brief.period);
  return {
    kind: brief.kind,
    topic: line(brief.topic),
    unit: line(brief.unit),
    period: period !== null && /^\d{4}$/.test(period) ? `${period}年` : period,
    addressee:
      line(brief.addressee)
        ?.replace(/[:：]+$/u, "")
        .trim() || null,
  };
}

/** Controls, invisible and bidirectional marks, lone surrogates: nothing that a reader sees. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]+/gu;

function line(text: string | null | undefined): string | null {
  const clean = (text ?? "").replace(UNSEEN, " ").replace(/\s+/gu, " ").trim();
  return clean === "" ? null : clean;
}

/** A place that the writer has to fill: slot("单位") is 【待补：单位】. */
export function slot(name: string): string {
  return `【待补：${name}】`;
}

/** Fills {单位} {时段} {主题} of a frame from the brief; what the brief leaves out is a slot. */
export function fill(frame: string, brief: CleanBrief): string {
  const values: Record<string, string> = {
    单位: brief.unit ?? slot("单位"),
    时段: brief.period ?? slot("时段"),
    主题: brief.topic ?? slot("主题"),
  };
  return frame.replace(/\{(单位|时段|主题)\}/gu, (_, name: string) => values[name] ?? "");
}
