/**
 * Remembers what was made last, up to a budget of numbers; what was not asked for longest is forgotten first. The shingles of
 * 教育局工作总结 are made once while its copies are compared with it.
 */
export function recent<T>(budget: number, make: (key: number) => T, sizeOf: (value: T) => number): (key: number) => T {
  const kept = new Map<number, T>();
  let size = 0;
  return (key) => {
    const found = kept.get(key);
    if (found !== undefined) {
      kept.delete(key);
      kept.set(key, found);
      return found;
    }
    const value = make(key);
    kept.set(key, value);
    size += sizeOf(value);
    for (const [old, other] of kept) {
      if (size <= budget || old === key) break;
      kept.delete(old);
      size -= sizeOf(other);
    }
    return value;
  };
}
