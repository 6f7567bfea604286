import type { Preparation } from '../../platform.ts';
import { toHold } from '../holds/hold.ts';
import { patientIdOf, withoutNik } from '../known-ids.ts';
import { refOf } from '../refs.ts';
import { ageInDays, isAbsent, type Asking, type PatientState } from './asking.ts';
import { createByNik, createNewborn } from './create-patient.ts';
import { daysAfter } from './identity-settings.ts';
import { toChildLook, toFullLook, toNameLook, toNikLook } from './look-for-patient.ts';
import { prepareBeside } from './prepare-beside.ts';

/**
 * The next step towards a person's IHS number: what a person decided, else by NIK (masked answer; name and birth date too where the NIK's own
 * date leaves a doubt), else by the mother's NIK, else by name, birth date and sex. Who is not there is registered, where the head of the
 * puskesmas lets us. A wrong number would write into a stranger's record (field rule 3), so a number adopted for an earlier NIK is looked up anew.
 */
export function preparePatient(state: PatientState, asking: Asking): Preparation {
  if (state.person.nikFault === 'nik-tidak-cocok') return toHold('nik-tidak-cocok');
  const linked = patientIdOf(toKeys(state), asking.upstream, asking.now);
  if (linked !== undefined && state.decided.get(linked) !== 'bukan') return prepareBeside(state, linked, asking);
  const chosen = [...state.decided].find(([, said]) => said === 'sama')?.[0];
  if (chosen !== undefined) return { do: 'settled', upstream: [toChosen(state, chosen)] };
  const { nik } = state.person;
  return nik === undefined || state.nikKey === undefined
    ? prepareWithoutNik(state, asking)
    : prepareByNik(state, { nik, nikKey: state.nikKey }, asking);
}

function toKeys({ person, nikKey, motherKey }: PatientState): Parameters<typeof patientIdOf>[0] {
  return { id: person.id, nikKey, motherKey };
}

/** What a person said is known without asking, for as long as the number it was said about is the person's. */
function toChosen({ person, nikKey, motherKey }: PatientState, platformId: string): { ref: string; platformId: string; hash: string } {
  return { ref: refOf.patient(person.id), platformId, hash: nikKey ?? motherKey ?? withoutNik };
}

interface ByNik {
  readonly nik: string;
  readonly nikKey: string;
}

function prepareByNik(state: PatientState, by: ByNik, asking: Asking): Preparation {
  const { person, puskesmas } = state;
  const { upstream, now } = asking;
  if (!asking.mayAsk(by.nik)) return toHold('bukan-kecamatan-99');
  if (puskesmas.organization === undefined) return toHold('organisasi-belum-ada');
  if (person.birthDate === undefined) return toHold('tanggal-lahir');
  if (isAbsent(state, by.nikKey, asking)) return prepareUnknown(state, by, asking);
  const isSeen = upstream.get(refOf.patientNameSeen(person.id))?.hash === by.nikKey;
  return { do: 'send', message: isSeen ? toFullLook(state, by, now) : toNikLook(state, by, now) };
}

/** Nobody has the NIK: registered where that may be, else held; what is held may end without us, and is asked again after a while. */
function prepareUnknown(state: PatientState, { nik, nikKey }: ByNik, { upstream, now, settings }: Asking): Preparation {
  // A record that was there before is not made again: it was moved or closed, and a person finds out.
  const wasThere = upstream.get(refOf.patient(state.person.id))?.hash === nikKey;
  const mayMake = state.policy?.createPatients !== false && !wasThere;
  const next = mayMake ? createByNik(state, { number: nik, key: nikKey }) : toHold('nik-tidak-dikenal');
  return next.do === 'hold' ? { ...next, notBefore: daysAfter(now, settings.askAgainDays) } : next;
}

/** A NIK that was spoilt on its way is corrected, and nobody is looked for without it. */
function prepareWithoutNik(state: PatientState, asking: Asking): Preparation {
  const { person, motherKey } = state;
  const { nikFault = 'tanpa-nik', nikIbu, birthDate } = person;
  if (nikFault !== 'tanpa-nik' || birthDate === undefined) return { do: 'wait', reason: nikFault };
  if (nikIbu !== undefined && motherKey !== undefined) return prepareNewborn(state, { nikIbu, motherKey }, asking);
  return canBeNamed(state, asking) ? prepareNamed(state, asking) : { do: 'wait', reason: 'tanpa-nik' };
}

/** A name of three letters at least, birth date and sex: what the search asks for (Postman collection 01). */
function canBeNamed({ person }: PatientState, { mayAskByName }: Asking): boolean {
  return mayAskByName && person.nameIsOfficial && person.name.trim().length >= 3 && person.sex !== undefined;
}

function prepareNewborn(state: PatientState, by: { readonly nikIbu: string; readonly motherKey: string }, asking: Asking): Preparation {
  if (!asking.mayAsk(by.nikIbu)) return toHold('bukan-kecamatan-99');
  if (state.puskesmas.organization === undefined) return toHold('organisasi-belum-ada');
  if (!isAbsent(state, by.motherKey, asking)) return { do: 'send', message: toChildLook(state, by, asking.now) };
  if ((ageInDays(state, asking.now) ?? Infinity) > asking.settings.newbornDays) return { do: 'wait', reason: 'jalur-bayi-tertutup' };
  return state.policy?.createPatients === false
    ? { do: 'wait', reason: 'tanpa-nik' }
    : createNewborn(state, { number: by.nikIbu, key: by.motherKey });
}

/** Nobody can be registered without a NIK: whoever is not found waits for one, and is looked for again after a while. */
function prepareNamed(state: PatientState, asking: Asking): Preparation {
  const { now, settings } = asking;
  if (state.puskesmas.organization === undefined) return toHold('organisasi-belum-ada');
  if (!isAbsent(state, withoutNik, asking)) return { do: 'send', message: toNameLook(state, now) };
  return { do: 'wait', reason: 'tanpa-nik', notBefore: daysAfter(now, settings.askAgainWithoutNikDays) };
}
