import type { Probe } from './probe.ts';
import { patient, absent } from './resources.ts';

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
    { ...patient, _birthDate: { extension: [{ url: 'x', valueDate: 'kemarin' }] } },
    'primitive-syntax Patient.birthDate.extension[0].value',
    { ...patient, _birthDate: { id: 'b' } },
  ],
  [
    'an extension of ours that does not exist',
    { ...patient, extension: [{ url: 'https://titian.dev/fhir/ilp/StructureDefinition/tidak-ada', valueCode: 'a' }] },
    'extension-unknown Patient.extension[0]',
    patient,
  ],
];
