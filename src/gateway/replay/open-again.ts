import type { GatewayParts } from '../parts.ts';
import { readingLeaseMs } from '../parts.ts';
import { toTablesLabel, type TablesLabel } from './tables-label.ts';

/**
 * Opens one more reading of a submission, held by this process; whoever reads the submission with other tables ends. Quarantined rows are
 * looked at again only where nobody reads the file. Undefined when another process was faster.
 */
export async function openAgain(
  parts: Pick<GatewayParts, 'store' | 'now' | 'owner'>,
  submission: string,
  label: TablesLabel,
): Promise<string | undefined> {
  const { store, owner } = parts;
  const at = parts.now();
  return store.transact(async (tx) => {
    const readings = await store.readings.readingsOf(tx, submission);
    if (label.quarantinedOnly && readings.some(({ state }) => state === 'reading')) return undefined;
    const tablesVersion = toTablesLabel(
      label,
      readings.map((reading) => reading.tablesVersion),
    );
    const lease = { owner, until: new Date(at.getTime() + readingLeaseMs) };
    const opened = await store.readings.openReading(tx, { submission, tablesVersion, at, lease });
    return opened.isNew ? opened.reading : undefined;
  });
}
