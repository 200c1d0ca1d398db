import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Draft, Patterns } from "@zongjie/document";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ran, traces, zongjie } from "../../../test/command.ts";

const OWN = [
  "春耕时节院里派车下乡巡诊不误农时，老乡们捧着热茶在村口等候，队员们顾不上歇脚就支起了桌椅",
  "入冬以后后勤班组连夜检修锅炉管道，老师傅带着徒弟一寸寸摸排，天亮时分病房里已是暖意融融",
  "新楼启用之后门诊分区挂牌一目了然，导诊台前少了问路的人，志愿者腾出手来陪着老人一起做检查",
];
const report = (i: number): string => `${["东岭", "西屏", "北渡"][i]}县医院202${i}年双拥工作总结
202${i}年，我院认真做好双拥工作，${OWN[i]}。现将有关情况总结如下。
一、加强组织领导
全年召开双拥专题会议${i + 3}次，发放宣传资料${i + 2}00份。${OWN[(i + 1) % 3]?.split("").reverse().join("")}。
二、抓好国防教育
全年举办国防教育讲座${i + 5}期，同比增长1${i}%。国防教育进科室，国防教育进病房。
三、关爱优抚对象
走访优抚对象${i + 20}户，为优抚对象减免费用${i + 2}万元。优抚对象优先就诊。
四、下一步打算
力争优抚对象体检率达到9${i}%。
`;
const BRIEF = `kind: 总结
topic: 双拥工作
unit: 望麓县人民医院
period: 2024年
figures:
  - { metric: 双拥专题会议, value: 4, unit: 次 }
  - { metric: 优抚对象体检率, value: 100, unit: "%", period: 2025年, target: true }
  - { metric: 读者, value: 3, unit: 人, section: 别处 }
`;

let folder = "";
const run = (...words: string[]): Ran => zongjie(words, { cwd: folder });
const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const get = (name: string): string => readFileSync(join(folder, name), "utf8");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zongjie-compose-"));
  mkdirSync(join(folder, "pages"));
  for (let i = 0; i < 3; i++) put(`pages/${i}.txt`, report(i));
  put("copy.txt", report(0));
  put("brief.yaml", BRIEF);
  run("run", "pages", "--out", "records.ndjson", "--keywords", "0");
  run("learn", "records.ndjson", "-o", "patterns.json");
  run("figures", "pages/0.txt", "--format", "csv", "--out", "figures.csv");
  run("figures", "pages/0.txt", "--format", "json", "--out", "figures.json");
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const validator = (name: string): ((value: unknown) => boolean) =>
  new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(run("schema", name).stdout) as object);

describe("learn", () => {
  it("writes patterns of the schema that it prints, the same from pages as from records", () => {
    const patterns = JSON.parse(get("patterns.json")) as Patterns;
    expect(validator("patterns")(patterns)).toBe(true);
    expect(patterns.sentences.map(({ text }) => text).join("\n")).toContain("走访{指标}{数}");
    const { stdout } = run("learn", "pages");
    expect((JSON.parse(stdout) as Patterns).sentences).toEqual(patterns.sentences);
    expect(get("patterns.json")).not.toMatch(/东岭|西屏|北渡|巡诊|锅炉/);
  });

  it("counts a copy once, and takes as much support as is asked for", () => {
    const copied = JSON.parse(run("learn", "pages", "copy.txt").stdout) as Patterns;
    expect([copied.documents, copied.distinct]).toEqual([4, 3]);
    expect((JSON.parse(run("learn", "pages", "--support", "4").stdout) as Patterns).sentences).toEqual([]);
    expect(run("learn", "pages", "--support", "0").status).toBe(2);
  });

  it("overwrites no page that it learns from", () => {
    const { status, stderr } = run("learn", "pages", "-o", "pages/0.txt");
    expect([status, get("pages/0.txt")]).toEqual([1, report(0)]);
    expect(stderr).toMatch(/pages\/0\.txt: is read as input/);
  });

  it("says when there is nothing to learn from", () => {
    const { status, stderr, stdout } = run("learn", "missing");
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/missing/);
    expect(traces(stderr)).toEqual([]);
  });
});

