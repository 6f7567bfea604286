import type { Resource } from '@medplum/fhirtypes';
import { field, list } from '../../answer.ts';

/** Types whose own status says that they were entered in error, and by which element (FHIR R4, value sets of their statuses). */
const byStatus: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...['Encounter', 'Observation', 'Procedure', 'Immunization', 'QuestionnaireResponse', 'ServiceRequest', 'MedicationRequest'],
      ...['MedicationDispense', 'MedicationStatement', 'DiagnosticReport', 'CarePlan', 'ClinicalImpression', 'Specimen', 'Composition'],
      ...['FamilyMemberHistory', 'NutritionOrder', 'Task'],
    ].map((type) => [type, 'status']),
  ),
  Goal: 'lifecycleStatus',
};

/** Of these the verification is in error, and then they have no clinical status (FHIR R4, con-5 and ait-2). */
const byVerification: Readonly<Record<string, string>> = {
  Condition: 'http://terminology.hl7.org/CodeSystem/condition-ver-status',
  AllergyIntolerance: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification',
};

const inError = 'entered-in-error';

/** In place of the hash of what was sent: it was taken back there. */
export const takenBack = 'ditarik';

/** A resource as it says that it should never have been there; undefined for a type that cannot say so. */
export function toEnteredInError(resource: Resource): Resource | undefined {
  const { resourceType } = resource;
  const status = byStatus[resourceType];
  if (status !== undefined) return { ...resource, [status]: inError };
  const system = byVerification[resourceType];
  if (system === undefined) return undefined;
  const { clinicalStatus: _gone, ...rest } = resource as unknown as Record<string, unknown>;
  const coding = [{ system, code: inError, display: 'Entered in Error' }];
  return { ...rest, verificationStatus: { coding } } as unknown as Resource;
}

/** True for a resource as SATUSEHAT shows it that says it should never have been there. */
export function saysEnteredInError(resource: unknown): boolean {
  const own = [field(resource, 'status'), field(resource, 'lifecycleStatus')];
  const codes = list(field(field(resource, 'verificationStatus'), 'coding')).map((coding) => field(coding, 'code'));
  return [...own, ...codes].includes(inError);
}
