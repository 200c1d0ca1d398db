/** An input that nobody writes and that finds what is not linear: a piece of text or markup said again and again. */
export interface Shape {
  readonly name: string;
  readonly html: boolean;
  /** About `size` bytes of it. */
  readonly make: (size: number) => string;
}

const HEAD = "枫溪县卫生院2023年工作总结\n一、基本情况\n全年门诊4.8万人次，同比增长5.3%；下乡义诊36次。\n";
const FOOT = "\n二、下步打算\n继续做好家庭医生签约服务，全年上门随访不少于四次，让群众少跑路、看好病。\n";
const PROSE = "全县新建改建农村公路四十八公里，完成投资1.26亿元，比上年增长5.3%，群众出行更加方便。";
const FRAME = "<html><head><title>枫溪县卫生院2023年工作总结</title></head><body><h1>枫溪县卫生院2023年工作总结</h1>";

/** Pieces of a line that is never ended, by name where the piece itself says too little. */
const LINES: Readonly<Record<string, string>> = {
  "prose in one line": PROSE,
  "letters without a mark": "枫溪县卫生院全年门诊义诊下乡",
  "one letter": "的",
  digits: "1234567890",
  "one digit": "1",
  "opening brackets": "（",
  "closing brackets": ")",
  "brackets in pairs": "（）()",
  "enumeration commas": "、",
  "list marks 一、": "一、",
  "list marks （一）": "（一）",
  "list marks 1.": "1.",
  "percent signs": "%",
  "years 2023年": "2023年",
  "years 20XX年": "20XX年",
  dates: "2023年5月6日",
  "dots .": ".",
  "dots …": "…",
  "full stops 。": "。",
  blanks: " ",
  "wide blanks": "\u3000",
  tabs: "\t",
  "line ends": "\n",
  "carriage returns": "\r",
  "separators 篇1：": "篇1：",
  "zero-width characters": "\u200b",
  "quote marks “": "“",
  'quote marks "': '"',
  "book marks 《": "《",
  underscores: "_",
  stars: "*",
  hyphens: "-",
  masks: "xx",
  colons: "：",
  slashes: "/",
  bars: "|",
  "unclosed <": "<",
  "unclosed tags in text": "<a",
  "entities in text": "&nbsp;",
  ampersands: "&",
  "latin letters": "a",
  "latin words": "report ",
  addresses: "www.a.cn/",
  emoji: "🙂",
  "replacement characters": "\ufffd",
  "numbers with commas": "1,000,",
  "decimals as 、": "1、2",
  "Chinese numerals": "一二三四五六七八九十百千万亿",
  "units without numbers": "亿元",
  "rates 增长5%，": "增长5%，",
  "numbers with units": "3.5万元",
  "sums 其中：": "其中：1万元，",
  "breadcrumb marks": "首页 > ",
  "letters with blanks between": "卫 生 ",
  "place names 县": "县",
  "officials 县长": "县长王某某",
};

/** Lines said again and again. */
const MANY: Readonly<Record<string, string>> = {
  "lines of one letter": "总\n",
  "lines of one digit": "1\n",
  "lines of prose": `${PROSE}\n`,
  "lines of headings 一、": "一、基本情况\n",
  "lines of separators 篇1：": "篇1：卫生院工作总结\n",
  "lines of headlines": "枫溪县卫生院2023年工作总结\n",
  "lines of menus": "首页 | 范文 | 总结\n",
  "lines of salutations": "各位领导、同志们：\n",
  "lines of table cells": "门诊\t1200\t1,300\t8.3%\n",
  "lines of articles 第一条": "第一条 为规范值班工作，制定本制度。\n",
  "lines of dates": "2023年12月5日\n",
  "lines of quote marks": "> 门诊\n",
  "lines of Markdown": "## **做法**\n",
  "lines cut short": "下乡义诊三十六次，群众十分满意，都说……\n",
  "blank lines": " \u3000\n",
  "lines of marks alone": "篇1：\n下乡义诊\n",
  "lines of site names": "来源：青禾文库\n",
};

