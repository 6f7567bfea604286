import { errorCode } from './embedded/error-code.ts';

/** Why the store cannot serve just now, though nothing is wrong with what was asked: it does not answer, its disk is full, or a lock is not given back. */
export type StoreAilment = 'away' | 'full' | 'held-up';

const plain: Readonly<Record<string, StoreAilment>> = { '53100': 'full', ENOSPC: 'full', '55P03': 'held-up' };
const away = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE', '57P01', '57P02', '57P03', '53300']);
/** PostgreSQL's driver gives no code to a connection that ended under it. */
const endedUnderUs = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** Tells a store that is away or full from a bug of ours, by codes (PostgreSQL, appendix "Error Codes"; Node's system errors). */
export function findStoreAilment(fault: unknown): StoreAilment | undefined {
  const code = errorCode(fault);
  if (typeof code === 'string' && code in plain) return plain[code];
  if (typeof code === 'string' && (away.has(code) || code.startsWith('08'))) return 'away';
  return fault instanceof Error && endedUnderUs.test(fault.message) ? 'away' : undefined;
}
