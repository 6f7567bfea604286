import type { WrittenAntenatalTables } from './antenatal-schema.ts';

/** Days after a delivery or birth, both included. */
export interface Window {
  readonly is: string;
  readonly days: readonly [number, number];
}

/** A part of pregnancy: completed weeks up to `to`, and after how many days of silence a contact of it is missed. */
export interface Trimester {
  readonly is: number;
  readonly to: number;
  readonly delayDays: number;
}

/** A contact with a nakes that pregnancy asks for: its trimester, and the days since its beginning on which it is planned, both included. */
export interface PlannedContact extends Window {
  readonly trimester: number;
  /** The days of its trimester, both included: in which it takes its number. */
  readonly within: readonly [number, number];
  /** True where a doctor is to see her. */
  readonly doctor: boolean;
  readonly usg: boolean;
}

/** Something a nakes does in pregnancy; lines of another choice of a setting have been left out at load. */
export type Service = Omit<WrittenAntenatalTables['services']['list'][number], 'setting'>;

/** What is reached by so many contacts in each trimester. */
export type Indicator = Pick<WrittenAntenatalTables['indicators'][number], 'is' | 'spread' | 'doctor'>;

/** So many of these items answered yes. */
export type Items = WrittenAntenatalTables['preeclampsia']['high'];

/** programme/antenatal.yaml, checked: settings chosen, weeks turned into days. */
export interface AntenatalTables {
  /** Hash of the table, named by everything that is reckoned by it. */
  readonly version: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly pregnancy: {
    readonly days: number;
    readonly longestDays: number;
    readonly trimesters: readonly Trimester[];
    /** So long after the due date a pregnancy without a record of its end counts as overlooked. */
    readonly overdueDays: number;
    readonly knownDays: number;
  };
  readonly contacts: readonly PlannedContact[];
  readonly examiner: WrittenAntenatalTables['contacts']['examiner'];
  readonly indicators: readonly Indicator[];
  readonly childbed: readonly Window[];
  readonly newborn: readonly Window[];
  readonly services: readonly Service[];
  readonly tablets: { readonly of: readonly string[]; readonly least: number };
  readonly preeclampsia: { readonly high: Items; readonly moderate: Items };
  readonly triple: readonly string[];
}
