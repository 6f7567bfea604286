import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/validate/json.ts';
import { aProfile, compileWhole, testProfile, toErrors, toValidator } from './a-validator.ts';

const R4 = 'http://hl7.org/fhir/StructureDefinition/';
const at = (expression: string, type = 'element') => ({ context: [{ type, expression }] });

/** A simple extension with a text for its value. */
const extension = (name: string, more: JsonObject, root: JsonObject = {}): JsonObject => ({
  ...aProfile('Extension', name, {
    Extension: root,
    'Extension.extension': { max: '0' },
    'Extension.url': { fixedUri: testProfile(name) },
    'Extension.value[x]': { min: 1, type: [{ code: 'string' }] },
  }),
  ...more,
});
const complex = {
  ...aProfile('Extension', 'rumah', {
    'Extension.extension': { slicing: { discriminator: [{ type: 'value', path: 'url' }], rules: 'open' } },
    'Extension.extension:rt': { min: 1, max: '1', base: { max: '*' }, type: [{ code: 'Extension' }] },
    'Extension.extension:rt.url': { min: 1, type: [{ code: 'uri' }], fixedUri: 'rt' },
    'Extension.extension:rt.value[x]': { min: 1, base: { max: '1' }, type: [{ code: 'string' }] },
    'Extension.url': { fixedUri: testProfile('rumah') },
    'Extension.value[x]': { max: '0' },
  }),
  ...at('Patient'),
};
const validator = toValidator(
  compileWhole(
    extension('pasien', at('Patient')),
    extension('nama', at('HumanName')),
    extension('nama-pasien', at('Patient.name')),
    extension('keluarga', at('HumanName.family')),
    extension('tanggal', at('date')),
    extension('sumber', at('Resource')),
    extension('kontak', at('BackboneElement')),
    extension('nilai', at('Observation.value[x]')),
    extension('pada-extension', at(testProfile('pasien'), 'extension')),
    extension('berlahir', { ...at('Patient'), contextInvariant: ['birthDate.exists()'] }),
    extension('pengubah', at('Patient'), { isModifier: true }),
    complex,
  ),
);

const say = (name: string, more: object = {}) => ({ url: testProfile(name), valueString: 'a', ...more });
const patient = (...list: readonly object[]) => ({ resourceType: 'Patient', extension: list });
const named = (name: object) => ({ resourceType: 'Patient', name: [name] });
const observed = (more: object) => ({ resourceType: 'Observation', status: 'final', code: { text: 'x' }, ...more });
const wrong = (place: string) => [`extension-context ${place}`];

describe('an extension stands where its definition says', () => {
  test.each<readonly [string, object, readonly string[]]>([
    ['in its resource', patient(say('pasien')), []],
    ['in any resource', patient(say('sumber')), []],
    ['not in a part of it', named({ text: 'a', extension: [say('pasien')] }), wrong('Patient.name[0].extension[0]')],
    ['in its datatype', named({ text: 'a', extension: [say('nama')] }), []],
    ['not in the resource around', patient(say('nama')), wrong('Patient.extension[0]')],
    ['in its element', named({ text: 'a', extension: [say('nama-pasien')] }), []],
    ['in a primitive of a datatype', named({ family: 'a', _family: { extension: [say('keluarga')] } }), []],
    ['not in its neighbour', named({ text: 'a', _text: { extension: [say('keluarga')] } }), wrong('Patient.name[0].text.extension[0]')],
    ['in a primitive type', { resourceType: 'Patient', birthDate: '2025', _birthDate: { extension: [say('tanggal')] } }, []],
    [
      'not in another',
      { resourceType: 'Patient', gender: 'male', _gender: { extension: [say('tanggal')] } },
      wrong('Patient.gender.extension[0]'),
    ],
    ['in a backbone', { resourceType: 'Patient', contact: [{ name: { text: 'a' }, extension: [say('kontak')] }] }, []],
    ['in a choice', observed({ valueQuantity: { value: 1, extension: [say('nilai')] } }), []],
    ['in the value of another extension', patient(say('pasien', { _valueString: { extension: [say('pada-extension')] } })), []],
    ['not on its own where it belongs to another', patient(say('pada-extension')), wrong('Patient.extension[0]')],
    ['where its condition holds', { ...patient(say('berlahir')), birthDate: '2025' }, []],
    ['not where its condition fails', patient(say('berlahir')), ['extension-context-rule Patient.extension[0]']],
  ])('%s', (_, resource, errors) => {
    expect(toErrors(validator, resource)).toEqual(errors);
    expect(validator.isValid(resource)).toBe(errors.length === 0);
  });
});

