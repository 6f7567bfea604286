/** What a reading was made with, as its `tables_version` says. */
export interface TablesLabel {
  /** Version of the tables (`toTablesVersion`). */
  readonly tables: string;
  /** True where only rows that were quarantined were read, and the verdicts of all others were carried over. */
  readonly quarantinedOnly: boolean;
}

// The form is known to list-replays.sql and list-quarantined.sql too: tables, then what was read, then how often, with dots between.
const quarantinedMark = 'karantina';

/** Reads the label of a reading. */
export function readTablesLabel(label: string): TablesLabel {
  const [tables = '', ...marks] = label.split('.');
  return { tables, quarantinedOnly: marks.includes(quarantinedMark) };
}

/** The label for another reading: tables that come back after others had their turn are read with once more, under a number. */
export function toTablesLabel({ tables, quarantinedOnly }: TablesLabel, taken: readonly string[]): string {
  const first = quarantinedOnly ? `${tables}.${quarantinedMark}` : tables;
  for (let turn = 1; ; turn += 1) {
    const label = turn === 1 ? first : `${first}.${String(turn)}`;
    if (!taken.includes(label)) return label;
  }
}
