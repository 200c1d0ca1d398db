const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const PART = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });
const SHARE = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 1 });
const SHORT = new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 });

/** `12113` as `12,113`. */
export function whole(value: number): string {
  return WHOLE.format(value);
}

/** `12113` as `12.1K`, for the axis of a chart. */
export function short(value: number): string {
  return SHORT.format(value);
}

/** `0.0812` as `8.1%`; what is there but rounds to nothing is `<0.1%`. */
export function percent(share: number): string {
  return 0 < share && share < 0.0005 ? "<0.1%" : SHARE.format(share);
}

const UNITS = ["bytes", "kB", "MB", "GB", "TB"];

/** `8123456` as `8.1 MB`. */
export function byteSize(bytes: number): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${PART.format(bytes / 1000 ** power)} ${UNITS[power]}`;
}

/** `83500` as `1 min 23.5 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${WHOLE.format(milliseconds)} ms`;
  const minutes = Math.floor(milliseconds / 60_000);
  const seconds = `${PART.format((milliseconds - minutes * 60_000) / 1000)} s`;
  return minutes === 0 ? seconds : `${whole(minutes)} min ${seconds}`;
}
