import type { Place, Responsible } from '../../map/place.ts';
import type { Upstream, UpstreamEntry } from '../platform.ts';
import { identityDefaults } from './identity/identity-settings.ts';
import { refOf } from './refs.ts';

/** The Location of a place: as jejaring has it, else as SATUSEHAT gave it. */
export function locationIdOf(place: Place, upstream: Upstream): string | undefined {
  return place.location ?? upstream.get(refOf.location(place.code))?.platformId;
}

/** The number of a nakes: as jejaring has it, else as it was found. */
export function practitionerIdOf(of: { readonly key: string; readonly responsible: Responsible }, upstream: Upstream): string | undefined {
  return of.responsible.ihs ?? upstream.get(refOf.practitioner(of.key))?.platformId;
}

/** In place of the key of a NIK: a person said which record it is, and there was no NIK to go by. */
export const withoutNik = 'tanpa-nik';

/** By what a person is known at SATUSEHAT: keyed hashes of the own NIK and of the mother's. */
export interface PersonKeys {
  readonly id: string;
  readonly nikKey: string | undefined;
  readonly motherKey?: string | undefined;
}

/**
 * The IHS number of a person, only while the number it was adopted for is still the person's: another NIK is another record (field rule 3).
 * A newborn's number, adopted for the mother's NIK, stays when the child gets a NIK of its own. With a moment given, a number that
 * was adopted for a NIK too long ago counts no more: it is looked up again first.
 */
export function patientIdOf(person: PersonKeys, upstream: Upstream, now?: Date): string | undefined {
  const adopted = upstream.get(refOf.patient(person.id));
  if (adopted === undefined || !isOf(adopted, person)) return undefined;
  return now !== undefined && adopted.hash === person.nikKey && isOld(adopted, now) ? undefined : adopted.platformId;
}

function isOf({ hash }: UpstreamEntry, { nikKey, motherKey }: PersonKeys): boolean {
  return hash === withoutNik || (hash !== '' && (hash === nikKey || hash === motherKey));
}

function isOld({ learnedAt }: UpstreamEntry, now: Date): boolean {
  return learnedAt !== undefined && now.getTime() - learnedAt.getTime() > identityDefaults.verifyAgainDays * 86_400_000;
}
