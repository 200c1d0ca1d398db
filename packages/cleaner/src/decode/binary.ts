/** First bytes of files that are no text: PNG, JPEG, GIF, WebP/AVI/WAV, PDF, ZIP and Office, OLE, RAR, 7z, gzip, ELF. */
const SIGNATURES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x49, 0x46, 0x46],
  [0x25, 0x50, 0x44, 0x46, 0x2d],
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b, 0x08],
  [0x7f, 0x45, 0x4c, 0x46],
];

/** Share of control bytes above which a file is no text. Real pages with a stray NUL or two stay far below. */
const CONTROL_SHARE = 0.02;
const SAMPLE = 16_384;

/** Whether bytes are a binary file: by their first bytes, or by many control bytes. A page 工作总结.html is none. */
export function isBinary(bytes: Uint8Array): boolean {
  if (SIGNATURES.some((signature) => signature.every((byte, i) => bytes[i] === byte))) return true;
  const size = Math.min(bytes.length, SAMPLE);
  let controls = 0;
  for (let i = 0; i < size; i++) {
    const byte = bytes[i] as number;
    // Tab, line ends, form feed and escape (ISO-2022) stand in texts.
    if (byte < 0x20 && !(0x09 <= byte && byte <= 0x0d) && byte !== 0x1b) controls++;
  }
  return CONTROL_SHARE * size < controls;
}
