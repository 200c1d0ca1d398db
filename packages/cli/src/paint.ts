/** How removed and inserted text is shown: both given as one line without control characters. */
export interface Paint {
  readonly removed: (text: string) => string;
  /** Markup and white space, of which there is much. */
  readonly faint: (text: string) => string;
  readonly inserted: (text: string) => string;
  readonly head: (text: string) => string;
}

const PLAIN: Paint = {
  removed: (text) => `[-${text}-]`,
  faint: (text) => `[-${text}-]`,
  inserted: (text) => `{+${text}+}`,
  head: (text) => text,
};

const COLOUR: Paint = {
  removed: (text) => `\u001b[9;31m${text}\u001b[29;39m`,
  faint: (text) => `\u001b[2;9;31m${text}\u001b[22;29;39m`,
  inserted: (text) => `\u001b[32m${text}\u001b[39m`,
  head: (text) => `\u001b[1m${text}\u001b[22m`,
};

/** Colour on a terminal, signs elsewhere. FORCE_COLOR and NO_COLOR overrule, the former first, as Node itself has it. */
export function paintFor(terminal: boolean, env: NodeJS.ProcessEnv = process.env): Paint {
  const { FORCE_COLOR: forced, NO_COLOR: refused, TERM: term } = env;
  if (forced !== undefined) return /^(?:0|false)$/.test(forced) ? PLAIN : COLOUR;
  if (refused !== undefined && refused !== "") return PLAIN;
  return terminal && term !== "dumb" ? COLOUR : PLAIN;
}
