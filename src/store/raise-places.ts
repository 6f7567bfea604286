import type { Db } from './db.ts';

/** A place, and the moment since when it is another than a platform may know. */
export interface ChangedPlace {
  readonly code: string;
  readonly since: Date;
}

/** Owes places anew that platforms were told of before they changed; returns how many. A place nobody owes yet is told as it is when it is owed. */
export async function raisePlaces(db: Db, platform: string, places: readonly ChangedPlace[], at: Date): Promise<number> {
  if (places.length === 0) return 0;
  const sorted = [...places].sort((a, b) => (a.code < b.code ? -1 : 1));
  return db.count('raise-places', [db.environment, platform, sorted.map(({ code }) => code), sorted.map(({ since }) => since), at]);
}