describe('an extension is known', () => {
  const other = { url: 'http://x/lain', valueString: 'a' };
  test.each<readonly [string, object, readonly string[]]>([
    ['by R4', patient({ url: `${R4}patient-birthPlace`, valueAddress: { text: 'Sleman' } }), []],
    [
      'by R4, with its type of value',
      patient({ url: `${R4}patient-birthPlace`, valueString: 'a' }),
      ['type-not-allowed Patient.extension[0].value'],
    ],
    [
      'or has another address than that of HL7',
      patient({ url: `${R4}tidak-ada`, valueString: 'a' }),
      ['extension-unknown Patient.extension[0]'],
    ],
    ['by HL7 after R4', patient({ url: `${R4}artifact-title`, valueString: 'a' }), []],
    ['by others', patient(other), []],
    ['if it modifies', { resourceType: 'Patient', modifierExtension: [other] }, ['extension-unknown Patient.modifierExtension[0]']],
    ['as one that modifies', { resourceType: 'Patient', modifierExtension: [say('pengubah')] }, []],
    [
      'as one that does not',
      { resourceType: 'Patient', modifierExtension: [say('pasien')] },
      ['extension-not-modifier Patient.modifierExtension[0]'],
    ],
    ['to modify, and says so', patient(say('pengubah')), ['extension-modifier Patient.extension[0]']],
    ['by a full address', patient({ url: 'lain', valueString: 'a' }), ['extension-relative Patient.extension[0]']],
    ['with its parts', patient({ url: testProfile('rumah'), extension: [{ url: 'rt', valueString: '4' }] }), []],
    [
      'without parts of its own making',
      patient({
        url: testProfile('rumah'),
        extension: [
          { url: 'rt', valueString: '4' },
          { url: 'rw', valueString: '2' },
        ],
      }),
      ['extension-part Patient.extension[0].extension[1]'],
    ],
    ['with no part missing', patient({ url: testProfile('rumah'), extension: [other] }), ['slice-min Patient.extension[0].extension']],
  ])('%s', (_, resource, errors) => {
    expect(toErrors(validator, resource)).toEqual(errors);
    expect(validator.isValid(resource)).toBe(errors.length === 0);
  });

  test('or left undecided, where it may be used', () => {
    const { undecided } = validator.validate(patient(other));
    expect(undecided).toEqual([{ expression: 'Patient.extension[0]', valueSet: 'http://x/lain', reason: 'extension-not-known' }]);
  });

  test('or of an address that an option allows', () => {
    const allows = (extensionDomains: readonly string[]) => validator.isValid(patient(other), [], { extensionDomains });
    expect([allows([]), allows(['http://y/']), allows(['http://x/'])]).toEqual([false, false, true]);
  });
});

describe('limits of a profile', () => {
  const kilo = { system: 'http://unitsofmeasure.org', code: 'kg' };
  const limited = toValidator(
    compileWhole(
      aProfile('Observation', 'batas', {
        'Observation.value[x]': {
          type: [{ code: 'Quantity' }],
          minValueQuantity: { value: 2, ...kilo },
          maxValueQuantity: { value: 5, ...kilo },
        },
        'Observation.effective[x]': { type: [{ code: 'dateTime' }], minValueDateTime: '2026-01-01T00:00:00Z' },
        'Observation.code': { fixedCodeableConcept: { text: 'x' } },
      }),
    ),
  );
  const measured = (value: number, code: string) => ({ valueQuantity: { value, system: kilo.system, code } });
  test.each<readonly [string, object, readonly string[]]>([
    ['hold for the same unit', measured(5, 'kg'), []],
    ['are passed by more', measured(5.1, 'kg'), ['value-limit Observation.value']],
    ['hold over units', measured(2000, 'g'), []],
    ['are passed over units', measured(1999, 'g'), ['value-limit Observation.value']],
    ['are never met by another kind', measured(3, 'cm'), ['value-limit Observation.value']],
    ['hold over zones', { effectiveDateTime: '2026-01-01T07:00:00+07:00' }, []],
    ['are passed over zones', { effectiveDateTime: '2026-01-01T06:59:59+07:00' }, ['value-limit Observation.effective']],
    ['leave ids alone where a value is fixed', { code: { id: 'a', text: 'x' } }, []],
    ['allow nothing beside what is fixed', { code: { text: 'x', coding: [{ display: 'y' }] } }, ['fixed-value Observation.code']],
  ])('%s', (_, more, errors) => {
    const resource = observed(more);
    expect(toErrors(limited, resource, [testProfile('batas')])).toEqual(errors);
    expect(limited.isValid(resource, [testProfile('batas')])).toBe(errors.length === 0);
  });
});
