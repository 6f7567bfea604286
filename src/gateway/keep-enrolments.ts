import { toGiven } from '../map/given.ts';
import type { MappedRow } from '../map/mapped-row.ts';
import type { Tx } from '../store/db.ts';
import type { EnrolmentToKeep } from '../store/person-enrolments.ts';
import type { Batch } from './batch.ts';
import type { GatewayParts } from './parts.ts';

type Entry = EnrolmentToKeep & Pick<MappedRow, 'row'>;

/** Keeps the entries that rows of registers open, and has their people looked at again. Returns the rows that only repeated another one. */
export async function keepEnrolments(
  tx: Tx,
  { rows, originOf, site, at }: Batch,
  personOf: ReadonlyMap<MappedRow['row'], string>,
  { store }: GatewayParts,
): Promise<ReadonlySet<MappedRow['row']>> {
  const entries = rows.flatMap(({ row, enrolment, contentHash }): readonly Entry[] => {
    const person = personOf.get(row);
    if (enrolment === undefined || person === undefined) return [];
    const domicile = site.places.get(enrolment.place)?.kelurahan;
    return [{ ...enrolment, row, person, content: contentHash, ...originOf(row), ...toGiven({ domicile }) }];
  });
  const kept = await store.personEnrolments.saveEnrolmentsOf(tx, entries, at);
  await store.judgements.markJudgements(
    tx,
    entries.map(({ person }) => ({ person, due: at })),
  );
  return new Set(entries.flatMap(({ row }, index) => (kept[index]?.repeated === true ? [row] : [])));
}
