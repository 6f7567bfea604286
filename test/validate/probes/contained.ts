import type { Probe } from './probe.ts';
import { medication } from './resources.ts';

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
];
