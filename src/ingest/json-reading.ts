import type { Issue } from '../fhir/issue.ts';
import type { RecordPath } from '../map/records/record-path.ts';

/** Where the records stand, what they cannot be read without, and the limits that keep memory bounded. */
export interface JsonOptions {
  readonly path: RecordPath;
  /** Fields of the document (the first name of each) without which no record can be read: those of `berkas.` and of joined tables. */
  readonly needs?: readonly string[];
  /** Longest record, default 1 MB. */
  readonly mostElementBytes?: number;
  /** Most of what is held at once beside the record at hand, default 64 MB. */
  readonly mostHeldBytes?: number;
}

/** The same with every limit set, and where the faults of the file go. */
export interface JsonReading extends Required<JsonOptions> {
  readonly report: (issue: Issue) => void;
}
