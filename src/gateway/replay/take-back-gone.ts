import type { Person } from '../../map/visit.ts';
import { fromLineage } from '../../map/visits/lineage.ts';
import { takeBack } from '../../map/visits/take-back.ts';
import type { Tx } from '../../store/db.ts';
import type { GoneRow } from '../../store/rows-again.ts';
import type { KnownVisit } from '../../store/visits.ts';
import { findSole, findSupports } from '../gather-batch.ts';
import { keepVisits, type KeepingVisits, type VisitToMake } from '../keep-visits.ts';
import { withdrawVisits } from '../owe-visits.ts';
import type { GatewayParts } from '../parts.ts';
import type { ReadingsBefore } from './rows-before.ts';

/** Why a visit is taken back: no row says it any more. */
export const noLongerSaid = 'tidak-lagi-tersebut';

/** A reading that has come to its end, with what it follows. */
export interface EndedReading extends Omit<KeepingVisits, 'at' | 'again'> {
  readonly id: string;
  readonly submission: string;
  readonly before: ReadingsBefore;
}

const rowsAtOnce = 250;

/**
 * Takes back what the rows of a file said of visits when it was read before and by now say no more, some rows a transaction. `hold` makes
 * sure within each that the reading is still ours. May be done again from its beginning: what is gone is not there a second time.
 */
export async function takeBackGone(parts: GatewayParts, ended: EndedReading, hold: (tx: Tx, at: Date) => Promise<void>): Promise<void> {
  for (const older of ended.before.all) {
    for (let after: number | undefined = -1; after !== undefined;) {
      const from: number = after;
      after = await parts.store.transact(async (tx) => {
        const at = parts.now();
        const rows = await parts.store.rows.goneRows(tx, { older, newer: ended.id }, from, rowsAtOnce);
        const last = rows.at(-1)?.position;
        if (last === undefined) return undefined;
        await takeBackRows(tx, rows, { ...ended, at }, parts);
        await hold(tx, at);
        return last;
      });
    }
    await takeBackEntries(parts, { older, ended }, hold);
  }
}

/** Register entries that no row of the file gives any more; episodes and warnings follow when their people are looked at again. */
async function takeBackEntries(
  { store, now }: GatewayParts,
  { older, ended }: { readonly older: string; readonly ended: EndedReading },
  hold: (tx: Tx, at: Date) => Promise<void>,
): Promise<void> {
  for (let after: string | undefined; ;) {
    const from: string | undefined = after;
    after = await store.transact(async (tx) => {
      const at = now();
      const persons = await store.rows.personsWithoutVisit(tx, older, from, rowsAtOnce);
      if (persons.length === 0) return undefined;
      const gone = { submission: ended.submission, reading: ended.id, persons };
      const changed = await store.personEnrolments.retractEnrolments(tx, gone, at);
      await store.judgements.markJudgements(
        tx,
        changed.map((person) => ({ person, due: at })),
      );
      await hold(tx, at);
      return persons.at(-1);
    });
    if (after === undefined) return;
  }
}

type Ending = EndedReading & { readonly at: Date };

async function takeBackRows(tx: Tx, rows: readonly GoneRow[], ending: Ending, parts: GatewayParts): Promise<void> {
  const { store } = parts;
  const ids = [...new Set(rows.map(({ visit }) => visit))];
  const known = await store.visits.holdVisits(tx, ids);
  const standing = ids.flatMap((id) => known.get(id) ?? []).filter(({ retracted }) => !retracted);
  const persons = await store.persons.getPersons(
    tx,
    standing.map(({ visit }) => visit.person),
  );
  const supports = await findSupports(tx, ending.submission, standing, parts);
  const sole = await findSole(tx, standing, parts);
  const changed: VisitToMake[] = [];
  const gone: string[] = [];
  for (const one of standing) {
    const person = persons.get(one.visit.person);
    if (person === undefined) continue;
    const { id } = one.visit;
    const own = rows.filter(({ visit }) => visit === id);
    const isSole = sole.has(id) && own.some(({ repeated }) => !repeated);
    const back = { submission: ending.submission, positions: new Set(own.map(({ position }) => position)), supports, sole: isSole };
    const taken = takeBack(fromLineage(one), back, { person: person.person, programme: parts.tables.programme });
    if (taken.outcome !== 'untouched') parts.watch?.visit(id, one);
    if (taken.outcome === 'retracted') gone.push(id);
    if ('visit' in taken) changed.push(toMake(taken, one, { ...person, reading: ending.id }));
  }
  await keepVisits(tx, changed, { ...ending, again: false }, parts);
  const retracted = await store.visits.retractVisits(tx, gone, { reason: noLongerSaid, at: ending.at });
  await withdrawVisits(tx, { visits: retracted }, { ...parts, at: ending.at });
  await store.judgements.markJudgements(
    tx,
    standing.map(({ visit }) => ({ person: visit.person, due: ending.at })),
  );
}

type Taken = Extract<ReturnType<typeof takeBack>, { readonly outcome: 'changed' | 'same' }>;

function toMake(
  taken: Taken,
  known: KnownVisit,
  of: { readonly person: Person; readonly version: number; readonly reading: string },
): VisitToMake {
  return { ...taken, since: taken.since, noted: true, person: of.person, personVersion: of.version, reading: of.reading, known };
}
