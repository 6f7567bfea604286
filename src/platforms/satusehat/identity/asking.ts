import { toDaysBetween } from '../../../map/days.ts';
import { localDateOf } from '../../../map/places/local-time.ts';
import type { Progress, Upstream } from '../../platform.ts';
import type { SubjectState } from '../../subject.ts';
import { refOf } from '../refs.ts';
import type { IdentitySettings } from './identity-settings.ts';

export type PatientState = Extract<SubjectState, { kind: 'patient' }>;

/** Which NIKs may leave for the environment. */
export type MayAsk = (nik: string) => boolean;

/** What a step about a person is prepared with, besides the person. */
export interface Asking {
  readonly upstream: Upstream;
  readonly progress: Progress;
  readonly now: Date;
  readonly mayAsk: MayAsk;
  /** Whether people may be asked for by name: without a NIK nobody can tell who is invented. */
  readonly mayAskByName: boolean;
  readonly settings: IdentitySettings;
}

/** The hash of "nobody answered": under which number, and when. */
export function toAbsentHash(key: string, now: Date): string {
  return `${key}|${now.toISOString()}`;
}

/** True where nobody answered to this number a moment ago, and nothing of ours may have arrived since. */
export function isAbsent({ person }: PatientState, key: string, { upstream, progress, now, settings }: Asking): boolean {
  const [of, seen = ''] = (upstream.get(refOf.patientAbsent(person.id))?.hash ?? '').split('|');
  return of === key && !progress.reconcile && now.getTime() - Date.parse(seen) <= settings.absentMinutes * 60_000;
}

/** Age in days on the local day of the puskesmas; undefined without a birth date. */
export function ageInDays({ person, puskesmas }: PatientState, now: Date): number | undefined {
  return person.birthDate === undefined ? undefined : toDaysBetween(person.birthDate, localDateOf(now, puskesmas.zone));
}
