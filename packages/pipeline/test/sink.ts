/** Somewhere to write to, and what was written. */
export interface Written {
  readonly write: (chunk: string | Uint8Array) => Promise<void>;
  readonly bytes: () => Uint8Array;
}

export function written(): Written {
  const chunks: Uint8Array[] = [];
  return {
    // chunks are the writer's own and may change after they were taken
    write: async (chunk) => void chunks.push(Buffer.from(chunk)),
    bytes: () => new Uint8Array(Buffer.concat(chunks)),
  };
}

/** Texts that a page may hold to harm who opens a table. */
export const HOSTILE: readonly string[] = [
  "=cmd|' /C calc'!A0",
  "＝1+1",
  "+1",
  "-2+3",
  "@SUM(1)",
  "\t=1",
  "<b>&amp;\"']]></t>",
  "_x0041_",
  "首行\n次行",
  "  前后  ",
  "门诊48.5万人次，同比增长3.2％",
  "𠮷😀",
  "字".repeat(32_767),
];

/** Texts that not every form can hold, with what stands for them. */
export const DAMAGED: readonly (readonly [text: string, shown: string])[] = [
  ["\u0000零\u001b[2J", "\ufffd零\ufffd[2J"],
  ["\ud800半", "\ufffd半"],
  ["半\udc00", "半\ufffd"],
  ["末\uffff", "末\ufffd"],
];
