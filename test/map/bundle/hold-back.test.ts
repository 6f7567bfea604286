import { describe, expect, test } from '@jest/globals';
import type { Bundle, Resource } from '@medplum/fhirtypes';
import type { Issue, Severity } from '../../../src/fhir/issue.ts';
import { holdBack } from '../../../src/map/bundle/hold-back.ts';
import { toBundle } from '../../../src/map/bundle/to-bundle.ts';
import { aQuantity, aVisit, aWeight } from './a-visit.ts';

const input = aVisit({ elements: [aWeight(11400), aQuantity('lingkar-kepala', 475)] });
const visit = toBundle(input);
const [patient = '', encounter = '', weight = '', head = ''] = listUrls(visit);

describe('what a faulty resource holds back', () => {
  test('is nothing while nothing is faulty', () => {
    expect(holdBack(visit, new Map())).toEqual({ bundle: visit, held: [], dropped: [] });
  });

  test('is nothing for a warning', () => {
    expect(holdBack(visit, new Map([[weight, [anIssue('warning')]]])).bundle).toBe(visit);
  });

  test('is that measurement alone, for its own error; the rest of the visit goes on unchanged', () => {
    const issue = anIssue('error');
    const { bundle, held, dropped } = holdBack(visit, new Map([[weight, [issue, anIssue('warning')]]]));

    expect(held).toEqual([{ fullUrl: weight, issues: [issue] }]);
    expect(bundle.entry).toEqual(visit.entry?.filter(({ fullUrl }) => fullUrl !== weight));
    expect(dropped).toEqual([]);
  });

  test.each([
    { name: 'the visit and all that was measured in it, when the person is faulty', faulty: patient, kept: [] },
    { name: 'what was measured, when the visit is faulty; the person goes on', faulty: encounter, kept: [patient] },
  ])('is $name', ({ faulty, kept }) => {
    const { bundle, held } = holdBack(visit, new Map([[faulty, [anIssue('error')]]]));

    expect(listUrls(bundle)).toEqual(kept);
    expect(held.filter(({ because }) => because === undefined).map(({ fullUrl }) => fullUrl)).toEqual([faulty]);
  });

  describe('of a laboratory', () => {
    const person = { reference: 'urn:uuid:orang' };
    const laboratory = (...results: readonly string[]): Bundle =>
      aBundle({
        'urn:uuid:orang': { resourceType: 'Patient' },
        'urn:uuid:darah': { resourceType: 'Specimen', subject: person },
        'urn:uuid:hb': { resourceType: 'Observation', subject: person, specimen: { reference: 'urn:uuid:darah' } },
        'urn:uuid:gula': { resourceType: 'Observation', subject: person, specimen: { reference: 'urn:uuid:darah' } },
        'urn:uuid:laporan': {
          resourceType: 'DiagnosticReport',
          subject: person,
          specimen: [{ reference: 'urn:uuid:darah' }],
          result: results.map((reference) => ({ reference })),
        },
      });
    const without = (bundle: Bundle, faulty: string): Bundle => holdBack(bundle, new Map([[faulty, [anIssue('error')]]])).bundle;

    test('is the report, when the only result it has is faulty', () => {
      expect(listUrls(without(laboratory('urn:uuid:hb'), 'urn:uuid:hb'))).toEqual(['urn:uuid:orang', 'urn:uuid:darah', 'urn:uuid:gula']);
    });

    test('is not the report while another result is left', () => {
      const { entry = [] } = without(laboratory('urn:uuid:hb', 'urn:uuid:gula'), 'urn:uuid:hb');

      expect(entry.at(-1)?.resource).toMatchObject({ resourceType: 'DiagnosticReport', result: [{ reference: 'urn:uuid:gula' }] });
    });

    test('is the specimen alone: what was found in it goes on', () => {
      const { entry = [] } = without(laboratory('urn:uuid:hb'), 'urn:uuid:darah');

      expect(entry.map(({ fullUrl }) => fullUrl)).toEqual(['urn:uuid:orang', 'urn:uuid:hb', 'urn:uuid:gula', 'urn:uuid:laporan']);
      expect(JSON.stringify(entry)).not.toContain('darah');
    });
  });

  test('names for each dependant what it depends on', () => {
    const { held } = holdBack(visit, new Map([[encounter, [anIssue('fatal')]]]));

    expect(held.slice(1)).toEqual([
      { fullUrl: weight, issues: [], because: encounter },
      { fullUrl: head, issues: [], because: encounter },
    ]);
  });
});

