/** Canonical base of our implementation guide: a proposal of our own, never under the ministry's domain. */
export const ilpCanonical = 'https://titian.dev/fhir/ilp';

/** Systems of the identifiers and codes that ILP resources carry, whichever platform they go to. */
export const systems = {
  /** A person's own NIK (Kemenkes identifier system). */
  nik: 'https://fhir.kemkes.go.id/id/nik',
  /** The mother's NIK of a child that has none yet (Kemenkes identifier system). */
  nikIbu: 'https://fhir.kemkes.go.id/id/nik-ibu',
  /** Code of a place in jejaring, the district's own register. */
  place: `${ilpCanonical}/sid/tempat`,
  /** Keyed hash of a source record, in a Provenance. */
  sourceRecord: `${ilpCanonical}/sid/rekaman-sumber`,
  /** Programs that take part in making a record, by name. */
  device: `${ilpCanonical}/sid/perangkat`,
  ucum: 'http://unitsofmeasure.org',
  /** National dictionary of medicines and devices: products, groups of vaccines. */
  kfa: 'http://sys-ids.kemkes.go.id/kfa',
  cvx: 'http://hl7.org/fhir/sid/cvx',
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  interpretation: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
  providerRole: 'http://terminology.hl7.org/CodeSystem/v2-0443',
  dataAbsentReason: 'http://terminology.hl7.org/CodeSystem/data-absent-reason',
  conditionClinical: 'http://terminology.hl7.org/CodeSystem/condition-clinical',
  environment: `${ilpCanonical}/CodeSystem/lingkungan`,
  recording: `${ilpCanonical}/CodeSystem/pencatatan`,
  service: `${ilpCanonical}/CodeSystem/layanan`,
} as const;

/** Canonicals of the ILP profiles that are chosen by the shape of the record; those of elements stand in programme/elements. */
export const profiles = {
  patient: toProfile('patient-ilp'),
  patientNik: toProfile('patient-nik'),
  patientNikIbu: toProfile('patient-nik-ibu'),
  patientWithoutNik: toProfile('patient-tanpa-nik'),
  encounterPosyandu: toProfile('encounter-posyandu'),
  encounterFacility: toProfile('encounter-fasilitas'),
  encounterHome: toProfile('encounter-rumah'),
  immunizationGiven: toProfile('imunisasi-diberikan'),
  immunizationReported: toProfile('imunisasi-dilaporkan'),
  immunizationNotGiven: toProfile('imunisasi-tidak-diberikan'),
  specimen: toProfile('spesimen'),
  laboratoryReport: toProfile('laporan-laboratorium'),
  estimatedTime: toProfile('waktu-diperkirakan'),
  provenance: toProfile('silsilah'),
  elementOrigin: toProfile('asal-elemen'),
} as const;

/** The canonical of an ILP profile or extension by its id, e.g. `berat-badan`. */
export function toProfile(id: string): string {
  return `${ilpCanonical}/StructureDefinition/${id}`;
}
