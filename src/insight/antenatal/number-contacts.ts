import { toDaysBetween } from '../../map/days.ts';
import type { LocalDate } from '../../map/visit.ts';
import type { AntenatalTables, PlannedContact } from './antenatal-tables.ts';

/** A day on which a nakes saw a pregnant woman. */
export interface NumberedContact {
  readonly date: LocalDate;
  /** Absent where the beginning of the pregnancy is not known. */
  readonly trimester?: number;
  /** `K1` to `K6`; absent for a contact beyond those its trimester asks for, and where its trimester would have to be known and is not. */
  readonly is?: string;
  /** Of the first contact: whether it came within the trimester of K1. */
  readonly beginning?: 'murni' | 'akses';
}

/**
 * Numbers the days of contact of one pregnancy, which must be sorted and each stand once. The first is the first of the list (K1) whenever it
 * comes; each later one takes the lowest number of its trimester that is free, or by the setting `penomoran-k` simply the next.
 */
export function numberContacts(
  dates: readonly LocalDate[],
  from: LocalDate | undefined,
  tables: Pick<AntenatalTables, 'contacts' | 'pregnancy' | 'settings'>,
): readonly NumberedContact[] {
  const { contacts, settings } = tables;
  const taken = new Set<string>();
  return dates.map((date, at) => {
    const trimester = from === undefined ? undefined : toTrimester(toDaysBetween(from, date), tables);
    const [first] = contacts;
    const free = settings['penomoran-k'] === 'urutan' ? contacts[at] : findFree(contacts, taken, trimester);
    const contact = at === 0 ? first : free;
    if (contact === undefined) return { date, ...(trimester === undefined ? {} : { trimester }) };
    taken.add(contact.is);
    return { date, is: contact.is, ...toBeginning(at === 0 ? contact : undefined, trimester) };
  });
}

/** The trimester of a day since the beginning of the pregnancy; none beyond the last. */
export function toTrimester(day: number, { pregnancy }: Pick<AntenatalTables, 'pregnancy'>): number | undefined {
  const weeks = Math.floor(day / 7);
  return day < 0 ? undefined : pregnancy.trimesters.find(({ to }) => weeks <= to)?.is;
}

function findFree(
  contacts: readonly PlannedContact[],
  taken: ReadonlySet<string>,
  trimester: number | undefined,
): PlannedContact | undefined {
  return contacts.find((each) => each.trimester === trimester && !taken.has(each.is));
}

function toBeginning(first: PlannedContact | undefined, trimester: number | undefined): Partial<NumberedContact> {
  if (trimester === undefined) return {};
  if (first === undefined) return { trimester };
  return { trimester, beginning: trimester <= first.trimester ? 'murni' : 'akses' };
}
