import { eastAsianWidth } from "get-east-asian-width";

/** Characters that stand on the one before them. */
const COMBINING = /\p{Mn}|\p{Me}/u;

/** Columns that a text takes on a terminal (Unicode, East Asian Width): 门诊48.5万 takes 10. */
export function columns(text: string): number {
  let count = 0;
  for (const character of text) count += COMBINING.test(character) ? 0 : eastAsianWidth(character.codePointAt(0) ?? 0);
  return count;
}

/** As much of a text as fits into so many columns, with `…` at its end where something was left out. */
export function cutTo(text: string, width: number): string {
  let taken = 0;
  let end = 0;
  let kept = 0;
  for (const character of text) {
    taken += columns(character);
    if (width < taken) return `${text.slice(0, kept)}…`;
    end += character.length;
    if (taken < width) kept = end;
  }
  return text;
}
