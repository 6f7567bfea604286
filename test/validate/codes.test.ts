import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/validate/json.ts';
import type { Validator } from '../../src/validate/validator.ts';
import { compile, toValidator } from './a-validator.ts';

const compiled = compile();
const validator = toValidator(compiled, undefined, [
  { system: 'http://rs.contoh.id/poli', codes: ['UMUM', 'GIGI'] },
  { system: 'http://rs.contoh.id/alat', codes: ['A1'], inPart: true },
]);

const ACT = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const CATEGORY = 'http://terminology.hl7.org/CodeSystem/observation-category';
const [LOINC, SNOMED, UCUM] = ['http://loinc.org', 'http://snomed.info/sct', 'http://unitsofmeasure.org'];

const aConcept = (coding: JsonObject, more: JsonObject = {}) => ({
  resourceType: 'Observation',
  ...more,
  status: 'final',
  code: { coding: [coding] },
});
const aTag = (coding: JsonObject) => ({ resourceType: 'Patient', active: true, meta: { tag: [coding] } });
const anAmount = (code: string, system = UCUM) => ({
  resourceType: 'Observation',
  status: 'final',
  code: { text: 'x' },
  valueQuantity: { value: 1, system, code },
});

/** What is found, with the gravity; both paths must give the same verdict. */
function find(resource: unknown, subject: Validator = validator): readonly string[] {
  const { issues, undecided, valid } = subject.validate(resource);
  const warned = issues.some((issue) => issue.severity === 'warning');
  expect(subject.judge(resource)).toBe(valid ? (warned ? 'warnings' : 'ok') : 'invalid');
  return [...issues.map((issue) => `${issue.severity} ${issue.code}`), ...undecided.map((each) => `undecided ${each.reason}`)];
}

describe('a code of a system that is held', () => {
  test.each<[string, JsonObject, readonly string[]]>([
    ['in use', { system: ACT, code: 'AMB', display: 'ambulatory' }, []],
    ['in other capitals of its display', { system: ACT, code: 'AMB', display: 'Ambulatory' }, []],
    ['that does not exist', { system: ACT, code: 'AMBX' }, ['error code-unknown']],
    ['in other capitals where they matter', { system: ACT, code: 'amb' }, ['error code-unknown']],
    [
      'in other capitals where they do not',
      { system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'mr' },
      ['information code-capitals'],
    ],
    ['with another display', { system: ACT, code: 'AMB', display: 'rawat jalan' }, ['error display-wrong']],
    [
      'with a display that has a blank too many',
      { system: CATEGORY, code: 'vital-signs', display: 'Vital  Signs' },
      ['error display-wrong'],
    ],
    ['that is abstract', { system: ACT, code: '_ActCoverageTypeCode' }, []],
    ['for the national identifier of Indonesia', { system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'NNIDN' }, []],
  ])('%s is judged as the reference validator does', (_, coding, expected) => {
    expect(find(aConcept(coding))).toEqual(expected);
    expect(find(aTag(coding))).toEqual(expected);
  });

  test('is shown in the language of the resource where the system has it', () => {
    const dutch = { system: 'http://terminology.hl7.org/CodeSystem/v2-0001', code: 'F', display: 'Vrouw' };
    expect(find(aConcept(dutch))).toEqual(['error display-wrong']);
    expect(find(aConcept(dutch, { language: 'nl' }))).toEqual([]);
  });

  test('is only warned of beside the warning of an extensible value set', () => {
    const anEncounter = (coding: JsonObject) => ({ resourceType: 'Encounter', status: 'planned', class: coding });
    expect(find(anEncounter({ system: ACT, code: 'AMBX' }))).toEqual(['warning code-unknown', 'warning binding-extensible']);
    expect(find(anEncounter({ system: ACT, code: 'AMB', display: 'x' }))).toEqual(['warning display-wrong']);
  });
});

describe('the name of a code system', () => {
  test.each<[string, string, string, string]>([
    ['http://hl7.org/fhir/ValueSet/languages', 'system-is-value-set', 'error', 'error'],
    ['poli', 'system-relative', 'error', 'error'],
    ['http://hl7.org/fhir/tidak-ada', 'system-not-of-fhir', 'error', 'error'],
    ['https://loinc.org', 'system-misspelt', 'error', 'warning'],
    ['http://snomed.info/sct/', 'system-misspelt', 'error', 'warning'],
    [ACT.replace('http:', 'https:'), 'system-misspelt', 'error', 'warning'],
    ['http://orang.lain/kode', 'system-unknown', 'information', 'warning'],
  ])('%s is told as %s', (system, code, alone, inConcept) => {
    expect(find(aTag({ system, code: 'a' }))).toEqual([`${alone} ${code}`]);
    expect(find(aConcept({ system, code: 'a' }))).toEqual([`${inConcept} ${code}`]);
  });

  test('is asked for where a code is', () => {
    expect(find(aTag({ code: 'a' }))).toEqual(['warning coding-without-system']);
    expect(find(aTag({ display: 'a' }))).toEqual([]);
  });
});

