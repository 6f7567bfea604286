import type { CodeableConcept } from '@medplum/fhirtypes';
import { toConcept } from '../../../fhir/coding.ts';

const system = 'http://terminology.kemkes.go.id/CodeSystem/immunization-reason';

/** For which part of the programme a dose is given, by our words for doses (a public list of SATUSEHAT vaccine codes; KMK 1098/2024). */
const parts: readonly { readonly code: string; readonly display: string; readonly doses: readonly string[] }[] = [
  {
    code: 'IM-Dasar',
    display: 'Imunisasi Program Rutin Dasar',
    doses: [
      ...['HB0', 'BCG', 'OPV1', 'OPV2', 'OPV3', 'OPV4', 'IPV1', 'IPV2', 'DPT-HB-Hib1', 'DPT-HB-Hib2', 'DPT-HB-Hib3'],
      ...['PCV1', 'PCV2', 'RV1', 'RV2', 'RV3', 'MR1', 'JE'],
    ],
  },
  { code: 'IM-Baduta', display: 'Imunisasi Program Rutin Lanjutan Bawah Dua Tahun', doses: ['DPT-HB-Hib4', 'PCV3', 'MR2'] },
  {
    code: 'IM-SD',
    display: 'Imunisasi Program Rutin Lanjutan Sekolah Dasar',
    doses: ['MR-SD', 'DT', 'Td1-BIAS', 'Td2-BIAS', 'HPV1', 'HPV2'],
  },
  { code: 'IM-WUS', display: 'Imunisasi Program Rutin Lanjutan Wanita Usia Subur', doses: ['T1', 'T2', 'T3', 'T4', 'T5'] },
];

/** Why a dose is given (rule 10105); undefined for one whose part of the programme nobody has said. */
export function reasonOfDose(dose: string): CodeableConcept | undefined {
  const part = parts.find(({ doses }) => doses.includes(dose));
  return part && toConcept({ system, code: part.code, display: part.display });
}
