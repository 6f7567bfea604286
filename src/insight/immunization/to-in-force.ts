import { addDays, isLocalDate } from '../../map/days.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { ReportFault } from '../status/check-words.ts';
import type { InForce } from './immunization-tables.ts';

/** A line as it is written, with where it stands in the table. */
export interface WrittenInForce<T> {
  /** What only one line may be in force for on a day: the code of a dose, the name of a set. */
  readonly key: string;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate | undefined;
  readonly line: T;
  readonly path: readonly (string | number)[];
}

const always = '9999-12-31';

/** Puts lines in force one after the other: the oldest of each key from ever, each until its own end or the day before the next. */
export function toInForce<T extends object>(lines: readonly WrittenInForce<T>[], report: ReportFault): readonly (T & InForce)[] {
  for (const { validFrom, validTo, path } of lines) checkDays(validFrom, validTo, path, report);
  return lines.map((each) => {
    const others = lines.filter((other) => other !== each && other.key === each.key);
    const next = others
      .map(({ validFrom }) => validFrom)
      .filter((from) => from > each.validFrom)
      .sort()[0];
    if (others.some(({ validFrom }) => validFrom === each.validFrom) || (each.validTo ?? '') >= (next ?? always))
      report(each.path, {
        id: `dua aturan untuk "${each.key}" berlaku pada hari yang sama`,
        en: `two rules for "${each.key}" hold on the same day`,
      });
    const isOldest = others.every(({ validFrom }) => validFrom > each.validFrom);
    return { ...each.line, from: isOldest ? '' : each.validFrom, to: each.validTo ?? (next === undefined ? always : addDays(next, -1)) };
  });
}

/** Reports a day that the calendar does not have, and an end before its beginning. */
export function checkDays(from: LocalDate, to: LocalDate | undefined, path: readonly (string | number)[], report: ReportFault): void {
  if ([from, to ?? from].some((day) => !isLocalDate(day)))
    report(path, { id: 'tanggal ini tidak ada di kalender', en: 'the calendar has no such day' });
  else if (to !== undefined && to < from) report(path, { id: 'berakhir sebelum mulai', en: 'it ends before it begins' });
}
