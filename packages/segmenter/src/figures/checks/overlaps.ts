import type { Term } from "./term.ts";

/** 65岁|以上|6.15万人、80岁|以上|2.58万人: who is above the one is above the other. */
export function areAbove(parts: readonly Term[]): boolean {
  return [/以上/, /以下|以内|不足|不满/].some((bound) => 1 < parts.filter(({ lead }) => bound.test(lead)).length);
}

/** What says that some are counted twice: 部分样品|多项不合格|. */
export const OVERLAPPING: RegExp =
  /重叠|交叉|兼有|可多选|多选|重复(?:统计|计算|计数)|同时(?:存在|办理|享受|具有|具备|患有?|涉及|属于|符合|有)|可(?:同时)?有(?:多|两|几)|(?:部分|有的|少数|个别)[^，,。；;]{0,10}(?:多|两|几)[项种类次重]/;
