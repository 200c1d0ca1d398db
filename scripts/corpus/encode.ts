import iconv from "iconv-lite";
import type { Encoding } from "./skin.ts";

/** The bytes of a page; throws an Error that names the first character that the encoding cannot write, 丨 in Big5. */
export function encoded(raw: string, encoding: Encoding): Buffer {
  const bytes = iconv.encode(raw, encoding.as, { addBOM: encoding.bom });
  const back = iconv.decode(bytes, encoding.as);
  if (back === raw) return bytes;
  const at = [...raw].findIndex((c, i) => c !== [...back][i]);
  throw new Error(`${encoding.as} cannot write ${JSON.stringify([...raw][at])}`);
}

/** A page's text from its bytes, a BOM left out. */
export function decodedBytes(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes), encoding, { stripBOM: true });
}
