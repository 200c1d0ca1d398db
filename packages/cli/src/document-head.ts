import type { DocumentOutline } from "@zongjie/document";
import type { Paint } from "./paint.ts";
import { visible } from "./visible.ts";

/** The line above what is said of a document: `===== page.txt #0 东岭县2023年养老服务工作总结 [总结]`. */
export function documentHead(
  { uri, document, title, kind }: Pick<DocumentOutline, "uri" | "document" | "title" | "kind">,
  paint: Paint,
): string {
  const words = title === null ? "" : ` ${visible(title.replace(/\s+/g, " "))}`;
  return `${paint.head(`===== ${visible(uri)} #${document}${words}`)} ${paint.place(`[${kind}]`)}`;
}
