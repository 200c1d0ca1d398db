/** A list of whole numbers below 2³² that grows without being copied. */
export interface NumberList {
  readonly size: () => number;
  readonly push: (value: number) => void;
  readonly at: (index: number) => number;
}

/** Numbers of a block, 2 to this power. */
const BITS = 18;

/** An empty list, four bytes a number. */
export function numberList(): NumberList {
  const blocks: Uint32Array[] = [];
  let size = 0;
  return {
    size: () => size,
    push(value) {
      if (size >>> BITS === blocks.length) blocks.push(new Uint32Array(1 << BITS));
      (blocks[size >>> BITS] as Uint32Array)[size++ & ((1 << BITS) - 1)] = value;
    },
    at: (index) => (blocks[index >>> BITS] as Uint32Array)[index & ((1 << BITS) - 1)] as number,
  };
}
