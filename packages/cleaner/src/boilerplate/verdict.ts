/** Why a line goes, by which rule; `from`: only the line's text from this offset on. */
export interface Verdict {
  readonly reason: string;
  readonly rule: string;
  readonly from?: number;
}
