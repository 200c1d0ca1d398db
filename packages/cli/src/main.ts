import { CommanderError } from "commander";
import { makeProgram } from "./program.ts";
import { complain, fileReason } from "./talk.ts";

/** Runs the command with the arguments of a process; sets its exit status: 0, 1 (some inputs failed), 2 (wrong usage). */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on("error", quitOnClosedPipe);
  try {
    await makeProgram().parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
    else {
      complain(error instanceof Error ? error.message : String(error));
      process.exitCode = 1;
    }
  }
}

/** `zongjie run … | head` ends quietly. */
function quitOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(0);
  complain(`stdout: ${fileReason(error)}`);
  process.exit(1);
}
