import type { DocumentKind, Role } from "@zongjie/document";
import { ROLES } from "@zongjie/document";
import { roleModel, roleSigns, roleWords } from "@zongjie/lexicon";
import { describe, expect, test } from "vitest";
import { findOutline } from "../src/outline/outline.ts";
import { lean, likesHeading } from "../src/roles/score.ts";

const DONE = "全年走访群众三百户，先后举办培训八次，完成了改造任务。";
const TO_DO = "要继续加大投入，力争年内建成八处，进一步做好服务。";

/** Role of the first section of a document. */
function role(heading: string, body: string, kind?: DocumentKind): Role | undefined {
  const text = `柳河镇的材料\n一、${heading}\n${body}\n二、其他事项\n${DONE}`;
  return findOutline(text, { titleSpan: { start: 0, end: 6 }, ...(kind === undefined ? {} : { kind }) }).sections[0]
    ?.role;
}

describe("sections of a report", () => {
  test.each([
    ["存在的问题", DONE, "问题"],
    ["困难和不足", DONE, "问题"],
    ["下一步工作打算", TO_DO, "打算"],
    ["2024年工作思路", TO_DO, "打算"],
    ["主要成效", DONE, "成效"],
    ["几点体会", DONE, "经验体会"],
    ["对策建议", TO_DO, "建议"],
    ["保障措施", TO_DO, "保障"],
    ["基本情况", DONE, "基本情况"],
    ["加强领导，健全机构", `成立了由镇长任组长的领导小组。${DONE}`, "组织领导"],
    ["推进环境整治", DONE, "做法"],
    ["解决群众就医难问题", DONE, "做法"],
    ["推进环境整治", TO_DO, "打算"],
    ["总则", DONE, "其他"],
  ] as const)("%s / %s is %s", (heading, body, expected) => expect(role(heading, body)).toBe(expected));
});

describe("the kind of a document", () => {
  test.each([
    ["推进环境整治", "计划", "打算"],
    ["推进环境整治", "总结", "做法"],
    ["推进环境整治", "制度", "其他"],
    ["加强领导，健全机构", "计划", "组织领导"],
  ] as const)("%s in a %s is %s", (heading, kind, expected) => expect(role(heading, DONE, kind)).toBe(expected));
});

test("a role tells what spoke for it", () => {
  const text = `柳河镇的材料\n一、存在的问题\n人手不足，经费短缺。\n二、下一步打算\n${TO_DO}`;
  const [first, second] = findOutline(text, { titleSpan: { start: 0, end: 6 } }).sections;
  expect(first?.because).toContain("heading 问题 3.5");
  expect(second?.because?.length).toBe(3);
});

test("words that no list knows are judged by the text, the place and the neighbours", () => {
  const text = `柳河县网店发展的调研报告\n一、基本现状\n全县现有网店三百家，从业人员九百人。\n二、拦路虎\n（一）不会开\n多数店主年龄偏大，缺乏技能，培训跟不上。\n（二）开不久\n资金紧张，物流滞后，货源单一，销路不畅。\n三、几点建议\n建议县里设立扶持资金，应当加强培训。`;
  const { sections } = findOutline(text, { titleSpan: { start: 0, end: 12 }, kind: "调研" });
  expect(sections.map((section) => [section.role, ...section.children.map((child) => child.role)])).toEqual([
    ["基本情况"],
    ["问题", "问题", "问题"],
    ["建议"],
  ]);
});

test("sections below take the role over", () => {
  const text = `一、存在的问题\n（一）基层力量薄弱。${DONE}\n（二）设备更新缓慢。${DONE}\n二、下一步打算\n（一）充实力量。${DONE}`;
  const { sections } = findOutline(text, { titleSpan: null });
  expect(sections.map((section) => [section.role, ...section.children.map((child) => child.role)])).toEqual([
    ["问题", "问题", "问题"],
    ["打算", "打算"],
  ]);
});

test.each([
  [TO_DO, 1],
  [DONE, -1],
])("%s leans %i", (text, sign) => expect(Math.sign(lean(text))).toBe(sign));

test.each([
  ["下一步打算", true],
  ["存在的问题", true],
  ["环境整治工作", false],
])("%s likes to be a heading: %s", (words, expected) => expect(likesHeading(words)).toBe(expected));

test("the lexicon names roles of the contract only", () => {
  const { roles, usual } = roleWords();
  expect(roles.length).toBeGreaterThan(8);
  for (const name of [...roles.map((entry) => entry.role), ...Object.values(usual)]) expect(ROLES).toContain(name);
});

test("the model knows the same roles, and each sign has words", () => {
  expect(Object.keys(roleModel().roles).length).toBeGreaterThan(10);
  for (const name of Object.keys(roleModel().roles)) expect(ROLES).toContain(name);
  for (const { words } of Object.values(roleSigns())) expect(new Set(words).size).toBeGreaterThan(10);
});
