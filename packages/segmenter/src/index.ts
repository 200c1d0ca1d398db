export { findEntities } from "./entities/entities.ts";
export {
  type Claim,
  checkEvidence,
  claimScale,
  FAILS,
  findChecks,
  findFigures,
  findFiguresNamed,
} from "./figures/index.ts";
export { nameJudgeOf } from "./figures/naming/judge.ts";
export { nameOptions } from "./figures/naming/options.ts";
export { readWeights } from "./figures/naming/weights.ts";
export { type NormalUnit, normalUnit, type UnitFile, unitFileSchema } from "./figures/vocabulary.ts";
export { findKeywords } from "./keywords/keywords.ts";
export { tokenizerInUse } from "./keywords/tokenizer.ts";
export { type HeadingLook, headingFeatures } from "./outline/confidence.ts";
export { findOutline } from "./outline/outline.ts";
export type {
  HeadingLine,
  Outline,
  OutlineHints,
  OutlineIssue,
  PlainItem,
  PlainSection,
  TableRow,
} from "./outline/types.ts";
export { aboveFeatures, gatherRoles, type Look, type RoleEvidence } from "./roles/evidence.ts";
export { roleJudgeOf } from "./roles/model.ts";
export { guessKind } from "./roles/roles.ts";
export { findSentences } from "./sentences/sentences.ts";
