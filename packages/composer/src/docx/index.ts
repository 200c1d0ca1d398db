import type { Draft } from "@zongjie/document";

/**
 * A draft as a Word file in the layout of GB/T 9704-2012: 22 lines of 28 characters on A4, numbering as text, places to fill
 * highlighted, a comment on each heading and sentence saying what it rests on. 望麓县人民医院2024年双拥工作总结 → bytes of a
 * `.docx`. The same draft gives the same bytes. The library is loaded on the first call.
 */
export async function renderDocx(draft: Draft): Promise<Uint8Array> {
  const { packDocx } = await import("./package.ts");
  return packDocx(draft);
}
