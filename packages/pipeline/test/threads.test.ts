import { describe, expect, it } from "vitest";
import { LostWorkError, startThreads, type Threads } from "../src/pool/threads.ts";

/** Threads that answer a word in capitals, and that some words kill. */
function shouters(count: number, timeout = 0, file = "threads/worker.mjs"): Threads<string, string> {
  return startThreads({
    file: new URL(file, import.meta.url),
    data: null,
    message: (word: string) => [word, []],
    count,
    timeout,
    memory: 32,
  });
}

async function answers(threads: Threads<string, string>, words: readonly string[]): Promise<string[]> {
  const settled = await Promise.allSettled(words.map(threads.work));
  await threads.close();
  return settled.map((one) => {
    if (one.status === "fulfilled") return one.value;
    return `${one.reason instanceof LostWorkError ? "lost" : "broken"}: ${(one.reason as Error).message}`;
  });
}

const MANY = Array.from({ length: 200 }, (_, i) => `page ${i}`);

describe("threads", () => {
  it.each([1, 2, 3])("%i answer all they are asked", async (count) =>
    expect(await answers(shouters(count), MANY)).toEqual(MANY.map((word) => word.toUpperCase())),
  );

  it.each<[fate: string, timeout: number, reason: string]>([
    ["hang", 500, "lost: takes longer than 0.5 s"],
    ["memory", 0, "lost: needs more than the 32 MiB of memory that a worker has"],
    ["throw", 0, "lost: a broken page"],
    ["exit", 0, "lost: its thread has ended"],
  ])("one that is lost to %s costs only that piece of work", async (fate, timeout, reason) => {
    const words = [...MANY.slice(0, 20), fate, ...MANY.slice(20, 40), fate, fate, "last"];
    const wanted = words.map((word) => (word === fate ? reason : word.toUpperCase()));
    expect(await answers(shouters(2, timeout), words)).toEqual(wanted);
    expect(await answers(shouters(1, timeout), words)).toEqual(wanted);
  });

  it("that do not begin say so and are not started again and again", async () => {
    const [first = "", ...others] = await answers(shouters(2, 0, "threads/nowhere.mjs"), [
      "a",
      "b",
      "c",
      "d",
      "e",
      "f",
    ]);
    expect(first).toMatch(/^broken: a worker cannot be started: .*nowhere\.mjs/);
    expect(new Set(others)).toEqual(new Set([first]));
  });
});
