import type { Entity } from "@zongjie/document";
import { entityWords } from "@zongjie/lexicon";

/** Documents and laws between book-title marks, 《传染病防治法》, with a document number that follows: 〔2021〕17号. */
export function findTitles(text: string): Entity[] {
  const out: Entity[] = [];
  for (let start = text.indexOf("《"); start !== -1; start = text.indexOf("《", start + 1)) {
    const end = closing(text, start);
    if (end === -1) continue;
    const surface = text.slice(start, end);
    const name = surface.slice(1, -1).trim();
    if (name === "") continue;
    out.push({ type: isLaw(name) ? "law" : "document", surface, start, end, value: name });
    start = end - 1;
  }
  return out;
}

/** Longest name between book-title marks: an opening mark that is never closed must not swallow the text. */
const LONGEST = 90;

/** The end of a name that may hold another one: 《〈条例〉实施细则》, 《转发《意见》的通知》. */
function closing(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < Math.min(text.length, start + LONGEST); i++) {
    const sign = text.charAt(i);
    if (sign === "\n") return -1;
    if (sign === "《") depth++;
    else if (sign === "》" && --depth === 0) return i + 1;
  }
  return -1;
}

function isLaw(name: string): boolean {
  const plain = name.replace(/[（(][^（()）]*[)）]$/u, "");
  if (/(?:办法|方法|做法|意见|通知)$/u.test(plain)) return false;
  return entityWords().law.some((end) => plain.endsWith(end));
}

const NUMBERED = /[\u4e00-\u9fff]{2,8}[〔【[（(](?:19|20)[0-9]{2}[〕】\])）][0-9]{1,4}号/gu;

/** Document numbers: 岚办发〔2019〕17号. */
export function findNumbers(text: string): Entity[] {
  const { boundary } = entityWords();
  return [...text.matchAll(NUMBERED)].map((match) => {
    // 认真贯彻|柳政办发… — the run of Han characters may begin with words of the sentence
    const name = match[0].slice(0, match[0].search(/[〔【[（(]/) - 2);
    const ends = boundary.filter((word) => 1 < word.length && name.includes(word));
    const lead = Math.max(0, ...ends.map((word) => name.lastIndexOf(word) + word.length));
    const surface = match[0].slice(lead);
    const start = match.index + lead;
    return { type: "document", surface, start, end: start + surface.length, value: surface.normalize("NFKC") };
  });
}
