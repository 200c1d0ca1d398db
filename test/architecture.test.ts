import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { STAGES, type Work, workBefore } from "@zongjie/pipeline";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Which package may import which: the picture of the architecture, in letters. */
const EDGES: Readonly<Record<string, readonly string[]>> = {
  document: [],
  lexicon: [],
  cleaner: ["document", "lexicon"],
  segmenter: ["document", "lexicon"],
  composer: ["document", "lexicon"],
  pipeline: ["document", "lexicon", "cleaner", "segmenter", "composer"],
  cli: ["document", "pipeline"],
};

/** What a stage finds before the first one ran. */
const INITIAL: readonly (keyof Work)[] = ["page", "html", "medium", "simplify", "siteLines"];

const packages = readdirSync(join(ROOT, "packages")).sort();

/** Files under a folder whose names end so, installed and built ones left out. */
function filesUnder(folder: string, endings: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^(?:node_modules|dist)$/.test(entry.name) ? [] : filesUnder(path, endings);
    return endings.test(entry.name) ? [path] : [];
  });
}

const sources = packages.flatMap((name) => filesUnder(join("packages", name, "src"), /\.ts$/));
const scripts = filesUnder("scripts", /\.m?[jt]s$/);
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const workspace = (specifier: string): string | null => /^@zongjie\/([^/]+)/.exec(specifier)?.[1] ?? null;

/** Specifiers of imports, static and dynamic, and of re-exports. */
function importsOf(file: string): string[] {
  return [...read(file).matchAll(/(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*"([^"]+)"/g)].map((m) => m[1] as string);
}

/** Code without comments and without strings, so that a word in them is no use of it. */
function bare(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"/g, "");
}

describe("the packages", () => {
  it("are those of the table", () => expect(packages).toEqual(Object.keys(EDGES).sort()));

  it.each(packages)("%s depends on what the table allows", (name) => {
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(read(`packages/${name}/package.json`)) as {
      dependencies?: Record<string, string>;
      optionalDependencies?: Record<string, string>;
    };
    const found = Object.keys({ ...dependencies, ...optionalDependencies }).flatMap((d) => workspace(d) ?? []);
    expect(found.sort()).toEqual([...(EDGES[name] ?? [])].sort());
  });

  it.each(packages)("%s refers to the same projects in its tsconfig", (name) => {
    const { references = [] } = JSON.parse(read(`packages/${name}/tsconfig.json`)) as {
      references?: { path: string }[];
    };
    expect(references.map(({ path }) => path.replace("../", "")).sort()).toEqual([...(EDGES[name] ?? [])].sort());
  });

  it.each(packages)("%s imports what the table allows", (name) => {
    const files = sources.filter((file) => file.startsWith(join("packages", name, "src")));
    expect(files.length).toBeGreaterThan(0);
    const wrong = files.flatMap((file) =>
      importsOf(file).flatMap((specifier) => {
        const other = workspace(specifier);
        const outside =
          specifier.startsWith(".") &&
          relative(join("packages", name, "src"), join(file, "..", specifier)).startsWith("..");
        return outside || (other !== null && !EDGES[name]?.includes(other)) ? [`${file}: ${specifier}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the source files", () => {
  it("are found", () => expect(sources.length + scripts.length).toBeGreaterThan(60));

  it("have at most 300 lines", () => {
    const long = [...sources, ...scripts].map((file) => [file, read(file).trimEnd().split("\n").length] as const);
    expect(long.filter(([, lines]) => 300 < lines)).toEqual([]);
  });

  it("print nothing outside cli and scripts", () => {
    const talking = sources.filter((file) => !file.startsWith(join("packages", "cli")));
    expect(talking.filter((file) => /\bconsole\b|process\.std(?:out|err)/.test(bare(read(file))))).toEqual([]);
  });

  it("export by name", () => {
    expect(
      [...sources, ...scripts].filter((file) => /^export default\b|\bas default\b/m.test(bare(read(file)))),
    ).toEqual([]);
  });

  it("have names that say what is inside", () => {
    expect(
      [...sources, ...scripts].filter((file) => /(?:^|[\\/-])(?:utils?|helpers?|misc|common)\b/i.test(file)),
    ).toEqual([]);
  });

  it("hold no rule about Chinese in the shell", () => {
    const regex = /\/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[dgimsuvy]*/g;
    const shell = sources.filter((file) => file.startsWith(join("packages", "cli")));
    const wrong = shell.flatMap((file) =>
      [...bare(read(file)).matchAll(regex)]
        .filter(([m]) => /\p{Script=Han}|\\u[4-9]|Script=Han/u.test(m))
        .map(([m]) => `${file}: ${m}`),
    );
    expect(shell.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});

describe("the stages", () => {
  it("are there, each with a name of its own", () => {
    const names = STAGES.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(STAGES.map((stage, i) => [stage.name, stage, i] as const))(
    "%s needs what is given before it",
    (_name, stage, i) => {
      const given = new Set([...INITIAL, ...STAGES.slice(0, i).flatMap(({ gives }) => gives)]);
      expect(stage.needs.filter((need) => !given.has(need))).toEqual([]);
      expect(stage.gives.length).toBeGreaterThan(0);
    },
  );

  const pages = {
    text: "首页 > 范文\n枫溪县卫生院2023年工作总结\n一、基本情况\n全年门诊 1.2 万人次,增长5、3%。\n",
    html: "<html><title>总结</title><div><p>枫溪县卫生院2023年工作总结</p><p>全年门诊48.5万人次。</p></div></html>",
  };
  it.each(Object.entries(pages))("change nothing of a page of %s but what they declare to give", (_kind, source) => {
    let { work } = workBefore({ uri: "page", bytes: Buffer.from(source) }, "markup");
    for (const stage of STAGES) {
      const next = stage.run(work);
      const changed = (Object.keys(next) as (keyof Work)[]).filter((key) => next[key] !== work[key]);
      expect({ stage: stage.name, secret: changed.filter((key) => !stage.gives.includes(key)) }).toEqual({
        stage: stage.name,
        secret: [],
      });
      work = next;
    }
  });
});
