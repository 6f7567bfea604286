import type { Issue } from '../fhir/issue.ts';
import type { MappedRow } from '../map/mapped-row.ts';
import { judgeDoses, toDoses } from '../map/visits/judge-doses.ts';
import type { Tx } from '../store/db.ts';
import type { GatheredBatch } from './gather-batch.ts';
import type { GatewayParts } from './parts.ts';

/** Says by row which doses came too soon after the one before: of the same batch, or of what is known of the person. */
export async function judgeDosesOfRows(
  tx: Tx,
  rows: readonly MappedRow[],
  gathering: GatheredBatch,
  { store, tables }: GatewayParts,
): Promise<ReadonlyMap<MappedRow['row'], readonly Issue[]>> {
  const { intervals } = tables.programme.immunization;
  const visits = new Map(gathering.visits.map(({ visit }) => [visit.id, visit] as const));
  const judged = new Map<MappedRow['row'], readonly Issue[]>();
  for (const { row, visit: draft } of rows) {
    const visit = visits.get(gathering.byRow.get(row)?.visit ?? '');
    if (draft === undefined || visit === undefined || toDoses(draft.elements).length === 0) continue;
    const known = (await store.visits.visitsOfPerson(tx, visit.person)).map((each) => each.visit);
    const here = gathering.visits.map((each) => each.visit).filter(({ person }) => person === visit.person);
    const all = new Map([...known, ...here].map((each) => [each.id, each] as const));
    const issues = judgeDoses(draft, toDoses([...all.values()].flatMap(({ elements }) => elements)), intervals);
    if (issues.length > 0) judged.set(row, issues);
  }
  return judged;
}
