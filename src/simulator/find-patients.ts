import type { JsonObject } from './json.ts';
import { asksRealNik, refuseRealNik } from './nik-guard.ts';
import { maskName, type Person, type PersonQuery, type Practitioner } from './people-register.ts';
import { notFound, simulationTag, type Answer } from './refusal.ts';
import { invalidQuery, searchset } from './search-resources.ts';
import type { Call, World } from './world.ts';

const system = 'https://fhir.kemkes.go.id/id';
const hiddenNik = '################';

type View = 'masked' | 'full' | 'full-nik-hidden' | 'child' | 'bare';

/**
 * Answers `GET /Patient?...` in the forms SATUSEHAT documents: by NIK (masked), NIK and name (masked), NIK, name and birth date (full),
 * name, birth date and gender (full, NIK hidden), mother's NIK. Everybody who matches is given; it is the caller who must not take the first.
 */
export function findPatients(world: World, call: Call): Answer {
  const asked = readQuery(call.query);
  if ('status' in asked) return asked;
  const view = viewFor(asked);
  if (view === undefined)
    return invalidQuery('identifier, name + identifier, name + birthdate + identifier or name + birthdate + gender was expected');
  const people = world.people.find(asked);
  return {
    status: 200,
    body: searchset(call.base, 'Patient', call, { total: people.length, resources: people.map((person) => toPatient(person, view)) }),
  };
}

/** Answers `GET /Patient/{ihs}` as staging does: id and identifiers, nothing of the person. */
export function readPatient(world: World, ihs: string): Answer {
  const person = world.people.patient(ihs);
  return person === undefined ? notFound('Patient', ihs) : { status: 200, body: toPatient(person, 'bare') };
}

/** Answers `GET /Practitioner?...` by NIK, by nakes-his-number, or by name, gender and birth date; names are masked. */
export function findPractitioners(world: World, call: Call): Answer {
  const asked = readQuery(call.query);
  if ('status' in asked) return asked;
  const enough =
    asked.nik !== undefined ||
    asked.ihs !== undefined ||
    (asked.name !== undefined && asked.birthDate !== undefined && asked.gender !== undefined);
  if (!enough) return invalidQuery('identifier or name + gender + birthdate was expected');
  const found = world.people.findPractitioners(asked);
  return {
    status: 200,
    body: searchset(call.base, 'Practitioner', call, { total: found.length, resources: found.map(toPractitionerResource) }),
  };
}

/** Answers `GET /Practitioner/{id}`. */
export function readPractitioner(world: World, ihs: string): Answer {
  const practitioner = world.people.practitioner(ihs);
  return practitioner === undefined ? notFound('Practitioner', ihs) : { status: 200, body: toPractitionerResource(practitioner) };
}

/** A person as Patient, with as much as the way of asking lets through. */
export function toPatient(person: Person, view: View): JsonObject {
  const ihs = person.ihs ?? '';
  const identity = { resourceType: 'Patient', id: ihs, active: true, meta: { ...personMeta(ihs) }, identifier: identifiers(person, view) };
  if (view === 'bare') return identity;
  const name = [{ use: 'official', text: view === 'masked' ? maskName(person.name) : person.name }];
  if (view === 'masked') return { ...identity, name };
  if (view === 'child') return { ...identity, name, birthDate: person.birthDate, multipleBirthInteger: person.birthOrder };
  return {
    ...identity,
    name,
    gender: person.gender,
    birthDate: person.birthDate,
    deceasedBoolean: false,
    ...person.more,
    multipleBirthInteger: person.birthOrder,
  };
}

function identifiers(person: Person, view: View): JsonObject[] {
  const official = (kind: string, value: string): JsonObject => ({ use: 'official', system: `${system}/${kind}`, value });
  const ihs = official('ihs-number', person.ihs ?? '');
  if (view === 'child' || person.nik === undefined)
    return person.motherNik === undefined ? [ihs] : [official('nik-ibu', person.motherNik), ihs];
  return [ihs, official('nik', view === 'full' ? person.nik : hiddenNik)];
}

function viewFor(asked: PersonQuery): View | undefined {
  if (asked.motherNik !== undefined) return 'child';
  if (asked.ihs !== undefined) return 'bare';
  return asked.nik === undefined ? viewWithoutNik(asked) : viewByNik(asked);
}

function viewByNik({ name, birthDate }: PersonQuery): View | undefined {
  if (birthDate === undefined) return 'masked';
  return name === undefined ? undefined : 'full';
}

function viewWithoutNik({ name = '', birthDate, gender }: PersonQuery): View | undefined {
  return name.length >= 3 && birthDate !== undefined && gender !== undefined ? 'full-nik-hidden' : undefined;
}

function readQuery(query: URLSearchParams): PersonQuery | Answer {
  const identifier = query.get('identifier') ?? '';
  const asked = asksRealNik(identifier) ? refuseRealNik() : readIdentifier(identifier);
  if ('status' in asked) return asked;
  return {
    ...asked,
    ...given('name', query.get('name')),
    ...given('birthDate', query.get('birthdate')),
    ...given('gender', query.get('gender')),
  };
}

function readIdentifier(identifier: string): PersonQuery | Answer {
  const [kind = '', value = ''] = identifier.split('|');
  const keys: Readonly<Record<string, 'nik' | 'motherNik' | 'ihs'>> = {
    [`${system}/nik`]: 'nik',
    [`${system}/nik-ibu`]: 'motherNik',
    [`${system}/ihs-number`]: 'ihs',
    [`${system}/patient-ihs-number`]: 'ihs',
    [`${system}/nakes-his-number`]: 'ihs',
  };
  const key = keys[kind];
  // Encoded twice, the bar between system and value is no bar, and nobody is found (field report 2026-08-01).
  if (/%7c/i.test(identifier)) return { nik: '' };
  if (identifier !== '' && key === undefined) return invalidQuery('unknown identifier system');
  return key === undefined ? {} : { [key]: value };
}

function given(key: string, value: string | null): Readonly<Record<string, string>> {
  return value === null || value === '' ? {} : { [key]: value };
}

function toPractitionerResource(practitioner: Practitioner): JsonObject {
  return {
    resourceType: 'Practitioner',
    id: practitioner.ihs,
    meta: { ...personMeta(practitioner.ihs) },
    identifier: [
      { system: `${system}/nakes-his-number`, value: practitioner.ihs },
      { use: 'official', system: `${system}/nik`, value: practitioner.nik },
    ],
    name: [{ use: 'official', text: maskName(practitioner.name) }],
    gender: practitioner.gender,
    birthDate: practitioner.birthDate,
  };
}

function personMeta(ihs: string): JsonObject {
  return { versionId: Buffer.from(ihs).toString('base64url'), lastUpdated: '2024-01-02T03:04:05.000000+00:00', tag: [simulationTag] };
}
