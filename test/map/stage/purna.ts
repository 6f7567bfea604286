import type { Files } from './a-programme.ts';
import { aSource } from './a-programme.ts';

const clinicalTerm = 'http://terminology.kemkes.go.id/CodeSystem/clinical-term';

const elements = `
uji-lingkar:
  title: Lingkar rekaan
  shape: quantity
  unit: { ucum: cm, display: cm, smallest: mm, perUnit: 10 }
  range: { hard: [10, 300] }
  kerahasiaan: umum
  kirim: { satusehat: true }
  fhir:
    resource: Observation
    category: { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: vital-signs, display: Vital Signs }
    code: { system: 'http://loinc.org', code: '56086-2', display: Adult Waist Circumference Protocol }
    also: [{ system: '${clinicalTerm}', code: OC000001, display: Jarak kehamilan }]
    by:
      - for: { sex: P, months: { from: 720 } }
        interpretation:
          - { below: 80, code: { system: '${clinicalTerm}', code: OI000018, display: KEK } }
          - { code: { system: '${clinicalTerm}', code: OI000035, display: Risiko KEK } }
      - for: { sex: L }
        interpretation:
          - { below: 90, code: { system: '${clinicalTerm}', code: OI000018, display: KEK } }
          - { code: { system: '${clinicalTerm}', code: OI000035, display: Risiko KEK } }
  citation: invented for this test
uji-warna:
  title: Warna rekaan
  shape: coded
  codes: uji-warna
  kerahasiaan: umum
  kirim: { satusehat: true }
  fhir:
    resource: Observation
    category: { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: exam, display: Exam }
    code: { system: 'http://snomed.info/sct', code: '284521000', display: Contoh }
    values:
      merah:
        system: 'http://snomed.info/sct'
        code: '11214006'
        display: Reactive
        also: [{ system: 'http://loinc.org', code: LA6576-8, display: Positive }]
      biru: { system: 'http://loinc.org', code: LA6577-6, display: Negative }
  citation: invented for this test
uji-tanda:
  title: Tanda rekaan
  shape: boolean
  kerahasiaan: umum
  kirim: { satusehat: true }
  fhir: { resource: Observation, code: { system: 'http://snomed.info/sct', code: '36440009' } }
  citation: invented for this test
uji-catatan:
  title: Catatan rekaan
  shape: text
  kerahasiaan: sangat-terbatas
  kirim: { satusehat: true }
  fhir: { resource: Observation, code: { system: 'http://loinc.org', code: '10154-3' } }
  citation: invented for this test
uji-hari:
  title: Hari rekaan
  shape: date
  kerahasiaan: umum
  kirim: { satusehat: true }
  fhir: { resource: Observation, code: { system: 'http://loinc.org', code: '8665-2' } }
  citation: invented for this test
uji-jawab:
  title: Jawaban rekaan
  shape: answer
  kerahasiaan: umum
  kirim: { satusehat: true }
  fhir: { resource: QuestionnaireResponse, questionnaire: 'https://fhir.kemkes.go.id/Questionnaire/Q0002', linkId: '3.1' }
  citation: invented for this test
uji-diagnosis:
  title: Diagnosis rekaan
  shape: condition
  codes: [I10, E11]
  kerahasiaan: terbatas
  kirim: { satusehat: true }
  fhir:
    resource: Condition
    category: { system: 'http://terminology.hl7.org/CodeSystem/condition-category', code: encounter-diagnosis, display: Encounter Diagnosis }
    valueSystem: 'http://hl7.org/fhir/sid/icd-10'
  citation: invented for this test
uji-tindakan:
  title: Tindakan rekaan
  shape: procedure
  kerahasiaan: umum
  kirim: { satusehat: true }
  fhir: { resource: Procedure, code: { system: 'http://snomed.info/sct', code: '61310001', display: Nutrition education } }
  citation: invented for this test
uji-vaksin:
  title: Vaksin rekaan
  shape: immunization
  kerahasiaan: umum
  kirim: { satusehat: true }
  fhir: { resource: Immunization, code: { system: 'http://sys-ids.kemkes.go.id/kfa', code: VG139 } }
  citation: invented for this test
uji-obat:
  title: Obat rekaan
  shape: medication
  unit: { ucum: '{tablet}', display: tablet, smallest: '{tablet}', perUnit: 1 }
  kerahasiaan: umum
  kirim: { satusehat: true }
  fhir:
    resource: MedicationDispense
    medication: { system: 'http://sys-ids.kemkes.go.id/kfa', code: '92000653', display: 'Ferrous Fumarate 60 mg / Folic Acid 0,4 mg Tablet Salut Gula' }
  citation: invented for this test
uji-lab:
  title: Hasil laboratorium rekaan
  shape: lab-result
  unit: { ucum: mg/dL, display: mg/dL, smallest: mg/dL, perUnit: 1 }
  kerahasiaan: umum
  kirim: { satusehat: true }
  fhir:
    resource: Observation
    category: { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: laboratory, display: Laboratory }
    code: { system: 'http://loinc.org', code: '74774-1' }
    specimen: { system: 'http://snomed.info/sct', code: '119297000', display: Blood specimen }
    report: { system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: CH, display: Chemistry }
  citation: invented for this test
uji-rujukan:
  title: Rujukan rekaan
  shape: referral
  kerahasiaan: umum
  kirim: { satusehat: true }
  fhir: { resource: ServiceRequest, code: { system: 'http://snomed.info/sct', code: '3457005', display: Patient referral } }
  citation: invented for this test
uji-lokal:
  title: Rekaan yang tetap lokal
  shape: coded
  codes: [besar, kecil]
  kerahasiaan: umum
  kirim: { satusehat: kode nasional belum ditemukan }
  citation: invented for this test
`;

