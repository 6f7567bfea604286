import { describe, expect, test } from '@jest/globals';
import { listLocalElements, toBundle } from '../../../src/map/bundle/to-bundle.ts';
import { aReader } from '../reader.ts';
import { readSampleOutcomes } from '../sample-outcome.ts';
import { aVisit, shipped } from './a-visit.ts';
import { listFaultsOfBoth } from './two-validators.ts';

const reader = await aReader();
const samples = await Promise.all(
  (await readSampleOutcomes()).map(async ({ source, path, assumptions: { place, placeFrom, asOf } }) => {
    const { conversion } = await reader.convert(source, path, placeFrom === 'request' ? { place } : {}, asOf);
    return { source, visits: conversion.visits.map(({ visit, person }) => aVisit({ visit, person, elements: visit.elements })) };
  }),
);

describe.each(samples)('the visits of the sample of $source', ({ visits }) => {
  test('are sound for both validators', () => {
    expect(visits.flatMap((input) => listFaultsOfBoth(toBundle(input)))).toEqual([]);
  });

  test('leave out only what no code, no date, no nakes or no answer stands behind', () => {
    const local = visits
      .flatMap((input) => listLocalElements(input))
      .filter(({ key, reason }) => reason !== 'tanpa-kode' || shipped.elements.get(key)?.fhir);

    expect(local.filter(({ reason }) => ['elemen-tidak-dikenal', 'nilai-tidak-cocok', 'tanpa-kode'].includes(reason))).toEqual([]);
  });
});
