import type { Tx } from './db.ts';
import { waitsForParents, waitsForTime } from './owe.ts';
import { release } from './release.ts';

/** Reasons of visits that a changed register or policy may take away. */
const registerReasons = [
  'organisasi-belum-ada',
  'tempat-tidak-dikenal',
  'subjek-tidak-dikenal',
  'penanggung-jawab-belum-ada',
  'pelaksana-belum-ditetapkan',
  'belum-diverifikasi',
  'tempat-mode-uji',
];

/**
 * Looks anew at everything that leans on the register of places and nakes; to be called with each import that changed it.
 * A nakes whose NIK was corrected is another one: without this, visits would wait for ever for the one that was wrong.
 */
export async function releaseForRegister(tx: Tx, platform: string, at: Date): Promise<void> {
  await tx.count('forget-register-edges', [tx.environment, platform, at, waitsForParents, waitsForTime]);
  for (const kind of ['place', 'practitioner'] as const) await release(tx, { platform, states: ['held', 'parked'], kind }, at);
  await release(tx, { platform, states: ['held'], kind: 'visit', reasons: registerReasons }, at);
  for (const kind of ['patient', 'episode'] as const)
    await release(tx, { platform, states: ['held'], kind, reasons: ['tempat-mode-uji'] }, at);
}