test('what was computed from a measure that is held is held with it, whatever else it was computed from', () => {
  const [weight, length, score] = ['urn:uuid:weight', 'urn:uuid:length', 'urn:uuid:score'];
  const measure = { resourceType: 'Observation', status: 'final', code: { text: 'ukuran' } };
  const bundle = aBundle({
    [weight]: measure,
    [length]: measure,
    [score]: { ...measure, derivedFrom: [{ reference: weight }, { reference: length }] },
  });
  const closure = holdBack(bundle, new Map([[length, [anIssue('error')]]]));

  expect(closure.bundle.entry?.map(({ fullUrl }) => fullUrl)).toEqual([weight]);
});

describe('an optional reference to what is held', () => {
  const target = 'urn:uuid:00000000-0000-5000-8000-00000000dead';
  const reference = { reference: target };
  const other = { reference: 'urn:uuid:00000000-0000-5000-8000-00000000beef' };

  test.each<{ name: string; before: object; after: object; expressions: readonly string[] }>([
    {
      name: 'an item of a list',
      before: { basedOn: [other, reference] },
      after: { basedOn: [other] },
      expressions: ['Observation.basedOn[1]'],
    },
    { name: 'a list of nothing else', before: { hasMember: [reference] }, after: {}, expressions: ['Observation.hasMember[0]'] },
    {
      name: 'a single element',
      before: { specimen: reference, device: other },
      after: { device: other },
      expressions: ['Observation.specimen'],
    },
    {
      name: 'an item that says nothing without it',
      before: { extension: [{ url: 'https://contoh.id/asal', valueReference: reference }] },
      after: {},
      expressions: ['Observation.extension[0].valueReference'],
    },
  ])('is dropped with $name, and the resource goes on', ({ before, after, expressions }) => {
    const base = { resourceType: 'Observation', id: 'a', status: 'final', code: { text: 'apa saja' } };
    const bundle = aBundle({
      [target]: { resourceType: 'Observation', status: 'final', code: { text: 'salah' } },
      'urn:uuid:a': { ...base, ...before },
    });
    const closure = holdBack(bundle, new Map([[target, [anIssue('error')]]]));

    expect(closure.bundle.entry).toEqual([{ fullUrl: 'urn:uuid:a', resource: { ...base, ...after } }]);
    expect(closure.dropped).toEqual(expressions.map((expression) => ({ fullUrl: 'urn:uuid:a', expression })));
  });

  test('is dropped from a copy: the Bundle that was given stays as it was', () => {
    const bundle = aBundle({
      [target]: { resourceType: 'Observation' },
      'urn:uuid:a': { resourceType: 'Observation', hasMember: [reference] },
    });
    const before = structuredClone(bundle);
    holdBack(bundle, new Map([[target, [anIssue('error')]]]));

    expect(bundle).toEqual(before);
  });

  test('is followed through a chain, whatever the order of the entries', () => {
    const bundle = aBundle({
      'urn:uuid:obat': { resourceType: 'MedicationDispense', subject: other, context: { reference: 'urn:uuid:kunjungan' } },
      'urn:uuid:kunjungan': { resourceType: 'Encounter', subject: { reference: 'urn:uuid:orang' } },
      'urn:uuid:orang': { resourceType: 'Patient' },
    });

    expect(holdBack(bundle, new Map([['urn:uuid:orang', [anIssue('error')]]])).bundle.entry).toEqual([]);
  });
});

function aBundle(resources: Readonly<Record<string, object>>): Bundle {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: Object.entries(resources).map(([fullUrl, resource]) => ({ fullUrl, resource: resource as Resource })),
  };
}

function listUrls(bundle: Bundle): readonly string[] {
  return (bundle.entry ?? []).map(({ fullUrl = '' }) => fullUrl);
}

function anIssue(severity: Severity): Issue {
  return { severity, type: 'value', code: 'pattern', text: 'tidak sesuai profil', diagnostics: 'does not fit the profile' };
}
