import { InvalidArgumentError } from "commander";

/** Reads a whole number that is not negative. @throws InvalidArgumentError on anything else */
export function parseCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("A whole number is wanted.");
  return Number(text);
}
