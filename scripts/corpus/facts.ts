import { type Random, random } from "./random.ts";
import type { Skin } from "./skin.ts";
import type { SourceDocument } from "./source.ts";

/** What the website says of a page; null where it does not say it. The date is ISO, `2021-11-08`. */
export interface PageMeta {
  readonly site: string | null;
  readonly title: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly category: string | null;
}

/** What a page's noise can speak of, by the name of the placeholder: `{title}`, `{date.cn}`; null where the page has no such thing. */
export interface Facts {
  /** Fills `来源：{site}`; null when a placeholder has no value; throws an Error on an unknown placeholder. */
  fill(template: string, more?: Readonly<Record<string, string>>): string | null;
  /** A draw of other articles' titles. */
  others(n: number): string[];
  /** What the page has shown so far of itself. */
  meta(): PageMeta;
}

const DIGITS = "零一二三四五六七八九十";

/** A number up to 99 in Chinese: 12 is 十二. */
export function chinese(n: number): string {
  if (n <= 10) return DIGITS[n] as string;
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens === 1 ? "" : DIGITS[tens]}十${ones === 0 ? "" : DIGITS[ones]}`;
}

/** The title of a document, null where it has none. */
export function titleOf(document: SourceDocument): string | null {
  return document.blocks.find((b) => b.type === "title")?.text ?? null;
}

/** The facts of one page, drawn from its name: the same page has the same date, views and file number wherever they are shown. */
export function facts(
  name: string,
  skin: Skin,
  documents: readonly SourceDocument[],
  titles: readonly string[],
  charset: string | null,
): Facts {
  const draw = random(`${name}/facts`);
  const first = documents[0] as SourceDocument;
  const used = new Set<string>();
  const values = pageValues(draw, skin, documents, charset);
  const topic = replaced(skin.topic, values);
  const category = skin.category.map((part) => replaced(part, values));
  Object.assign(values, {
    topic,
    category: category.join(" > ") || null,
    "category.first": category[0] ?? null,
    "category.last": category.at(-1) ?? null,
  });
  values.title =
    documents.length === 1 || skin.titles.length === 0
      ? (titleOf(first) ?? topic)
      : replaced(draw.pick(skin.titles), values);
  values["title.short"] = `${values.title.slice(0, 12)}...`;
  const own = new Set(documents.map(titleOf));
  const deck: string[] = [];
  const others = (n: number): string[] => {
    while (deck.length < n)
      deck.push(
        ...draw.shuffle([...titles.filter((t) => !own.has(t)), ...skin.others]),
        ...(titles.length + skin.others.length === 0 ? [topic] : []),
      );
    return deck.splice(0, n);
  };
  const live: Record<string, () => string> = {
    other: () => others(1)[0] ?? topic,
    "other.short": () => `${(others(1)[0] ?? topic).slice(0, 13)}...`,
    href: () =>
      `/${draw.pick(["html", "fanwen", "a", "doc", "content"])}/${draw.between(2009, 2024)}/${draw.between(1000, 99999)}.html`,
    any: () => String(draw.between(11, 9999)),
  };
  const fill: Facts["fill"] = (template, more = {}) => {
    let missing = false;
    const keys: string[] = [];
    const text = template.replace(/\{([a-z.]+)\}/g, (_, key: string) => {
      if (!(key in values) && !(key in live) && !(key in more)) throw new Error(`no placeholder is called {${key}}`);
      const value = more[key] ?? live[key]?.() ?? values[key] ?? null;
      if (value === null) missing = true;
      keys.push(key.split(".")[0] as string);
      return value ?? "";
    });
    if (missing) return null;
    for (const key of keys) used.add(key);
    return text;
  };
  const shown = (...keys: string[]): string | null =>
    keys.some((k) => used.has(k)) ? (values[keys[0] as string] ?? null) : null;
  const meta: Facts["meta"] = () => ({
    site: shown("site"),
    title: shown("title") ?? (documents.length === 1 ? titleOf(first) : null),
    author: shown("author"),
    published: shown("date"),
    category: shown("category"),
  });
  return { fill, others, meta };
}

function replaced(template: string, values: Readonly<Record<string, string | null>>): string {
  return template.replace(/\{([a-z.]+)\}/g, (_, key: string) => values[key] ?? "");
}

/** The last year that a document speaks for: its signature, title and period go before its text. */
function yearOf(document: SourceDocument): number {
  const line = (type: string): string =>
    document.blocks
      .filter((b) => b.type === type)
      .map((b) => b.text)
      .join("");
  const years = `${line("signature")}${document.meta.period ?? ""}${line("title")}`.match(/(?:19|20)\d\d/g);
  return Math.max(...(years ?? [/20\d\d/.exec(line("paragraph"))?.[0] ?? "2020"]).map(Number));
}

/** What all documents have in common, or a word for the mixture: 总结 and 计划 are 材料. */
function common(words: readonly string[], mixture: string): string {
  return words.every((w) => w === words[0]) ? (words[0] ?? mixture) : mixture;
}

function pageValues(
  draw: Random,
  skin: Skin,
  documents: readonly SourceDocument[],
  charset: string | null,
): Record<string, string | null> {
  const first = documents[0] as SourceDocument;
  const body = first.blocks
    .filter((b) => b.type === "paragraph" || b.type === "heading")
    .map((b) => b.text)
    .join("");
  const kind = common(
    documents.map((d) => d.meta.kind),
    "其他",
  );
  const [y, m, d] = [Math.max(...documents.map(yearOf)) + draw.between(0, 1), draw.between(1, 12), draw.between(1, 28)];
  const two = (n: number): string => String(n).padStart(2, "0");
  return {
    site: skin.site,
    host: skin.host,
    author: skin.authors.length === 0 ? null : draw.pick(skin.authors),
    kind: kind === "其他" ? "材料" : kind,
    field: common(
      documents.map((d) => d.meta.field),
      draw.pick(["单位", "部门", "机关", "基层"]),
    ),
    unit: first.meta.unit,
    date: `${y}-${two(m)}-${two(d)}`,
    "date.cn": `${y}年${m}月${d}日`,
    "date.slash": `${y}/${m}/${d}`,
    "date.dot": `${y}.${two(m)}.${two(d)}`,
    time: `${two(draw.between(7, 22))}:${two(draw.between(0, 59))}`,
    second: two(draw.between(0, 59)),
    year: String(y),
    count: String(documents.length),
    "count.cn": chinese(documents.length),
    views: String(draw.between(13, 48210)),
    id: String(draw.between(104233, 9984411)),
    size: `${draw.between(16, 96)}.${draw.between(1, 99)}`,
    pages: String(draw.between(3, 9)),
    length: String(body.length),
    coins: String(draw.between(1, 30)),
    opening: `${body.slice(0, draw.between(48, 90))}`,
    charset,
  };
}
