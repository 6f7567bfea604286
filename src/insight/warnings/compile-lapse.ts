import type { AntenatalTables, PlannedContact, Window } from '../antenatal/antenatal-tables.ts';
import { toUnknownWord } from '../../map/tables/read-table.ts';
import { toGiven } from '../../map/given.ts';
import type { ReportFault } from '../status/check-words.ts';
import type { Lapse } from './warning-rules.ts';
import type { WrittenLapse } from './warning-schema.ts';

type Reckoned = Omit<Lapse, 'code' | 'level' | 'kerahasiaan' | 'text'>;

/** The due date, as a lapse names it. */
const dueDate = 'HPL';

/**
 * Compiles a lapse: `of` names a contact of programme/antenatal.yaml (K1, KF1, KN1) or the due date (HPL), from which all its days follow;
 * another states its days itself.
 */
export function compileLapse(
  written: WrittenLapse,
  at: number,
  { antenatal, report }: { readonly antenatal: AntenatalTables; readonly report: ReportFault },
): readonly Lapse[] {
  const { code, level, kerahasiaan, text } = written;
  const reckoned = written.of === undefined ? toStated(written) : toScheduled(written.of, antenatal);
  const stated = [written.since, written.days, written.unless, written.until].some((each) => each !== undefined);
  if (written.of === undefined ? reckoned === undefined : stated)
    report(['lapses', at], { id: 'perlu "of", atau "since", "days" dan "unless"', en: '"of" is needed, or "since", "days" and "unless"' });
  else if (reckoned === undefined)
    report(['lapses', at, 'of'], toUnknownWord({ id: 'kontak', en: 'contact' }, written.of ?? '', listContacts(antenatal)));
  return reckoned === undefined ? [] : [{ code, level, kerahasiaan, text, ...reckoned }];
}

function toStated({ since, days, unless, until }: WrittenLapse): Reckoned | undefined {
  if (since === undefined || days === undefined || unless === undefined) return undefined;
  return { since, days, unless: { kind: unless.is }, ...toGiven({ until }) };
}

function toScheduled(of: string, antenatal: AntenatalTables): Reckoned | undefined {
  const { contacts, childbed, newborn, pregnancy } = antenatal;
  if (of === dueDate) return { since: 'hpl', days: pregnancy.overdueDays, unless: { kind: 'persalinan' } };
  const planned = contacts.find(({ is }) => is === of);
  if (planned !== undefined) return toPlanned(planned, antenatal);
  const [kf, kn] = [childbed, newborn].map((windows) => toWindow(of, windows));
  if (kf !== undefined) return { ...kf, since: 'persalinan', unless: { kind: 'kontak-kf', ...kf.unless } };
  return kn === undefined ? undefined : { ...kn, since: 'lahir', unless: { kind: 'kontak-kn', ...kn.unless } };
}

/** The first contact may still be asked of who becomes known late; a later one is missed of those only who were known in its time. */
function toPlanned({ is, days: [first, last], trimester }: PlannedContact, { contacts, pregnancy }: AntenatalTables): Reckoned {
  const delay = pregnancy.trimesters.find((each) => each.is === trimester)?.delayDays ?? 0;
  const known = is === contacts[0]?.is ? { knownDays: pregnancy.knownDays } : { knownBy: last };
  return { since: 'hpht', days: last + delay + 1, unless: { kind: 'kontak-anc', days: [first, pregnancy.longestDays], is }, ...known };
}

/** Missed from the day after its window, while one of the windows is still open. */
function toWindow(of: string, windows: readonly Window[]) {
  const window = windows.find(({ is }) => is === of);
  if (window === undefined) return undefined;
  const [first, last] = window.days;
  const end = windows.at(-1)?.days[1] ?? last;
  return { days: last + 1, unless: { days: [first, end] as const, is: of }, knownBy: last + 1, until: end };
}

function listContacts({ contacts, childbed, newborn }: AntenatalTables): readonly string[] {
  return [...[...contacts, ...childbed, ...newborn].map(({ is }) => is), dueDate];
}
