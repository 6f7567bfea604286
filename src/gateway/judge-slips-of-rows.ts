import type { Issue } from '../fhir/issue.ts';
import type { MappedRow } from '../map/mapped-row.ts';
import { judgeSlips, toSpan } from '../map/visits/judge-slips.ts';
import type { Tx } from '../store/db.ts';
import type { GatheredBatch } from './gather-batch.ts';
import type { GatewayParts } from './parts.ts';
import type { RecognisedBatch } from './recognise-batch.ts';

/** Says by row which measurements do not fit the person's others (D14): one question a batch, and none where everybody in it is new. */
export async function judgeSlipsOfRows(
  tx: Tx,
  rows: readonly MappedRow[],
  { gathering, recognised }: { readonly gathering: GatheredBatch; readonly recognised: RecognisedBatch },
  { store, tables: { programme } }: GatewayParts,
): Promise<ReadonlyMap<MappedRow['row'], readonly Issue[]>> {
  const ownerOf = (person: string): string => recognised.survivorOf.get(person) ?? person;
  const visits = gathering.visits.map((each) => ({ ...each, visit: { ...each.visit, person: ownerOf(each.visit.person) } }));
  const here = visits.flatMap(({ visit }) => (recognised.versionsBefore.has(visit.person) ? [visit] : []));
  const span = toSpan(here, programme);
  const known = span === undefined ? [] : await store.visits.visitsAround(tx, [...new Set(here.map(({ person }) => person))], span);
  return judgeSlips(rows, { ...gathering, visits }, { programme, known: known.map(({ visit }) => visit) });
}
