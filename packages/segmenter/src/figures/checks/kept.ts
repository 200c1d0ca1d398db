import type { Check } from "@zongjie/document";

/** How many of some checks hold. */
export function holding(checks: readonly Check[]): number {
  return checks.filter(({ holds }) => holds).length;
}

/** Whether two checks or more hold, and most of them: what is kept so is meant, unless it is kept by chance. */
export function holdMostly(checks: readonly Check[]): boolean {
  const kept = holding(checks);
  return 2 <= kept && checks.length < 2 * kept;
}

/** How unlikely it is that the checks which hold do so by chance, as a power of ten. */
export function surprise(checks: readonly Check[]): number {
  return checks.reduce(
    (all, { holds, stated, tolerance }) =>
      holds ? all + Math.log10(Math.max(1, Math.abs(stated) / Math.max(1e-9, 2 * tolerance || 1))) : all,
    0,
  );
}
