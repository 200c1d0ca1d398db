import { phrases } from "./phrases.ts";

/** Longest phrase that is read as a metric, in UTF-16 units. */
const LONGEST = 40;

const EDGE = /[\s，,。；;：:、！？!?（）()“”"‘’'《》〈〉「」|｜·…~～—≥≤<>＜＞≧≦¥￥-]/;

/**
 * The name of what is measured in the words before a numeral: "" where none is left.
 *
 *     截至目前全区|医务人员|
 *     共查处聘用|非卫生技术人员|
 *     农民参合率|分别达到了|
 */
export function nameBefore(words: string): string {
  const whole = cutRight(words.slice(-LONGEST * 2).replace(ARTICLE, ""));
  if (whole === "") return "";
  const name = cutRight(cutLeft(afterVerb(cutLeft(afterList(whole)))));
  return isScope(name) ? "" : name.slice(-LONGEST);
}

/** 第四条　总值班人员: the number of an article is no name. */
const ARTICLE = /^[\s\S]*第[一二三四五六七八九十百]{1,4}条[\s\u3000]*/;

/** 全市, 其余, 较上年: says where, which or against what, but not what. */
function isScope(name: string): boolean {
  if (/^(?:较|比(?!例|重|率|赛|值|亚))(?!大|多|好|重)/.test(name)) return true;
  return phrases().leaders.from(name, 0) === name.length && !/^(?:其他|[省市县区镇]级)$/.test(name);
}

/** The noun at the end of a list: 采购、外包等|制度, 思想好、业务精的|人员, “八苗”|基础免疫接种率, 《|监督栏|》. */
function afterList(words: string): string {
  const comma = words.lastIndexOf("、");
  if (words.endsWith("》")) return words.slice(words.lastIndexOf("《") + 1, -1);
  const quote = words.lastIndexOf("”");
  if (comma < quote && quote !== -1 && 4 < words.length - quote) return words.slice(quote + 1);
  const such = words.lastIndexOf("等");
  if (comma !== -1 && comma < such && such + 2 < words.length && !/^[级候]/.test(words.slice(such + 1)))
    return words.slice(such + 1);
  const of = words.lastIndexOf("的");
  if (comma !== -1 && comma < of && of + 2 < words.length && phrases().qualities.test(words.slice(0, of)))
    return words.slice(of + 1);
  return words;
}

/** Cuts linking words and signs off the right: 参合率|分别达到. */
export function cutRight(words: string): string {
  const { linkers } = phrases();
  let end = words.length;
  for (;;) {
    if (0 < end && EDGE.test(words[end - 1] as string) && !/[）)”"》]/.test(words[end - 1] as string)) {
      end--;
      continue;
    }
    const size = linkers.before(words, end);
    // 药占比, 生师比 are names
    if (size === 0 || (words[end - 1] === "比" && /[占之师生入差性]/.test(words[end - 2] ?? "")))
      return words.slice(0, end);
    end -= size;
  }
}

/** Cuts adverbs, scopes and signs off the left: 其中|全市|新增床位. */
export function cutLeft(words: string): string {
  const { leaders, whole } = phrases();
  let start = 0;
  while (start < words.length) {
    if (EDGE.test(words[start] as string) && !/[“"《]/.test(words[start] as string)) {
      start++;
      continue;
    }
    const size = leaders.from(words, start);
    if (whole.from(words, start) !== 0 && size <= whole.from(words, start)) break;
    if (size === 0 || words.length - start - size < 2) break;
    start += size;
  }
  return words.slice(start);
}

/** What stands behind the last verb that brings a thing: 组织发放|宣传资料. The whole where nothing is left behind it. */
function afterVerb(words: string): string {
  const { verbs, nouns, abstract } = phrases();
  let short = "";
  for (let end = words.length - 2; 0 < end; end--) {
    for (let size = Math.min(4, end); 0 < size; size--) {
      if (!verbs.has(words.slice(end - size, end))) continue;
      if (size === 1 && end !== 1) continue;
      if (startsNoun(words, end - size, nouns)) break;
      const thing = words.slice(end).replace(/^(?:了|过|出|到|各类|各种|各项|各级|的)+/, "");
      if (thing.length < 2 || /^(?:[、和与及率量额费]|数量|工作$|活动$)/.test(thing)) continue;
      if (2 < thing.length && !abstract.test(thing)) return thing;
      // 城镇|新增|就业: a short noun says too little without what stands before the verb
      if (end - size < 2) return short === "" ? thing : short;
      if (short === "") short = thing;
    }
  }
  return short === "" || words.length <= WHOLE ? words : short;
}

/** Longest name that is left whole for the sake of a short noun at its end. */
const WHOLE = 16;

function startsNoun(words: string, start: number, nouns: ReadonlySet<string>): boolean {
  for (let from = Math.max(0, start - 2); from <= start; from++)
    for (let size = 2; size <= 5; size++)
      if (start < from + size && nouns.has(words.slice(from, from + size))) return true;
  return false;
}

/**
 * The name of what is counted in the words behind a classifier: `医疗队奔赴灾区` gives 医疗队.
 * `end` offsets count from the beginning of the words, which the caller has cut at the next figure.
 */
export function nameBehind(words: string): string {
  const text = words.startsWith("的") ? words.slice(1) : words;
  const list = afterQualities(text);
  const end = nounEnd(list);
  const name = list.slice(0, end);
  if (list[end] === "的" && 0 < end && describes(name)) return nameBehind(list.slice(end + 1));
  return name.trim();
}

/** 思想好、业务精的|医生: a list of qualities ends with 的. */
function afterQualities(words: string): string {
  const { qualities } = phrases();
  const comma = words.indexOf("、");
  const of = words.indexOf("的", comma + 1);
  if (comma === -1 || of === -1 || LONGEST < of || /[，,。；;：:]/.test(words.slice(0, of))) return words;
  return qualities.test(words.slice(0, comma)) || qualities.test(words.slice(0, of)) ? words.slice(of + 1) : words;
}

function nounEnd(words: string): number {
  let at = 0;
  for (; at < words.length && at < LONGEST; at++) {
    const c = words[at] as string;
    if (c === "(" || c === "（") {
      const close = /^[(（][市区县镇乡街道社区次、]{1,6}[)）]/.exec(words.slice(at, at + 9));
      if (close === null) return at;
      at += close[0].length - 1;
      continue;
    }
    if (EDGE.test(c) && !(at === 0 && /[“"《]/.test(c)) && !/[”"》]/.test(c)) return at;
    if (0 < at && isStop(words, at)) return at;
    if (1 < at && isDeed(words, at)) return at;
  }
  return at;
}

/** 三十家合作社|建起冷库: a verb behind the noun, with more behind it than the end of a longer noun (老旧小区|改造项目). */
function isDeed(words: string, at: number): boolean {
  const { verbs, nouns } = phrases();
  for (let size = 4; 1 < size; size--)
    if (verbs.has(words.slice(at, at + size)))
      return (
        2 < words.length - at - size &&
        !startsNoun(words, at, nouns) &&
        !/^(?:率|点|站|类|项目|工程|设备|设施|资金|中心|任务|工作|活动|经费|标准|制度|方案|机制|费|金|品|业)/.test(
          words.slice(at + size),
        )
      );
  return false;
}

/**
 * Whether a word that is no part of a thing begins at an offset: 31支医疗队|奔赴. A stop word of one character ends a noun only where the character is no part of a
 * longer word.
 */
export function isStop(words: string, at: number): boolean {
  const size = phrases().stops.from(words, at);
  if (size === 0) return false;
  if (1 < size)
    return !/^(?:率|点|站|队|室|员|者|证|费|款|金|组|面积|中心|项目|工程|体系|设施|场所|班|栏|所|台账|基地|机构|协议|方案|制度)/.test(
      words.slice(at + size),
    );
  return (
    !/^(?:中(?:心|医|学|小|药|国|介|型|职|层|央)|上(?:级|门|网)|下(?:属|辖|沉|岗)|内(?:容|科|部)|外(?:科|来|籍|部|资)|时(?:间|段)|前(?:沿)|后(?:备|勤|台)|全(?:国|省|市|县|科|民|日)|其(?:他|它)|有(?:关|效|线|机)|应(?:急|用|届|对|聘|征)|向(?:导)|是(?:非)|比(?:赛)|对(?:象|口)|以(?:上|下|内)|经(?:济|营|费|验)|按(?:揭|键)|分别|等(?:级|候)|到(?:期)|因(?:素)|在(?:线|校|职|建|册|岗|编|读)|未(?:成年|来)|不(?:良|合格|稳定|动产)|正(?:式|科|规|高)|我|同(?:志)|跟|该|此|每|公共|共(?:产|享|青)|为民|让|被(?:子|服|告|害人|单|褥))/.test(
      words.slice(at, at + 4),
    ) || /^[的和与及或]/.test(words.slice(at, at + 1))
  );
}

/** 新建的|卫生院, 从高校来的|医生: a clause in front of 的 describes what comes. */
function describes(words: string): boolean {
  return (
    /^(?:新|从|来自|参加|叫得|获|具有|具备|符合|达到|在|有|无|经|未|被|受|已|正在|价值|总价|涉及|长期|身患|面积|高|优|贫困|困难)/.test(
      words,
    ) || /(?:高|强|好|精|大|多|突出|优秀|过硬|困难|严重|不足|以上|以下|左右)$/.test(words)
  );
}
