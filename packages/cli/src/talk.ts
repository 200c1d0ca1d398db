/** Says something to the person: stderr, never stdout. */
export function complain(message: string): void {
  process.stderr.write(`zongjie: ${message}\n`);
}

/** A line on stderr that shows how far a run is; silent where stderr is no terminal. */
export function progress(name: string): { step(done: number): void; end(): void } {
  if (!process.stderr.isTTY) return { step: () => undefined, end: () => undefined };
  let last = 0;
  return {
    step(done) {
      const now = Date.now();
      if (now - last < 100) return;
      last = now;
      process.stderr.write(`\r${name}: ${done} pages`);
    },
    end: () => void process.stderr.write("\r\u001b[K"),
  };
}