describe('a code of a system that is not held', () => {
  const possible = ['undecided code-system-not-held'];
  const impossible = ['error code-unknown'];
  test.each<[string, string, readonly string[]]>([
    [LOINC, '8480-6', possible],
    [LOINC, '8480-7', impossible],
    [LOINC, 'LA6576-8', possible],
    [LOINC, 'sistolik', impossible],
    [SNOMED, '25064002', possible],
    [SNOMED, '25064003', impossible],
    [SNOMED, '754786011', impossible],
    [SNOMED, '128045006:{363698007=56459004}', possible],
    [SNOMED, 'demam', impossible],
    ['http://hl7.org/fhir/sid/icd-10', 'E44.1', possible],
    ['http://hl7.org/fhir/sid/icd-10', 'A17.0†', possible],
    ['http://hl7.org/fhir/sid/icd-10', 'gizi', impossible],
    ['http://hl7.org/fhir/sid/icd-9-cm', '89.52', possible],
    ['http://hl7.org/fhir/sid/icd-9-cm', 'EKG', ['warning code-unlisted']],
    ['http://sys-ids.kemkes.go.id/kfa', '93000359', possible],
    ['http://sys-ids.kemkes.go.id/kfa', 'VG45', possible],
    ['http://sys-ids.kemkes.go.id/kfa', 'OBAT', ['warning code-unlisted']],
    ['urn:iso:std:iso:3166', 'ID', []],
    ['urn:iso:std:iso:3166', 'QQ', impossible],
    ['urn:iso:std:iso:3166', 'ID-JB', possible],
    ['urn:iso:std:iso:4217', 'IDR', []],
    ['urn:iso:std:iso:4217', 'RPH', impossible],
    ['urn:ietf:bcp:47', 'id-ID', []],
    ['urn:ietf:bcp:47', 'bahasa_indonesia', impossible],
    ['urn:ietf:bcp:13', 'image/png', []],
    ['urn:ietf:bcp:13', 'gambar', impossible],
    ['http://www.whocc.no/atc', 'J07BC01', possible],
  ])('%s %s is judged by its syntax', (system, code, expected) => {
    expect(find(aConcept({ system, code }))).toEqual(expected);
  });

  test('a country under the name of another is found, one under a name of its own is left to people', () => {
    const aCountry = (display: string) => aConcept({ system: 'urn:iso:std:iso:3166', code: 'BD', display });
    expect(find(aCountry('Bangladesh'))).toEqual([]);
    expect(find(aCountry('Australia'))).toEqual(['error display-wrong']);
    expect(find(aCountry('Bangla Desh'))).toEqual(['warning display-wrong']);
  });
});

describe('a unit', () => {
  test.each(['mm[Hg]', 'kg', 'mg/dL', '{tablet}', '{beats}/min', '10*3/uL', '%', '[degF]', 'mL/min/{1.73_m2}', '%{Negative Control}'])(
    '%s is one of UCUM',
    (unit) => {
      expect(find(anAmount(unit))).toEqual([]);
    },
  );

  test.each(['mmHg', 'TAB', 'KG', 'mEq/L', 'kg kg', '(m', '/', 'x'.repeat(300)])('%s is none', (unit) => {
    expect(find(anAmount(unit))).toEqual(['error unit-unknown']);
  });

  test('of another system is looked up there', () => {
    expect(find(anAmount('TAB', 'http://terminology.hl7.org/CodeSystem/v3-orderableDrugForm'))).toEqual([]);
    expect(find(anAmount('XYZ', 'http://terminology.hl7.org/CodeSystem/v3-orderableDrugForm'))).toEqual(['error unit-unknown']);
  });
});

describe('lists of codes that a site holds', () => {
  test.each<[string, string, readonly string[]]>([
    ['http://rs.contoh.id/poli', 'GIGI', []],
    ['http://rs.contoh.id/poli', 'MATA', ['warning code-unlisted']],
    ['http://rs.contoh.id/alat', 'A1', []],
    ['http://rs.contoh.id/alat', 'A2', ['undecided code-system-not-held']],
  ])('judge %s %s', (system, code, expected) => {
    expect(find(aConcept({ system, code, display: 'apa saja' }))).toEqual(expected);
  });
});

describe('a million code systems', () => {
  test('do not fill the memory, and are judged all the same', () => {
    const before = process.memoryUsage().heapUsed;
    for (let at = 0; at < 20_000; at++) validator.isValid(aTag({ system: `http://orang.lain/${String(at)}`, code: 'a'.repeat(100) }));
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(60_000_000);
    expect(find(aTag({ system: 'http://orang.lain/terakhir', code: 'a' }))).toEqual(['information system-unknown']);
  });
});

describe('a ValueSet', () => {
  const aValueSet = (include: JsonObject) => ({ resourceType: 'ValueSet', status: 'draft', compose: { include: [include] } });
  test.each<[string, JsonObject, readonly string[]]>([
    ['of codes that exist', { system: ACT, concept: [{ code: 'AMB' }], filter: undefined }, []],
    ['of a code that its system lacks', { system: ACT, concept: [{ code: 'AMB' }, { code: 'AMBX' }] }, ['error code-unknown']],
    ['of a code that cannot be', { system: SNOMED, concept: [{ code: '1' }] }, ['error code-unknown']],
    [
      'below a code that its system lacks',
      { system: ACT, filter: [{ property: 'concept', op: 'is-a', value: 'AMBX' }] },
      ['error code-unknown'],
    ],
    ['below a code', { system: ACT, filter: [{ property: 'concept', op: 'is-a', value: 'AMB' }] }, []],
    ['of a system inside itself, by a short name', { system: '#sendiri' }, ['error system-relative']],
  ])('%s is judged', (_, include, expected) => {
    expect(find(JSON.parse(JSON.stringify(aValueSet(include))))).toEqual(expected);
  });

  test('a CodeSystem that adds to another has to say so', () => {
    const aSupplement = (content: string) => ({ resourceType: 'CodeSystem', status: 'draft', supplements: 'http://loinc.org', content });
    expect(find(aSupplement('supplement'))).toEqual([]);
    expect(find(aSupplement('complete'))).toEqual(['error supplement-content']);
  });
});