const stages = `
group: purna
klaster: '3'
citation: invented for this test
stages:
  - { is: purna-muda, title: Purna muda, from: { years: 58 }, below: { years: 70 }, categories: [pensiunan] }
  - { is: purna-tua, title: Purna tua, from: { months: 840 }, klaster: '9' }
elements:
  uji-lingkar:
    range: { soft: [50, 120] }
    bands:
      - { for: { sex: P }, range: { hard: [40, 130] } }
      - { for: { sex: L, months: { from: 840 } }, range: { hard: [45, 140] } }
  uji-warna:
    ages: { merah: { fromMonths: 840, belowMonths: 1200 } }
  uji-tanda: {}
  uji-catatan: {}
  uji-hari: {}
  uji-jawab: {}
  uji-diagnosis: {}
  uji-tindakan: {}
  uji-vaksin: {}
  uji-obat: {}
  uji-lab: {}
  uji-rujukan: {}
  uji-lokal: {}
  tekanan-darah-sistolik: {}
  tekanan-darah-diastolik: {}
`;

const statuses = `
statuses:
  status-lingkar:
    title: Lingkar rekaan
    of: [uji-lingkar]
    worst: last
    validFrom: '2025-01-01'
    citation: invented for this test
    evidence: background
    bands:
      - { for: { stages: [purna-muda], sex: P }, classes: [{ is: cukup, below: [80] }, { is: lebih }] }
      - { for: { stages: [purna-muda, purna-tua], sex: L, months: { below: 840 } }, classes: [{ is: cukup, below: [90] }, { is: lebih }] }
      - { for: { stages: [purna-tua] }, classes: [{ is: cukup, below: [100] }, { is: lebih }] }
`;

const rules = `
rules:
  - code: PURNA-LINGKAR
    title: Lingkar rekaan berlebih
    for: { stages: [purna-muda, purna-tua] }
    when: { status: status-lingkar, is: [lebih] }
    level: kuning
    raise: [{ level: jingga, when: { element: uji-tanda, yes: true } }]
    closes: [status]
    kerahasiaan: umum
    text: { id: Ukur ulang., en: Measure again. }
    validFrom: '2025-01-01'
    citation: invented for this test
    evidence: background
`;

const columns = `
Nama: { is: person.name, required: true }
Lahir: { is: person.birthDate }
JK: { is: person.sex }
`;

const measured = `
Lingkar: { is: uji-lingkar }
Warna: { is: uji-warna }
Tanda: { is: uji-tanda }
Catatan: { is: uji-catatan }
Hari: { is: uji-hari }
Jawab: { is: uji-jawab }
Diagnosis: { is: uji-diagnosis, codes: penyakit }
Tindakan: { is: uji-tindakan }
Vaksin: { is: uji-vaksin }
Obat: { is: uji-obat }
Lab: { is: uji-lab }
Rujukan: { is: uji-rujukan }
Lokal: { is: uji-lokal, codes: besarnya }
TD: { convert: blood-pressure }
`;

/** The line of headings of the invented form. */
export const heading = 'Nama;Lahir;JK;Lingkar;Warna;Tanda;Catatan;Hari;Jawab;Diagnosis;Tindakan;Vaksin;Obat;Lab;Rujukan;Lokal;TD';

/** A whole row of somebody. */
export const whole = (name: string, birth: string, sex: string, arm = '85,5'): string =>
  `${name};${birth};${sex};${arm};Merah;Ya;sering lelah;01/08/2025;Ya;I10;Tidak;Tidak;30;210;Ya;Besar;130/80`;

/** Two stages of the old that no table of the package knows, with an element of every shape, a form and a register. */
export const purna: Files = {
  'programme/elements/uji.yaml': elements,
  'programme/life-stages/purna.yaml': stages,
  'programme/terminology/uji.yaml': 'citation: invented\nlists: { uji-warna: { merah: [Abang], biru: [Biru Tua] } }\n',
  'programme/thresholds/purna.yaml': statuses,
  'programme/warnings/purna.yaml': rules,
  'sources/purna/source.yaml': aSource('purna'),
  'sources/purna/columns.yaml': `${columns}${measured}`,
  'sources/purna/codes.yaml': 'penyakit: { I10: [Darah Tinggi], E11: [Kencing Manis] }\nbesarnya: { besar: [B], kecil: [K] }\n',
  'sources/daftar-purna/source.yaml': aSource('purna', 'holds: pendaftaran\ncategory: pensiunan'),
  'sources/daftar-purna/columns.yaml': `${columns}Lingkar: { is: uji-lingkar }\n`,
};
