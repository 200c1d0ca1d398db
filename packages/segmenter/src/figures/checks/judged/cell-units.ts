import type { TextFigure } from "@zongjie/document";
import { readQuantity } from "../../quantity.ts";
import type { Grid, Row } from "../grid.ts";

/** A unit as it is written over a column: 亿元 is 元, 10⁸ of them. */
export interface Unit {
  readonly words: string;
  readonly unit: string;
  readonly kind: TextFigure["kind"];
  readonly scale: number;
}

/** Reads units, each wording once. */
export function unitReader(): (words: string) => Unit | null {
  const known = new Map<string, Unit | null>();
  return (words) => {
    const unit = known.get(words);
    if (unit !== undefined) return unit;
    const read = words === "" ? null : readQuantity(`1${words}`, 0);
    const made =
      read === null || read.value === null || read.unit === "" || read.end !== 1 + words.length
        ? null
        : { words, unit: read.unit, kind: read.kind, scale: read.value };
    known.set(words, made);
    return made;
  };
}

/** In which unit a cell is counted: by the head's brackets, the column of units, or the words above the table. */
export function unitWords({ heads }: Grid, { label, words }: Row, column: number, caption: string): string {
  const inBrackets = /[（(]([^（()）]{1,8})[）)]$/;
  const own = inBrackets.exec(heads[column] ?? "") ?? inBrackets.exec(label);
  if (own?.[1] !== undefined) return own[1];
  const units = heads.findIndex((head) => /^(?:计量)?单位$/.test(head));
  return words.get(units) ?? (countedBy(heads[column] ?? "") === null ? caption : "");
}

/** How far before a table's first cell its caption is looked for. */
const ABOVE = 200;

/** 单位：万元, or （万元） at the end of the line above. */
export function captionUnit(text: string, start: number): string {
  const above = text.slice(Math.max(0, start - ABOVE), start);
  const said = [...above.matchAll(/单位\s?[：:]\s?([^\s，,、；;。（）()：:\d]{1,8})/g)].at(-1)?.[1];
  return said ?? /[（(]([^（()），,、\n]{1,6})(?:[，,、][%％])?[）)]\s*\n[^\n]*\n?[^\n]*$/.exec(above)?.[1] ?? "";
}

/** What a head names that it counts: 起 of 事故起数, 人 of 死亡人数, 人次 of 出院人次; null where it names nothing. */
export function countedBy(head: string): string | null {
  const hit = /([件起人户个次例台亩家所处辆篇场吨张份名宗项只头座间床枚])数$|(人次|台次)$/.exec(head);
  return hit?.[1] ?? hit?.[2] ?? null;
}
