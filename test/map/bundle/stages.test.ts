import { describe, expect, test } from '@jest/globals';
import { toBundle } from '../../../src/map/bundle/to-bundle.ts';
import { aQuantity, aVisit } from './a-visit.ts';

/** What the upper arm of somebody at a stage of life is said to mean. */
function interpret(lifeStage: string, millimetres: number): readonly (string | undefined)[] {
  const { entry = [] } = toBundle(aVisit({ elements: [aQuantity('lingkar-lengan-atas', millimetres)], visit: { lifeStage } }));
  return entry.flatMap(({ resource }) => {
    if (resource?.resourceType !== 'Observation') return [];
    return (resource.interpretation ?? []).map(({ coding = [] }) => coding[0]?.code);
  });
}

describe('the upper arm', () => {
  test.each([
    [228, 'OI000018'],
    [229, 'OI000018'],
    [230, 'OI000035'],
    [234, 'OI000035'],
    [235, 'N'],
    [300, 'N'],
  ])('of a pregnant woman, %s mm, is in the national band %s', (millimetres, code) => {
    expect(interpret('ibu-hamil', millimetres)).toEqual([code]);
  });

  test.each(['balita', 'bayi', 'nifas', 'lain'])('of somebody else (%s) is not judged by the bands of pregnancy', (stage) => {
    expect(interpret(stage, 120)).toEqual([]);
  });
});
