import fc from "fast-check";

/** A way to spoil a page: lines shuffled, doubled or cut off, bytes put in or cut out. */
export type Mutation =
  | { readonly kind: "shuffle"; readonly seed: number }
  | { readonly kind: "double"; readonly at: number; readonly count: number }
  | { readonly kind: "cut"; readonly from: number; readonly to: number }
  | { readonly kind: "insert"; readonly places: readonly (readonly [number, Uint8Array])[] };

const share: fc.Arbitrary<number> = fc.double({ min: 0, max: 1, noNaN: true });

/** Any mutation; places are shares of the page's length. */
export const mutations: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant("shuffle" as const), seed: fc.integer({ min: 1, max: 1e9 }) }),
  fc.record({ kind: fc.constant("double" as const), at: share, count: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constant("cut" as const), from: share, to: share }),
  fc.record({
    kind: fc.constant("insert" as const),
    places: fc.array(fc.tuple(share, fc.uint8Array({ minLength: 1, maxLength: 6 })), { minLength: 1, maxLength: 12 }),
  }),
);

/** A spoilt copy of a page's bytes. */
export function mutate(bytes: Uint8Array, mutation: Mutation): Uint8Array {
  const page = Buffer.from(bytes);
  const place = (part: number): number => Math.floor(part * page.length);
  if (mutation.kind === "cut")
    return page.subarray(place(Math.min(mutation.from, mutation.to)), place(Math.max(mutation.from, mutation.to)));
  if (mutation.kind === "insert") {
    const places = mutation.places.map(([at, piece]) => [place(at), piece] as const).sort(([a], [b]) => a - b);
    const pieces = places.flatMap(([at, piece], i) => [page.subarray(places[i - 1]?.[0] ?? 0, at), piece]);
    return Buffer.concat([...pieces, page.subarray(places.at(-1)?.[0] ?? 0)]);
  }
  const lines = page.toString("latin1").split("\n");
  if (mutation.kind === "shuffle") return Buffer.from(shuffled(lines, mutation.seed).join("\n"), "latin1");
  const at = Math.floor(mutation.at * lines.length);
  const again = lines.slice(at, at + mutation.count);
  return Buffer.from([...lines.slice(0, at), ...again, ...lines.slice(at)].join("\n"), "latin1");
}

/** Fisher and Yates with the generator of Park and Miller, so that a seed gives one order. */
function shuffled(lines: readonly string[], seed: number): string[] {
  const out = [...lines];
  let state = seed % 2147483647 || 1;
  for (let i = out.length - 1; 0 < i; i--) {
    state = (state * 48271) % 2147483647;
    const j = state % (i + 1);
    [out[i], out[j]] = [out[j] as string, out[i] as string];
  }
  return out;
}
