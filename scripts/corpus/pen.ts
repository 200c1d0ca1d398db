import { type Canvas, canvas, type Mark } from "./canvas.ts";
import { dressed } from "./dress.ts";
import type { Segment } from "./edit.ts";
import type { Facts } from "./facts.ts";
import { escaped, halves, tokens } from "./markup.ts";
import { type Random, random } from "./random.ts";
import type { Noise, Skin } from "./skin.ts";
import type { Reason } from "./vocabulary.ts";

/** Writes on a canvas in the manner of one skin: the site's own words, wrappers, and a document's text. */
export interface Pen {
  readonly canvas: Canvas;
  /** Writes a filled template, tags as markup, words under the reason; throws when `markup` in HTML shows words. */
  site(template: string, reason: Reason): void;
  /** Writes entries of noise, a line each; `glued` ones leave the line open. Tells how many it wrote. */
  noise(entries: readonly Noise[], glued?: boolean, more?: Readonly<Record<string, string>>): number;
  /** The two halves of a block's wrapper, `<p>|</p>`. */
  wrapper(name: string): [string, string];
  /** Writes segments of a block; between two characters an HTML page may change its span. */
  text(parts: readonly Segment[], doc: number, block: number): void;
  label(text: string, doc: number): void;
}

/** What `each` of a noise entry goes through. */
export interface Lists {
  readonly headings: readonly string[];
  readonly blocks: readonly string[];
  readonly titles: readonly string[];
}

/** A pen for one page; `single` tells which entries are for pages with one document. */
export function pen(name: string, skin: Skin, facts: Facts, lists: Lists, single: boolean): Pen {
  const html = skin.media === "html";
  const page = canvas(skin.newline);
  const draw = random(`${name}/noise`);
  const spanDraw = random(`${name}/spans`);
  // full-width dress is for the document alone: it would spoil addresses and times
  const dress = skin.dress === "full" ? "as-written" : skin.dress;
  const dress1 = (text: string): string =>
    text
      .split(/(&#?\w+;)/)
      .map((part, i) => (i % 2 === 0 ? dressed(part, dress) : part))
      .join("");

  const site: Pen["site"] = (template, reason) => {
    for (const { kind, text } of tokens(template, html)) {
      if (kind === "words" && html && reason === "markup")
        throw new Error(`skin ${skin.id}: "${text}" is seen, so it needs another reason than markup`);
      if (kind === "words") page.append(dress1(text), { kind: "noise", reason });
      else page.append(dress === "traditional" ? dressed(text, dress) : text, { kind });
    }
  };
  const noise: Pen["noise"] = (entries, glued = false, more = {}) => {
    const kept = entries.filter((e) => e.only === null || (e.only === "single") === single);
    let written = 0;
    for (const entry of kept) {
      if (!draw.chance(entry.chance)) continue;
      const lines = expand(entry, facts, lists, draw, html, more);
      if (lines.length === 0) continue;
      site(entry.open, entry.reason);
      for (const [i, line] of lines.entries()) site((i === 0 ? "" : entry.join) + line, entry.reason);
      site(entry.close, entry.reason);
      if (!glued) page.append("\n", { kind: "blank" });
      written++;
    }
    return written;
  };
  const text: Pen["text"] = (parts, doc, block) => {
    for (const part of parts) {
      const mark = (start: number, end: number): Mark => ({
        kind: "text",
        doc,
        block,
        start: part.start + start,
        end: part.start + end,
      });
      const length = part.end - part.start;
      if (part.repair !== undefined) {
        const asBreak = html && part.show === "\n" && skin.break.trim() !== "";
        if (asBreak) page.append(skin.break, { kind: "markup" }, part.repair);
        else page.append(html ? escaped(part.show) : part.show, mark(0, length), part.repair);
      } else if (!html) page.append(part.show, mark(0, length));
      else sound(part.show, mark);
    }
  };
  const sound = (show: string, mark: (start: number, end: number) => Mark): void => {
    let at = 0;
    const flush = (to: number): void => {
      if (at < to) page.append(show.slice(at, to), mark(at, to));
      at = to;
    };
    for (let i = 0; i < show.length; i++) {
      const c = show[i] as string;
      if (0 < i && 0 < skin.spans && spanDraw.chance(skin.spans)) {
        flush(i);
        page.append(skin.span, { kind: "markup" });
      }
      const entity = skin.entities[c] ?? (/[&<>]/.test(c) ? escaped(c) : null);
      if (entity === null) continue;
      flush(i);
      page.append(entity, mark(i, i + 1));
      at = i + 1;
    }
    flush(show.length);
  };
  return {
    canvas: page,
    site,
    noise,
    wrapper: (block) => halves(skin.blocks[block] ?? "|"),
    text,
    label: (words, doc) => page.append(html ? escaped(words) : words, { kind: "label", doc }),
  };
}

/** The lines of one entry, filled; a line whose placeholder has no value is left out. */
function expand(
  entry: Noise,
  facts: Facts,
  lists: Lists,
  draw: Random,
  html: boolean,
  more: Readonly<Record<string, string>>,
): string[] {
  const safe = (template: string, extra: Readonly<Record<string, string>> = {}): string[] => {
    const filled = facts.fill(
      template,
      Object.fromEntries(Object.entries({ ...more, ...extra }).map(([k, v]) => [k, html ? escaped(v) : v])),
    );
    return filled === null ? [] : [filled];
  };
  if (0 < entry.one.length) {
    for (const phrase of draw.shuffle(entry.one)) {
      const filled = safe(phrase);
      if (0 < filled.length) return filled;
    }
    return [];
  }
  if (0 < entry.all.length) return entry.all.flatMap((line) => safe(line));
  const most = entry.count === null ? null : draw.between(entry.count[0], entry.count[1]);
  const items =
    entry.each === "others" ? facts.others(most ?? 6) : lists[entry.each ?? "titles"].slice(0, most ?? undefined);
  const as = draw.pick(entry.as);
  return items.flatMap((it, i) => safe(as, { it, n: String(i + 1) }));
}
