/** FNV-1a over the UTF-16 units of a stretch of text, 32 bits, signed: fast, and the same on every machine. 国防教育宣传活动 is one number. */
export function fnv(text: string, start: number, end: number): number {
  let h = 0x811c9dc5;
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}
