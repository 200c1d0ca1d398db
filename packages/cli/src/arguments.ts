import { InvalidArgumentError } from "commander";

/** Reads a whole number that is not negative. @throws InvalidArgumentError on anything else */
export function parseCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("A whole number is wanted.");
  return Number(text);
}

/** Reads a number from 0 to 1. @throws InvalidArgumentError on anything else */
export function parseShare(text: string): number {
  if (!/^(?:0|1|0?\.\d{1,9}|1\.0{1,9})$/.test(text)) throw new InvalidArgumentError("A number from 0 to 1 is wanted.");
  return Number(text);
}

/**
 * Reads words of a closed list, `问题,建议`; the option may be repeated. `what` names such a word.
 * @throws InvalidArgumentError on any other word, with the list
 */
export function wordsOf<T extends string>(list: readonly T[], what: string): (text: string, before?: T[]) => T[] {
  return (text, before = []) => {
    const words = text.split(/[,，、]/).map((name) => {
      const found = list.find((word) => word === name.trim());
      if (found === undefined)
        throw new InvalidArgumentError(`${JSON.stringify(name.trim())} is no ${what}. There are: ${list.join(", ")}.`);
      return found;
    });
    return [...new Set([...before, ...words])];
  };
}

/** Adds `门诊，住院` to the words named before; the option may be repeated. @throws InvalidArgumentError on an empty word */
export function collectWords(text: string, before: readonly string[] = []): string[] {
  const words = text.split(/[,，]/).map((word) => word.trim());
  if (words.includes("")) throw new InvalidArgumentError("A word is missing.");
  return [...before, ...words];
}

/** Adds a file to those named before. */
export function collectFiles(file: string, before: readonly string[] = []): string[] {
  return [...before, file];
}
