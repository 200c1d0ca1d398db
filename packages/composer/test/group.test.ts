import { expect, it } from "vitest";
import { joinLikeHeaded } from "../src/group.ts";

/** Headings with the cluster that their text put them in and the source that has them. */
type Headed = readonly [heading: string, cluster: number, source: number];

/** Headings that share nothing, so that no word of the others is the matter of all. */
const REST: readonly Headed[] =
  "抓好宣传工作 关爱优抚对象 做好安置事务 落实各项待遇 丰富文化生活 严格值班纪律 修缮营房 清理河道 植树造林 检修线路 调解纠纷 规范收费 改善伙食 更新图书"
    .split(" ")
    .map((heading, i): Headed => [heading, 20 + i, 20 + i]);
const cases: readonly [string, readonly Headed[], readonly number[]][] = [
  [
    "one word that hardly any other heading has",
    [["推进双拥共建", 1, 1], ["以军民共建为主", 1, 2], ["抓实共建项目", 2, 3], ...REST],
    [1, 1, 1],
  ],
  ["not what one source alone has", [["推进双拥共建", 1, 1], ["抓实共建项目", 2, 3], ...REST], [1, 2]],
  [
    "not a word that other headings have as well",
    [
      ["推进双拥共建", 1, 1],
      ["以军民共建为主", 1, 2],
      ["抓实共建项目", 2, 3],
      ["宣传共建活动", 3, 1],
      ["宣传先进典型", 3, 4],
      ["宣传政策法规", 3, 5],
      ["安置共建人员", 4, 1],
      ["安置转业干部", 4, 4],
      ["安置随军家属", 4, 5],
      ...REST,
    ],
    [1, 1, 2],
  ],
  [
    "not the matter of the family",
    [
      ["双拥共建", 1, 1],
      ["双拥宣传", 1, 2],
      ["双拥安置", 2, 3],
      ["双拥慰问", 3, 4],
      ["关爱对象", 8, 2],
    ],
    [1, 1, 2],
  ],
  [
    "nothing where headings share nothing",
    [["健全机制", 1, 1], ["健全制度", 1, 2], ["优化服务", 2, 3], ...REST],
    [1, 1, 2],
  ],
];
it.each(cases)("joins clusters by %s", (_, headed, joined) => {
  const members = headed.map(([heading, , source]) => ({
    section: { role: "做法", part: "main", heading, body: "", metrics: [], children: [] } as const,
    source,
    place: 0,
  }));
  const clusters = headed.map(([, cluster]) => cluster);
  expect(joinLikeHeaded(clusters, members).slice(0, joined.length)).toEqual(joined);
});
