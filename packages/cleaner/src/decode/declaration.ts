/** What a page, or its sender, says of its encoding. */
export interface Declaration {
  /** The encoding that a byte order mark names. */
  readonly bom: string | null;
  /** Labels as they stand, most believable first. */
  readonly labels: readonly string[];
}

/** Bytes in which a declaration is looked for; real pages put scripts before it. */
const HEAD = 8192;

const DECLARATIONS: readonly RegExp[] = [
  /<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,30})/gi,
  /<meta\s[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,30})/gi,
];

/**
 * Finds the declarations in a page's first bytes: `<meta charset="gb2312">` gives `gb2312`. `declared` is a label or a
 * `Content-Type` value from outside and comes first.
 */
export function findDeclaration(bytes: Uint8Array, declared: string | null): Declaration {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD));
  const labels: string[] = [];
  if (declared !== null) labels.push(/charset\s*=\s*["']?([\w.:-]+)/i.exec(declared)?.[1] ?? declared.trim());
  for (const pattern of DECLARATIONS) for (const found of head.matchAll(pattern)) labels.push(found[1] as string);
  const bom = bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33 ? "gb18030" : null;
  return { bom, labels };
}

/** The name that TextDecoder gives an encoding: `GB2312` is `gbk`, `utf8` is `utf-8`; null for what it does not know. */
export function standardName(label: string): string | null {
  try {
    return new TextDecoder(label.toLowerCase().replace(/_/g, "-")).encoding;
  } catch {
    return null;
  }
}
