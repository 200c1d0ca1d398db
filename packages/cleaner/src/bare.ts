import { firstIndex } from "@zongjie/document";
/** Letters and digits of a text, NFKC, and where each stood in it. */
export interface Bare {
  readonly text: string;
  readonly at: readonly number[];
}

/** What two renderings of a text have in common, whatever their marks and blanks: `二、 （全县）` → `二全县`, at 0, 4, 5. */
export function bareText(text: string): Bare {
  const out: string[] = [];
  const at: number[] = [];
  let from = 0; // letters from here on stand as they are and are taken together
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if ((0x4e00 <= unit && unit <= 0x9fff) || (0x30 <= unit && unit <= 0x39)) {
      at.push(i);
      continue;
    }
    if (from < i) out.push(text.slice(from, i));
    from = i + 1;
    if (unit < 0x30) continue;
    const c = (text[i] as string).normalize("NFKC");
    if (!/[\p{L}\p{N}]/u.test(c)) continue;
    for (const letter of c) {
      out.push(letter);
      at.push(i);
    }
  }
  if (from < text.length) out.push(text.slice(from));
  return { text: out.join(""), at };
}

/** Index of the first letter that stands at an offset or behind it; by binary search. */
export function letterAt({ at }: Bare, offset: number): number {
  return firstIndex(at.length, (i) => (at[i] as number) < offset);
}
