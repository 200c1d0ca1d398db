export { z } from "zod";
export { alternatives, longestFirst } from "./alternatives.ts";
export { type Automaton, automaton } from "./automaton.ts";
export { claimModel, type NetworkModel, readNetwork } from "./claims.ts";
export { type ConfidenceModel, certainty, confidenceOf, DECISIONS, type Decision } from "./confidence.ts";
export {
  lexiconInUse,
  lexiconVersion,
  loadData,
  loadRules,
  ownUnits,
  ruleFiles,
  ruleMatcher,
  useLexicon,
} from "./load.ts";
export { type Match, type Matcher, matcher } from "./matcher.ts";
export { type EntityWords, entityWords, functionWords } from "./names.ts";
export {
  breakModel,
  type LinearModel,
  type NoiseLines,
  type NoiseModel,
  nameModel,
  noiseLines,
  noiseModel,
  splitModel,
} from "./noise.ts";
export { type PairTable, pairTable } from "./pairs.ts";
export { fixedPhrases } from "./phrases.ts";
export { type RoleModel, type RoleSign, roleModel, roleSigns } from "./roles.ts";
export { type RuleSource, ruleFileSchema, ruleSchema } from "./schema.ts";
export { type SpunTerm, type SpunWords, spunWords } from "./spun.ts";
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
export { type TeaserWords, teaserWords } from "./teaser.ts";
export { NOWHERE, START, type Trie, trie } from "./trie.ts";
export { type Lexicon, type LexiconCase, readLexicon } from "./user/lexicon.ts";
export { REMOVAL_REASONS } from "./user/schema.ts";
export { type LexiconProblem, readSource, type Source as YamlSource } from "./user/source.ts";
export { type WordIndex, wordIndex } from "./word-index.ts";
export { type CommonWord, commonWords, type LineWords, lineWords } from "./words.ts";
