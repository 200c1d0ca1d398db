import type { DocumentRecord } from "@zongjie/document";
import { entityWords } from "@zongjie/lexicon";
import { frames } from "./frames.ts";

/** The slots that may stand in a pattern. */
const SLOTS = ["{单位}", "{地点}", "{姓名}", "{文件}", "{年度}", "{下期}", "{数}"] as const;

/** Names that belong to one document, longest first, each with the slot that takes its place. */
type Names = readonly { readonly name: string; readonly slot: (typeof SLOTS)[number] }[];

const SLOT_OF = { org: "{单位}", place: "{地点}", person: "{姓名}", document: "{文件}" } as const;
const PLACE_END = /(?:省|市|县|区|旗|盟|州|镇|乡|村|街道|社区|苏木|嘎查)$/u;

/** Names of bodies, places, people and documents that a record holds: 望麓县人民医院, and 望麓 by itself. */
export function namesOf(record: DocumentRecord): Names {
  const slots = new Map<string, (typeof SLOTS)[number]>();
  const add = (name: string, slot: (typeof SLOTS)[number]): void => {
    if (2 <= name.length && name.length <= 40 && !slots.has(name) && !isCommon(name)) slots.set(name, slot);
  };
  for (const { type, surface } of record.entities) {
    if (type !== "org" && type !== "place" && type !== "person" && type !== "document") continue;
    add(surface.trim(), SLOT_OF[type]);
  }
  const unit = record.signature?.unit?.trim();
  if (unit) add(unit, "{单位}");
  // Names of bodies are cut too freely for this (受援旗县医院): their places come from where a name is sure to begin.
  const places = record.entities.filter(({ type }) => type === "place").map(({ surface }) => surface);
  for (const name of [...places, unit ?? "", record.title ?? ""]) {
    const place = /^(\p{Script=Han}{2,4}?)(?:省|市|县|区|旗|盟|州|镇|乡|村|街道|社区)/u.exec(name);
    const stem = place?.[1];
    if (place === null || stem === undefined || isCommon(place[0]) || isCommon(stem)) continue;
    add(place[0], "{地点}");
    add(stem, "{地点}");
  }
  return [...slots]
    .map(([name, slot]) => ({ name, slot }))
    .sort((a, b) => b.name.length - a.name.length || order(a.name, b.name));
}

/** Names that anybody's text holds and that lead to nobody: 医院, 卫生下乡, 乡镇. */
function isCommon(name: string): boolean {
  const { noPlace, orgEnd, boundary } = entityWords();
  const known = frames();
  if (known.noPlace.some((word) => name.endsWith(word) && PLACE_END.test(name))) return true;
  if (noPlace.includes(name) || orgEnd.includes(name) || known.dull.includes(name)) return true;
  return boundary.includes(name);
}

/** True where a text looks as if it named a place that the mask did not know: 望麓县教育; not 文明城市, 全县. */
export function namesPlace(text: string): boolean {
  let rest = text;
  for (const word of entityWords().noPlace) rest = rest.replaceAll(word, "\n");
  return /\p{Script=Han}{2}(?:省|市|县|州|旗|镇)(?!级)/u.test(rest);
}

/** A function that puts slots in the place of a document's names; linear in the text. */
export function masker(names: Names): (text: string) => string {
  if (names.length === 0) return (text) => text;
  const slots = new Map(names.map(({ name, slot }) => [name, slot]));
  const pattern = new RegExp(names.map(({ name }) => escaped(name)).join("|"), "gu");
  return (text) => text.replace(pattern, (name) => slots.get(name) ?? name);
}

/** Text order by code units: the same on every machine. */
export function order(a: string, b: string): number {
  return a < b ? -1 : b < a ? 1 : 0;
}

/** Escapes what a regular expression would read as a sign. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
