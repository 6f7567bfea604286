import type { Reading } from '../../store/readings.ts';
import { readTablesLabel } from './tables-label.ts';

/**
 * The reading of a submission whose verdicts stand, of all its readings with the newest first: not one that others overtook, and not one
 * that looks at quarantined rows again before it has come to its end, for until then the verdicts before stand whole.
 */
export function toStandingReading(readings: readonly Reading[]): Reading | undefined {
  return readings.find(({ state, tablesVersion }) => state !== 'refused' && !isLooking(state, tablesVersion)) ?? readings[0];
}

function isLooking(state: Reading['state'], tablesVersion: string): boolean {
  return state === 'reading' && readTablesLabel(tablesVersion).quarantinedOnly;
}
