/** How much of a long line's head and tail is looked at: what gives a line away stands at its ends. */
const HEAD = 60;
const TAIL = 30;

/**
 * What stands for a class of strings in a normalised line; capitals, as everything else is lower case. Last, signs of which
 * a string of the class has one: a line without them needs no search.
 */
const CLASSES: readonly (readonly [pattern: RegExp, name: string, signs: readonly string[]])[] = [
  [/[\w.+-]{1,40}@[\w-]{1,40}\.[\w.]{1,30}/g, "M", ["@"]],
  [
    /(?:https?:\/\/|www\.)[\w./?=&%#~:+-]*|(?<![\w.])(?:\w[\w-]{0,30}\.){1,4}(?:com|cn|net|org|gov|edu|example|html?)(?![a-z])/g,
    "U",
    [".", ":"],
  ],
  [/(?<!\d)(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}(?!\d)/g, "D", ["-", "/", "."]],
  [/(?<!\d)(?:19|20)[\dx_*]{2} ?年 ?[\dx_*]{1,2} ?月(?: ?[\dx_*]{1,2} ?日)?/g, "Y", ["年"]],
  [/(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?!\d)/g, "T", [":"]],
  [/(?<!\d)(?:0\d{2,3}[- ]\d{7,8}|1\d{10}|[48]00[- ]?\d{3}[- ]?\d{3,4})(?!\d)/g, "P", []],
  [/(?<![\d.])\d{1,9}(?:\.\d{1,3})? ?[kmg]b?(?![a-z])/g, "S", ["k", "m", "g"]],
  [/(?<!\d)\d{5,}/g, "N", []],
  [/\d+/g, "0", []],
];

/**
 * A line as the noise model reads it: one width, one case, single blanks, and classes for what has many values.
 * `发布时间：2023-05-06 09:11  浏览：302` → `发布时间:D T 浏览:0`.
 */
export function normalLine(text: string): string {
  const short = text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)}…${text.slice(-TAIL)}`;
  let line = short.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  if (/^\d{1,4}$/.test(line)) return "0";
  if (/[\d@]|www|http|\.[a-z]/.test(line))
    for (const [pattern, name, signs] of CLASSES)
      if (signs.length === 0 || signs.some((sign) => line.includes(sign))) line = line.replace(pattern, name);
  return line;
}
