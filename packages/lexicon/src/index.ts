export { z } from "zod";
export { type Automaton, automaton } from "./automaton.ts";
export { loadData, loadRules, ruleFiles, ruleMatcher } from "./load.ts";
export { type Match, type Matcher, matcher } from "./matcher.ts";
export { type EntityWords, entityWords, functionWords } from "./names.ts";
export { type LinearModel, type NoiseLines, type NoiseModel, noiseLines, noiseModel } from "./noise.ts";
export { fixedPhrases } from "./phrases.ts";
export { type RuleSource, ruleFileSchema, ruleSchema } from "./schema.ts";
export {
  headingMarkers,
  type MarkerFile,
  type MarkerStyle,
  type OrdinalKind,
  type RoleFile,
  type RoleWords,
  type RunInStyle,
  roleWords,
  type StructureWords,
  structureWords,
} from "./structure.ts";
