import type { MappedRow } from '../map/mapped-row.ts';
import type { Tx } from '../store/db.ts';
import type { EnrolmentToKeep } from '../store/person-enrolments.ts';
import type { Batch } from './batch.ts';
import type { GatewayParts } from './parts.ts';

/** Keeps the entries that rows of registers open, and has their people looked at again. */
export async function keepEnrolments(
  tx: Tx,
  { rows, originOf, site, at }: Batch,
  personOf: ReadonlyMap<MappedRow['row'], string>,
  { store }: GatewayParts,
): Promise<void> {
  const entries = rows.flatMap(({ row, enrolment }): readonly EnrolmentToKeep[] => {
    const person = personOf.get(row);
    if (enrolment === undefined || person === undefined) return [];
    const { submission, position } = originOf(row);
    const domicile = site.places.get(enrolment.place)?.kelurahan;
    return [{ ...enrolment, person, submission, position, ...(domicile === undefined ? {} : { domicile }) }];
  });
  await store.personEnrolments.saveEnrolmentsOf(tx, entries, at);
  await store.judgements.markJudgements(
    tx,
    entries.map(({ person }) => ({ person, due: at })),
  );
}
