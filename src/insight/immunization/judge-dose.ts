import type { LocalDate } from '../../map/visit.ts';
import type { StatusInput } from '../status/judged.ts';
import { findShortInterval } from './find-short-interval.ts';
import type { ImmunizationTables } from './immunization-tables.ts';
import { findInForce } from './immunization-tables.ts';
import type { DatedDose } from './list-doses.ts';
import type { TimeSpan } from './time-span.ts';
import { addSpan } from './time-span.ts';

/** Why a dose does not count: it came before the least age, or too soon after the dose before it. */
export type DoseFault = 'umur' | 'jarak';

/** How a dose of the schedule stands: `valid` is the record that counts; without one, why the first of them does not, and by which facts. */
export type JudgedDose =
  | { readonly valid: DatedDose; readonly fault?: undefined }
  | { readonly valid?: undefined; readonly fault: DoseFault; readonly least: TimeSpan; readonly inputs: readonly StatusInput[] };

/** What a dose is judged in the light of. */
export interface DoseFacts {
  readonly dated: readonly DatedDose[];
  /** Absent where nobody knows it: then no age is judged. */
  readonly birthDate?: LocalDate | undefined;
  readonly tables: Pick<ImmunizationTables, 'earliest' | 'intervals' | 'limits'>;
}

/** Judges all records of one dose together: given too early and again in time, it counts. Undefined where no record has a date. */
export function judgeDose(code: string, facts: DoseFacts): JudgedDose | undefined {
  const records = facts.dated.filter((dose) => dose.code === code);
  const judged = withoutMisdated(records, facts).map((dose) => judgeRecord(dose, facts));
  return judged.find(({ valid }) => valid !== undefined) ?? judged[0];
}

/** True where a dose was given at an age at which it is given no more. It stands as given all the same. */
export function isBeyondLimit({ code, date }: DatedDose, { birthDate, tables }: DoseFacts): boolean {
  const limit = findInForce(
    tables.limits.filter(({ of }) => of === code),
    date,
  );
  return birthDate !== undefined && limit !== undefined && date >= addSpan(birthDate, limit.below);
}

/** A second dose dated before the first is a matter of the register, not of the interval; it is left aside where there is another. */
function withoutMisdated(records: readonly DatedDose[], { dated, tables }: DoseFacts): readonly DatedDose[] {
  const after = (dose: DatedDose): DatedDose | undefined => {
    const interval = findInForce(
      tables.intervals.filter(({ of }) => of === dose.code),
      dose.date,
    );
    return dated.find(({ code }) => code === interval?.after);
  };
  const later = records.filter((dose) => dose.date >= (after(dose)?.date ?? ''));
  return later.length > 0 ? later : records;
}

/** Judges one record of a dose by itself. */
export function judgeRecord(dose: DatedDose, { dated, birthDate, tables }: DoseFacts): JudgedDose {
  const short = findShortInterval(dose, dated, tables.intervals);
  if (short !== undefined) return { fault: 'jarak', least: short.least, inputs: [short.after.input, dose.input] };
  const young = findInForce(
    tables.earliest.filter(({ of }) => of === dose.code),
    dose.date,
  );
  if (birthDate !== undefined && young !== undefined && dose.date < addSpan(birthDate, young.age))
    return { fault: 'umur', least: young.age, inputs: [dose.input] };
  return { valid: dose };
}
