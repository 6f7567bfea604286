import type { Issue } from '../fhir/issue.ts';
import type { LocalDate, PersonDraft, VisitDraft } from './visit.ts';

export type RowStatus = 'accepted' | 'warning' | 'quarantined' | 'skipped';

/** One physical line (or JSON path) after reading and mapping, before it is known which person it is about. */
export interface MappedRow {
  /** Physical line number of a CSV (the first line is 1), or the JSON path of the record. */
  readonly row: number | string;
  readonly status: RowStatus;
  /** Why a row was skipped (`judul`, `kepala`, `kosong`, `jumlah`, `duplikat`) or quarantined. */
  readonly reason?: string;
  /** True for titles, headers and notes: counted apart from data rows. */
  readonly heading: boolean;
  readonly issues: readonly Issue[];
  /** Hash of the row's cells: the same row again is recognised by it. Empty for headings. */
  readonly contentHash: string;
  /** The cells as written, to be sealed and kept. */
  readonly cells: readonly string[];
  readonly person?: PersonDraft;
  readonly visit?: VisitDraft;
  /** Where and when a person without any result was written down: registered, and no visit is invented of it. */
  readonly registered?: { readonly place: string; readonly date: LocalDate };
}

/** Where and when a row has seen its person; undefined where no person can be made of it. */
export function toSighting({ visit, registered }: MappedRow): { readonly place: string; readonly date: LocalDate } | undefined {
  return visit ?? registered;
}
