import { openTarget, report, type Sink } from "./sink.ts";
import { openSpool } from "./spool.ts";
import type { TableTask } from "./tables.ts";

/** Writes the records themselves, a line each. */
export function recordSink({ place, plan, inputs }: TableTask): Sink {
  const path = place.path(null, "records.ndjson");
  const target = openTarget(path, inputs, plan.packing);
  let count = 0;
  return {
    take: async (page) => {
      count++;
      await target.write(`${JSON.stringify(page)}\n`);
    },
    close: async () => {
      await target.close();
      return report(place, [[path, `${count} pages`]]);
    },
    abandon: target.abandon,
  };
}

/** Writes the records of each part into a file of its own; a page goes with its first document, for a record stays whole. */
export function splitRecordSink({ place, plan, inputs, partOf }: TableTask, rest: string): Sink {
  const spool = openSpool(place.path(null, "rows"));
  const counts = new Map<string, number>();
  return {
    take: async (page) => {
      const [first] = page.documents;
      const part = (first === undefined ? null : partOf(first, page)) ?? rest;
      counts.set(part, 1 + (counts.get(part) ?? 0));
      spool.add(part, JSON.stringify(page));
    },
    close: async () => {
      const files: [string, string][] = [];
      for (const [part, count] of counts) {
        const path = place.path(part, "records.ndjson");
        const target = openTarget(path, inputs, plan.packing);
        for (const line of spool.lines(part)) await target.write(`${line}\n`);
        await target.close();
        files.push([path, `${count} pages`]);
      }
      spool.remove();
      return report(place, files);
    },
    abandon: spool.remove,
  };
}
