import { expect, test } from "vitest";
import { claimModel, readNetwork } from "../src/index.ts";

const file = { about: "", bias: 3, hidden: "1 -2", out: "10 20", weights: { share: "5 0 -7" } };

test("a network is read with a row for each feature", () => {
  expect(readNetwork(file).weights.get("share")).toEqual([5, 0, -7]);
});

test.each<[string, object]>([
  ["a row too short", { weights: { share: "5 0" } }],
  ["an output too few", { out: "10" }],
  ["words for numbers", { hidden: "1 x" }],
  ["nothing", { hidden: "" }],
])("%s is refused", (_, part) => {
  expect(() => readNetwork({ ...file, ...part })).toThrow();
});

test("the shipped network knows what speaks for a share", () => {
  expect(claimModel().weights.has("share holds")).toBe(true);
});
