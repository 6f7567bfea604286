import type { Probe } from './probe.ts';
import { absent, hemoglobin, patient } from './resources.ts';
import { ours, vary } from './vary.ts';

/** Extensions: content, place, definition. */
export const extensions: readonly Probe[] = [
  [
    'an extension with value and inner extensions',
    { ...patient, extension: [{ url: 'http://x', valueCode: 'a', ...absent }] },
    'extension-value Patient.extension[0]',
    { ...patient, extension: [{ url: 'http://x', valueCode: 'a' }] },
  ],
  [
    'an extension without content',
    { ...patient, extension: [{ url: 'http://x' }] },
    'extension-value Patient.extension[0]',
    { ...patient, extension: [{ url: 'http://x', _valueCode: absent }] },
  ],
  [
    'an extension without url',
    { ...patient, extension: [{ valueCode: 'a' }] },
    'cardinality-min Patient.extension[0].url',
    { ...patient, extension: [{ url: 'http://x', ...absent }] },
  ],
  [
    'an extension on a primitive that is broken',
    { ...patient, _birthDate: { extension: [{ url: 'http://x', valueDate: 'kemarin' }] } },
    'primitive-syntax Patient.birthDate.extension[0].value',
    { ...patient, _birthDate: { id: 'b' } },
  ],
  [
    'an extension of ours that does not exist',
    { ...patient, extension: [{ url: 'https://titian.dev/fhir/ilp/StructureDefinition/tidak-ada', valueCode: 'a' }] },
    'extension-unknown Patient.extension[0]',
    patient,
  ],
  [
    'an extension of R4 with the wrong type of value',
    { ...patient, extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace', valueString: 'Contoh' }] },
    'type-not-allowed Patient.extension[0].value',
    { ...patient, extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace', valueAddress: { city: 'Contoh' } }] },
  ],
  [
    'an extension of ours with the wrong code',
    vary(ours('danu-encounter-hari-posyandu'), ['period', 'extension', 0, 'valueCode'], 'kira-kira'),
    'binding-required Encounter.period.extension[0].value',
    ours('danu-encounter-hari-posyandu'),
  ],
  [
    'an extension of R4 in the wrong place',
    { ...hemoglobin, extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace', valueAddress: { city: 'Contoh' } }] },
    'extension-context Observation.extension[0]',
    { ...patient, extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace', valueAddress: { city: 'Contoh' } }] },
  ],
  [
    'a modifier nobody knows',
    { ...patient, modifierExtension: [{ url: 'https://rs.id/ext/bukan', valueBoolean: true }] },
    'extension-unknown Patient.modifierExtension[0]',
    { ...patient, extension: [{ url: 'https://rs.id/ext/bukan', valueBoolean: true }] },
  ],
  [
    'an extension whose url is no address',
    { ...patient, extension: [{ url: 'kelurahan', valueCode: 'a' }] },
    'extension-relative Patient.extension[0]',
    { ...patient, extension: [{ url: 'https://rs.id/ext/kelurahan', valueCode: 'a' }] },
  ],
  [
    'an extension of ours in the wrong place',
    { ...patient, extension: [{ url: 'https://titian.dev/fhir/ilp/StructureDefinition/waktu-diperkirakan', valueCode: 'jam' }] },
    'extension-context Patient.extension[0]',
    ours('danu-encounter-hari-posyandu'),
  ],
  [
    'an extension of R4 that HL7 does not have',
    { ...patient, extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/patient-sukuBangsa', valueString: 'Sunda' }] },
    'extension-unknown Patient.extension[0]',
    patient,
  ],
];
