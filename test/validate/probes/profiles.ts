import type { Probe } from './probe.ts';
import { patient } from './resources.ts';
import { ofBench, ours, vary } from './vary.ts';

/** What profiles ask beyond base R4. */
export const profiles: readonly Probe[] = [
  [
    'a profile of ours that does not exist',
    { ...patient, meta: { profile: ['https://titian.dev/fhir/ilp/StructureDefinition/tidak-ada'] } },
    'profile-unknown Patient',
    patient,
  ],
  [
    'a profile for another type',
    { ...patient, meta: { profile: ['http://hl7.org/fhir/StructureDefinition/Observation'] } },
    'profile-type Patient',
    { ...patient, meta: { profile: ['http://hl7.org/fhir/StructureDefinition/Patient|4.0.1'] } },
  ],
  [
    'a NIK of fifteen digits',
    vary(ours('danu-patient-nik'), ['identifier', 0, 'value'], '647299070623001'),
    'invariant Patient.identifier[0]',
    ours('danu-patient-nik'),
  ],
  [
    'a patient without NIK',
    vary(ours('danu-patient-nik'), ['identifier', 0, 'system'], 'https://fhir.kemkes.go.id/id/paspor'),
    'slice-min Patient.identifier',
    ours('danu-patient-nik'),
  ],
  [
    'two NIK',
    vary(ours('danu-patient-nik'), ['identifier', 1], { system: 'https://fhir.kemkes.go.id/id/nik', value: '6472990706230002' }),
    'slice-max Patient.identifier',
    ours('danu-patient-nik'),
  ],
  [
    'the NIK of a mother as well',
    vary(ours('danu-patient-nik'), ['identifier', 1], { system: 'https://fhir.kemkes.go.id/id/nik-ibu', value: '6472995011950001' }),
    'slice-max Patient.identifier',
    ours('danu-patient-nik'),
  ],
  [
    'a patient without a written name',
    vary(ours('danu-patient-nik'), ['name', 0], { use: 'official', family: 'Prasetya' }),
    'cardinality-min Patient.name[0].text',
    ours('danu-patient-nik'),
  ],
  [
    "a mother's NIK without the day of birth",
    vary(ours('laras-patient-nik-ibu'), ['birthDate']),
    'cardinality-min Patient.birthDate',
    ours('laras-patient-nik-ibu'),
  ],
  [
    'a blood pressure upside down',
    vary(ofBench('tensi-ibu-danu'), ['component', 0, 'valueQuantity', 'value'], 60),
    'invariant Observation',
    ofBench('tensi-ibu-danu'),
  ],
  [
    'a weight in grams',
    vary(ours('danu-berat-badan'), ['valueQuantity', 'code'], 'g'),
    'pattern Observation.value.code',
    ours('danu-berat-badan'),
  ],
  [
    'a weight of nothing',
    vary(ours('danu-berat-badan'), ['valueQuantity', 'value'], 0),
    'invariant Observation.value',
    ours('danu-berat-badan'),
  ],
  [
    'a weight that is less than something',
    vary(ours('danu-berat-badan'), ['valueQuantity', 'comparator'], '<'),
    'cardinality-max Observation.value.comparator',
    ours('danu-berat-badan'),
  ],
  [
    'a weight of another category',
    vary(ours('danu-berat-badan'), ['category', 0, 'coding', 0, 'code'], 'exam'),
    'slice-min Observation.category',
    ours('danu-berat-badan'),
  ],
  [
    'a weight without its visit',
    vary(ours('danu-berat-badan'), ['encounter']),
    'cardinality-min Observation.encounter',
    ours('danu-berat-badan'),
  ],
  [
    'a weight over a period',
    { ...vary(ours('danu-berat-badan'), ['effectiveDateTime']), effectivePeriod: { start: '2025-08-12' } },
    'type-not-allowed Observation.effective',
    ours('danu-berat-badan'),
  ],
  [
    'a weight under another code',
    vary(ours('danu-berat-badan'), ['code', 'coding', 0, 'code'], '8302-2'),
    'pattern Observation.code',
    ours('danu-berat-badan'),
  ],
  [
    'a visit that is an admission',
    vary(ours('danu-encounter-hari-posyandu'), ['class', 'code'], 'IMP'),
    'pattern Encounter.class',
    ours('danu-encounter-hari-posyandu'),
  ],
  [
    'a visit without a place',
    vary(ours('danu-encounter-hari-posyandu'), ['location']),
    'cardinality-min Encounter.location',
    ours('danu-encounter-hari-posyandu'),
  ],
  [
    'a finished visit without an end',
    vary(ours('danu-encounter-hari-posyandu'), ['period', 'end']),
    'invariant Encounter',
    ours('danu-encounter-hari-posyandu'),
  ],
  [
    'a visit of a group',
    vary(ours('danu-encounter-hari-posyandu'), ['subject', 'reference'], 'Group/1'),
    'reference-target Encounter.subject.reference',
    ours('danu-encounter-hari-posyandu'),
  ],
  [
    'a tag of ours with an unknown code',
    vary(ours('danu-encounter-hari-posyandu'), ['meta', 'tag', 1, 'code'], 'dicatat-tamu'),
    'binding-required Encounter.meta.tag[1]',
    ours('danu-encounter-hari-posyandu'),
  ],
  [
    'vitamin A without its time',
    vary(ours('danu-vitamin-a-merah'), ['performedDateTime']),
    'cardinality-min Procedure.performed',
    ours('danu-vitamin-a-merah'),
  ],
  [
    'a blood pressure in other units',
    vary(ofBench('tensi-ibu-danu'), ['component', 0, 'valueQuantity', 'code'], 'kPa'),
    'fixed-value Observation.component[0].value.code',
    ofBench('tensi-ibu-danu'),
  ],
  [
    'a place outside Indonesia',
    vary(ofBench('posyandu-sawo'), ['position', 'latitude'], 51.5),
    'value-limit Location.position.latitude',
    ofBench('posyandu-sawo'),
  ],
  [
    'a facility in another country',
    vary(ofBench('puskesmas-sukamaju'), ['address', 0, 'country'], 'MY'),
    'fixed-value Organization.address[0].country',
    ofBench('puskesmas-sukamaju'),
  ],
  [
    'a vaccination without its giver',
    vary(ofBench('imunisasi-bcg'), ['performer', 0, 'function']),
    'slice-min Immunization.performer',
    ofBench('imunisasi-bcg'),
  ],
  [
    'a lot number of fifty letters',
    vary(ofBench('imunisasi-bcg'), ['lotNumber'], 'A'.repeat(50)),
    'value-limit Immunization.lotNumber',
    ofBench('imunisasi-bcg'),
  ],
  [
    'a prescription that is only a plan',
    vary(ofBench('resep-zinc'), ['intent'], 'plan'),
    'pattern MedicationRequest.intent',
    ofBench('resep-zinc'),
  ],
  [
    'a blood pressure without its lower half',
    vary(ofBench('tensi-ibu-danu'), ['component', 1, 'code', 'coding', 0, 'code'], '8867-4'),
    'slice-min Observation.component',
    ofBench('tensi-ibu-danu'),
  ],
];
