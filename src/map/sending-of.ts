import { responsibleOn } from './places/ask-site.ts';
import type { Place, Policy } from './place.ts';
import type { Duty, PersonDraft, Sending, VisitDraft } from './visit.ts';

/** What decides whether a visit is owed to a platform. */
export interface SendingFacts {
  readonly visit: Pick<VisitDraft, 'date' | 'verified'>;
  readonly person: Pick<PersonDraft, 'nik' | 'nikFault' | 'birthDate'>;
  readonly duty: Duty;
  readonly policy: Policy | undefined;
  readonly place: Place | undefined;
}

/** Why somebody waits who has no NIK at all. */
const withoutNik = 'tanpa-nik';

/**
 * Says whether a visit is owed to a platform, never owed, or held and why. Identity goes first: a wrong NIK writes into a
 * stranger's record (field rule 3). A missing closing policy holds nothing: the Encounter then stays in progress (field rule 5).
 */
export function sendingOf(facts: SendingFacts): Sending {
  return toSending(facts, holdIdentity(facts.person));
}

/** The same where people without a NIK are looked for: the visit then leans on its person, who may never be found. */
export function tryingOf(facts: SendingFacts & { readonly person: SearchedPerson }): Sending {
  return toSending(facts, holdSearch(facts.person));
}

function toSending({ visit, duty, policy, place }: SendingFacts, identity: string | null): Sending {
  if (duty !== 'kirim') return 'tidak';
  const reason = identity ?? holdPlace(visit, policy, place);
  return reason === null ? 'kirim' : `hold:${reason}`;
}

/** Why nothing may be sent about a person as it is known; null where nothing speaks against it. */
export function holdIdentity({ nik, nikFault, birthDate }: SendingFacts['person']): string | null {
  if (nik === undefined || nikFault !== undefined) return nikFault ?? withoutNik;
  return birthDate === undefined ? 'tanggal-lahir' : null;
}

/**
 * The same where a platform finds people without a NIK, a newborn by the mother's NIK and others by name, birth date and sex: then nothing
 * speaks against trying. A NIK that was spoilt on its way is corrected first.
 */
export function holdSearch(person: SearchedPerson): string | null {
  return isLookedFor(person) ? null : holdIdentity(person);
}

/** True for somebody without a NIK who may be found all the same: a visit then waits for the person, or for a NIK. */
export function isLookedFor(person: SearchedPerson): boolean {
  return holdIdentity(person) === withoutNik && isFindable(person);
}

type SearchedPerson = Pick<PersonDraft, 'nik' | 'nikFault' | 'nikIbu' | 'birthDate' | 'name' | 'nameIsOfficial' | 'sex'>;

/** A search by name takes three letters at least (SATUSEHAT Postman collection 01). */
const shortestName = 3;

function isFindable({ nikIbu, birthDate, name, nameIsOfficial, sex }: SearchedPerson): boolean {
  if (birthDate === undefined) return false;
  return nikIbu !== undefined || (nameIsOfficial && name.trim().length >= shortestName && sex !== undefined);
}

function holdPlace(visit: SendingFacts['visit'], policy: Policy | undefined, place: Place | undefined): string | null {
  if (place === undefined) return 'tempat-tidak-dikenal';
  if (policy?.verificationRequired === true && !visit.verified) return 'belum-diverifikasi';
  // SATUSEHAT wants a Practitioner on Encounter and Observation (rules 10119, 10383).
  const isNamed = policy?.namedPerformer === true && responsibleOn(place, visit.date) !== undefined;
  return isNamed ? null : 'pelaksana-belum-ditetapkan';
}

const waitingReasons = new Set([withoutNik, 'nik-rusak', 'nik-tidak-sah', 'nik-tersamar', 'induk', 'waktu']);

/** True for a reason that ends by itself when a NIK, a parent or the time comes; false where a person has to act. */
export function isWaiting(reason: string): boolean {
  return waitingReasons.has(reason.replace(/^hold:/, ''));
}
