/** A list turned round by a number: `turned([甲, 乙, 丙], 1)` begins with 乙. */
export function turned<T>(list: readonly T[], by: number): T[] {
  if (list.length === 0) return [];
  const at = by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
}
