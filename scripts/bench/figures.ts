/**
 * `npm run bench:figures [-- TEXT…]`: figures alone (found, valued, attached, checked) against the number and unit models
 * of Microsoft Recognizers on the same documents (of the corpus, or the text files given), on one core, each warmed up in
 * a process of its own, so that neither pays for the other's memory; and how the time grows with the length of the text,
 * on prose and on shapes that nobody writes. Below 50 times the peer's speed, above 2.4 times the time for twice the text,
 * or above three times prose's time both a character and a figure, the exit status is 1: a text that is nothing but
 * figures takes the time of its figures.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findChecks, findFigures } from "@zongjie/segmenter";
import { folder, readDocuments } from "../corpus/half.ts";
import { plainDocument } from "../corpus/plain.ts";
import { type Contenders, runAlone, secondsAlone } from "./alone.ts";
import { installPeers, requirePeer } from "./install.ts";
import { shortest } from "./measure.ts";
import { print } from "./table.ts";

/** Least speed over the peer's, most growth for twice the text, and most time a character and a figure over prose's. */
const FLOOR = 50;
const GROWTH = 2.4;
const DEAREST = 3;

/** Characters of documents that the peer, which is slow, is given. */
const SAMPLE = 60_000;
/** Characters of the shorter text whose time is compared with that of twice the text. */
const SHORT = 60_000;

type Recognize = (text: string, culture: string) => unknown[];

interface Numbers {
  readonly recognizeNumber: Recognize;
}

interface Units {
  readonly recognizeCurrency: Recognize;
  readonly recognizeAge: Recognize;
  readonly recognizeDimension: Recognize;
  readonly recognizeTemperature: Recognize;
}

/** Shapes of one line or of many: a piece said again and again. */
const SHAPES: Readonly<Record<string, string>> = {
  "digits in a row": "1234567890",
  一: "一",
  万: "万",
  "numerals in a row": "一二三四五六七八九十百千万亿",
  "opening brackets": "（",
  "brackets in brackets": "（3人（5户（",
  其中: "其中",
  "其中 with numbers": "其中3人，",
  "list of numbers 1、2、3、": "1、2、3、",
  "percent signs": "%",
  年: "年",
  "years 2023年": "2023年",
  分别为: "分别为",
  "分别为 with numbers": "分别为3人、5人和8人，",
  "table cells": "3\t5\t8.5%\n",
  "table cells with bars": "|3|5|8.5%",
  "cells in one line": "3\t",
  "commas between digits": "1,",
  "blanks between digits": "1 ",
  "points between digits": "1.",
  "letters and digits": "l2O",
  masks: "_",
  "masks with digits": "3_",
  blanks: " ",
  "line ends": "\n",
  quotes: "“",
  半: "半",
  比: "比",
  ratios: "1:2:",
  "ranges 3-": "3-",
  fractions: "三分之",
  元: "元",
  数: "数",
  占比: "占12%，",
  growth: "同比增长3%，",
  "prose without numbers": "各级党组织认真学习，狠抓落实，",
};

const lines = readDocuments(folder("dev")).documents.map((document) => plainDocument(document).text);

function prose(size: number): string {
  const all = lines.join("\n");
  return all.repeat(Math.ceil(size / all.length)).slice(0, size);
}

function figures(text: string): number {
  const found = findFigures(text);
  findChecks(text, found);
  return found.length;
}

function sample(): string[] {
  let size = 0;
  return lines.filter((text) => {
    size += text.length;
    return size <= SAMPLE;
  });
}

const ALONE = ["recognizers", "zongjie"];
const given = process.argv.slice(ALONE.includes(process.argv[2] ?? "") ? 3 : 2);
const texts = given.length === 0 ? sample() : given.map((path) => readFileSync(path, "utf8"));
const size = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

const CONTENDERS: Contenders = {
  recognizers: () => {
    const { recognizeNumber } = requirePeer<Numbers>("@microsoft/recognizers-text-number");
    const units = requirePeer<Units>("@microsoft/recognizers-text-number-with-unit");
    const { recognizeCurrency, recognizeAge, recognizeDimension, recognizeTemperature } = units;
    const models = [recognizeNumber, recognizeCurrency, recognizeAge, recognizeDimension, recognizeTemperature];
    return () => {
      for (const text of texts) for (const line of text.split("\n")) for (const model of models) model(line, "zh-cn");
    };
  },
  zongjie: () => () => {
    for (const text of texts) figures(text);
  },
};

await runAlone(CONTENDERS, { warm: 5, measured: 10 });
installPeers();
const SCRIPT = fileURLToPath(import.meta.url);
let failed = 0;
const slow = secondsAlone(SCRIPT, "recognizers", given);
const fast = secondsAlone(SCRIPT, "zongjie", given);
const ratio = slow / fast;
if (ratio < FLOOR) failed++;
const row = (seconds: number): string =>
  `${(size / 1e6 / seconds).toFixed(3).padStart(8)} MB/s  ${seconds.toFixed(3).padStart(8)} s  × ${(slow / seconds).toFixed(1).padStart(6)}`;
const each = texts.join("").length / texts.reduce((sum, text) => sum + findFigures(text).length, 0);
const dense = `a figure in ${each.toFixed(0)} characters`;
print(`figures of ${texts.length} documents, ${(size / 1e6).toFixed(2)} MB, ${dense}, one core`, [
  ["Recognizers-Text, number and unit models, line by line", row(slow)],
  ["zongjie, found, valued, attached and checked, by document", row(fast)],
]);

interface Timed {
  readonly seconds: number;
  readonly found: number;
}

const time = (make: (size: number) => string, size: number): Timed => {
  const text = make(size);
  let found = 0;
  const seconds = shortest(2, () => {
    found = figures(text);
  });
  return { seconds, found };
};
const base = time(prose, SHORT);
print("time by length: seconds of CPU time, growth for twice the text, time a character and a figure over prose's", [
  ["", "    60k    120k  growth  a character  a figure"],
  ...(["prose", ...Object.keys(SHAPES)] as const).map((name) => {
    const piece = SHAPES[name];
    const make = piece === undefined ? prose : (n: number) => piece.repeat(Math.ceil(n / piece.length)).slice(0, n);
    const [short, long] = [time(make, SHORT), time(make, 2 * SHORT)];
    const growth = long.seconds / short.seconds;
    const dear = short.seconds / base.seconds;
    const each = short.found === 0 ? dear : dear / (short.found / base.found);
    // what takes no time at all has no growth to speak of
    const bad = (GROWTH < growth && 0.3 < dear) || (DEAREST < dear && DEAREST < each);
    if (bad) failed++;
    return [
      name,
      `${short.seconds.toFixed(3).padStart(7)} ${long.seconds.toFixed(3).padStart(7)}  ${growth.toFixed(2).padStart(6)}  ${dear.toFixed(2).padStart(11)}  ${each.toFixed(2).padStart(8)}${bad ? "  !" : ""}`,
    ] as const;
  }),
]);
console.log(`\n${failed === 0 ? "all within bounds" : `${failed} rows out of bounds`}`);
if (0 < failed) process.exitCode = 1;
