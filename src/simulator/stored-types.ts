/**
 * The resource types the simulator stores; Patient and Practitioner come from its register of people instead.
 * Named in the interactions and rules of the SATUSEHAT Postman collections 01 to 47 for a visit at a puskesmas or posyandu.
 */
export const storedTypes: readonly string[] = [
  'Encounter',
  'Condition',
  'Observation',
  'Procedure',
  'QuestionnaireResponse',
  'Immunization',
  'EpisodeOfCare',
  'RelatedPerson',
  'Organization',
  'Location',
  'AllergyIntolerance',
  'CarePlan',
  'ClinicalImpression',
  'Composition',
  'DiagnosticReport',
  'FamilyMemberHistory',
  'Goal',
  'ImagingStudy',
  'Medication',
  'MedicationDispense',
  'MedicationRequest',
  'MedicationStatement',
  'NutritionOrder',
  'ServiceRequest',
  'Specimen',
  'Task',
];
