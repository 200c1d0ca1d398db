export { type Automaton, automaton } from "./automaton.ts";
export { loadData, loadRules, ruleFiles, ruleMatcher } from "./load.ts";
export { type Match, type Matcher, matcher } from "./matcher.ts";
export { type RuleSource, ruleFileSchema, ruleSchema } from "./schema.ts";
