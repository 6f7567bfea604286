import type { Message, Preparation, UpstreamEntry } from '../../platform.ts';
import { refOf } from '../refs.ts';
import { nikSystem } from '../systems.ts';
import type { Asking, PatientState } from './asking.ts';
import { preparePatch } from './prepare-patch.ts';

/** What else belongs to a person whose number is known: the mother of a newborn we registered, and a correction of what we wrote. */
export function prepareBeside(state: PatientState, id: string, asking: Asking): Preparation {
  const made = asking.upstream.get(refOf.patientMade(state.person.id));
  if (made?.platformId !== id) return { do: 'settled' };
  const next = prepareMother(state, made, asking) ?? preparePatch(state, { id, madeHash: made.hash }, asking);
  if (next !== undefined) return next;
  const leftOut = [refOf.patientMother(state.person.id), refOf.patientMade(state.person.id)];
  return { do: 'settled', leftOut: leftOut.filter((ref) => asking.progress.refused?.has(ref) === true) };
}

/** Undefined where there is no newborn of ours, its mother is there already, or was refused as she is. */
function prepareMother(state: PatientState, made: UpstreamEntry, asking: Asking): Preparation | undefined {
  const { motherKey, person } = state;
  const ref = refOf.patientMother(person.id);
  if (motherKey === undefined || person.nikIbu === undefined || !made.hash.startsWith(`${motherKey}|`)) return undefined;
  if ([asking.progress.refused?.get(ref), asking.upstream.get(ref)?.hash].includes(motherKey)) return undefined;
  const by = { id: made.platformId, nikIbu: person.nikIbu, motherKey };
  return { do: 'send', message: asking.progress.reconcile ? toMotherLook(state, by) : toMotherMessage(state, by, asking) };
}

/** The child's number at SATUSEHAT, and the mother's NIK. */
interface ByMother {
  readonly id: string;
  readonly nikIbu: string;
  readonly motherKey: string;
}

/** A RelatedPerson for the mother follows the registration of a newborn (documentation of the patient index). */
function toMotherMessage(state: PatientState, { id, nikIbu, motherKey }: ByMother, { settings }: Asking): Message {
  const { person, puskesmas } = state;
  const code = settings.motherRelationship;
  const body = {
    resourceType: 'RelatedPerson',
    identifier: [{ use: 'official', system: nikSystem, value: nikIbu }],
    active: true,
    patient: { reference: `Patient/${id}` },
    relationship: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode', code, display: displays[code] }] }],
    ...(person.mother === undefined ? {} : { name: [{ use: 'official', text: person.mother }] }),
    gender: 'female',
  };
  return {
    ...{ plan: 'buat-ibu', method: 'POST', path: '/RelatedPerson', effect: true, body },
    refs: toMotherRefs(state, motherKey),
    credential: puskesmas.organization ?? '',
  };
}

const displays = { MTH: 'mother', FAMMEMB: 'family member' } as const;

function toMotherLook(state: PatientState, { id, nikIbu, motherKey }: ByMother): Message {
  const identifier = encodeURIComponent(`${nikSystem}|${nikIbu}`);
  return {
    ...{ plan: 'cari-ibu', method: 'GET', path: `/RelatedPerson?patient=${id}&identifier=${identifier}`, effect: false },
    refs: toMotherRefs(state, motherKey),
    credential: state.puskesmas.organization ?? '',
  };
}

/** The child first: only the mother beside it can be refused alone. */
function toMotherRefs({ person }: PatientState, motherKey: string): Message['refs'] {
  return [
    { ref: refOf.patient(person.id), hash: motherKey },
    { ref: refOf.patientMother(person.id), hash: motherKey },
  ];
}
