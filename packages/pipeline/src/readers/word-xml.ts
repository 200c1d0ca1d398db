import { SaxesParser } from "saxes";
import { UnreadableError } from "./reading.ts";

/** An element of a Word part, with its attributes by their names as they are written (`w:val`). */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What is called at each element's begin and end; `path` holds the names of the elements around it, outermost first. */
export interface Visitor {
  /** `end` is the offset behind the tag. */
  readonly open?: (element: Element, path: readonly string[], end: number) => void;
  /** `end` is the offset behind the element in the part's text. */
  readonly close?: (name: string, path: readonly string[], end: number) => void;
}

/** Goes over a part in one pass; knows no entities but XML's own five. @throws UnreadableError where it is no XML */
export function visitXml(part: string, { open, close }: Visitor): void {
  const parser = new SaxesParser({ position: true, xmlns: false });
  const path: string[] = [];
  parser.on("error", (error) => {
    throw new UnreadableError(`a damaged Word file: ${error.message}`);
  });
  parser.on("opentag", ({ name, attributes }) => {
    open?.({ name, attributes }, path, parser.position);
    path.push(name);
  });
  parser.on("closetag", ({ name }) => {
    path.pop();
    close?.(name, path, parser.position);
  });
  parser.write(part).close();
}

/** A part's bytes as text; Word writes UTF-8, others UTF-16 with a mark. */
export function partText(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(wide).decode(bytes);
}
