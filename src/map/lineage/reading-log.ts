import type { ReadingTrace, TracedRecord } from '../rows/row-context.ts';

/** A line above a table, or between its rows, that context was read from. */
export interface TitleLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What a file's rows were made of, kept while it is read. */
export interface ReadingLog {
  readonly trace: ReadingTrace;
  readonly titles: readonly TitleLine[];
  readonly records: readonly TracedRecord[];
}

/** Creates the log of one file: `trace` goes into the context that the file is read with. */
export function createReadingLog(): ReadingLog {
  const titles: TitleLine[] = [];
  const records: TracedRecord[] = [];
  return {
    titles,
    records,
    trace: {
      title: (line, cells) => {
        titles.push({ line, cells });
      },
      record: (traced) => {
        if (traced.rows.length > 0) records.push(traced);
      },
    },
  };
}
