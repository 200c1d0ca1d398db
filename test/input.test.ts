import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PageRecord } from "@zongjie/document";
import { Ajv2020 } from "ajv/dist/2020.js";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { interrupted, type Ran, records, traces, zongjie } from "./command.ts";

const PAGES = fileURLToPath(new URL("../corpus/dev/pages", import.meta.url));
const ROOT_USER = process.getuid?.() === 0;

const TEXT =
  "枫溪县卫生院2023年工作总结\n一、基本情况\n全年门诊48.5万人次，同比增长3.2%。全院干部职工认真落实各项工作要求，扎实推进各项任务，取得了明显成效。\n二、主要做法\n下乡义诊36次，接诊1950人次，群众满意度达到98.5%。\n";
const TRADITIONAL =
  "楓溪縣衛生院工作總結\n一、基本情況\n全年門診48.5萬人次，同比增長3.2%。全院幹部職工認真落實各項工作要求，取得了明顯成效。\n";
const PROSE =
  "一年来，全院干部职工团结一心，认真落实各项工作要求，扎实推进健康乡村建设，全年门诊48.5万人次，同比增长3.2%，群众满意度进一步提高；";
const HTML = (body: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from('<html><head><meta charset="utf-8"></head><body><div>'),
    Buffer.from(body),
    Buffer.from("</div></body></html>"),
  ]);
const PARAGRAPHS = TEXT.split("\n")
  .map((line) => `<p>${line}</p>`)
  .join("");

let folder = "";
const run = (...words: string[]): Ran => zongjie(words, { cwd: folder });
const put = (name: string, bytes: string | Uint8Array): void => writeFileSync(join(folder, name), bytes);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zongjie-input-"));
  put("page.txt", TEXT);
});
afterAll(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});

describe("inputs with nothing to read: a record with an issue, named on stderr, status 1", () => {
  it.each([
    ["an empty file", "empty.txt", Buffer.alloc(0), "input.empty"],
    ["blanks", "blank.txt", Buffer.from(" \n\n\t\r\n"), "input.empty"],
    [
      "a picture",
      "picture.txt",
      Buffer.from("89504e470d0a1a0a0000000d4948445200000001000000010806000000", "hex"),
      "input.binary",
    ],
    ["a RAR archive", "archive.txt", Buffer.from(`52617221${"00ff17".repeat(400)}`, "hex"), "input.binary"],
  ])("%s", (_what, name, bytes, code) => {
    put(name, bytes);
    const { status, stdout, stderr } = run("run", name);
    const [record, ...others] = records<PageRecord>(stdout);
    expect(status).toBe(1);
    expect(others).toEqual([]);
    expect(record?.documents).toEqual([]);
    expect(record?.issues.map((issue) => issue.code)).toContain(code);
    expect(stderr).toContain(name);
    expect(traces(stderr)).toEqual([]);
  });
});

describe("inputs that are not there: no record, named on stderr, status 1; the others are read", () => {
  it.each([
    ["a missing file", "missing.txt", () => undefined],
    ["a folder without pages", "pictures", () => mkdirSync(join(folder, "pictures"))],
    ["a file where a folder should be", "page.txt/inner.txt", () => undefined],
  ])("%s", (_what, name, prepare) => {
    prepare();
    const { status, stdout, stderr } = run("run", name, "page.txt");
    expect(status).toBe(1);
    expect(records<PageRecord>(stdout).map((record) => record.source.uri)).toEqual(["page.txt"]);
    expect(stderr).toContain(name);
    expect(traces(stderr)).toEqual([]);
  });

  it.skipIf(ROOT_USER || process.platform === "win32")("a file that may not be read", () => {
    put("locked.txt", TEXT);
    chmodSync(join(folder, "locked.txt"), 0);
    const { status, stdout, stderr } = run("run", "locked.txt", "page.txt");
    expect(status).toBe(1);
    expect(records<PageRecord>(stdout)).toHaveLength(1);
    expect(stderr).toContain("locked.txt");
    expect(traces(stderr)).toEqual([]);
  });

  it("an output that cannot be written", () => {
    const { status, stdout, stderr } = run("run", "page.txt", "--out", "no/such/folder.ndjson");
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("folder.ndjson");
    expect(traces(stderr)).toEqual([]);
  });
});