/** Markup said again and again, in the body of a page. */
const MARKUP: Readonly<Record<string, string>> = {
  "nested <div>": "<div>",
  "nested <div> with text": "<div>义诊",
  "nested <b>": "<b>",
  "nested <ul><li>": "<ul><li>",
  "nested tables": "<table><tr><td>",
  "an endless table": "<tr><td>门诊</td><td>1200</td></tr>",
  "an endless row": "<td>1200",
  "links in one line": '<a href="/1">总结</a>',
  paragraphs: "<p>下乡义诊36次。</p>",
  "unclosed paragraphs": "<p>",
  "line breaks": "<br>",
  headings: "<h2>做法</h2>",
  spans: "<span>诊</span>",
  "stray end tags": "</div>",
  "stray end tags with text": "义诊</b>",
  "tags mixed up": "<b><p></b><i></p>",
  "unclosed < in markup": "<",
  "unclosed tags": "<a ",
  "unclosed end tags": "</",
  comments: "<!-- 36 -->",
  "unclosed comments": "<!--",
  declarations: "<!a>",
  entities: "&nbsp;",
  "entities by number": "&#20013;",
  "unknown entities": "&zzz;",
  "ampersands in markup": "&",
  "hidden elements": '<p style="display:none">义诊</p>',
  scripts: "<script>1<2</script>",
  "unclosed scripts": "<script>",
  "unclosed titles": "<title>总结",
  "meta elements": '<meta name="author" content="某某">',
  images: '<img alt="义诊">',
  superscripts: "10<sup>2</sup>",
  "time elements": "<time>2023-05-06</time>",
  "class names": '<div class="nav menu footer">总结</div>',
  posts: '<div class="post-content reply">下乡义诊36次，群众满意。</div>',
};

/** A piece as often as it takes. */
function fill(piece: string, size: number): string {
  return piece.repeat(Math.max(1, Math.ceil(size / Buffer.byteLength(piece))));
}

/** All shapes. Those of text stand below a headline and a paragraph, so that there is a document to work on. */
export const SHAPES: readonly Shape[] = [
  ...Object.entries({ ...LINES, ...MANY }).map(
    ([name, piece]): Shape => ({ name, html: false, make: (size) => HEAD + fill(piece, size) + FOOT }),
  ),
  { name: "digits alone", html: false, make: (size) => fill("7", size) },
  { name: "100,000 lines", html: false, make: (size) => numbered(100_000, size, (i) => `${i}、义诊`) },
  { name: "site names that differ", html: false, make: (size) => numbered(size / 20, size, (i) => `${han(i)}文库网`) },
  {
    name: "headlines that differ",
    html: false,
    make: (size) => numbered(size / 40, size, (i) => `${han(i)}县工作总结`),
  },
  {
    name: "words inside words",
    html: false,
    make: (size) => numbered(size / 40, size, (i) => `我县${han(i)}本站${han(i * 7)}，`),
  },
  { name: "lines that count", html: false, make: (size) => numbered(size / 12, size, (i) => `${i}、做法`) },
  ...Object.entries(MARKUP).map(
    ([name, piece]): Shape => ({ name, html: true, make: (size) => FRAME + fill(piece, size) }),
  ),
  { name: "one long attribute", html: true, make: (size) => `${FRAME}<p title="${fill("总结", size)}">义诊36次。</p>` },
  { name: "one open attribute", html: true, make: (size) => `${FRAME}<p title="${fill("总结 ", size)}` },
  { name: "one long class", html: true, make: (size) => `${FRAME}<p class="${fill("nav ", size)}">义诊36次。</p>` },
  { name: "many attributes", html: true, make: (size) => `${FRAME}<p ${fill('a="1" ', size)}>义诊36次。</p>` },
  { name: "one long tag name", html: true, make: (size) => `${FRAME}<${fill("p", size)}>义诊36次。` },
  { name: "text in <pre>", html: true, make: (size) => `${FRAME}<pre>${fill(`${PROSE}\n`, size)}</pre>` },
  { name: "text in one element", html: true, make: (size) => `${FRAME}<div>${fill(PROSE, size)}</div>` },
  { name: "one long title", html: true, make: (size) => `<title>${fill("工作总结", size)}</title><p>义诊36次。</p>` },
  { name: "one long link", html: true, make: (size) => `${FRAME}<a href="/">${fill("工作总结，", size)}</a>` },
];

/** Two characters that differ from number to number. */
function han(i: number): string {
  return String.fromCharCode(0x4e00 + (i % 8191), 0x4e00 + (Math.floor(i / 8191) % 8191) + (i % 97));
}

/** Lines with their number, as many as said but not more than fill the size, each filled up to its share. */
function numbered(count: number, size: number, line: (i: number) => string): string {
  const most = Math.max(1, Math.floor(Math.min(count, size / 12)));
  const share = size / most;
  const lines: string[] = [];
  for (let i = 1; i <= most; i++) {
    const text = line(i);
    lines.push(text + "诊".repeat(Math.max(0, Math.floor((share - 1 - Buffer.byteLength(text)) / 3))));
  }
  return lines.join("\n");
}
