/** `node --conditions=@zongjie/source --import tsx scripts/generate-pages.ts COUNT FOLDER`: a collection to run the command on. */
import { existsSync, readdirSync } from "node:fs";
import { writePages } from "./bench/pages.ts";

const [count = "", folder = ""] = process.argv.slice(2);
if (!/^\d{1,7}$/.test(count) || folder === "") throw new Error("generate-pages.ts COUNT FOLDER");
if (existsSync(folder) && 0 < readdirSync(folder).length) throw new Error(`${folder}: is not empty`);
const broken = writePages(Number(count), folder);
console.log(`${count} pages in ${folder}, ${broken} of them broken`);