describe("inputs that are odd but readable: their figures are found", () => {
  it.each([
    ["NUL bytes", "nul.txt", Buffer.from(TEXT.replace("门诊", "门\0诊")), "utf-8"],
    [
      "broken UTF-8",
      "broken.txt",
      Buffer.concat([Buffer.from(TEXT), Buffer.from([0xff, 0xe5, 0xa4, 0x0a]), Buffer.from(TEXT)]),
      "utf-8",
    ],
    ["a byte-order mark", "bom.txt", Buffer.from(`\ufeff${TEXT}`), "utf-8"],
    ["GBK", "gbk.txt", iconv.encode(TEXT, "gbk"), "gbk"],
    ["Big5", "big5.txt", iconv.encode(TRADITIONAL, "big5"), "big5"],
    ["UTF-16 little end first", "le.txt", iconv.encode(TEXT, "utf-16le", { addBOM: true }), "utf-16le"],
    ["UTF-16 big end first", "be.txt", iconv.encode(TEXT, "utf-16be", { addBOM: true }), "utf-16be"],
    ["a charset that lies", "lying.html", HTML(iconv.encode(PARAGRAPHS, "gbk")), "gbk"],
    ["carriage returns", "mac.txt", Buffer.from(TEXT.replaceAll("\n", "\r")), "utf-8"],
    [
      "tags that never end",
      "open.html",
      HTML(
        TEXT.split("\n")
          .map((line) => `<p><b>${line}`)
          .join(""),
      ),
      "utf-8",
    ],
    [
      "100,000 nested elements",
      "nested.html",
      HTML("<div>".repeat(100_000) + PARAGRAPHS + "</div>".repeat(100_000)),
      "utf-8",
    ],
    [
      "20 MB in one line",
      "line.txt",
      Buffer.from(PROSE.repeat(Math.ceil(20_000_000 / Buffer.byteLength(PROSE)))),
      "utf-8",
    ],
  ])(
    "%s",
    (_what, name, bytes, encoding) => {
      put(name, bytes);
      const { status, stdout, stderr } = run("run", name, "--keywords", "0");
      expect({ status, traces: traces(stderr) }).toEqual({ status: 0, traces: [] });
      const [record] = records<PageRecord>(stdout);
      expect(record?.source.encoding).toBe(encoding);
      expect(record?.documents.flatMap((d) => d.figures.map((f) => f.value))).toContain(485000);
    },
    240_000,
  );
});

describe("wrong usage: status 2 and a hint, nothing on stdout", () => {
  it.each([
    ["no command", []],
    ["an unknown command", ["sing"]],
    ["no input", ["run"]],
    ["an unknown option", ["run", "page.txt", "--loud"]],
    ["a choice that is none", ["run", "page.txt", "--ledger", "some"]],
    ["a number that is none", ["run", "page.txt", "--keywords", "-3"]],
    ["--resume without --out", ["run", "page.txt", "--resume"]],
    ["a schema that is none", ["schema", "figure"]],
    ["a kind that is none", ["compose", "--kind", "小说"]],
    ["explain without a place", ["explain", "page.txt"]],
  ])("%s", (_what, words) => {
    const { status, stdout, stderr } = run(...words);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/--help|Usage/);
    expect(traces(stderr)).toEqual([]);
  });
});

describe("help", () => {
  const commands = ["run", "clean", "outline", "grep", "figures", "compose", "explain", "verify", "schema"];
  it.each([[], ...commands.map((name) => [name])])("%s --help", (...words) => {
    const { status, stdout, stderr } = run(...words, "--help");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Usage: zongjie");
    expect(stdout).toContain("xample");
  });
  it("names every command", () => {
    const { stdout } = run("--help");
    expect(commands.filter((name) => !new RegExp(`^ {2}${name} `, "m").test(stdout))).toEqual([]);
  });
});

