import { type Random, random } from "../corpus/random.ts";

/** A document of a generated collection. */
export interface GeneratedDocument {
  readonly id: string;
  readonly text: string;
}

/** Characters that words are made of. */
const CHARACTERS =
  "工作建设发展管理服务群众组织领导干部学习教育安全生产项目投资产业农村基层社区医疗卫生文化宣传监督检查落实推进完善机制制度责任考核目标任务重点难点问题措施改革创新提升质量效率环境生态治理保障民生就业培训技能人才队伍能力水平活动开展深入全面积极认真扎实有序稳步持续加强强化优化规范统筹协调配合支持帮助解决困难需求信息平台数据网络设施设备维护运行经费预算支出审计财务档案资料会议讨论研究决定部署要求标准流程";

/** What all reports say alike. */
const FORMULAS = [
  "现将一年来的工作情况汇报如下。",
  "一、基本情况",
  "二、主要做法",
  "三、存在的问题",
  "四、下一步打算",
  "在上级部门的正确领导和大力支持下，较好地完成了全年各项目标任务。",
  "虽然取得了一定的成绩，但与上级的要求和群众的期盼相比还有不小的差距。",
];

/** Shares of a document that its copies have rewritten. */
const EDITS = [0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5];

/** What a collection is made of. */
interface Vocabulary {
  readonly words: readonly string[];
  /** Long paragraphs that reports of many offices share. */
  readonly paragraphs: readonly string[];
}

/**
 * Documents of a generated collection, one after the other, the same for the same seed: half of them alone, the others in
 * families: whole copies, copies of which up to half of the sentences or words are other ones, templates with other
 * numbers. One of five shares a long paragraph with others.
 */
export function* generateDocuments(count: number, seed: string): Generator<GeneratedDocument> {
  const r = random(seed);
  const vocabulary = makeVocabulary(r);
  for (let i = 0; i < count; ) {
    const sentences = writeReport(r, vocabulary);
    const copies = r.chance(0.25) ? r.between(1, r.chance(0.05) ? 40 : 6) : 0;
    const template = r.chance(0.3);
    yield { id: `${seed}-${i++}`, text: sentences.join("\n") };
    for (let k = 0; k < copies && i < count; k++) {
      const copy = template ? otherNumbers(r, sentences) : edited(r, vocabulary, sentences, r.pick(EDITS));
      yield { id: `${seed}-${i++}`, text: copy.join("\n") };
    }
  }
}

function makeVocabulary(r: Random): Vocabulary {
  const words = Array.from({ length: 4000 }, () => r.pick([...CHARACTERS]) + r.pick([...CHARACTERS]));
  const bare: Vocabulary = { words, paragraphs: [] };
  const paragraphs = Array.from({ length: 40 }, () =>
    Array.from({ length: r.between(2, 5) }, () => writeSentence(r, bare)).join(""),
  );
  return { words, paragraphs };
}

/** Sentences and headings, 300 to 12,000 characters together. */
function writeReport(r: Random, vocabulary: Vocabulary): string[] {
  const size = Math.ceil(300 * 40 ** r.next());
  const out: string[] = [];
  let length = 0;
  while (length < size) {
    const next = r.chance(0.06) ? r.pick(FORMULAS) : writeSentence(r, vocabulary);
    out.push(next);
    length += next.length;
  }
  if (r.chance(0.2)) out.splice(r.between(0, out.length), 0, r.pick(vocabulary.paragraphs));
  return out;
}

function writeSentence(r: Random, vocabulary: Vocabulary): string {
  const parts: string[] = [];
  for (let clause = r.between(1, 4); 0 < clause; clause--) {
    for (let n = r.between(3, 7); 0 < n; n--) parts.push(writeWord(r, vocabulary));
    if (r.chance(0.3)) parts.push(`${r.between(2, 9800)}${r.pick(["人次", "万元", "%", "个", "户"])}`);
    parts.push(clause === 1 ? "。" : "，");
  }
  return parts.join("");
}

/** Few words stand often and many seldom, as they do in reports. */
function writeWord(r: Random, { words }: Vocabulary): string {
  return words[Math.floor(words.length * r.next() ** 2)] as string;
}

function otherNumbers(r: Random, sentences: readonly string[]): string[] {
  return sentences.map((sentence) => sentence.replace(/\d+/g, (number) => String(r.between(1, 10 ** number.length))));
}

/** Other sentences in the place of some, or other words all over. */
function edited(r: Random, vocabulary: Vocabulary, sentences: readonly string[], share: number): string[] {
  if (r.chance(0.5)) return sentences.map((sentence) => (r.chance(share) ? writeSentence(r, vocabulary) : sentence));
  return sentences.map((sentence) =>
    sentence.replace(/\p{Script=Han}{2}/gu, (word) => (r.chance(share / 3) ? writeWord(r, vocabulary) : word)),
  );
}
