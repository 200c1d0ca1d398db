import {
  CHECK_CODES,
  FIGURE_KINDS,
  type Finding,
  type PageRecord,
  type ReportExample,
  type RunReport,
  SUSPECTS,
} from "@zongjie/document";
import { findingsOf } from "../findings.ts";
import { exampleOf } from "./examples.ts";
import { type Worst, worst } from "./worst.ts";

/** Counts figures, those that are suspect, and what checks came to. */
export interface FigureSums {
  readonly add: (record: PageRecord) => void;
  readonly finish: () => Pick<RunReport, "figures" | "checks">;
}

/** Examples of a code. */
const EXAMPLES = 5;

interface Code<C> {
  readonly code: C;
  held: number;
  failed: number;
  readonly found: Worst<Finding>;
}

/** Sums over the figures of pages. Of a code the findings that are furthest off are kept as examples, each wording once. */
export function figureSums(): FigureSums {
  const kinds = new Map(FIGURE_KINDS.map((kind) => [kind, { kind, stated: 0, target: 0 }]));
  const checks = new Map<string, Code<(typeof CHECK_CODES)[number]>>(CHECK_CODES.map(emptyCode));
  const suspects = new Map<string, Code<(typeof SUSPECTS)[number]>>(SUSPECTS.map(emptyCode));
  let [count, valued, masked] = [0, 0, 0];
  return {
    add(record) {
      for (const { figures } of record.documents)
        for (const figure of figures) {
          count++;
          if (figure.value !== null || figure.range !== null) valued++;
          if (figure.masked) masked++;
          const kind = kinds.get(figure.kind);
          if (kind !== undefined) kind[figure.modality]++;
        }
      for (const finding of findingsOf(record, null)) {
        const sum = (finding.type === "check" ? checks : suspects).get(finding.code);
        if (sum === undefined) continue;
        if (finding.holds) sum.held++;
        else {
          sum.failed++;
          sum.found.add(finding, offBy(finding));
        }
      }
    },
    finish() {
      const codes = [...checks.values()].filter(({ held, failed }) => 0 < held + failed).sort(byFailed);
      const failed = codes.reduce((sum, code) => sum + code.failed, 0);
      return {
        figures: {
          count,
          valued,
          masked,
          kinds: [...kinds.values()]
            .filter(({ stated, target }) => 0 < stated + target)
            .sort((a, b) => b.stated + b.target - a.stated - a.target),
          suspects: [...suspects.values()]
            .filter((code) => 0 < code.failed)
            .sort(byFailed)
            .map(({ code, failed: figures, found }) => ({ code, figures, examples: examplesOf(found) })),
        },
        checks: {
          count: codes.reduce((sum, code) => sum + code.held, failed),
          failed,
          codes: codes.map(({ found, ...code }) => ({ ...code, examples: examplesOf(found) })),
        },
      };
    },
  };
}

function emptyCode<C extends string>(code: C): [string, Code<C>] {
  return [code, { code, held: 0, failed: 0, found: worst(EXAMPLES, ({ message }) => message.normalize("NFKC")) }];
}

const byFailed = (a: { failed: number }, b: { failed: number }): number => b.failed - a.failed;

function examplesOf(found: Worst<Finding>): ReportExample[] {
  return found.list().map(exampleOf);
}

/** How far what is said is from what comes out, by the larger of the two: 12113 and 12108 are 0.0004 apart. */
function offBy({ stated, computed }: Finding): number {
  if (stated === null || computed === null) return 0;
  const most = Math.max(Math.abs(stated), Math.abs(computed));
  return most === 0 ? 0 : Math.abs(stated - computed) / most;
}
