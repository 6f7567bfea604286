import type { Delivery } from '../../platform.ts';
import { field, list } from '../../answer.ts';
import { readCreated } from '../answer/read-look.ts';
import { readRefusal, ruleNumberOf } from '../answer/read-refusal.ts';
import type { Answered, Readers } from '../answer/reader.ts';
import { toHeld } from '../holds/hold.ts';
import { readActive } from './read-active.ts';
import { readEnded, readOwn } from './read-own.ts';

/** How answers about courses of care are understood. */
export const episodeReaders: Readers = {
  'cari-episode': { success: readOwn },
  'cari-episode-aktif': { success: readActive, hidden: () => toHeld('episode-milik-faskes-lain') },
  'buat-episode': { success: readCreated, failure: readActiveElsewhere },
  'lihat-episode': { success: readEnded },
  'tutup-episode': { success: readCreated },
};

/** Both rules together say that one is active, and give no id (field report of 2026-09-21): it is looked for at once. One alone says that status or type is wrong. */
function readActiveElsewhere({ message, answer }: Answered): Delivery | undefined {
  const rules = new Set(list(field(answer.body, 'issue')).map(ruleNumberOf));
  if (!rules.has('10109') || !rules.has('10110')) return undefined;
  const refused = readRefusal(answer, message);
  return refused.kind === 'rejected' ? { kind: 'unknown', outcome: refused.outcome, quiet: false } : refused;
}
