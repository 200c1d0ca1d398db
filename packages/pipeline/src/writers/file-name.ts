/** Characters of a name; in UTF-8 a Chinese one takes three bytes of the 255 that a file system gives. */
const MOST = 60;

/**
 * Gives files their names from words of a page: `东岭县民政局`, a second time `东岭县民政局-2`. A name is one part of a
 * path on any system: no separators, no `..`, no device, nothing hidden, no invisible character; two never differ in
 * capitals alone.
 */
export async function fileNamer(): Promise<(words: string) => string> {
  const { default: filenamify } = await import("filenamify");
  const given = new Map<string, number>();
  return (words) => {
    // what the system would read as an ending is none
    const made = filenamify(plainWords(words), { replacement: "_", maxLength: MOST });
    const name = made.replaceAll(".", "_") || "_";
    for (;;) {
      const before = given.get(name.toLowerCase()) ?? 0;
      given.set(name.toLowerCase(), before + 1);
      if (before === 0) return name;
      const next = `${name}-${before + 1}`;
      if (given.has(next.toLowerCase())) continue;
      given.set(next.toLowerCase(), 1);
      return next;
    }
  };
}

/** Words on one line without what is not seen; cut long before a name is, so that a page of one line costs nothing. */
function plainWords(words: string): string {
  return words
    .slice(0, 4 * MOST)
    .replace(/\s+/gu, " ")
    .replace(/\p{C}+/gu, "")
    .replace(/^[\s.~-]+/u, "");
}
