/** Tells a format by the first bytes of a file. */
export type Sign = (head: Uint8Array) => boolean;

const startsWith =
  (signature: string): Sign =>
  (head) =>
    Buffer.from(head.buffer, head.byteOffset, signature.length <= head.length ? signature.length : 0).equals(
      Buffer.from(signature, "latin1"),
    );

const isMember = startsWith("PK\x03\x04");
const isNoMember = startsWith("PK\x05\x06");

export const isZip: Sign = (head) => isMember(head) || isNoMember(head);
export const isGzip: Sign = startsWith("\x1f\x8b\x08");
export const isPdf: Sign = startsWith("%PDF-");
/** Old Office files: Word, Excel, PowerPoint, WPS. */
export const isOle: Sign = startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
export const isParquet: Sign = startsWith("PAR1");
export const isWarc: Sign = startsWith("WARC/");
export const isTar: Sign = (head) => Buffer.from(head.subarray(257, 262)).toString("latin1") === "ustar";

/** How JSON with members begins, alone, in lines or in an array. */
const JSON_HEAD = /^(?:\u00ef\u00bb\u00bf)?\s*(?:\[\s*)?\{\s*"(?:[^"\\]|\\.){0,200}"\s*:/;

export const isJson: Sign = (head) => JSON_HEAD.test(Buffer.from(head.subarray(0, 1024)).toString("latin1"));
