import type { Message, Preparation, SubjectState, Upstream } from '../../platform.ts';
import { toHold } from '../holds/hold.ts';
import { patientIdOf, practitionerIdOf } from '../known-ids.ts';
import { refOf } from '../refs.ts';
import { nikSystem } from '../systems.ts';

type PatientState = Extract<SubjectState, { kind: 'patient' }>;
type PractitionerState = Extract<SubjectState, { kind: 'practitioner' }>;

/** Which NIKs may leave for the environment. */
export type MayAsk = (nik: string) => boolean;

/**
 * The next look for a person's IHS number: by NIK first (masked answer), then by NIK, name and birth date together
 * where the NIK's own date leaves a doubt. Nothing is created here. A wrong number would write into a stranger's record (field rule 3),
 * so a number adopted for an earlier NIK is looked up anew.
 */
export function preparePatient(state: PatientState, upstream: Upstream, mayAsk: MayAsk): Preparation {
  const { person, nikKey } = state;
  if (person.nikFault === 'nik-tidak-cocok') return toHold('nik-tidak-cocok');
  if (person.nik === undefined || nikKey === undefined) return { do: 'wait', reason: person.nikFault ?? 'tanpa-nik' };
  if (patientIdOf({ id: person.id, nikKey }, upstream) !== undefined) return { do: 'settled' };
  return mayAsk(person.nik) ? lookUp(state, { nik: person.nik, nikKey }, upstream) : toHold('bukan-kecamatan-99');
}

function lookUp(
  { person, puskesmas }: PatientState,
  by: { readonly nik: string; readonly nikKey: string },
  upstream: Upstream,
): Preparation {
  const { nikKey } = by;
  if (puskesmas.organization === undefined) return toHold('organisasi-belum-ada');
  if (person.birthDate === undefined) return toHold('tanggal-lahir');
  const nik = `identifier=${encodeURIComponent(`${nikSystem}|${by.nik}`)}`;
  const look = {
    method: 'GET',
    effect: false,
    refs: [{ ref: refOf.patient(person.id), hash: nikKey }],
    credential: puskesmas.organization,
  } as const;
  if (upstream.get(refOf.patientNameSeen(person.id))?.hash !== nikKey)
    return { do: 'send', message: { plan: 'cari-nik', path: `/Patient?${nik}`, ...look } };
  const full = `name=${encodeURIComponent(person.name)}&birthdate=${person.birthDate}&${nik}`;
  return { do: 'send', message: { plan: 'cari-nik-nama-lahir', path: `/Patient?${full}`, ...look } };
}

/** The next look for a practitioner's number; a number written in jejaring is taken as it is. Practitioners are never created. */
export function preparePractitioner(state: PractitionerState, upstream: Upstream, mayAsk: MayAsk): Preparation {
  const { key, responsible, puskesmas } = state;
  if (practitionerIdOf(state, upstream) !== undefined) return { do: 'settled' };
  if (puskesmas.organization === undefined) return toHold('organisasi-belum-ada');
  if (responsible.nik === undefined) return toHold('nakes-tidak-cocok');
  if (!mayAsk(responsible.nik)) return toHold('bukan-kecamatan-99');
  const identifier = encodeURIComponent(`${nikSystem}|${responsible.nik}`);
  const message: Message = {
    plan: 'cari-nakes',
    method: 'GET',
    path: `/Practitioner?identifier=${identifier}`,
    effect: false,
    refs: [{ ref: refOf.practitioner(key), hash: '' }],
    credential: puskesmas.organization,
  };
  return { do: 'send', message };
}
