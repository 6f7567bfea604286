import type { Issue } from '../fhir/issue.ts';
import type { EnrolmentDraft, LocalDate, PersonDraft, VisitDraft } from './visit.ts';

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
  /** The entry in the register of sasaran that a row of a register opens; such a row has no visit. */
  readonly enrolment?: EnrolmentDraft;
  /** The row whose verdict counts: this one was joined into it, or is one of several visits it holds. Counted apart. */
  readonly partOf?: number | string;
}

/** Where and when a row has seen its person; undefined where no person can be made of it. */
export function toSighting({ visit, registered, enrolment }: MappedRow): { readonly place: string; readonly date: LocalDate } | undefined {
  if (enrolment !== undefined) return { place: enrolment.place, date: enrolment.from };
  return visit ?? registered;
}
