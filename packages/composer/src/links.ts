/** Things that are linked, directly or over others: a forest of disjoint sets. The least of a group stands for it. */
export interface Links {
  link(a: number, b: number): void;
  /** The one that stands for the group of a thing. */
  headOf(one: number): number;
}

/** Links among whole numbers, none at first: `link(3, 1)` makes `headOf(3)` 1. */
export function links(): Links {
  const parents = new Map<number, number>();
  const headOf = (one: number): number => {
    let at = one;
    for (let up = parents.get(at); up !== undefined; up = parents.get(at)) at = up;
    if (at !== one) parents.set(one, at);
    return at;
  };
  return {
    headOf,
    link(a, b) {
      const [x, y] = [headOf(a), headOf(b)];
      if (x !== y) parents.set(Math.max(x, y), Math.min(x, y));
    },
  };
}
