import type { MappedRow } from '../../map/mapped-row.ts';
import { tellOfParts } from '../../map/rows/tell-of-parts.ts';
import type { Tx } from '../../store/db.ts';
import type { Batch } from '../batch.ts';
import { keepBatch } from '../keep-batch.ts';
import type { GatewayParts } from '../parts.ts';
import { carryOver, isToRead, type ReadingsBefore } from './rows-before.ts';

type SettledRow = Awaited<ReturnType<typeof keepBatch>>[number];

/**
 * Gives every row of a batch its verdict. Where only quarantined rows are read again the others keep the one they have: what was accepted
 * is never interpreted anew unless somebody asks for a replay.
 */
export async function settleRows(
  tx: Tx,
  batch: Batch,
  before: Pick<ReadingsBefore, 'quarantinedOnly'> | undefined,
  parts: GatewayParts,
): Promise<readonly SettledRow[]> {
  const standing = ({ row }: MappedRow) => batch.again?.rows.get(batch.originOf(row).position);
  const rows = before?.quarantinedOnly === true ? batch.rows.filter((row) => isToRead(standing(row))) : batch.rows;
  const kept = rows.length === 0 ? [] : await keepBatch(tx, { ...batch, rows }, parts);
  const settled = new Map(kept.map((one, at) => [rows[at], one] as const));
  const told = tellOfParts(
    batch.rows.map((row): SettledRow => {
      const was = standing(row);
      return settled.get(row) ?? (was === undefined ? { row } : carryOver(row, was));
    }),
  );
  if (batch.again !== undefined) watchVerdicts(batch, told, parts);
  return told;
}

/** Says of each row what its verdict was and is. */
function watchVerdicts({ rows, originOf, again }: Batch, told: readonly SettledRow[], { watch }: GatewayParts): void {
  for (const [at, { row }] of told.entries()) {
    const before = rows[at];
    if (before !== undefined && !row.heading) watch?.verdict(again?.rows.get(originOf(before.row).position)?.status, row.status);
  }
}