describe("run", () => {
  it("writes records of the schema that it prints", () => {
    const schema = JSON.parse(run("schema", "page").stdout) as object;
    const validate = new Ajv2020({ strict: true }).compile(schema);
    const [record] = records<PageRecord>(run("run", "page.txt").stdout);
    expect(validate(record)).toBe(true);
    expect(validate({ ...record, documents: [{}] })).toBe(false);
  });
  it("reads one page on stdin", () => {
    const { status, stdout } = zongjie(["run", "-"], { input: TEXT, cwd: folder });
    expect(status).toBe(0);
    expect(records<PageRecord>(stdout)[0]?.documents[0]?.title).toBe("枫溪县卫生院2023年工作总结");
  });
  it("writes to a file what it would write to stdout", () => {
    const { stdout } = run("run", "page.txt", "--out", "page.ndjson");
    expect(stdout).toBe("");
    expect(readFileSync(join(folder, "page.ndjson"), "utf8")).toBe(run("run", "page.txt").stdout);
  });
  it("ends quietly when its reader has enough", async () => {
    const { status, stderr } = await interrupted(["run", PAGES, "--keywords", "0"], folder, (written) =>
      0 < written ? "close" : null,
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });
  it("goes on where it was killed, to the same bytes", async () => {
    mkdirSync(join(folder, "many"));
    for (const name of readdirSync(PAGES).sort().slice(0, 30))
      copyFileSync(join(PAGES, name), join(folder, "many", name));
    const words = (out: string): string[] => ["run", "many", "--out", out, "--resume", "--keywords", "0"];
    const state = join(folder, "killed.ndjson.state");
    const steps = (): number => (existsSync(state) ? readFileSync(state, "utf8").split("\n").length - 2 : 0);
    await interrupted(words("killed.ndjson"), folder, () => (5 <= steps() ? "kill" : null));
    expect(existsSync(join(folder, "killed.ndjson"))).toBe(false);
    expect(steps()).toBeGreaterThanOrEqual(5);
    expect(run(...words("killed.ndjson")).status).toBe(0);
    expect(run(...words("whole.ndjson")).status).toBe(0);
    expect(readFileSync(join(folder, "killed.ndjson"))).toEqual(readFileSync(join(folder, "whole.ndjson")));
    expect(readdirSync(folder).filter((name) => /\.(?:part|state)$/.test(name))).toEqual([]);
  });
});

describe("clean", () => {
  it.each([
    ["text", /^枫溪县卫生院2023年工作总结\n一、基本情况\n/],
    ["md", /^# 枫溪县卫生院2023年工作总结\n\n## 一、基本情况\n\n/],
    ["json", /^\{"uri":"page\.txt","id":"[0-9a-f]{16}#0","title":"枫溪县卫生院2023年工作总结","kind":"总结"/],
  ])("--format %s", (format, beginning) => {
    const { status, stdout, stderr } = run("clean", "page.txt", "--format", format);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(beginning);
    expect(stdout.endsWith("\n")).toBe(true);
  });
});

describe("figures", () => {
  const ask = (input: string): Ran => zongjie(["figures"], { input, cwd: folder });
  it("gives offsets in the given text, a line a line", () => {
    const { status, stdout } = ask('{"id":"a","text":"门诊48.5万人次"}\n{"id":2,"text":"没有数字"}\n');
    const [one, two] = records<{ id: unknown; figures: { surface: string; start: number; value: number }[] }>(stdout);
    expect(status).toBe(0);
    expect(one).toMatchObject({ id: "a", figures: [{ surface: "48.5万人次", start: 2, value: 485000 }] });
    expect(two).toEqual({ id: 2, figures: [] });
  });
  it("takes a lone surrogate as a character", () => {
    const { status, stdout, stderr } = ask('{"id":1,"text":"门诊\\ud800 48.5万人次"}\n');
    expect([status, stderr]).toEqual([0, ""]);
    expect(records<{ figures: { start: number }[] }>(stdout)[0]?.figures[0]?.start).toBe(4);
  });
  it.each([
    ["no JSON", "门诊3次"],
    ["no text", '{"id":1}'],
    ["a list", "[1]"],
    ["a number", "7"],
    ["null", "null"],
  ])("names a line with %s and goes on", (_what, line) => {
    const { status, stdout, stderr } = ask(`${line}\n{"id":1,"text":"3次"}\n`);
    expect(status).toBe(1);
    expect(records(stdout)).toHaveLength(1);
    expect(stderr).toContain("line 1");
    expect(traces(stderr)).toEqual([]);
  });
  it("writes a table whose cells no spreadsheet runs", () => {
    put("formula.txt", "=SUM(A1)枫溪县工作总结\n一、=1+1办学情况\n-招生36人，+1名教师到岗，@全体师生共1950人。\n");
    const { status, stdout } = run("figures", "formula.txt", "--format", "csv", "--bom");
    const cells = stdout
      .replace("\ufeff", "")
      .split("\r\n")
      .slice(1)
      .flatMap((row) => row.split(","));
    expect(status).toBe(0);
    expect(stdout.startsWith("\ufeffdocument,")).toBe(true);
    expect(cells.length).toBeGreaterThan(20);
    expect(cells.filter((cell) => /^"?[=+@\t]|^"?-(?!\d+(?:\.\d+)?$)/.test(cell))).toEqual([]);
  });
});

describe("explain", () => {
  it("tells of an offset what was taken out and by which rule", () => {
    put("menu.txt", `首页 > 范文大全 > 正文\n${TEXT}`);
    const { status, stdout } = run("explain", "menu.txt", "0");
    expect(status).toBe(0);
    expect(stdout).toMatch(/taken out[\s\S]*stage boilerplate, rule \S+, reason breadcrumb/);
  });
  it("tells of a phrase where it stands", () => {
    const { status, stdout } = run("explain", "page.txt", "48.5万人次", "--json");
    expect(status).toBe(0);
    expect(records(stdout)).toMatchObject([{ entries: [], figures: [{ surface: "48.5万人次", value: 485000 }] }]);
  });
  it.each([
    ["a phrase that is not there", "水利"],
    ["an offset behind the end", "99999"],
  ])("says so of %s", (_what, place) => {
    const { status, stdout, stderr } = run("explain", "page.txt", place);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(place);
  });
});

describe("--out", () => {
  it.each([
    [["run", "page.txt", "--out", "page.txt"], "page.txt: is read as input, give --out another name"],
    [["run", "page.txt", "--out", "."], ".: a folder, not a file"],
    [["clean", "page.txt", "--out", ""], "--out needs the name of a file"],
  ])("refuses %j", (words, message) => {
    const before = run("clean", "page.txt").stdout;
    const { status, stderr } = run(...words);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(run("clean", "page.txt").stdout).toBe(before);
  });
});

describe("compose", () => {
  it("names what is no record and goes on", () => {
    const [record] = run("run", "page.txt").stdout.split("\n");
    put("mixed.ndjson", `${record}\nnot a record\n{"schema":"other"}\n`);
    const { status, stdout, stderr } = run("compose", "--from", "mixed.ndjson", "--unit", "枫溪县卫生院");
    expect(status).toBe(1);
    expect(stderr).toMatch(/line 2[\s\S]*line 3/);
    expect(stdout).toMatch(/^# 枫溪县卫生院/);
    expect(traces(stderr)).toEqual([]);
  });
  it("writes a draft of the schema that it prints", () => {
    const validate = new Ajv2020({ strict: true }).compile(JSON.parse(run("schema", "draft").stdout) as object);
    const { stdout } = run("compose", "--topic", "双拥", "--format", "json");
    expect(validate(JSON.parse(stdout))).toBe(true);
  });
});
