import { type DuplicateFamily, FAMILY_TYPES, type ReportFamily, type RunReport } from "@zongjie/document";
import { worst } from "./worst.ts";

/** Counts families of copies. */
export interface FamilySums {
  /** Null says that somebody looked, whether there are any or not. */
  readonly add: (family: DuplicateFamily | null) => void;
  readonly finish: () => RunReport["families"];
}

/** The largest families that are named. */
const LARGEST = 10;

/** Sums over families: how many of each type, their members, the largest ones. */
export function familySums(): FamilySums {
  const types = FAMILY_TYPES.map((type) => ({ type, families: 0, members: 0 }));
  const largest = worst<ReportFamily>(LARGEST, ({ uri, opening }) => JSON.stringify([uri, opening]));
  let looked = false;
  return {
    add(family) {
      looked = true;
      if (family === null) return;
      const { type, similarity, opening, members } = family;
      const sum = types.find((other) => other.type === type);
      if (sum !== undefined) {
        sum.families++;
        sum.members += members.length;
      }
      const uri = members[0]?.uri ?? "";
      largest.add({ type, members: members.length, similarity, opening, uri }, members.length);
    },
    finish: () => (looked ? { types, largest: largest.list() } : null),
  };
}
