import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { filesIn } from "./half.ts";
import { parseDocument, type SourceDocument } from "./source.ts";
import type { Kind } from "./vocabulary.ts";

/** What the names of the files in `collection` stand for: `shuangyong-zongjie-01.txt`. */
const FIELDS: Readonly<Record<string, string>> = {
  shuangyong: "双拥",
  weisheng: "卫生",
  jiaoyu: "教育",
  shuiwu: "税务",
  gongan: "公安",
  shequ: "社区",
  nongye: "农业农村",
  caizheng: "财政",
  shengtai: "生态环境",
  huanjing: "生态环境",
  anquan: "安全生产",
  yiyuan: "医院管理",
  xuexiao: "学校",
  xiangzhen: "乡镇干部",
  geren: "个人",
};
const KINDS: Readonly<Record<string, Kind>> = {
  zongjie: "总结",
  jihua: "计划",
  huibao: "汇报",
  fangan: "方案",
  shuzhi: "述职",
};

/** A line that is nothing but a heading: 一、基本情况, （二）抓队伍，强素质. */
const HEADING = /^(?:([一二三四五六七八九十]{1,3}、)|[（(][一二三四五六七八九十]{1,3}[）)])[^。；;：:]{2,40}$/;

/** The plain reports of `collection`, told apart into title, headings and paragraphs; throws an Error that names the file. */
export function readReports(root: string): SourceDocument[] {
  return filesIn(join(root, "collection"), ".txt").map(readReport);
}

function readReport(path: string): SourceDocument {
  const id = basename(path, ".txt");
  const [field = "", kind = ""] = id.split("-");
  if (FIELDS[field] === undefined || KINDS[kind] === undefined)
    throw new Error(`${path}: the name does not say field and kind`);
  const [title = "", ...lines] = readFileSync(path, "utf8")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const signed = lines.findLastIndex((line) => /[。：:]$/.test(line));
  const blocks = lines.map((line, i) => {
    const heading = HEADING.exec(line);
    if (signed < i) return `> ${line}`;
    return heading === null ? line : `${heading[1] === undefined ? "###" : "##"} ${line} {其他}`;
  });
  const front = ["---", `id: ${id}`, `kind: ${KINDS[kind]}`, `field: ${FIELDS[field]}`, "complete: false", "---"];
  return parseDocument([...front, `# ${title}`, ...blocks].join("\n"), path);
}
