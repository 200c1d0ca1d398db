export * from "./brief.ts";
export * from "./draft.ts";
export * from "./family.ts";
export type { FigureRow, FigureTable } from "./figure-row.ts";
export type { Finding, FindingFigure, FindingList } from "./finding.ts";
export { type FlatTable, flatTables } from "./flat-table.ts";
export { type Breach, breachesOf } from "./laws.ts";
export { ledger, replay } from "./ledger.ts";
export type { DocumentOutline, OutlineFault, OutlineSection } from "./outline.ts";
export { applyEdits, carry, type Edit, type Page, page, type Revision, revise } from "./page.ts";
export * from "./patterns.ts";
export type { Piece, PieceEdit, Pieces } from "./pieces.ts";
export * from "./record.ts";
export type {
  FailedPage,
  ReasonTotal,
  ReportExample,
  ReportFamily,
  RunReport,
  SiteTotal,
  SlowPage,
} from "./run-report.ts";
export { firstIndex } from "./search.ts";
export * from "./span.ts";
export { BAR, TABLE_RULE } from "./table-marks.ts";
export { locate, trace } from "./trace.ts";
