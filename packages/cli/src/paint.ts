/** How text is shown; it is given as one line without control characters. */
export interface Paint {
  readonly removed: (text: string) => string;
  /** Markup and white space, of which there is much. */
  readonly faint: (text: string) => string;
  readonly inserted: (text: string) => string;
  readonly head: (text: string) => string;
  /** What was looked for. */
  readonly found: (text: string) => string;
  /** Where something stands, and of which sort it is. */
  readonly place: (text: string) => string;
}

const PLAIN: Paint = {
  removed: (text) => `[-${text}-]`,
  faint: (text) => `[-${text}-]`,
  inserted: (text) => `{+${text}+}`,
  head: (text) => text,
  found: (text) => text,
  place: (text) => text,
};

const COLOUR: Paint = {
  removed: (text) => `\u001b[9;31m${text}\u001b[29;39m`,
  faint: (text) => `\u001b[2;9;31m${text}\u001b[22;29;39m`,
  inserted: (text) => `\u001b[32m${text}\u001b[39m`,
  head: (text) => `\u001b[1m${text}\u001b[22m`,
  found: (text) => `\u001b[1;31m${text}\u001b[22;39m`,
  place: (text) => `\u001b[36m${text}\u001b[39m`,
};

/** Colour on a terminal, signs elsewhere. FORCE_COLOR and NO_COLOR overrule, the former first, as Node itself has it. */
export function paintFor(terminal: boolean, env: NodeJS.ProcessEnv = process.env): Paint {
  const { FORCE_COLOR: forced, NO_COLOR: refused, TERM: term } = env;
  if (forced !== undefined) return /^(?:0|false)$/.test(forced) ? PLAIN : COLOUR;
  if (refused !== undefined && refused !== "") return PLAIN;
  return terminal && term !== "dumb" ? COLOUR : PLAIN;
}
