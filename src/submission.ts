import type { Issue } from './fhir/issue.ts';
import type { RowStatus } from './map/mapped-row.ts';

/** What a sender hands in: the bytes as they are, the source they are in, and what the request itself says. */
export interface SubmissionRequest {
  readonly source: string;
  readonly bytes: Uint8Array;
  /** Name of the file where there was one; some sources say the place or month in it. */
  readonly fileName?: string;
  /** Place and date said by the request, for forms that state neither. */
  readonly place?: string;
  readonly date?: string;
  /** Who submits: the key's facility; places resolve inside it only. */
  readonly within?: string;
  readonly submitter: string;
}

/** accepted + warning + quarantined + skipped = rows. Headings, and rows joined into another or cut out of one, are counted apart. */
export interface RowCounts {
  readonly rows: number;
  readonly headings: number;
  readonly parts: number;
  readonly accepted: number;
  readonly warning: number;
  readonly quarantined: number;
  readonly skipped: number;
}

/** The verdict on one row as its sender reads it. */
export interface RowVerdict {
  readonly row: number | string;
  readonly status: RowStatus;
  readonly heading: boolean;
  readonly reason?: string;
  readonly issues: readonly Issue[];
  readonly visit?: string;
}

/** What became of a submission. `state` is `selesai` when every row has its verdict, `diproses` while rows are still being read. */
export interface SubmissionResult {
  readonly id: string;
  readonly state: 'selesai' | 'diproses';
  /** True when the same bytes were already read with the same tables: nothing changed. */
  readonly unchanged: boolean;
  readonly environment: string;
  readonly source: string;
  readonly counts: RowCounts;
  readonly issues: readonly Issue[];
  /** Verdicts at once for files of up to 500 rows; longer ones are asked for by page. */
  readonly rows?: readonly RowVerdict[];
}

/** An answer to a submission, byte by byte. */
export interface SubmissionAnswer {
  readonly status: number;
  readonly body: string;
  readonly submission: string;
}

/**
 * What becomes of a request under its sender's own key: the answer, `replayed` when an earlier request has got it; `refused`, which leaves the
 * key free; `other-request` when the key stands for another one; `under-way` when the first is not done in time.
 */
export type HandedOnce =
  | { readonly kind: 'answered'; readonly answer: SubmissionAnswer; readonly replayed: boolean }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }
  | { readonly kind: 'other-request' }
  | { readonly kind: 'under-way' };
