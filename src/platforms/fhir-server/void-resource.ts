import type { Resource } from '@medplum/fhirtypes';

const conditionStatus = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';
/** Types whose error is told elsewhere than in `status` (R4). */
const verified: ReadonlySet<string> = new Set(['Condition', 'AllergyIntolerance']);
/** The same record, said to have been entered in error. */
export function voidResource<T extends Resource>(resource: T): T {
  if (verified.has(resource.resourceType)) {
    const { clinicalStatus: _status, ...rest } = resource as T & { clinicalStatus?: unknown };
    return { ...rest, verificationStatus: { coding: [{ system: conditionStatus, code: 'entered-in-error' }] } } as unknown as T;
  }
  if (resource.resourceType === 'RelatedPerson') return { ...resource, active: false };
  return { ...resource, status: 'entered-in-error' } as unknown as T;
}
