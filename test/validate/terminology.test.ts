import { describe, expect, test } from '@jest/globals';
import type { ElementIr } from '../../src/validate/ir.ts';
import { createTerminology } from '../../src/validate/terminology/terminology.ts';
import type { Membership } from '../../src/validate/terminology/value-sets.ts';
import { inCode, inCoding, inConcept } from '../../src/validate/terminology/value-sets.ts';
import { compile, toLibrary } from './a-validator.ts';

const compiled = compile();
const terminology = createTerminology({ expansions: compiled.valueSets, library: toLibrary(compiled.library) });

function toBound(strength: string): readonly string[] {
  const urls = new Set<string>();
  const visit = (element: ElementIr): void => {
    if (element.binding?.strength === strength) urls.add(element.binding.valueSet);
    element.children.forEach(visit);
  };
  for (const profile of compiled.ir) visit(profile.root);
  return [...urls].sort();
}

/** True when every code of every system can be said to be inside or outside. */
function isDecided(url: string): boolean {
  const set = terminology.toValueSet(url);
  const whole = [...set.whole].every((system) => DEFINED_BY_SYNTAX.has(system));
  return set.known && !set.beyond && set.open.size === 0 && whole;
}

const DEFINED_BY_SYNTAX: ReadonlySet<string> = new Set(['urn:ietf:bcp:13', 'urn:iso:std:iso:4217', 'http://unitsofmeasure.org']);

describe('the value sets base R4 binds', () => {
  test.each([
    ['required', 224, ['http://loinc.org/vs/LL379-9']],
    [
      'extensible',
      84,
      [
        'http://dicom.nema.org/medical/dicom/current/output/chtml/part04/sect_B.5.html#table_B.5-1',
        'http://dicom.nema.org/medical/dicom/current/output/chtml/part16/sect_CID_29.html',
        'http://hl7.org/fhir/ValueSet/consent-content-class',
        'http://hl7.org/fhir/ValueSet/jurisdiction',
        'http://www.rsna.org/RadLex_Playbook.aspx',
      ],
    ],
  ])('are decided without a server when %s, but for these', (strength, count, open) => {
    const bound = toBound(strength);
    expect(bound).toHaveLength(count);
    expect(bound.filter((url) => !isDecided(url))).toEqual(open);
  });
});

describe('membership', () => {
  const set = (url: string) => terminology.toValueSet(`http://hl7.org/fhir/ValueSet/${url}`);
  test.each<[string, string, unknown, Membership]>([
    ['a code inside', 'administrative-gender', 'male', 1],
    ['a code outside', 'administrative-gender', 'perempuan', 0],
    ['other capitals where they matter', 'administrative-gender', 'MALE', 0],
    ['a number', 'administrative-gender', 1, 0],
    ['a media type', 'mimetypes', 'application/fhir+json; charset=utf-8', 1],
    ['half a media type', 'mimetypes', 'image/', 0],
    ['the short form of a format', 'mimetypes', 'json', 1],
    ['a currency', 'currencies', 'IDR', 1],
    ['no currency', 'currencies', 'RPH', 0],
    ['a unit', 'ucum-units', 'mm[Hg]', 1],
    ['no unit', 'ucum-units', 'mmHg', 0],
    ['an abstract code', 'item-type', 'question', 1],
  ])('of %s is known', (_, url, code, expected) => {
    expect(inCode(set(url), code)).toBe(expected);
  });

  const active = { system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' };
  test.each<[string, unknown, Membership]>([
    ['one coding inside', { coding: [{ system: 'http://x.org', code: 'a' }, active] }, 1],
    ['the code in another system', { coding: [{ ...active, system: 'http://loinc.org' }] }, 0],
    ['a code without system', { coding: [{ code: 'active' }] }, 0],
    ['text alone', { text: 'aktif' }, 0],
  ])('of a concept with %s is known', (_, concept, expected) => {
    expect(inConcept(set('condition-clinical'), concept)).toBe(expected);
  });

  test('a Coding without system or code is not asked', () => {
    expect(
      [{ code: 'active' }, { system: active.system }, { display: 'x' }].map((each) => inCoding(set('condition-clinical'), each)),
    ).toEqual([1, 1, 1]);
  });

  test('only the systems a value set names are in doubt', () => {
    const doctypes = set('doc-typecodes');
    expect(inCoding(doctypes, { system: 'http://loinc.org', code: '34133-9' })).toBe(2);
    expect(inCoding(doctypes, { ...active })).toBe(0);
    expect(doctypes.reason).toBe('code-system-not-held');
  });
});
