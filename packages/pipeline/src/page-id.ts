import { createHash } from "node:crypto";

/** What the ids of a page's documents begin with: 16 hex digits over its name and the SHA-256 of its bytes, `3f9c2a71d0b4e8aa`. */
export function pageId(uri: string, sha256: string): string {
  return createHash("sha256").update(uri).update("\n").update(sha256).digest("hex").slice(0, 16);
}
