import type { Episode, EpisodeBasis, EpisodeEnd, EpisodeKind } from '../map/episodes/episode.ts';
import { toGiven } from '../map/given.ts';
import type { Db, Tx } from './db.ts';

/** An episode as the database has it. */
export interface EpisodeRow {
  readonly id: string;
  readonly person: string;
  readonly kind: EpisodeKind;
  readonly from_date: string;
  readonly basis: EpisodeBasis;
  readonly delivered: string | null;
  readonly to_date: string | null;
  readonly ending: EpisodeEnd | null;
}

/** The episodes of people, the earliest first. */
export async function episodesOf(db: Db, persons: readonly string[]): Promise<readonly Episode[]> {
  if (persons.length === 0) return [];
  const rows = await db.rows<EpisodeRow>('episodes-of-persons', [persons, db.environment]);
  return rows.map(toEpisode);
}

/** An episode as it is spoken of. */
export function toEpisode({ id, person, kind, from_date: from, basis, delivered, to_date: to, ending }: EpisodeRow): Episode {
  return {
    ...{ id, person, kind, from, basis },
    ...toGiven({ delivered: delivered ?? undefined, to: to ?? undefined, end: ending ?? undefined }),
  };
}

/** Keeps the episodes of these people as they are reckoned now; one that nothing speaks of any more keeps its id and ends being shown. */
export async function saveEpisodes(tx: Tx, persons: readonly string[], episodes: readonly Episode[], at: Date): Promise<void> {
  if (persons.length === 0) return;
  await tx.count('end-episodes', [persons, episodes.map(({ id }) => id), at]);
  if (episodes.length === 0) return;
  await tx.count('save-episodes', [
    episodes.map(({ id }) => id),
    episodes.map(({ person }) => person),
    episodes.map(({ kind }) => kind),
    episodes.map(({ from }) => from),
    episodes.map(({ basis }) => basis),
    episodes.map(({ delivered }) => delivered ?? null),
    episodes.map(({ to }) => to ?? null),
    episodes.map(({ end }) => end ?? null),
    tx.environment,
    at,
  ]);
}
