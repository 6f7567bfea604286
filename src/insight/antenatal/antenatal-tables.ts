import type { WrittenAntenatalTables } from './antenatal-schema.ts';

/** Days after a delivery or birth, both included. */
export interface Window {
  readonly is: string;
  readonly days: readonly [number, number];
}

/** programme/antenatal.yaml, checked: settings chosen. */
export interface AntenatalTables {
  /** Hash of the table, named by everything that is reckoned by it. */
  readonly version: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly pregnancy: Pick<WrittenAntenatalTables['pregnancy'], 'days' | 'longestDays' | 'trimesters' | 'overdueDays'>;
  readonly childbed: readonly Window[];
  readonly newborn: readonly Window[];
}
