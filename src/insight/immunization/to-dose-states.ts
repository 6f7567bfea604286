import type { LocalDate } from '../../map/visit.ts';
import type { History } from '../history.ts';
import type { ImmunizationTables } from './immunization-tables.ts';
import { findInForce } from './immunization-tables.ts';
import type { DoseFacts } from './judge-dose.ts';
import { isBeyondLimit, judgeDose, judgeRecord } from './judge-dose.ts';
import type { DatedDose, KnownDoses, ToldDose } from './list-doses.ts';
import { listDosesBy } from './list-doses.ts';
import { listScheduleFor } from './list-schedule-for.ts';
import type { TimeSpan } from './time-span.ts';
import { addSpan } from './time-span.ts';

/**
 * How a dose stands: `sah` given and valid; `terlalu-muda`, `terlalu-dini` given before the least age or the least time after the one before,
 * and not valid; `lewat-batas` given at an age at which it is given no more, and counted; `tambahan` an extra dose of a campaign;
 * `tanpa-tanggal` history of which nobody tells the day; `tidak-diberikan` expressly not given; `terlewat` not given, and too late by now;
 * `belum` not given and not known.
 */
export type DoseStateWord =
  'sah' | 'terlalu-muda' | 'terlalu-dini' | 'lewat-batas' | 'tambahan' | 'tanpa-tanggal' | 'tidak-diberikan' | 'terlewat' | 'belum';

/** One record of a dose, or a dose of the schedule of which there is none. */
export interface DoseState {
  readonly code: string;
  readonly state: DoseStateWord;
  /** Absent where nobody told the day. */
  readonly date?: LocalDate;
  /** True where it was told by somebody who did not give it (without primary source). */
  readonly reported?: boolean;
  /** The least age or time that was not kept. */
  readonly least?: TimeSpan;
  /** Our code of why it was not given. */
  readonly reason?: string;
}

/** Every record of a dose that is known by a day, as it stands, and then what of the schedule by age has no record. */
export function toDoseStates(history: History, tables: ImmunizationTables, on: LocalDate): readonly DoseState[] {
  const known = listDosesBy(history, on, tables.campaigns);
  const { birthDate } = history.person;
  const facts: DoseFacts = { dated: known.dated, birthDate, tables };
  const told = [known.dated, known.undated, known.refused].flatMap((list) => list.map(({ code }) => code));
  const missing = birthDate === undefined ? [] : listMissing({ history, birthDate, on, tables }, new Set(told));
  return [...toRecordStates(known, facts), ...missing];
}

function toRecordStates({ dated, extra, undated, refused }: KnownDoses, facts: DoseFacts): readonly DoseState[] {
  return [
    ...dated.map((dose) => toDatedState(dose, facts)),
    ...extra.map((dose) => ({ ...toBase(dose), state: 'tambahan' as const, date: dose.date })),
    ...undated.map((dose) => ({ ...toBase(dose), state: 'tanpa-tanggal' as const })),
    ...refused.map((dose) => ({
      ...toBase(dose),
      state: 'tidak-diberikan' as const,
      ...(dose.reason === undefined ? {} : { reason: dose.reason }),
    })),
  ];
}

function toDatedState(dose: DatedDose, facts: DoseFacts): DoseState {
  const base = { ...toBase(dose), date: dose.date };
  const own = judgeRecord(dose, facts);
  // A record that was not judged by itself, since another of the same dose stands in order, is as that one.
  if (own.valid === undefined && judgeDose(dose.code, facts)?.valid?.input !== dose.input)
    return { ...base, state: own.fault === 'umur' ? 'terlalu-muda' : 'terlalu-dini', least: own.least };
  return { ...base, state: isBeyondLimit(dose, facts) ? 'lewat-batas' : 'sah' };
}

function toBase({ code, input }: ToldDose | DatedDose): Pick<DoseState, 'code' | 'reported'> {
  const source = input.element?.fields?.['primarySource'];
  return { code, ...(source?.kind === 'boolean' ? { reported: !source.boolean } : {}) };
}

interface MissingFacts {
  readonly history: History;
  readonly birthDate: LocalDate;
  readonly on: LocalDate;
  readonly tables: ImmunizationTables;
}

function listMissing({ history, birthDate, on, tables }: MissingFacts, told: ReadonlySet<string>): readonly DoseState[] {
  return listScheduleFor(history.person, on, tables)
    .filter(({ of, due }) => due !== undefined && !told.has(of))
    .map(({ of }) => {
      const limit = findInForce(
        tables.limits.filter((each) => each.of === of),
        on,
      );
      return { code: of, state: limit !== undefined && on >= addSpan(birthDate, limit.below) ? 'terlewat' : 'belum' };
    });
}
