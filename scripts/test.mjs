/**
 * `npm test`: the checks one after the other, all of them even where one fails, then a summary. The last line is
 * `N passed, N failed`: the tests of vitest and each other check as one.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { command, ROOT, run, runNode } from "./tool.mjs";

const tsc = command("typescript", "tsc");
const corpus = [command("tsx"), "scripts/corpus/build.ts"];

/** What is checked before the tests: a name and what node runs. */
const CHECKS = [
  ["format and lint (biome)", [command("@biomejs/biome", "biome"), "check", "--error-on-warnings", "."]],
  ["types of the packages (tsc -b)", [tsc, "-b"]],
  ["types of tests and scripts (tsc)", [tsc, "-p", "tsconfig.check.json"]],
  ["lint, no import cycles (oxlint)", [command("oxlint"), "--deny-warnings"]],
  ["nothing unused (knip)", [command("knip")]],
  ["corpus/dev is as built", [...corpus, "dev", "--check"]],
  ["corpus/frozen is as built", [...corpus, "frozen", "--check"]],
];

/** Runs vitest, its report on the terminal; gives how many tests passed, failed and were skipped. */
function runTests() {
  const folder = mkdtempSync(join(tmpdir(), "zongjie-test-"));
  const file = join(folder, "report.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { ok } = runNode([command("vitest"), "run", ...reporters], { show: true });
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = report;
    return { passed, failed: ok ? failed : Math.max(1, failed), skipped };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }; // vitest ended before it could report
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What test/docx.test.ts draws pages with: the Debian packages, and the programs that they bring. */
const OFFICE = {
  name: "LibreOffice",
  packages: ["libreoffice-writer-nogui", "poppler-utils", "fonts-noto-cjk", "fonts-liberation"],
};
const PROGRAMS = ["soffice", "pdftotext"];
/** As wide as Times New Roman, which drafts write digits in: another font would move what stands beside them. */
const FONT = "Liberation Serif";

/** What packages/cli/test/report.test.ts opens the report in, by the names under which it looks for one. */
const BROWSER = { name: "Chromium", packages: ["chromium"] };
const BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const hasFont = () => run("fc-list", [FONT, "family"]).stdout.trim() !== "";
const hasOffice = () => PROGRAMS.every((name) => run(name, ["--version"]).status !== null) && hasFont();
const hasBrowser = () => BROWSERS.some((name) => run("which", [name]).ok);

/** Installs LibreOffice where that is nobody's own machine: in CI, as root of a Debian. 80 MB, a minute. */
function installOffice() {
  const own = process.env.CI !== "true" || process.getuid?.() !== 0 || run("apt-get", ["--version"]).status !== 0;
  if (own || hasOffice()) return;
  const quick = ["-q", "-y", "-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=20"];
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["update", ...quick], { env });
  run("apt-get", ["install", "--no-install-recommends", ...quick, ...OFFICE.packages], { env });
}

/** Says whether the tests that need a program are run. */
function tell({ name, packages }, here) {
  const words = here ? "is here: its tests are run" : "is not installed: its tests are SKIPPED";
  console.log(`note   ${name} ${words}${here ? "" : ` (apt-get install ${packages.join(" ")})`}`);
}

installOffice();
tell(OFFICE, hasOffice());
tell(BROWSER, hasBrowser());
const rows = [];
for (const [name, words] of CHECKS) {
  const begin = performance.now();
  const { ok, output } = runNode(words, { env: { NO_COLOR: "1" } });
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  rows.push({ name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, note: `${seconds} s` });
  console.log(`${ok ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  if (!ok) console.log(`${output.trim()}\n`);
}
const begin = performance.now();
const tests = runTests();
const skipped = tests.skipped === 0 ? "" : `, ${tests.skipped} skipped`;
rows.push({ name: "tests (vitest)", ...tests, note: `${((performance.now() - begin) / 1000).toFixed(1)} s${skipped}` });

console.log(`\nSummary of ${ROOT}`);
for (const { name, passed, failed, note } of rows)
  console.log(
    `  ${failed === 0 ? "ok    " : "FAILED"} ${name.padEnd(34)} ${String(passed).padStart(5)} passed, ${failed} failed (${note})`,
  );
const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
process.exitCode = sum("failed") === 0 ? 0 : 1;
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
