import { describe, expect, test } from '@jest/globals';
import { makeBundle } from '../../bench/validate/make-bundle.ts';
import { readBenchProfiles, readSet } from '../../bench/validate/read-set.ts';
import { base, compile, toErrors, toValidator } from './a-validator.ts';

const validator = toValidator(compile(...readBenchProfiles(base)));
const set = readSet();

describe('what the speed of validation is measured with', () => {
  test.each(set)('$file is sound', ({ text }) => {
    expect(toErrors(validator, JSON.parse(text))).toEqual([]);
  });

  test.each(set)('$file is refused once its last key is unknown', ({ text }) => {
    expect(validator.judge({ ...(JSON.parse(text) as object), tambahan: 1 })).toBe('invalid');
  });

  test('the resources are of twelve types at least, and of a thousand bytes on average', () => {
    expect(new Set(set.map(({ resourceType }) => resourceType)).size).toBeGreaterThanOrEqual(12);
    expect(set.reduce((sum, { text }) => sum + text.length, 0) / set.length).toBeGreaterThan(1000);
  });

  test('each of them names a profile that asks something of it', () => {
    // What a profile asks of an issue is asked of none where there is none.
    const given = (type: string): object => (type === 'OperationOutcome' ? { resourceType: type, issue: [{}] } : { resourceType: type });
    const bare = (type: string, profile: string): unknown => ({ ...given(type), meta: { profile: [profile] } });
    for (const { text, resourceType } of set) {
      const { meta } = JSON.parse(text) as { readonly meta: { readonly profile: readonly string[] } };
      const of = (resource: unknown): number => toErrors(validator, resource).length;
      expect(of(bare(resourceType, meta.profile[0] ?? ''))).toBeGreaterThan(of(given(resourceType)));
    }
  });

  test('a Bundle of them is sound, and refused when one of them is not', () => {
    const text = makeBundle(set, 60);
    expect(toErrors(validator, JSON.parse(text))).toEqual([]);
    expect(validator.judge(JSON.parse(text.replaceAll('"gender":"female"', '"gender":"perempuan"')))).toBe('invalid');
  });
});
