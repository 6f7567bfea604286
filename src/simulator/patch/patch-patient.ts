import { isJsonObject, itemsOf, textAt, type Json, type JsonObject } from '../json.ts';
import { toPatient } from '../find-patients.ts';
import { keepPerson } from '../keep-person.ts';
import { holdsRealNik, refuseRealNik } from '../nik-guard.ts';
import type { Person } from '../people-register.ts';
import { notFound, refusal, refuse, type Answer } from '../refusal.ts';
import type { Call, World } from '../world.ts';
import { applyPatch, sameJson, type Operation } from './json-patch.ts';
import { readOperations } from './patch-resource.ts';

const system = 'https://fhir.kemkes.go.id/id';
const tested = ['name', 'gender', 'birthDate'] as const;
/** What the register itself keeps of a person; everything else of a Patient is carried along as it was written. */
const ownFields = new Set(['resourceType', 'id', 'meta', 'active', 'identifier', 'name', 'gender', 'birthDate', 'multipleBirthInteger']);

/**
 * Answers `PATCH /Patient/{ihs}`: `test` operations must state name, sex and birth date as they are now, beside the `replace` operations
 * (Postman resource collection, Patch Patient). The refusal is no FHIR.
 */
export function patchPatient(world: World, ihs: string, call: Call): Answer {
  const read = readOperations(call);
  if ('status' in read) return read;
  if (!world.settings.takes('PATCH', 'Patient'))
    return refuse(400, refusal('value', 'Organization not allowed to edit Patient (RuleNumber: 20016)', 'Patient'));
  const person = world.people.patient(ihs);
  if (person === undefined) return notFound('Patient', ihs);
  const patient = toPatient(person, 'full');
  const invalid = [...untested(read.operations), ...otherwise(read.operations, patient), ...strange(read.operations)];
  if (invalid.length > 0) return notUpdated(invalid);
  return register(world, person, replaced(patient, read.operations));
}

interface Invalid {
  readonly property: string;
  readonly message: string;
}

function untested(operations: readonly Operation[]): readonly Invalid[] {
  return tested
    .filter((field) => !operations.some(({ op, path }) => op === 'test' && path === `/${field}`))
    .map((field) => ({ property: `test:${field}`, message: `Test operation for '${field}' can not be empty` }));
}

/** A test that fails: its words were not recorded and are the simulator's own. */
function otherwise(operations: readonly Operation[], patient: JsonObject): readonly Invalid[] {
  return operations
    .filter(({ op, path, value }) => op === 'test' && !agrees(path.slice(1), value, patient))
    .map(({ path }) => ({ property: `test:${path.slice(1)}`, message: `Test operation for '${path.slice(1)}' does not match (simulasi)` }));
}

/** Sources know `replace`, and `test` beside it; what the service says of others was not recorded. */
function strange(operations: readonly Operation[]): readonly Invalid[] {
  return operations
    .filter(({ op, path }) => (op !== 'test' && op !== 'replace') || !/^\/[A-Za-z]+$/.test(path) || /^\/(id|resourceType)$/.test(path))
    .map(({ op, path }) => ({ property: `${op}:${path.slice(1)}`, message: 'Operation is not supported (simulasi)' }));
}

function agrees(field: string, value: Json | undefined, patient: JsonObject): boolean {
  if (field !== 'name') return sameJson(value, patient[field]);
  const text = (name: Json | undefined): string => (textAt(itemsOf(name)[0], 'text') ?? '').toUpperCase();
  return text(value) !== '' && text(value) === text(patient['name']);
}

function notUpdated(invalid: readonly Invalid[]): Answer {
  const validation = invalid.map((each) => ({ ...each, valid: false, mandatory: true }));
  return { status: 400, body: { code: 400, error: true, message: 'Failed to update patient data', data: { validation } } };
}

/** Published patches replace elements that may not be there yet, so replacing sets them. */
function replaced(patient: JsonObject, operations: readonly Operation[]): JsonObject {
  const sets = operations.filter(({ op }) => op === 'replace').map((operation): Operation => ({ ...operation, op: 'add' }));
  const changed = applyPatch(patient, sets);
  return isJsonObject(changed) ? changed : patient;
}

function register(world: World, former: Person, patient: JsonObject): Answer {
  if (holdsRealNik(patient)) return refuseRealNik();
  const changed = toChanged(former, patient);
  const others = changed.nik === undefined ? [] : world.people.citizens(changed.nik);
  if (others.some((other) => other.ihs !== undefined && other.ihs !== former.ihs))
    return refuse(400, refusal('exception', 'Patient Resource Exists'));
  world.people.replace(former, changed);
  keepPerson(world, changed);
  return { status: 200, body: toPatient(changed, 'full') };
}

function toChanged(former: Person, patient: JsonObject): Person {
  const identifiers = new Map(itemsOf(patient['identifier']).map((item) => [textAt(item, 'system') ?? '', textAt(item, 'value')]));
  const order = patient['multipleBirthInteger'];
  return {
    ihs: former.ihs,
    nik: identifiers.get(`${system}/nik`) ?? former.nik,
    motherNik: identifiers.get(`${system}/nik-ibu`) ?? former.motherNik,
    name: textAt(itemsOf(patient['name'])[0], 'text') ?? former.name,
    birthDate: textAt(patient, 'birthDate') ?? former.birthDate,
    gender: patient['gender'] === 'male' ? 'male' : 'female',
    birthOrder: typeof order === 'number' ? order : former.birthOrder,
    more: Object.fromEntries(Object.entries(patient).filter(([key]) => !ownFields.has(key))),
  };
}
