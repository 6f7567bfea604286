import type { Issue } from '../fhir/issue.ts';
import { intOf } from '../map/int-of.ts';
import type { Visit } from '../map/visit.ts';
import { computeGrowth, judgeReported, type GrowthSetting } from '../map/visits/compute-growth.ts';
import type { Tx } from '../store/db.ts';
import type { GatheredBatch } from './gather-batch.ts';
import type { GatewayParts } from './parts.ts';

/**
 * Compares what senders reported with what we compute (D27), by row: the last row of a visit bears the remark.
 * Earlier weighings of the same child count, from the store and from the same batch. Rows that are read again are judged
 * again, also where they change nothing: each reading has a verdict of its own.
 */
export async function judgeVisits(
  tx: Tx,
  gathering: GatheredBatch,
  { again }: { readonly again: boolean },
  parts: GatewayParts,
): Promise<ReadonlyMap<number | string, readonly Issue[]>> {
  const judged = new Map<number | string, readonly Issue[]>();
  for (const { judged: visit, rows, outcome } of gathering.visits) {
    const person = gathering.persons.get(visit.person);
    const row = rows.findLast((each) => gathering.byRow.get(each)?.duplicate === false);
    const isSettled = outcome === 'same' && !again;
    if (isSettled || person === undefined || row === undefined || Object.keys(visit.reported).length === 0) continue;
    const computed = computeGrowth(visit, person, { ...parts.tables, weighings: await findWeighings(tx, visit, gathering, parts) });
    judged.set(row, judgeReported(visit.reported, computed));
  }
  return judged;
}

async function findWeighings(tx: Tx, visit: Visit, gathering: GatheredBatch, { store }: GatewayParts): Promise<GrowthSetting['weighings']> {
  const person = gathering.persons.get(visit.person)?.id ?? visit.person;
  const known = (await store.visits.visitsOfPerson(tx, person)).map((each) => each.visit);
  const here = gathering.visits.map((each) => each.visit).filter((each) => each.person === visit.person);
  const others = new Map([...known, ...here].map((each) => [each.id, each] as const));
  others.delete(visit.id);
  return [...others.values()].flatMap(({ date, elements }) => {
    const weightG = intOf(elements, 'berat-badan');
    return weightG === undefined ? [] : [{ date, weightG }];
  });
}
