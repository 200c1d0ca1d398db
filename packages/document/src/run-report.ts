import type { FamilyType } from "./family.ts";
import type { CheckCode, DocumentKind, DocumentRecord, FigureKind, PageSource, Suspect } from "./record.ts";
import type { Span } from "./span.ts";

/** What a reason of the ledger came to: navigation, 4,230 entries on 512 pages, 8.1 % of all characters. */
export interface ReasonTotal {
  readonly reason: string;
  readonly entries: number;
  readonly pages: number;
  /** Characters of the sources (UTF-16 units) that were taken out or replaced. */
  readonly characters: number;
  /** Their share of all characters that the records account for. */
  readonly share: number;
}

/** Something found in a document, to look at: 共12113件, its parts sum to 12108. */
export interface ReportExample {
  readonly uri: string;
  /** Id of the document. */
  readonly document: string;
  readonly title: string | null;
  readonly message: string;
  /** The sentences that hold the figures, cut where they are long; `marks` are the figures in it. */
  readonly text: string;
  readonly marks: readonly Span[];
}

/** A code with how often it came and a few examples. */
interface Examples<Code> {
  readonly code: Code;
  readonly examples: readonly ReportExample[];
}

/** A family of copies in few words. */
export interface ReportFamily {
  readonly type: FamilyType;
  readonly members: number;
  readonly similarity: number;
  readonly opening: string;
  /** Page of the original. */
  readonly uri: string;
}

/** What was counted under a name. */
export interface SiteTotal {
  /** Host, name or folder; null for all that were not counted one by one. */
  readonly site: string | null;
  readonly pages: number;
  readonly documents: number;
  readonly figures: number;
}

/** A page that gave no documents, or was not read. */
export interface FailedPage {
  readonly uri: string;
  readonly reason: string;
}

/** A page that took long. */
export interface SlowPage {
  readonly uri: string;
  readonly milliseconds: number;
}

/** What a run came to, `zongjie report`: `zongjie/report@1`. The lists of names are the longest or worst ones only. */
export interface RunReport {
  readonly schema: "zongjie/report@1";
  readonly pages: {
    /** All of them, the failed ones too. */
    readonly count: number;
    readonly failed: number;
    /** Read well, but without a document. */
    readonly empty: number;
    readonly bytes: number;
    readonly formats: readonly (Pick<PageSource, "mediaType" | "encoding"> & { readonly pages: number })[];
    readonly sites: readonly SiteTotal[];
  };
  readonly documents: {
    readonly count: number;
    readonly incomplete: number;
    /** Letters, digits and marks of the clean texts, no blanks. */
    readonly characters: number;
    readonly kinds: readonly {
      readonly kind: DocumentKind;
      readonly documents: number;
      readonly characters: number;
    }[];
    /** Documents by their characters: `from` and more, up to the next one's. */
    readonly lengths: readonly { readonly from: number; readonly documents: number }[];
    /** Documents by the year of their date, figures by that of their period. */
    readonly years: readonly { readonly year: string; readonly documents: number; readonly figures: number }[];
    readonly undated: number;
  };
  readonly text: {
    /** Characters of the sources (UTF-16 units) in documents or in the ledger. */
    readonly characters: number;
    /** Those that stand in the clean texts as they are. */
    readonly kept: number;
    /** Pages with documents whose record has no ledger. */
    readonly withoutLedger: number;
    readonly removed: readonly ReasonTotal[];
    readonly repaired: readonly ReasonTotal[];
  };
  readonly figures: {
    readonly count: number;
    /** Those with a value or a range. */
    readonly valued: number;
    readonly masked: number;
    readonly kinds: readonly { readonly kind: FigureKind; readonly stated: number; readonly target: number }[];
    readonly suspects: readonly (Examples<Suspect> & { readonly figures: number })[];
  };
  readonly checks: {
    readonly count: number;
    readonly failed: number;
    /** The examples are the failed ones that are furthest off. */
    readonly codes: readonly (Examples<CheckCode> & { readonly held: number; readonly failed: number })[];
  };
  readonly issues: readonly { readonly code: string | null; readonly count: number }[];
  /** Passages that repeat an earlier one of the same page. */
  readonly repeats: readonly {
    readonly type: DocumentRecord["duplicates"][number]["type"];
    readonly count: number;
  }[];
  /** Copies over all pages; null where nobody looked for them. */
  readonly families: {
    readonly types: readonly { readonly type: FamilyType; readonly families: number; readonly members: number }[];
    readonly largest: readonly ReportFamily[];
  } | null;
  /** The pages that took longest; null where no times are known. */
  readonly slowest: readonly SlowPage[] | null;
  readonly failures: {
    readonly reasons: readonly { readonly reason: string | null; readonly pages: number }[];
    readonly pages: readonly FailedPage[];
  };
}
