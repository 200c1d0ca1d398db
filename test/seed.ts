import fc from "fast-check";

/**
 * Property tests draw the same cases in each run, so that a run says of a change whether it is right; `SEED=… npm test` draws
 * others: what they find becomes an example of its test.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_123) });
