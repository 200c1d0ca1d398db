/** A response of the web as a crawler keeps it. */
export interface HttpResponse {
  /** Three digits. */
  readonly status: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Without its transfer encoding. */
  readonly body: Buffer;
  /** True where its transfer encoding says that more should follow. */
  readonly cut: boolean;
}

/** Where the first of some bytes ends the head. */
const ENDS: readonly Buffer[] = [Buffer.from("\r\n\r\n"), Buffer.from("\n\n")];

/** Reads `HTTP/1.1 200 OK`, headers and body; null for what is no response. */
export function readHttp(block: Buffer): HttpResponse | null {
  const ends = ENDS.map((end) => ({ at: block.indexOf(end), size: end.length })).filter(({ at }) => at !== -1);
  const end = ends.sort((a, b) => a.at - b.at)[0] ?? { at: block.length, size: 0 };
  const [first = "", ...lines] = block.toString("latin1", 0, end.at).split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})\b/i.exec(first)?.[1];
  if (status === undefined) return null;
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (0 < colon) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const body = block.subarray(end.at + end.size);
  const chunked = /\bchunked\b/i.test(headers.get("transfer-encoding") ?? "");
  return { status, headers, ...((chunked ? unchunk(body) : null) ?? { body, cut: false }) };
}

/** The body of chunks, `5\r\n工..\r\n0\r\n\r\n`; null where it is none: crawlers join chunks and leave the header. */
function unchunk(body: Buffer): Pick<HttpResponse, "body" | "cut"> | null {
  const pieces: Buffer[] = [];
  let cut = true;
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf("\r\n", at);
    const line = end === -1 || at + 64 < end ? "" : body.toString("latin1", at, end);
    const size = /^[\da-f]{1,8}(?=\s*(?:;|$))/i.exec(line)?.[0];
    if (size === undefined) break;
    const length = Number.parseInt(size, 16);
    cut = length !== 0;
    if (!cut) break;
    pieces.push(body.subarray(end + 2, end + 2 + length));
    at = end + 2 + length + 2;
  }
  return pieces.length === 0 ? null : { body: Buffer.concat(pieces), cut };
}
