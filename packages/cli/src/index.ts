export { main } from "./main.ts";
export { makeProgram } from "./program.ts";
