import type { Episode } from '../map/episodes/episode.ts';
import { readCourseId } from '../map/episodes/to-courses.ts';
import type { LocalDate } from '../map/visit.ts';
import type { Subject } from '../platforms/subject.ts';
import type { Db, Tx } from './db.ts';
import { toEpisode, type EpisodeRow } from './episodes.ts';

/** An episode by its id; `gone` when nothing speaks of it any more. */
export async function getEpisode(db: Db, id: string): Promise<(Episode & { readonly gone: boolean }) | undefined> {
  const [row] = await db.rows<EpisodeRow & { readonly gone: boolean }>('get-episode', [id, db.environment]);
  return row === undefined ? undefined : { ...toEpisode(row), gone: row.gone };
}

/** Of these subjects the ones a platform is owed and has never been seen to know. */
export async function openAmong(db: Db, platform: string, subjects: readonly Subject[]): Promise<readonly Subject[]> {
  if (subjects.length === 0) return [];
  const columns = [subjects.map(({ kind }) => kind), subjects.map(({ id }) => id)];
  const rows = await db.rows<{ subject_kind: Subject['kind']; subject_id: string }>('open-among', [db.environment, platform, ...columns]);
  return rows.map(({ subject_kind: kind, subject_id: id }) => ({ kind, id }));
}

/** Owes the end of every course of care that is over before a day and that the platform knows as open; returns how many. */
export async function oweClosings(
  tx: Tx,
  platform: string,
  { today, at }: { readonly today: LocalDate; readonly at: Date },
): Promise<number> {
  return tx.count('owe-closings', [tx.environment, platform, today, at]);
}

/** Whose courses of care these are, by the id of the course or of its end. */
export async function personsOfCourses(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const keys = ids.flatMap((id) => {
    const key = readCourseId(id);
    return key === undefined ? [] : [{ id, episode: key.episode }];
  });
  if (keys.length === 0) return new Map();
  const rows = await db.rows<{ id: string; person: string }>('persons-of-episodes', [keys.map(({ episode }) => episode), db.environment]);
  const persons = new Map(rows.map(({ id, person }) => [id, person]));
  return new Map(keys.flatMap(({ id, episode }) => (persons.has(episode) ? [[id, persons.get(episode) ?? ''] as const] : [])));
}
