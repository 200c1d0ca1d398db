import type { Role } from "@zongjie/document";
import { type RoleModel, roleModel } from "@zongjie/lexicon";

/** Judges features: how much speaks for each role, the best first. */
export interface RoleJudge {
  readonly roles: readonly Role[];
  /** Log-weights in the order of `roles`. */
  score(features: readonly string[]): Float64Array;
  /** The features that speak most for a role against the average of all roles, strongest first. */
  because(features: readonly string[], role: Role): string[];
}

let shipped: RoleJudge | undefined;

/** The judge by the shipped model. */
export function roleJudge(): RoleJudge {
  shipped ??= roleJudgeOf(roleModel());
  return shipped;
}

/** As many reasons as a record tells of a role. */
const REASONS = 3;

/** A judge by a model. */
export function roleJudgeOf(model: RoleModel): RoleJudge {
  const roles = Object.keys(model.roles) as Role[];
  const weights = new Map<string, Float64Array>();
  for (const [at, role] of roles.entries())
    for (const [feature, weight] of Object.entries(model.roles[role]?.weights ?? {})) {
      const row = weights.get(feature) ?? new Float64Array(roles.length);
      row[at] = weight;
      weights.set(feature, row);
    }
  const biases = Float64Array.from(roles, (role) => model.roles[role]?.bias ?? 0);
  const score = (features: readonly string[]): Float64Array => {
    const out = biases.slice();
    for (const feature of features) {
      const row = weights.get(feature);
      if (row !== undefined)
        for (let at = 0; at < out.length; at++) out[at] = (out[at] as number) + (row[at] as number);
    }
    return out;
  };
  const because = (features: readonly string[], role: Role): string[] => {
    const at = roles.indexOf(role);
    return [...new Set(features)]
      .map((feature) => [feature, weights.get(feature)?.[at] ?? 0] as const)
      .filter(([, weight]) => 0 < weight)
      .sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1))
      .slice(0, REASONS)
      .map(([feature]) => feature);
  };
  return { roles, score, because };
}