describe("patterns", () => {
  it("lists and counts", () => {
    expect(run("patterns", "show", "patterns.json").stdout).toMatch(/走访\{指标\}\{数\}.* 3 \(/);
    expect(run("patterns", "stats", "patterns.json").stdout).toMatch(/^ +3 {2}distinct documents$/m);
  });
  const wrong: readonly [string, string, RegExp][] = [
    ["no JSON", "{", /no JSON/],
    ["another record", '{"schema":"zongjie/page@1"}', /holds zongjie\/page@1/],
    ["a later version", '{"schema":"zongjie/patterns@2"}', /not zongjie\/patterns@1/],
    ["half a record", '{"schema":"zongjie/patterns@1"}', /documents/],
  ];
  it.each(wrong)("refuses %s", (_what, text, message) => {
    put("wrong.json", text);
    const { status, stderr } = run("patterns", "stats", "wrong.json");
    expect([status, traces(stderr)]).toEqual([1, []]);
    expect(stderr).toMatch(message);
  });
});

describe("compose --brief", () => {
  const compose = (...words: string[]): Ran =>
    run("compose", "--brief", "brief.yaml", "--patterns", "patterns.json", ...words);

  it("writes a draft, and names what stands nowhere", () => {
    const { status, stdout, stderr } = compose();
    expect(status).toBe(0);
    expect(stdout).toMatch(/^# 望麓县人民医院2024年双拥工作总结\n/);
    expect(stdout).toContain("双拥专题会议4次");
    expect(stderr).toContain("not placed: 读者 3人: no section 别处 in the draft");
    expect(stderr).toMatch(/longest run shared with one source alone|shares no run/);
    expect(stdout).not.toMatch(/\bs[0-9a-f]{8}\b|support/);
  });

  it("takes the form from the name of the file", () => {
    const forms: readonly [string, (text: string) => boolean][] = [
      ["draft.md", (text) => text.startsWith("# ")],
      ["draft.html", (text) => text.startsWith("<!doctype html>")],
      ["draft.json", (text) => validator("draft")(JSON.parse(text))],
      ["draft.docx", (text) => text.startsWith("PK")],
    ];
    for (const [name, fits] of forms) {
      expect(compose("-o", name).status, name).toBe(0);
      expect(fits(get(name)), name).toBe(true);
    }
    expect(compose("-o", "draft.pdf").status).toBe(2);
    expect(compose("--format", "docx").status).toBe(2);
  });

  it("gives an outline, variants, and says why", () => {
    expect(compose("--outline").stdout).toContain("> 可用的数据：双拥专题会议4次。");
    expect(compose("--variants", "2", "-o", "v.md").status).toBe(0);
    expect(get("v-1.md")).not.toBe(get("v-2.md"));
    expect(compose("--seed", "1").stdout).toBe(get("v-2.md"));
    expect(compose("--explain").stderr).toMatch(/heading: .* of 3 documents/);
  });

  it.each(["figures.csv", "figures.json", "records.ndjson"])("takes the figures of %s", (file) => {
    const { status, stderr } = compose("--figures", file, "-o", "figures-draft.json");
    expect([status, traces(stderr)]).toEqual([0, []]);
    const { figures } = JSON.parse(get("figures-draft.json")) as Draft;
    expect(figures.filter(({ origin }) => origin === "record").map(({ surface }) => surface)).toContain("200份");
  });

  it("names the lines that hold no figure and goes on", () => {
    put("mixed.csv", `${get("figures.csv")}only,three,cells\n`);
    put("brief-2020.yaml", BRIEF.replace("period: 2024年", "period: 2020年"));
    const words = ["--brief", "brief-2020.yaml", "--patterns", "patterns.json", "--figures", "mixed.csv"];
    const { status, stderr, stdout } = run("compose", ...words);
    expect(status).toBe(1);
    expect(stderr).toMatch(/mixed\.csv line \d+: /);
    expect(stdout).toContain("200份");
  });

  it.each(["figures.csv", "figures.json", "records.ndjson"])("tells no figure of %s as one of another year", (file) => {
    const { stdout, stderr } = compose("--figures", file);
    expect(stdout).toMatch(/2020年，[^。]*200份/);
    expect(stdout).not.toMatch(/优抚对象2\d户/);
    expect(stderr).toMatch(/20户: of 2020年, the brief is of 2024年/);
    expect(stderr.match(/figures are of .*东岭县医院.*; the brief is of 望麓县人民医院/g)).toHaveLength(1);
  });

  it("says that a file of figures holds none", () => {
    put("none.csv", "a,b\n");
    const { status, stderr } = compose("--figures", "none.csv");
    expect(status).toBe(1);
    expect(stderr).toContain("none.csv: holds no figure");
  });

  it("refuses a wrong brief with file, line and reason", () => {
    put("bad.yaml", "kind: 小说\n");
    const { status, stdout, stderr } = run("compose", "--brief", "bad.yaml");
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/bad\.yaml line 1: kind/);
    expect(run("compose", "--brief", "brief.yaml", "--topic", "双拥").status).toBe(2);
    expect(run("compose", "--brief", "missing.yaml").stderr).toMatch(/missing\.yaml: no such file/);
  });

  it("prints the schema of a brief", () => {
    const valid = validator("brief");
    const figure = { metric: "人数", value: "1.2万", unit: "人", comparison: "同比增长3%", target: true };
    expect(valid({ kind: "总结", period: 2024, figures: [figure], people: ["岳清和"] })).toBe(true);
    expect([valid({ kind: "小说" }), valid({ kind: "总结", topik: "双拥" })]).toEqual([false, false]);
  });

  it("keeps the old options: an outline from records", () => {
    const { status, stdout } = run("compose", "--topic", "双拥", "--from", "records.ndjson");
    expect(status).toBe(0);
    expect(stdout).toContain("> 先交代背景");
  });
});
