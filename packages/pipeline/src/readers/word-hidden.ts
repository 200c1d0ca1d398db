import { visitXml } from "./word-xml.ts";

const END = "</w:r>";

/** A Word text without the runs that Word hides (`<w:vanish/>`): they are empty then. */
export function withoutHidden(part: string): string {
  if (!part.includes("<w:vanish")) return part;
  const pieces: string[] = [];
  let copied = 0;
  /** The runs that are open, a text box standing in one of them, and where what they hold begins. */
  const runs: { start: number; hidden: boolean }[] = [];
  visitXml(part, {
    open({ name, attributes }, path, end) {
      if (name === "w:r") runs.push({ start: end, hidden: false });
      const run = runs.at(-1);
      if (name !== "w:vanish" || run === undefined || path.at(-1) !== "w:rPr" || path.at(-2) !== "w:r") return;
      run.hidden = !/^(?:0|false|off)$/.test(attributes["w:val"] ?? "");
    },
    close(name, _path, end) {
      const run = name === "w:r" ? runs.pop() : undefined;
      const start = Math.max(copied, run?.start ?? 0);
      if (run?.hidden !== true || end - END.length < start || !part.endsWith(END, end)) return;
      pieces.push(part.slice(copied, start));
      copied = end - END.length;
    },
  });
  pieces.push(part.slice(copied));
  return pieces.join("");
}
