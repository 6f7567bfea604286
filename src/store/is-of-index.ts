import { errorCode } from './embedded/error-code.ts';

/** True where a unique index refused something; that is an answer, not a fault (PostgreSQL 23505). */
export function isOfIndex(fault: unknown, index: string): boolean {
  return errorCode(fault) === '23505' && typeof fault === 'object' && fault !== null && 'constraint' in fault && fault.constraint === index;
}
