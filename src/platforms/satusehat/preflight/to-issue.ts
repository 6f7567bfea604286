import type { Issue, IssueType } from '../../../fhir/issue.ts';
import type { Fault, Finding } from './finding.ts';

interface Words {
  readonly type: IssueType;
  readonly id: string;
  readonly en: string;
  readonly remedyId: string;
  readonly remedyEn: string;
}

const completeId =
  'Lengkapi isian asalnya atau jejaring, lalu kirim ulang barisnya; bila isian itu sudah ada, laporkan sebagai cacat Titian.';
const completeEn =
  'Complete the entry it comes from, or jejaring, and send the row again; if it is there already, report a defect of Titian.';
const tableId = 'Periksa tabel sumber atau elemen yang memberi kode itu; laporkan bila kode itu benar.';
const tableEn = 'Look at the table of the source or element that gives the code; report it if the code is right.';
const timeId = 'Periksa tanggal dan jam pada catatan asal, lalu kirim ulang barisnya.';
const timeEn = 'Look at date and time in the original record and send the row again.';
const defectId = 'Ini cacat Titian atau tabelnya: laporkan beserta nomor aturan dan letaknya.';
const defectEn = 'This is a defect of Titian or its tables: report it with the number of the rule and the place.';

const words: Readonly<Record<Fault, Words>> = {
  'tidak-ada': {
    type: 'required',
    id: 'isian ini harus ada',
    en: 'this element has to be there',
    remedyId: completeId,
    remedyEn: completeEn,
  },
  'acuan-tidak-ada': {
    type: 'required',
    id: 'harus menunjuk catatan jenis yang diminta, yang sudah ada di sana atau ikut dikirim',
    en: 'has to lead to a record of the demanded type, there already or sent along',
    remedyId: completeId,
    remedyEn: completeEn,
  },
  'sistem-asing': {
    type: 'code-invalid',
    id: 'sistem kodenya tidak diterima di sini',
    en: 'its coding system is not taken here',
    remedyId: tableId,
    remedyEn: tableEn,
  },
  'kode-asing': {
    type: 'code-invalid',
    id: 'kodenya tidak dikenal di sini',
    en: 'its code is not known here',
    remedyId: tableId,
    remedyEn: tableEn,
  },
  'bukan-milik': {
    type: 'value',
    id: 'sistem identifiernya bukan milik organisasi pengirim',
    en: 'its identifier system does not belong to the sending organization',
    remedyId: 'Periksa nomor organization puskesmas di jejaring.csv dan kredensialnya.',
    remedyEn: 'Look at the organization number of the puskesmas in jejaring.csv and at its credentials.',
  },
  'bentuk-saat': {
    type: 'value',
    id: 'bukan tanggal dan jam yang utuh',
    en: 'is no whole date and time',
    remedyId: timeId,
    remedyEn: timeEn,
  },
  'di-luar-masa': {
    type: 'value',
    id: 'di luar masa yang diterima',
    en: 'lies outside the time that is taken',
    remedyId: timeId,
    remedyEn: timeEn,
  },
  'bentuk-nilai': {
    type: 'value',
    id: 'bentuk nilainya lain dari yang diminta',
    en: 'its value has another form than demanded',
    remedyId: defectId,
    remedyEn: defectEn,
  },
  'urutan-saat': {
    type: 'value',
    id: 'harus sesudah saat yang mendahuluinya',
    en: 'has to be later than what comes before it',
    remedyId: timeId,
    remedyEn: timeEn,
  },
  'riwayat-kurang': {
    type: 'incomplete',
    id: 'setiap keadaan sampai selesai harus ada, dengan awal dan akhirnya',
    en: 'every state until the end has to be there, with its start and end',
    remedyId: defectId,
    remedyEn: defectEn,
  },
  bungkusan: {
    type: 'structure',
    id: 'alamat isian kiriman ini tidak sah',
    en: 'the address of this entry is not valid',
    remedyId: defectId,
    remedyEn: defectEn,
  },
};

/** A finding in words: number of the rule, place, plain cause and remedy, never a value. */
export function toIssue({ rule, fault, expression }: Finding, severity: 'error' | 'warning'): Issue {
  const said = words[fault];
  const number = String(rule);
  return {
    severity,
    type: said.type,
    code: `satusehat-${number}`,
    text: `Aturan SATUSEHAT ${number}, ${expression}: ${said.id}. ${said.remedyId}`,
    diagnostics: `SATUSEHAT rule ${number}, ${expression}: ${said.en}. ${said.remedyEn}`,
    expression,
    rule: number,
  };
}
