import type { Condition } from '@medplum/fhirtypes';
import type { Reach } from './resolve-references.ts';
import type { Visiting } from './visiting.ts';

/**
 * The administrative closing code of the puskesmas's policy for a contact in which nobody diagnosed anything, marked as what it is; no threshold ever
 * makes a Condition (field rule 5). In our own Bundle's terms, so that its references are found like all others.
 */
export function toClosing(
  { closing, closingId }: Visiting,
  { patientUrl }: Pick<Reach, 'patientUrl'>,
  { encounterUrl, at }: { readonly encounterUrl: string; readonly at: string },
): Condition | undefined {
  if (closing === undefined) return undefined;
  return {
    resourceType: 'Condition',
    id: closingId,
    clinicalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active', display: 'Active' }] },
    category: [{ coding: [encounterDiagnosis] }],
    code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: closing.code, display: closing.display }] },
    subject: { reference: patientUrl },
    encounter: { reference: encounterUrl },
    recordedDate: at,
    note: [{ text: administrative }],
  };
}

const encounterDiagnosis = {
  system: 'http://terminology.hl7.org/CodeSystem/condition-category',
  code: 'encounter-diagnosis',
  display: 'Encounter Diagnosis',
};

/** What tells it from a diagnosis wherever it turns up. */
export const administrative = 'Kode penutup administratif menurut kebijakan puskesmas; bukan diagnosis nakes.';
