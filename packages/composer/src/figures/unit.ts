import type { FigureKind } from "@zongjie/document";
import { loadData, z } from "@zongjie/lexicon";

const unitKinds = z.object({ groups: z.array(z.object({ kind: z.string(), units: z.array(z.string()) })) });

let kinds: ReadonlyMap<string, FigureKind> | undefined;

/** What a unit measures, as the finding of figures knows it: 万元 is money, 工作日 a duration; a count where nobody knows it. */
export function kindOfUnit(unit: string): FigureKind {
  kinds ??= new Map(
    loadData("figures/units.yaml", unitKinds)
      .groups.flatMap(({ kind, units }) => units.map((name) => [name, kind as FigureKind] as const))
      .reverse(),
  );
  return kinds.get(unit) ?? kinds.get(plainUnit(unit)) ?? "count";
}

/** A unit without what multiplies it: 万元 is 元. */
export function plainUnit(unit: string): string {
  return unit.replace(/^[百千万亿]+/u, "");
}
