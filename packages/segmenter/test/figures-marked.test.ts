import type { TextFigure } from "@zongjie/document";
import { describe, expect, it } from "vitest";
import { answers, readMarked } from "./marked.ts";

const SAYS: Readonly<Record<string, (figure: TextFigure) => string>> = {
  "periods.txt": (figure) => figure.period ?? "",
  "comparisons.txt": ({ comparison }) =>
    comparison === null ? "" : `${comparison.base} ${comparison.direction}`.trim(),
  "modality.txt": ({ modality }) => (modality === "target" ? "target" : ""),
  "subjects.txt": (figure) => figure.subject ?? "",
  "qualifiers.txt": (figure) => figure.qualifier ?? "",
};

describe.each(Object.entries(SAYS))("%s", (file, say) => {
  it.each(readMarked(file).map((marked) => [marked.name, marked] as const))("%s", (_, marked) =>
    expect(answers(marked, say)).toEqual(marked.marks.map(({ said }) => said)),
  );
});
