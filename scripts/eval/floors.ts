import { score, type Tally } from "./tally.ts";

/** Floors of one half: the gold that they were measured on, and the least that each measure may be. */
export interface HalfFloors {
  readonly gold: string;
  readonly floors: Readonly<Record<string, number>>;
}

export type Floors = Readonly<Record<string, HalfFloors>>;

/** How far below a measured value its floor stands. */
const MARGIN = 0.003;

/**
 * New floors from a measurement.
 * @throws Error naming the measures that would sink while the gold is the same
 */
export function raise(old: HalfFloors | undefined, gold: string, tally: Tally): HalfFloors {
  const floors: Record<string, number> = {};
  for (const [name, cells] of tally) floors[name] = Math.max(0, Math.floor((score(cells) - MARGIN) * 1000) / 1000);
  if (old !== undefined && old.gold === gold) {
    const sunk = Object.entries(old.floors).filter(([name, floor]) => (floors[name] ?? 0) + MARGIN < floor);
    if (sunk.length > 0)
      throw new Error(`a floor would sink: ${sunk.map(([name, floor]) => `${name} below ${floor}`).join(", ")}`);
    for (const [name, floor] of Object.entries(old.floors)) floors[name] = Math.max(floor, floors[name] ?? 0);
  }
  return { gold, floors };
}

/** The measures that lie below their floors. */
export function breaches(floors: HalfFloors, tally: Tally): string[] {
  return Object.entries(floors.floors)
    .filter(([name, floor]) => score(tally.get(name) ?? [0, 1]) < floor)
    .map(([name, floor]) => `${name}: ${score(tally.get(name) ?? [0, 1]).toFixed(4)} is below ${floor}`);
}
