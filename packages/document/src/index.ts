export * from "./draft.ts";
export { type Breach, breachesOf } from "./laws.ts";
export { ledger, replay } from "./ledger.ts";
export type { DocumentOutline, OutlineFault, OutlineSection } from "./outline.ts";
export { applyEdits, carry, type Edit, type Page, page, type Revision, revise } from "./page.ts";
export type { Piece, PieceEdit, Pieces } from "./pieces.ts";
export * from "./record.ts";
export * from "./span.ts";
export { locate, trace } from "./trace.ts";
