import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { SHAPES } from "../scripts/bench/shapes.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SCRIPT = "scripts/bench/adversaries.ts";

/** Longest that one input may take before it counts as a hang, in ms. */
const HANG = 60_000;

/** Bytes of each input: a small part of the bench's, for a hang shows on them too. */
const SIZE = 200_000;

/** How many processes share the inputs. */
const PARTS = 2;

/** Works through a part of the shapes in a process of its own, for a hang there does not let go of the thread. */
function finished(part: number): Promise<{ names: string[]; stderr: string }> {
  return new Promise((resolve) => {
    const words = ["--conditions=@zongjie/source", "--import", "tsx", SCRIPT];
    const child = spawn(process.execPath, [...words, "--size", String(SIZE), "--part", `${part}/${PARTS}`], {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: "" },
    });
    const guard = setTimeout(() => child.kill("SIGKILL"), HANG);
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
      guard.refresh();
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
    });
    child.on("close", () => {
      clearTimeout(guard);
      resolve({ names: stdout.split("\n").flatMap((line) => /^(.+?)\t/.exec(line)?.[1] ?? []), stderr });
    });
  });
}

describe("inputs that nobody writes", () => {
  it("are there, each with a name of its own", () => {
    expect(SHAPES.length).toBeGreaterThan(90);
    expect(new Set(SHAPES.map(({ name }) => name)).size).toBe(SHAPES.length);
  });

  it.concurrent.each(Array.from({ length: PARTS }, (_, i) => i + 1))(
    "are worked through, none hangs or throws (part %i)",
    async (part) => {
      const { names, stderr } = await finished(part);
      const asked = SHAPES.filter((_shape, i) => i % PARTS === part - 1).map(({ name }) => name);
      expect(
        asked.filter((name) => !names.includes(name)),
        stderr,
      ).toEqual([]);
    },
    SHAPES.length * HANG,
  );
});
