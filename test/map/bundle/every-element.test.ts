import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { Bundle, QuestionnaireResponseItem, Resource } from '@medplum/fhirtypes';
import fc from 'fast-check';
import type { BundleInput } from '../../../src/map/bundle/bundle-input.ts';
import { listLocalElements, toBundle } from '../../../src/map/bundle/to-bundle.ts';
import type { Recorder } from '../../../src/map/visit.ts';
import { aVisit, danu, laras, readElements, shipped } from './a-visit.ts';
import { listOptions } from './options.ts';
import { listValues, someElements } from './plausible.ts';
import { listFaultsOfBoth } from './two-validators.ts';

const definitions = [...shipped.elements.values()];
const seed = 20_250_812;
const options = await listOptions();

const visits = fc
  .record({
    elements: someElements(definitions),
    recorder: fc.constantFrom<Recorder>('kader', 'nakes', 'sistem'),
    verified: fc.boolean(),
    lifeStage: fc.constantFrom('balita', 'ibu-hamil', 'nifas', 'neonatus', 'lain'),
    service: fc.constantFrom('posyandu-balita', 'kunjungan-rumah', 'anc'),
    person: fc.constantFrom(danu, laras, { ...laras, birthOrder: 2 }),
  })
  .map(({ elements, person, ...visit }) => aVisit({ elements, person, visit }));

describe('an element of the programme', () => {
  test.each(definitions.map((definition) => [definition.key, definition] as const))(
    '%s is sound with every value of a form',
    (key, definition) => {
      const faults = listValues(definition).flatMap((value) => {
        const input = aVisit({ elements: [{ key, ordinal: 1, value, cell: key }], visit: { recorder: 'nakes' } });
        return listFaultsOfBoth(toBundle(input)).map((fault) => `${JSON.stringify(value)}: ${fault}`);
      });

      expect(faults).toEqual([]);
    },
  );
});

describe('an element on whose codes sources disagree', () => {
  test.each(options)('is sound with %s as %s', async (slug, option) => {
    const chosen = await readElements(`settings: { ${slug}: { title: x, is: ${option}, citation: x } }`);
    const table = [...chosen.elements.values()];
    const changed = table.filter(({ key, fhir }) => !isDeepStrictEqual(fhir, shipped.elements.get(key)?.fhir));
    const faults = changed.flatMap((definition) =>
      listValues(definition).flatMap((value) =>
        listFaultsOfBoth(toBundle(aVisit({ table: chosen, elements: [{ key: definition.key, ordinal: 1, value, cell: definition.key }] }))),
      ),
    );

    expect(changed).not.toEqual([]);
    expect(faults).toEqual([]);
  });
});

describe('a visit of any elements', () => {
  test('is sound for both validators', () => {
    fc.assert(
      fc.property(visits, (input) => {
        expect(listFaultsOfBoth(toBundle(input))).toEqual([]);
      }),
      { numRuns: 150, seed },
    );
  });

  test('is the same, byte for byte, in whatever order its elements came', () => {
    fc.assert(
      fc.property(visits, fc.array(fc.nat(), { minLength: 25, maxLength: 25 }), (input, numbers) => {
        const elements = input.visit.elements.map((element, index) => ({ element, at: numbers[index] ?? 0 })).sort((a, b) => a.at - b.at);
        const shuffled = { ...input, visit: { ...input.visit, elements: elements.map(({ element }) => element) } };

        expect(JSON.stringify(toBundle(shuffled))).toBe(JSON.stringify(toBundle(input)));
        expect(listLocalElements(shuffled)).toEqual(listLocalElements(input));
      }),
      { numRuns: 150, seed },
    );
  });

  test('loses none: each is a resource of its own id, an answer, or listed with why it stays', () => {
    fc.assert(
      fc.property(visits, (input) => {
        const bundle = toBundle(input);
        const local = new Set(listLocalElements(input).map(({ key, ordinal }) => `${key}|${String(ordinal)}`));
        const ids = new Set(listResources(bundle).map(({ id }) => id));
        const sent = input.visit.elements.filter(({ key, ordinal }) => !local.has(`${key}|${String(ordinal)}`));
        const answers = sent.filter(({ key }) => isAnswer(key));

        expect(sent.filter(({ key, ordinal }) => !isAnswer(key) && !ids.has(input.idOf(key, ordinal)))).toEqual([]);
        expect(countAnswers(bundle)).toBe(answers.length);
        for (const { key, ordinal, unconfirmed } of input.visit.elements) {
          if (local.has(`${key}|${String(ordinal)}`)) expect(ids).not.toContain(input.idOf(key, ordinal));
          else expect(unconfirmed).toBeUndefined();
        }
      }),
      { numRuns: 150, seed },
    );
  });

  test('says of each resource whose it is and in which visit, and leads nowhere else than into the Bundle', () => {
    fc.assert(
      fc.property(visits, (input) => {
        const bundle = toBundle(input);
        const urls = new Set((bundle.entry ?? []).map(({ fullUrl }) => fullUrl));
        const strays = listResources(bundle).filter((resource) => !isBound(resource, input));

        expect(urls.size).toBe(bundle.entry?.length);
        expect(strays.map(({ resourceType }) => resourceType)).toEqual([]);
        expect(listReferences(bundle).filter((reference) => !urls.has(reference))).toEqual([]);
      }),
      { numRuns: 150, seed },
    );
  });

  test('makes a diagnosis only of what a nakes wrote', () => {
    fc.assert(
      fc.property(visits, (input) => {
        const conditions = listResources(toBundle(input)).filter(({ resourceType }) => resourceType === 'Condition');

        if (input.visit.recorder !== 'nakes' && !input.visit.verified) expect(conditions).toEqual([]);
      }),
      { numRuns: 150, seed },
    );
  });
});

/** A dose of another day belongs to no contact that is known; a specimen to its person. */
function isBound(resource: Resource, { idOf }: BundleInput): boolean {
  const text = JSON.stringify(resource);
  const ofPerson = resource.resourceType === 'Patient' || text.includes(`urn:uuid:${idOf('patient', 1)}`);
  const isApart = ['Patient', 'Encounter', 'Specimen'].includes(resource.resourceType) || isOfAnotherDay(resource);
  return ofPerson && (isApart || text.includes(`urn:uuid:${idOf('encounter', 1)}`));
}

function isOfAnotherDay(resource: Resource): boolean {
  return resource.resourceType === 'Immunization' && resource.occurrenceDateTime?.length === '2025-08-12'.length;
}

function isAnswer(key: string): boolean {
  return shipped.elements.get(key)?.fhir?.resource === 'QuestionnaireResponse';
}

function countAnswers(bundle: Bundle): number {
  const count = (items: readonly QuestionnaireResponseItem[] = []): number =>
    items.reduce((sum, { item, answer = [] }) => sum + count(item) + answer.reduce((of, each) => of + 1 + count(each.item), 0), 0);
  return listResources(bundle).reduce((sum, each) => sum + (each.resourceType === 'QuestionnaireResponse' ? count(each.item) : 0), 0);
}

function listReferences(bundle: Bundle): readonly string[] {
  return [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(([, reference = '']) => reference);
}

function listResources(bundle: Bundle): readonly Resource[] {
  return (bundle.entry ?? []).flatMap(({ resource }) => (resource === undefined ? [] : [resource]));
}
