import type { Probe } from './probe.ts';
import { medication, prescription, withContained, zinc } from './resources.ts';

/** Resources inside resources. */
export const contained: readonly Probe[] = [
  [
    'a contained resource of no type',
    { ...medication, contained: [{ resourceType: 'Obat', id: 'm' }] },
    'resource-type-unknown MedicationRequest.contained[0]',
    medication,
  ],
  [
    'a contained resource with a defect',
    { ...medication, contained: [{ resourceType: 'Medication', id: 'm', obat: 1 }] },
    'element-unknown MedicationRequest.contained[0].obat',
    medication,
  ],
  [
    'a contained resource nobody refers to',
    { ...prescription, contained: [zinc] },
    'contained-orphan MedicationRequest.contained[0]',
    withContained([zinc], { reference: '#zinc' }),
  ],
  [
    'a resource contained in a contained one',
    withContained([{ ...zinc, contained: [{ resourceType: 'Organization', id: 'o', name: 'x' }], manufacturer: { reference: '#o' } }], {
      reference: '#zinc',
    }),
    'contained-nested MedicationRequest.contained',
    withContained([zinc], { reference: '#zinc' }),
  ],
  [
    'two contained resources of one id',
    withContained([zinc, zinc], { reference: '#zinc' }),
    'contained-id-duplicate MedicationRequest.contained[1].id',
    withContained([zinc], { reference: '#zinc' }),
  ],
  [
    'a contained resource with a version',
    withContained([{ ...zinc, meta: { versionId: '1' } }], { reference: '#zinc' }),
    'invariant MedicationRequest',
    withContained([zinc], { reference: '#zinc' }),
  ],
];
