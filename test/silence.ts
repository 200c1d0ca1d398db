import { beforeAll } from "vitest";

/** Nothing prints but the CLI: a console call inside a package is a defect. */
beforeAll(() => {
  for (const method of ["log", "info", "warn", "error", "debug"] as const) {
    console[method] = (...words: unknown[]) => {
      throw new Error(`console.${method} called: ${words.map(String).join(" ")}`);
    };
  }
});
