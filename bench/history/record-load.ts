/** One row of a file, with what it says. */
export interface LoadRow {
  readonly row: number;
  /** What the submitter calls the visit. */
  readonly record: string;
  readonly fact: string;
  readonly sendable: boolean;
}

/** One file to be handed in, not before others were read. */
export interface LoadFile {
  readonly name: string;
  readonly source: string;
  readonly content: string;
  /** Indexes of files that have to be read before: what is corrected has to be there. */
  readonly after: readonly number[];
  readonly rows: readonly LoadRow[];
}

/** Everything that is handed in, in the order in which it is to be begun. */
export interface RecordLoad {
  readonly places: readonly { readonly code: string; readonly name: string; readonly kelurahan: string }[];
  readonly files: readonly LoadFile[];
  /** Records that are taken back once a file has been read. */
  readonly withdrawals: readonly { readonly record: string; readonly after: number }[];
}
