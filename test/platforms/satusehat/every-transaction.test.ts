import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Recorder } from '../../../src/map/visit.ts';
import { findDangling } from '../../../src/platforms/satusehat/visit/find-dangling.ts';
import { visitSettings } from '../../../src/platforms/satusehat/visit/visit-settings.ts';
import { loadValidator } from '../../../src/validate/load-validator.ts';
import { aVisit, danu, laras, shipped } from '../../map/bundle/a-visit.ts';
import { someElements } from '../../map/bundle/plausible.ts';
import { closingPolicy, openPolicy } from './a-subject.ts';
import { allOf, refusalsOf, resourcesOf, stateOf, transactionOf } from './a-transaction.ts';

const validator = await loadValidator();
const seed = 20_250_812;
const definitions = [...shipped.elements.values()];
const sensitive = ['diagnosis', 'hiv', 'sifilis', 'hepatitis-b', 'kb-pasca-salin', 'riwayat-penyakit', 'rujuk-alasan'];

const visits = fc.record({
  elements: someElements(definitions),
  recorder: fc.constantFrom<Recorder>('kader', 'nakes', 'sistem'),
  verified: fc.boolean(),
  lifeStage: fc.constantFrom('balita', 'ibu-hamil', 'nifas', 'neonatus', 'lain'),
  service: fc.constantFrom('posyandu-balita', 'kunjungan-rumah'),
  person: fc.constantFrom(danu, laras),
  alsoSend: fc.subarray(sensitive),
  closed: fc.boolean(),
  laboratoryRequest: fc.constantFrom<'dibuat' | 'tidak'>('dibuat', 'tidak'),
});

/** The dose of a lot that had expired is told as it was, and refused: it is for a person to look at. */
const isExpired = (refusal: string): boolean => refusal.includes('10307') && refusal.includes('must be later');

describe('every transaction', () => {
  test('refers to what is there, bears a number on everything, keeps what is ours, and is what SATUSEHAT asks for', () => {
    fc.assert(
      fc.property(visits, ({ elements, person, alsoSend, closed, laboratoryRequest, ...visit }) => {
        const input = aVisit({ elements, person, visit });
        const choices = {
          policy: { ...(closed ? closingPolicy : openPolicy), alsoSend },
          settings: { ...visitSettings, laboratoryRequest },
        };
        const transaction = transactionOf(input, choices);
        const { bundle, resourceIds, staying } = transaction;
        const entries = bundle.entry ?? [];

        expect(findDangling(bundle)).toEqual([]);
        expect(new Set(entries.map(({ fullUrl }) => fullUrl)).size).toBe(entries.length);
        expect(
          entries.filter(({ resource }) => !JSON.stringify(resource).includes('"value":"nomor-') && resource?.resourceType !== 'Encounter'),
        ).toEqual([]);
        expect(resourceIds.filter((id) => stateOf(input, choices).localIds.has(id))).toEqual([]);
        const sent = JSON.stringify(bundle);
        for (const ours of ['titian.dev', 'tampak lemas', 'demam tinggi', person.name, '"meta":{"tag"']) expect(sent).not.toContain(ours);
        expect(refusalsOf(transaction).filter((refusal) => !isExpired(refusal))).toEqual([]);
        expect(
          resourcesOf(transaction).flatMap((each) => validator.validate(each).issues.filter(({ severity }) => severity === 'error')),
        ).toEqual([]);
        const [encounter] = allOf(transaction, 'Encounter');
        const diagnosed = allOf(transaction, 'Condition').some((each) => JSON.stringify(each).includes('encounter-diagnosis'));
        expect(encounter).toMatchObject({ status: diagnosed ? 'finished' : 'in-progress' });
        const made = new Set([...resourceIds, ...staying.map(({ id }) => id)]);
        expect(
          (stateOf(input, choices).bundle as typeof bundle).entry?.filter(
            ({ resource }) => resource?.resourceType !== 'Patient' && !made.has(resource?.id ?? ''),
          ),
        ).toEqual([]);
      }),
      { seed, numRuns: 300 },
    );
  });
});
