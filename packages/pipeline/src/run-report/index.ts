import type { RunReport } from "@zongjie/document";
import type { ReportSetting } from "./html/page.ts";

/** A report as a page of HTML that stands by itself; what draws the charts is loaded for it only. */
export async function renderReport(report: RunReport, setting: ReportSetting): Promise<string> {
  const { reportHtml } = await import("./html/page.ts");
  return reportHtml(report, setting);
}
