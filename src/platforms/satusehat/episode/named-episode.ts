import { addDays } from '../../../map/days.ts';
import { localDateOf, toMoment, toOffsetMinutes, toUtcText } from '../../../map/places/local-time.ts';
import type { Message, Progress, Upstream } from '../../platform.ts';
import type { SubjectState } from '../../subject.ts';
import { refOf } from '../refs.ts';
import { toLocalSystem, toVisitNumber } from '../systems.ts';

/** How an episode is closed: with the patient in the patch, as staging asks since 2026 (field report of 2026-09-21), or without, as collection 07 (2024) does. */
export type ClosingForm = 'dengan-pasien' | 'tanpa-pasien';

export type EpisodeState = Extract<SubjectState, { kind: 'episode' }>;

/** What a course of care is prepared against. */
export interface EpisodeGiven {
  readonly upstream: Upstream;
  readonly progress: Progress;
  readonly now: Date;
  readonly closingForm: ClosingForm;
}

/** Hash of an EpisodeOfCare that another facility opened: its id serves for references, and it is never changed by us. */
export const foreign = 'milik-lain';

/** A course of care with the ids that SATUSEHAT gave to whom it leans on. */
export interface NamedEpisode {
  readonly state: EpisodeState;
  readonly organization: string;
  readonly patient: string;
}

/** By our own number and type. */
export function toOwnLook({ state, organization }: NamedEpisode, plan: string, now: Date): Message {
  const { care } = state;
  const identifier = encodeURIComponent(`${toLocalSystem('episode-of-care', organization)}|${toVisitNumber(care.id)}`);
  const refs = [{ ref: refOf.episodeSought(care.id), hash: now.toISOString() }];
  const path = `/EpisodeOfCare?identifier=${identifier}&type=${care.type}`;
  return { plan, method: 'GET', path, effect: false, refs, credential: organization };
}

/** Of ours it is remembered when it begins there, whatever is corrected here later. */
export function toOwnHash(start: string): string {
  return `mulai-${start}`;
}

/** The day on which an EpisodeOfCare of ours begins there, by that hash. */
export function startedOf(hash: string): string | undefined {
  return /^mulai-(.*)$/.exec(hash)?.[1];
}

/** The beginning of a local day in UTC; date-times only, a date alone is refused (rule 10406). */
export function startOf(date: string, zone: string): string {
  return toUtcText(toMoment(date, -toOffsetMinutes(zone)));
}

/** True once a local day is over. */
export function isOver(date: string, now: Date, zone: string): boolean {
  return localDateOf(now, zone) >= addDays(date, 1);
}
