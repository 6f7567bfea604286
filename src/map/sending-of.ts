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

/**
 * Says whether a visit is owed to a platform, never owed, or held and why. Identity goes first: a wrong NIK writes into a
 * stranger's record (field rule 3). A missing closing policy holds nothing: the Encounter then stays in progress (field rule 5).
 */
export function sendingOf({ visit, person, duty, policy, place }: SendingFacts): Sending {
  if (duty !== 'kirim') return 'tidak';
  const reason = holdIdentity(person) ?? holdPlace(visit, policy, place);
  return reason === null ? 'kirim' : `hold:${reason}`;
}

/** Why nothing may be sent about a person as it is known; null where nothing speaks against it. */
export function holdIdentity({ nik, nikFault, birthDate }: SendingFacts['person']): string | null {
  if (nik === undefined || nikFault !== undefined) return nikFault ?? 'tanpa-nik';
  return birthDate === undefined ? 'tanggal-lahir' : null;
}

function holdPlace(visit: SendingFacts['visit'], policy: Policy | undefined, place: Place | undefined): string | null {
  if (place === undefined) return 'tempat-tidak-dikenal';
  if (policy?.verificationRequired === true && !visit.verified) return 'belum-diverifikasi';
  // SATUSEHAT wants a Practitioner on Encounter and Observation (rules 10119, 10383).
  const isNamed = policy?.namedPerformer === true && responsibleOn(place, visit.date) !== undefined;
  return isNamed ? null : 'pelaksana-belum-ditetapkan';
}

const waitingReasons = new Set(['tanpa-nik', 'nik-rusak', 'nik-tidak-sah', 'nik-tersamar', 'induk', 'waktu']);

/** True for a reason that ends by itself when a NIK, a parent or the time comes; false where a person has to act. */
export function isWaiting(reason: string): boolean {
  return waitingReasons.has(reason.replace(/^hold:/, ''));
}
