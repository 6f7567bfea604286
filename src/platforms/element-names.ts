/** Resource types that a path may begin with. */
const types =
  'Bundle Account AllergyIntolerance CarePlan ClinicalImpression Composition Condition Consent Coverage DiagnosticReport DocumentReference Encounter EpisodeOfCare FamilyMemberHistory Goal ImagingStudy Immunization Location Medication MedicationAdministration MedicationDispense MedicationRequest MedicationStatement NutritionOrder Observation Organization Patient Practitioner PractitionerRole Procedure QuestionnaireResponse RelatedPerson RiskAssessment ServiceRequest Specimen Task';

/** Elements of those types as the paths of the Kamus Validasi name them, and those of a Bundle and of what people and places are described by. */
const elements =
  'achievementStatus active actor additionalInstruction address addresses administrativeCode admitSource allowedMoney answer assessor assigner author authored authoredOn authorizingPrescription availableEndTime availableStartTime availableTime base basedOn batch birthDate birthPlace bodySite category city class classHistory clinicalStatus code coding collectedDateTime collection collector communication component conclusion conclusionCode condition contact contained container context contributedToDeath country coverage created criticality date dateAsserted dateWritten daysOfWeek daysSupply deceasedBoolean deceasedDateTime denominator derivedFrom description detail diagnosis dietPreference dischargeDisposition display disposition district dosage dosageInstruction dose doseAndRate doseNumberPositiveInt doseNumberString doseQuantity dueDate duration effectiveDateTime effectivePeriod encounter end entry episodeOfCare event evidence expirationDate extension eye family fastingStatusCodeableConcept finding focus form frequency fullUrl function fundingSource gender given goal hasMember high hospitalization id identifier individual informationSource ingredient intent interpretation investigation issue issued item itemCodeableConcept itemReference length lifecycleStatus line link linkId location low lotNumber managingOrganization manufacturer maritalStatus measure medication medicationCodeableConcept medicationReference meta method modality mode multipleBirthBoolean multipleBirthInteger name note numerator occurrence occurrenceDateTime occurrenceString onsetAge onsetDateTime onsetPeriod onsetRange onsetString operationalStatus orderDetail organization outcome outcomeCode outcomeReference owner partOf participant patient payor performedDateTime performedPeriod performer period periodUnit physicalType position postalCode practitioner prediction prescriber primarySource priority problem procedure processing product profile prognosisCodeableConcept prognosisReference protocolApplied province provider purpose quantity question questionnaire rank rateQuantity rateRatio reaction reason reasonCode reasonReference receivedTime recipient recorded recordedDate recorder reference referenceRange relationship repeat reportOrigin request requester resource resourceType result role route rt rw section sequence series seriesDoses serviceClass serviceProvider serviceType site source specialArrangement specialty specimen stage start started state status statusDate statusHistory statusReason subType subject substitution summary supportingInfo system tag target targetDisease telecom text time timing title total type unit upgradeClassIndicator url use usedReference vaccineCode validityPeriod value valueBoolean valueCode valueCodeableConcept valueCoding valueDateTime valueDecimal valueInteger valueQuantity valueReference valueString valueTime valueUri valueAddress verificationStatus village whenHandedOver whenPeriod whenPrepared';

const typeNames: ReadonlySet<string> = new Set(types.split(' '));
const elementNames: ReadonlySet<string> = new Set(elements.split(' '));

const longestPath = 200;

/**
 * A path of element names and indexes and nothing else, `Bundle.entry[2].resource.code`; undefined for any other text: what is not made of names
 * that are known may carry a value of the person. Spellings that differ (`entry.2`, `[x]`, `(url:rt)`) are put into one.
 */
export function toElementPath(expression: unknown): string | undefined {
  if (typeof expression !== 'string' || expression.length > longestPath) return undefined;
  const parts = expression
    .trim()
    .replace(/^\//, '')
    .replace(/[./](\d{1,4})(?=[./]|$)/g, '[$1]')
    .replace(/\[x\]|\(url:[A-Za-z]{1,20}\)/g, '')
    .split(/[./]/);
  return parts.every((part, index) => isStep(part, index)) ? parts.map(toUsualCase).join('.') : undefined;
}

function isStep(part: string, index: number): boolean {
  const name = /^([A-Za-z]{1,40})(?:\[\d{1,4}\])?$/.exec(part)?.[1];
  if (name === undefined) return false;
  return elementNames.has(name) || typeNames.has(name) || (index > 0 && typeNames.has(toUsualCase(name)));
}

/** The store of the platform writes a type within a path with a small letter (`Bundle.entry[0].resource.serviceRequest`). */
function toUsualCase(part: string): string {
  const name = part.replace(/\[\d{1,4}\]$/, '');
  const upper = part.charAt(0).toUpperCase() + part.slice(1);
  return !elementNames.has(name) && typeNames.has(upper.replace(/\[\d{1,4}\]$/, '')) ? upper : part;
}
