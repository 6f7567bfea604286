import type { Db } from './db.ts';
import { waitsForTime } from './owe.ts';

/** Reasons that end by themselves once a puskesmas has entered, renewed or resumed its credential. */
export const credentialReasons: readonly string[] = [
  'kredensial-belum-ada',
  'kredensial-surat-habis',
  'kredensial-dijeda',
  'kredensial-dicabut',
  'kredensial-ditolak',
];

/** Looks anew at what was held for the credential of a puskesmas, by the codes of it and of the places beneath it; returns how many. */
export async function releaseForFacility(db: Db, platform: string, places: readonly string[], at: Date): Promise<number> {
  return db.count('release-for-facility', [db.environment, platform, credentialReasons, places, at, waitsForTime]);
}
