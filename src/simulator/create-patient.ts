import { isJsonObject, textAt, itemsOf, valueAt, type JsonObject } from './json.ts';
import { compareAddress } from './compare-address.ts';
import { toPatient } from './find-patients.ts';
import { keepPerson } from './keep-person.ts';
import { holdsRealNik, refuseRealNik } from './nik-guard.ts';
import { toIhsNumber, type Person } from './people-register.ts';
import { refusal, refuse, type Answer, type Refusal } from './refusal.ts';
import { mandatory, numbered, type Rule, type RuleContext } from './rules/rule.ts';
import type { Call, World } from './world.ts';

const nikSystem = 'https://fhir.kemkes.go.id/id/nik';
const dayMs = 86_400_000;

const patientRules: readonly Rule[] = [
  mandatory(10166, 'Patient.identifier'),
  mandatory(10167, 'Patient.multipleBirthInteger'),
  mandatory(10168, 'Patient.name.text'),
  mandatory(10413, 'Patient.gender'),
  mandatory(10397, 'Patient.birthDate'),
  (resource) =>
    itemsOf(resource['address']).length > 0
      ? []
      : [10621, 10622, 10623, 10624].map((rule) =>
          refusal('value', numbered('Element not found: Patient.address', rule), 'Patient.address'),
        ),
];

/** Answers `POST /Patient`: by the person's own NIK against the simulated Dukcapil, or for a newborn by the mother's NIK; success is 200. */
export function createPatient(world: World, call: Call): Answer {
  if (!isJsonObject(call.body)) return refuse(400, refusal('structure', 'Failed to read request payload (RuleNumber: 20005)'));
  const patient = call.body;
  if (holdsRealNik(patient)) return refuseRealNik();
  const identifiers = new Map(itemsOf(patient['identifier']).map((item) => [textAt(item, 'system') ?? '', textAt(item, 'value') ?? '']));
  const [nik, motherNik] = [identifiers.get(nikSystem), identifiers.get(`${nikSystem}-ibu`)];
  const { rules: settings } = world.settings.current;
  const context: RuleContext = { now: world.now(), organization: call.client.organization, reach: () => 'known', settings };
  const refused = [
    ...patientRules.flatMap((rule) => rule(patient, context)),
    ...(motherNik === undefined ? [] : youngEnough(patient, world.now())),
  ];
  if (refused.length > 0) return refuse(400, ...refused);
  if (nik !== undefined) return registerCitizen(world, patient, nik);
  return motherNik === undefined ? failed(400, 'Failed to get citizen') : registerNewborn(world, patient, motherNik);
}

function registerCitizen(world: World, patient: JsonObject, nik: string): Answer {
  const citizens = world.people.citizens(nik);
  if (citizens.length === 0) return failed(400, 'Failed to get citizen');
  if (citizens.some((citizen) => citizen.ihs !== undefined)) return failed(400, 'Patient Resource Exists');
  const [citizen] = citizens;
  if (citizen === undefined) return failed(400, 'Failed to get citizen');
  const differences = differ(citizen, patient);
  if (differences.length > 0) return refuse(400, ...differences);
  return registered(world, world.people.register(citizen, toIhsNumber(nik, citizen.name, citizen.birthDate), moreOf(patient)));
}

function registerNewborn(world: World, patient: JsonObject, motherNik: string): Answer {
  const mothers = world.people.citizens(motherNik);
  if (mothers.length === 0) return failed(404, 'Failed to create new patient, nik-ibu not found');
  if (mothers.every((mother) => mother.gender !== 'female')) return failed(400, 'Patient with nik-ibu is not female');
  const [name, birthDate] = [nameOf(patient), textAt(patient, 'birthDate') ?? ''];
  const order = valueAt(patient, 'multipleBirthInteger');
  const birthOrder = typeof order === 'number' ? order : 0;
  const gender = patient['gender'] === 'male' ? 'male' : 'female';
  const known = world.people
    .find({ motherNik, birthDate, gender })
    .find((child) => child.name.toUpperCase() === name.toUpperCase() && child.birthOrder === birthOrder);
  if (known !== undefined)
    return world.settings.current.newbornTwice === 'return'
      ? { status: 200, body: toPatient(known, 'child') }
      : refuse(400, refusal('duplicate', 'Found duplicate: Patient'));
  const ihs = toIhsNumber(motherNik, name, birthDate, String(birthOrder), gender);
  const child: Person = { ihs, nik: undefined, motherNik, name, birthDate, gender, birthOrder, more: moreOf(patient) };
  world.people.add(child);
  return registered(world, child);
}

function registered(world: World, person: Person): Answer {
  keepPerson(world, person);
  return { status: 200, body: toPatient(person, person.nik === undefined ? 'child' : 'full') };
}

/** What the register does not look at, and gives back with the whole record. */
function moreOf({ address, telecom, maritalStatus, communication, extension, contact }: JsonObject): JsonObject {
  const more = Object.entries({ address, telecom, maritalStatus, communication, extension, contact });
  return Object.fromEntries(more.filter(([, value]) => value !== undefined));
}

function youngEnough(patient: JsonObject, now: Date): readonly Refusal[] {
  const born = Date.parse(`${textAt(patient, 'birthDate') ?? ''}T00:00:00Z`);
  if (Number.isNaN(born) || now.getTime() - born <= 60 * dayMs) return [];
  const text = `Day difference from Birth Date with ${now.toISOString()} can't be more than 60 days (RuleNumber: 10397).`;
  return [refusal('format', text, 'Patient.birthDate')];
}

/** Compares with Dukcapil, whose words the platform passes on. */
function differ(citizen: Person, patient: JsonObject): readonly Refusal[] {
  const pairs: readonly (readonly [string, string, boolean])[] = [
    ['nama_lengkap', 'Patient.name', citizen.name.toUpperCase() === nameOf(patient).toUpperCase()],
    ['jenis_kelamin', 'Patient.gender', citizen.gender === patient['gender']],
    ['tanggal_lahir', 'Patient.birthDate', citizen.birthDate === patient['birthDate']],
  ];
  return [
    ...pairs.filter(([, , same]) => !same).map(([word, expression]) => refusal('exception', `${word} TIDAK SESUAI`, expression)),
    ...compareAddress(citizen.more, patient),
  ];
}

function nameOf(patient: JsonObject): string {
  return textAt(itemsOf(patient['name'])[0], 'text') ?? '';
}

function failed(status: number, text: string): Answer {
  return refuse(status, refusal('exception', text));
}
