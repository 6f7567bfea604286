import type { Tx } from './db.ts';

/**
 * Makes due again the visits of people that a platform holds under another number of a person than the one that is adopted now: a number
 * adopted for a wrong NIK, or of somebody they were once taken for (field rule 3). Those in the hands of a worker are seen by it.
 */
export async function reopenElsewhere(tx: Tx, platform: string, persons: readonly string[], at: Date): Promise<number> {
  return persons.length === 0 ? 0 : tx.count('reopen-elsewhere', [tx.environment, platform, persons, at]);
}
