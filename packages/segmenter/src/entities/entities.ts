import type { Entity } from "@zongjie/document";
import { findDates } from "./dates.ts";
import { findOrgs, findPeople, findPlaces } from "./names.ts";
import { findNumbers, findTitles } from "./titles.ts";

/**
 * Dates, periods, documents, laws, bodies, places and people of a text, in order and without overlap. Dates and periods
 * are normalised: `2021年5月4日` is 2021-05-04. Offsets count in the text.
 */
export function findEntities(text: string): Entity[] {
  // 1. What has marks of its own comes first: a name inside 《》 belongs to the document's name.
  const sure = [...findTitles(text), ...findNumbers(text)];
  // 2. Calendar expressions.
  const dates = findDates(text).map(
    ({ type, start, end, value }): Entity => ({ type, surface: text.slice(start, end), start, end, value }),
  );
  // 3. Names, the longer kind first: 清溪县人民政府 is a body, not a place and more.
  return settle([sure, dates, findPeople(text), findOrgs(text), findPlaces(text)]);
}

/** Keeps entities that overlap nothing of an earlier list or place. */
function settle(lists: readonly (readonly Entity[])[]): Entity[] {
  let kept: Entity[] = [];
  for (const list of lists) {
    const sorted = [...list].sort((a, b) => a.start - b.start || b.end - a.end);
    const merged: Entity[] = [];
    let next = 0;
    let reached = 0;
    for (const entity of sorted) {
      for (let other = kept[next]; other !== undefined && other.end <= entity.start; other = kept[++next])
        merged.push(other);
      const other = kept[next];
      if (entity.start < reached || (other !== undefined && other.start < entity.end)) continue;
      merged.push(entity);
      reached = entity.end;
    }
    kept = [...merged, ...kept.slice(next)];
  }
  return kept;
}
