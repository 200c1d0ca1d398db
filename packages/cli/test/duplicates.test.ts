import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { duplicatesSchema } from "@zongjie/document/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ran, zongjie } from "../../../test/command.ts";

const SHARED =
  "各村要压实属地责任，逐户开展拉网式排查，建立问题、责任、整改三张清单，明确责任人和完成时限，实行销号管理，对整改不力的单位在全镇大会上通报批评，并取消年度评优资格，年底前由镇纪委牵头完成验收。";

/** A report with sentences of its own. */
function report(task: string, extra = ""): string {
  const sentences = [3, 5, 8, 13, 21, 34].map(
    (n) => `${task}方面先后召开会议${n}次，投入资金${7 * n}万元，完成${task}任务${11 * n}处，惠及群众${20 * n}户。`,
  );
  return `东岭乡2023年${task}工作总结\n一年来，我乡把${task}列入重点，现将有关情况总结如下。\n${sentences.join("\n")}\n${extra}\n`;
}

const OTHER = `西岭镇2022年安全生产工作总结
2022年，全镇安全生产形势总体平稳，没有发生较大以上事故，现将工作总结如下。
镇党委每季度听取一次汇报，班子成员带队检查企业46家，查出隐患118条，已经整改117条，剩下的一条挂牌督办。
邀请消防大队到学校、工地、商场讲课9场，组织疏散演练14次，发放手册3000册，职工的自救能力明显增强。
明年将把重心放在小作坊和出租屋，充实网格员队伍，添置巡查设备，让隐患早发现、早处理。`;

const MOTTO = "一座城 一个家";
const TASKS = ["造林绿化", "河道清淤", "医保征缴", "道路养护", "校舍维修"];

let folder = "";
const run = (...words: string[]): Ran => zongjie(words, { cwd: folder });
const lines = (text: string): unknown[] =>
  text
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zongjie-duplicates-"));
  mkdirSync(join(folder, "pages"));
  mkdirSync(join(folder, "site"));
  const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  put("pages/a.txt", report("造林绿化"));
  put("pages/b.txt", report("河道清淤", SHARED));
  put("pages/c.txt", report("造林绿化").replaceAll("，", ","));
  put("pages/d.txt", `${OTHER}\n${SHARED}\n`);
  for (const [i, task] of TASKS.entries()) put(`site/${i}.txt`, `${report(task)}${MOTTO}\n`);
  run("run", "pages", "--out", "records.ndjson", "--keywords", "0");
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("zongjie duplicates", () => {
  it("writes a family a line, the same from pages and from their records", () => {
    const before = readFileSync(join(folder, "records.ndjson"), "utf8");
    const { status, stderr } = run("duplicates", "records.ndjson", "-o", "duplicates.ndjson");
    expect([status, stderr]).toEqual([
      0,
      "zongjie: 4 documents, 1 of them copies: 1 families of the same text, 0 of nearly the same; 1 passages in common\n",
    ]);
    const written = readFileSync(join(folder, "duplicates.ndjson"), "utf8");
    const families = lines(written).map((line) => duplicatesSchema.parse(line));
    expect(families).toMatchObject([
      { type: "exact", members: [{ uri: "pages/a.txt" }, { uri: "pages/c.txt" }], pairs: [[0, 1, 1]] },
      { type: "passage", members: [{ uri: "pages/b.txt" }, { uri: "pages/d.txt" }], opening: SHARED.slice(0, 40) },
    ]);
    expect(run("duplicates", "pages").stdout).toBe(written);
    expect(readFileSync(join(folder, "records.ndjson"), "utf8")).toBe(before);
  });

  it("shows them as a table", () => {
    expect(run("duplicates", "pages", "--no-passages", "--format", "table").stdout).toBe(
      [
        "exact 1.000  东岭乡2023年造林绿化工作总结 一年来，我乡把造林绿化列入重点，现将有关情况总",
        "   1.000  -  pages/a.txt  东岭乡2023年造林绿化工作总结",
        "   1.000  -  pages/c.txt  东岭乡2023年造林绿化工作总结",
        "",
      ].join("\n"),
    );
  });

  it("leaves nothing behind and names what it cannot read", () => {
    const left = (): string[] => readdirSync(tmpdir()).filter((name) => /^zongjie-[A-Za-z0-9]{6}$/.test(name));
    const before = left();
    expect(run("duplicates", "pages/a.txt", "missing.txt")).toMatchObject({ status: 1, stdout: "" });
    expect(left()).toEqual(before);
  });
});

describe("--site-boilerplate", () => {
  it("takes out what the pages of a folder say alike, under a rule of its own", () => {
    const { stdout, stderr, status } = run("run", "site", "--site-boilerplate", "--keywords", "0");
    expect([status, stderr]).toEqual([0, "zongjie: 1 lines stand on many pages of 1 sites\n"]);
    for (const record of lines(stdout) as { ledger: { rule: string }[]; documents: { text: string }[] }[]) {
      expect(record.ledger.filter(({ rule }) => rule === "site.repeated-line")).toHaveLength(1);
      expect(record.documents.map(({ text }) => text.includes(MOTTO))).toEqual([false]);
    }
    expect(run("clean", "site", "--site-boilerplate").stdout).not.toContain(MOTTO);
    expect(run("clean", "site").stdout).toContain(MOTTO);
  });

  it("cannot read stdin twice", () => {
    expect(run("run", "-", "--site-boilerplate")).toMatchObject({ status: 1, stdout: "" });
  });
});
