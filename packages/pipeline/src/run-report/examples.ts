import type { Finding, ReportExample, Span } from "@zongjie/document";

/** Characters that a sentence shows on either side of a figure. */
const AROUND = 60;

/** A finding as an example: its sentences one behind the other, cut down to what stands around the figures. */
export function exampleOf({ uri, id, title, message, figures, sentences }: Finding): ReportExample {
  let text = "";
  const marks: Span[] = [];
  for (const sentence of sentences) {
    const own = figures
      .filter(({ start, end }) => sentence.start <= start && end <= sentence.end)
      .map(({ start, end }) => ({ start: start - sentence.start, end: end - sentence.start }))
      .sort((a, b) => a.start - b.start);
    if (text !== "") text += " ";
    let at = 0;
    for (const { start, end } of windows(own, sentence.text.length)) {
      if (at < start) text += "…";
      for (const mark of own)
        if (start <= mark.start && mark.end <= end)
          marks.push({ start: text.length + mark.start - start, end: text.length + mark.end - start });
      text += sentence.text.slice(start, end);
      at = end;
    }
    if (at < sentence.text.length) text += "…";
  }
  return { uri, document: id, title, message, text, marks };
}

/** The stretches around figures, those that touch as one. */
function windows(figures: readonly Span[], length: number): Span[] {
  const out: { start: number; end: number }[] = [];
  for (const figure of figures) {
    const start = Math.max(0, figure.start - AROUND);
    const end = Math.min(length, figure.end + AROUND);
    const last = out.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else out.push({ start, end });
  }
  return out;
}
