import { parentPort } from "node:worker_threads";

/** What a piece of work does to the thread that it is given to. */
const FATES = {
  hang: () => {
    for (;;);
  },
  memory: () => {
    for (const held = []; ; ) held.push({ words: [held.length, held.length] });
  },
  throw: () => {
    throw new Error("a broken page");
  },
  exit: () => process.exit(0),
};

parentPort.on("message", (word) => {
  FATES[word]?.();
  parentPort.postMessage(word.toUpperCase());
});
parentPort.postMessage("ready");
