import type { SeededRandom } from '../../test/generate/seeded-random.ts';
import { writeBulkLists } from '../ingest/bulk-lists.ts';
import { toPlaceName } from '../ingest/open-bench.ts';

/** Files of one row each, half of them about children whom the first file makes known, five in a hundred dirty. */
export interface OneRowFiles {
  readonly before: Uint8Array;
  readonly files: readonly Uint8Array[];
}

/** Writes `count` files of a header and one weighing. */
export function writeOneRowFiles(random: SeededRandom, count: number): OneRowFiles {
  const { before, measured } = writeBulkLists(random, count, new Set(), toPlaceName);
  const [header = '', ...rows] = Buffer.from(measured)
    .toString('utf8')
    .split('\r\n')
    .filter((line) => line !== '');
  return { before, files: rows.map((row) => Buffer.from(`${header}\r\n${row}\r\n`, 'utf8')) };
}
