import type { CodeableConcept, Medication, MedicationDispense, Quantity } from '@medplum/fhirtypes';

const profile = 'https://fhir.kemkes.go.id/r4/StructureDefinition/Medication';
const medicationType = {
  url: 'https://fhir.kemkes.go.id/r4/StructureDefinition/MedicationType',
  valueCodeableConcept: {
    coding: [{ system: 'http://terminology.kemkes.go.id/CodeSystem/medication-type', code: 'NC', display: 'Non-compound' }],
  },
};

/** Forms of medicines by the unit in which we count them (rule 10050). */
const forms: Readonly<Record<string, { readonly code: string; readonly unit: string }>> = {
  '{tablet}': { code: 'TAB', unit: 'Tablet' },
  '{capsule}': { code: 'CAP', unit: 'Capsule' },
};

/** What was handed out, its medicine contained and referred to, as SATUSEHAT has it since September 2024 (rule 10138). */
export function toSentDispense(ours: MedicationDispense): MedicationDispense {
  const { medicationCodeableConcept: product, quantity, ...rest } = ours;
  return {
    ...rest,
    ...(product && { contained: [toMedication(product)], medicationReference: { reference: '#obat', ...toDisplay(product) } }),
    ...(quantity && { quantity: toCounted(quantity) }),
  };
}

function toMedication(code: CodeableConcept): Medication {
  return { resourceType: 'Medication', id: 'obat', meta: { profile: [profile] }, extension: [medicationType], code, status: 'active' };
}

function toDisplay({ coding = [] }: CodeableConcept): { readonly display?: string } {
  const display = coding[0]?.display;
  return display === undefined ? {} : { display };
}

function toCounted(quantity: Quantity): Quantity {
  const form = forms[quantity.code ?? ''];
  const system = 'http://terminology.hl7.org/CodeSystem/v3-orderableDrugForm';
  return form === undefined ? quantity : { ...quantity, system, code: form.code, unit: form.unit };
}
