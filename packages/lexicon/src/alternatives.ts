/** A pattern of words, the longest first, so that 达到 is tried before 达: `alternatives(["达", "达到"])` is `达到|达`. */
export function alternatives(words: Iterable<string>): string {
  return longestFirst(words).join("|");
}

/** Words by their length, those of one length as they came. */
export function longestFirst(words: Iterable<string>): string[] {
  return [...words].sort((a, b) => b.length - a.length);
}
