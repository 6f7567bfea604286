import type { Message, Preparation } from '../../platform.ts';
import { toHold } from '../holds/hold.ts';
import { refOf } from '../refs.ts';
import type { Asking, PatientState } from './asking.ts';
import { toNewbornName } from './baby-name.ts';
import { toChildLook } from './look-for-patient.ts';
import { toGender, toMadeHash } from './to-patient-body.ts';

interface Made {
  readonly id: string;
  readonly madeHash: string;
}

/**
 * Corrects a record that we made, once a nakes stands by better facts: the given name of a newborn registered as "Bayi Ny. <ibu>".
 * The change must say what stands there now; where that cannot be known any more a person has to correct it. Nothing of a record that
 * others made is touched.
 */
export function preparePatch(state: PatientState, made: Made, asking: Asking): Preparation | undefined {
  const { person } = state;
  const [key = ''] = made.madeHash.split('|');
  const now = toBetterFacts(state, key);
  if (now === undefined) return undefined;
  const hash = toMadeHash(key, now);
  const ref = refOf.patientMade(person.id);
  if (hash === made.madeHash || asking.progress.refused?.get(ref) === hash) return undefined;
  // Of what was written there only the name after the mother can be told again; another birth date or sex cannot.
  const before = { ...now, name: toNewbornName({ ...person, nameIsOfficial: false }) };
  if (toMadeHash(key, before) !== made.madeHash) return toHold('data-pasien-perlu-tangan');
  const refs = [
    { ref: refOf.patient(person.id), hash: key },
    { ref, hash },
  ];
  const by = { nikIbu: now.nikIbu, motherKey: key };
  if (asking.progress.reconcile) return { do: 'send', message: { ...toChildLook(state, by, asking.now), plan: 'periksa-ubahan', refs } };
  return { do: 'send', message: { ...toPatchMessage(state, made.id), body: toPatch(before, now, asking.settings.patch), refs } };
}

/** What we know better than the record of a newborn of ours; undefined where we do not. Who was registered by the own NIK is called there as Dukcapil has it. */
function toBetterFacts(state: PatientState, key: string): (Facts & { readonly nikIbu: string }) | undefined {
  const { person, isVerified = false, motherKey } = state;
  const { name, sex, birthDate, nikIbu } = person;
  const isBetter = key === motherKey && isVerified && person.nameIsOfficial;
  return isBetter && nikIbu !== undefined && sex !== undefined && birthDate !== undefined ? { name, sex, birthDate, nikIbu } : undefined;
}

function toPatchMessage({ puskesmas }: PatientState, id: string): Omit<Message, 'refs'> {
  return {
    ...{ plan: 'ubah-pasien', method: 'PATCH', path: `/Patient/${id}`, effect: true },
    credential: puskesmas.organization ?? '',
  };
}

interface Facts {
  readonly name: string;
  readonly sex: 'L' | 'P';
  readonly birthDate: string;
}

/** The JSON Patch: each of name, gender and birth date, tested for what stands there where the platform asks for it. */
function toPatch(before: Facts, now: Facts, how: 'test-dan-replace' | 'replace-saja'): readonly object[] {
  const [old, fresh] = [toValues(before), toValues(now)];
  return fresh.flatMap(([path, value], index) => [
    ...(how === 'test-dan-replace' ? [{ op: 'test', path, value: old[index]?.[1] }] : []),
    { op: 'replace', path, value },
  ]);
}

function toValues({ name, sex, birthDate }: Facts): readonly (readonly [string, unknown])[] {
  return [
    ['/name', [{ use: 'official', text: name }]],
    ['/gender', toGender(sex)],
    ['/birthDate', birthDate],
  ];
}
