interface Node<K, V> {
  readonly next: Map<K, Node<K, V>>;
  value: V | undefined;
}

/** Nodes that a memory has at most before it begins anew: pages differ, and none may fill the store. */
const MOST = 20_000;

/**
 * Remembers what was made of a list of keys: of `["title", "prose"]` the same value a second time, without making it
 * again and without a string of the keys. Keys are told apart by identity, the value must follow from them.
 */
export function memory<K, V>(): (keys: readonly K[], make: () => V) => V {
  let root: Node<K, V> = { next: new Map(), value: undefined };
  let size = 0;
  return (keys, make) => {
    if (MOST < size) {
      root = { next: new Map(), value: undefined };
      size = 0;
    }
    let node = root;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as K;
      let next = node.next.get(key);
      if (next === undefined) {
        next = { next: new Map(), value: undefined };
        node.next.set(key, next);
        size++;
      }
      node = next;
    }
    node.value ??= make();
    return node.value;
  };
}
