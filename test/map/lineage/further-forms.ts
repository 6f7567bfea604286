// Longer than 200 lines: forms as vendors write them, with the tables and the file of each beside each other.
import type { RequestFacts } from '../../../src/map/rows/row-context.ts';
import type { InventedForm } from './invented-forms.ts';
import { toSource } from './a-file.ts';

/** A form whose header has headings of several lines names its columns here; what stands beside the file is changed too. */
export interface FurtherForm extends InventedForm {
  readonly headings?: readonly string[];
}

interface Written {
  readonly stages?: 'bayi-balita' | 'ibu';
  readonly format?: string;
  readonly context: string;
  readonly more?: string;
  readonly columns: string;
}

const ofChildren = 'about: anak\nstages: bayi-balita\nservice: posyandu-balita\nrecorder: kader';
const ofMothers = 'about: semua\nstages: ibu\nservice: anc\nrecorder: nakes';

function aForm(name: string, { stages = 'bayi-balita', format, context, more = '', columns }: Written): FurtherForm['source'] {
  const table = format !== undefined || more.includes('header:') ? '' : 'header: { within: 20 }';
  const source = `title: Formulir rekaan
format: ${format ?? '{ is: delimited }'}
${table}
dates: dmy
decimal: ','
${stages === 'ibu' ? ofMothers : ofChildren}
verified: false
kewajiban: { satusehat: { is: kirim, reason: uji } }
context: ${context}
${more}
`;
  return toSource(name, [
    { path: `${name}/source.yaml`, text: source },
    { path: `${name}/columns.yaml`, text: columns },
  ]);
}

const kenanga: RequestFacts = { place: 'Posyandu Kenanga' };
const byColumn = '{ place: [{ request: true }], date: [{ column: Tanggal }] }';
const child = `
NIK: { is: person.nik }
Nama: { is: person.name, required: true }
Tgl Lahir: { is: person.birthDate }
JK: { is: person.sex }
`;
const mother = `
NIK: { is: person.nik }
Nama: { is: person.name, required: true }
Tgl Lahir: { is: person.birthDate }
Tanggal: { is: visit.date }
`;

/** Forms in the manner of further vendors. */
export const furtherForms: readonly FurtherForm[] = [
  {
    name: 'months in merged cells above their columns, below a title with the place',
    source: aForm('bulan', {
      context:
        "{ place: [{ title: 'POSYANDU {place}' }], date: [{ request: true }], year: [{ title: 'TAHUN {year}' }], month: [{ request: true }] }",
      more: 'repeat: { as: visit.month, of: [JANUARI, FEBRUARI, MARET], columns: { BB: { is: berat-badan }, TB: { is: tinggi-badan }, LK: { is: lingkar-kepala } } }',
      columns: child,
    }),
    text: [
      'BUKU TIMBANG;;;;;;;;;;;;',
      'POSYANDU KENANGA;;;;;;;;;;;;',
      'TAHUN 2025;;;;;;;;;;;;',
      'NIK;Nama;Tgl Lahir;JK;JANUARI;;;FEBRUARI;;;MARET;;',
      ';;;;BB;TB;LK;BB;TB;LK;BB;TB;LK',
      '6472991005249801;Bima Sakti;10/05/2024;L;8,1;70;44;8,6;71;;;;',
      '6472995208239802;Sekar Ayu;12/08/2023;P;;;;10,2;82;46,5;10,4;83;',
    ].join('\n'),
    request: {},
    headerLine: 5,
    headings: [
      'NIK',
      'Nama',
      'Tgl Lahir',
      'JK',
      ...['JANUARI', 'FEBRUARI', 'MARET'].flatMap((month) => ['BB', 'TB', 'LK'].map((is) => `${month} ${is}`)),
    ],
  },
  {
    name: 'three levels of a document, the place two above the record',
    source: aForm('tingkat', {
      format: "{ is: json, records: 'pos[*].anak[*].timbang[*]' }",
      context: '{ place: [{ column: induk.induk.nama }], date: [{ column: tgl }] }',
      columns: `induk.induk.nama: { is: visit.place }
induk.nik: { is: person.nik }
induk.nama: { is: person.name }
induk.ttl.tanggal: { is: person.birthDate }
induk.jk: { is: person.sex }
induk.ibu.nama: { is: person.mother }
tgl: { is: visit.date }
ukur.bb: { is: berat-badan }
ukur.tb: { is: tinggi-badan }
vitamin: { is: vitamin-a }
`,
    }),
    text: JSON.stringify({
      pos: [
        {
          nama: 'Posyandu Kenanga',
          anak: [
            {
              ...{ nik: '6472991005249801', nama: 'Bima Sakti', ttl: { tanggal: '10/05/2024' }, jk: 'L', ibu: { nama: 'Rani' } },
              timbang: [
                { tgl: '12/02/2025', ukur: { bb: 8.1, tb: 71 }, vitamin: 'Biru' },
                { tgl: '12/03/2025', ukur: { bb: 8.4 } },
              ],
            },
          ],
        },
        {
          nama: 'Posyandu Cempaka',
          anak: [
            {
              ...{ nik: '', nama: 'Sekar Ayu', ttl: { tanggal: '12/08/2023' }, jk: 'P', ibu: { nama: 'Tuti' } },
              timbang: [{ tgl: '20/08/2025', ukur: { bb: '11,2', tb: '84' }, vitamin: 'Merah' }],
            },
          ],
        },
      ],
    }),
    request: {},
  },
  {
    name: 'a visit joined to the person and to the place',
    source: aForm('dua-gabung', {
      format:
        "{ is: json, records: 'kunjungan[*]', join: { orang: { table: orang, key: kode, on: orang_kode }, pos: { table: pos, key: id, on: pos_id } } }",
      context: '{ place: [{ column: pos.nama }], date: [{ column: tgl }] }',
      columns: `orang_kode: { is: person.localId }
pos_id: { ignore: kunci tabel }
pos.id: { ignore: kunci tabel }
pos.nama: { is: visit.place }
orang.kode: { ignore: kunci tabel }
orang.nik: { is: person.nik }
orang.nama: { is: person.name }
orang.lahir: { is: person.birthDate }
orang.jk: { is: person.sex }
tgl: { is: visit.date }
bb: { is: berat-badan }
lk: { is: lingkar-kepala }
`,
    }),
    text: JSON.stringify({
      pos: [
        { id: 'A', nama: 'Posyandu Kenanga' },
        { id: 'B', nama: 'Posyandu Cempaka' },
      ],
      orang: [
        { kode: 'x1', nik: '6472991005249801', nama: 'Bima Sakti', lahir: '10/05/2024', jk: 'L' },
        { kode: 'x2', nik: '6472995208239802', nama: 'Sekar Ayu', lahir: '12/08/2023', jk: 'P' },
      ],
      kunjungan: [
        { orang_kode: 'x1', pos_id: 'A', tgl: '12/07/2025', bb: '9,1', lk: '45' },
        { orang_kode: 'x2', pos_id: 'B', tgl: '20/07/2025', bb: '11,2', lk: '' },
        { orang_kode: 'x1', pos_id: 'B', tgl: '20/08/2025', bb: '9,6', lk: '45,5' },
      ],
    }),
    request: {},
  },
  {
    name: 'questions by code or by words, one of them a blood pressure',
    source: aForm('kuesioner', {
      stages: 'ibu',
      context: byColumn,
      more: 'group: { by: [Tanggal, NIK, Nama], question: [Kode, Pertanyaan], answer: Jawaban }',
      columns: `${mother}
HPHT: { is: hpht }
Tekanan darah: { convert: blood-pressure, aliases: [TD01] }
Riwayat: { convert: gpa, aliases: [GPA] }
LILA: { is: lingkar-lengan-atas, aliases: [LL01] }
Warna rumah: { ignore: bukan urusan kesehatan }
`,
    }),
    text: [
      'Tanggal;NIK;Nama;Tgl Lahir;Kode;Pertanyaan;Jawaban',
      '12/08/2025;6472995203949801;Rani Kusuma;12/03/1994;;HPHT;20/04/2025',
      '12/08/2025;6472995203949801;Rani Kusuma;12/03/1994;TD01;Tensi ibu;120/80',
      '12/08/2025;6472995203949801;Rani Kusuma;12/03/1994;GPA;G P A;G2P1A0',
      '12/08/2025;6472995203949801;Rani Kusuma;12/03/1994;LL01;;23,5',
      '12/08/2025;6472995203949801;Rani Kusuma;12/03/1994;;Warna rumah;hijau',
      '13/08/2025;6472994507899802;Tuti Lestari;05/07/1989;;HPHT;01/05/2025',
      '13/08/2025;6472994507899802;Tuti Lestari;05/07/1989;TD01;;135/85',
    ].join('\n'),
    request: kenanga,
    headerLine: 1,
  },
  {
    name: 'a free text beside columns of the same, and cells that say several things',
    source: aForm('ringkas', {
      stages: 'ibu',
      context: byColumn,
      columns: `${mother}
UK: { is: umur-kehamilan, convert: gestation-weeks }
TD: { convert: blood-pressure }
GPA: { convert: gpa }
Gol Darah: { convert: blood-group }
Protein Urin: { is: protein-urin }
BB: { is: berat-badan }
Diagnosa: { convert: diagnosis }
KET:
  extract:
    - { is: lingkar-lengan-atas, after: [LILA] }
    - { is: hemoglobin, after: [Hb] }
`,
    }),
    text: [
      'Tanggal;NIK;Nama;Tgl Lahir;UK;TD;GPA;Gol Darah;Protein Urin;BB;Diagnosa;KET',
      '12/08/2025;6472995203949801;Rani Kusuma;12/03/1994;16 minggu;120/80;G2P1A0;O+;Negatif;56,2;;LILA 23 cm; Hb 10,4'.replace(
        'cm; Hb',
        'cm, Hb',
      ),
      '13/08/2025;6472994507899802;Tuti Lestari;05/07/1989;30;150/95;G3P2A0;AB;+1;61;O13;keluhan pusing, Hb 9,8',
      '10/09/2025;6472995203949801;Rani Kusuma;12/03/1994;20;125/80;;;;58;;',
    ].join('\n'),
    request: kenanga,
    headerLine: 1,
  },
  {
    name: 'several vaccines in a cell, given on the day, of children known by their mother',
    source: aForm('vaksinasi', {
      context: byColumn,
      columns: `
NIK Ibu: { is: person.nikIbu }
Nama Ibu: { is: person.mother }
Nama: { is: person.name, required: true }
Tgl Lahir: { is: person.birthDate }
JK: { is: person.sex }
Tanggal: { is: visit.date }
Imunisasi: { split: [';', '+'], each: [{ is: imunisasi, codes: vaksin }, { is: vitamin-a }], dated: visit.date }
Riwayat: { split: ['+'], each: [{ is: riwayat-imunisasi, codes: vaksin }] }
BB: { is: berat-badan }
`,
    }),
    text: [
      'NIK Ibu;Nama Ibu;Nama;Tgl Lahir;JK;Tanggal;Imunisasi;Riwayat;BB',
      '6472995203949801;Rani Kusuma;Bima Sakti;10/05/2024;L;12/08/2024;DPT-HB-Hib 1 + Polio 2 + PCV 1;HB0 + BCG;5,9',
      '6472994507899802;Tuti Lestari;Sekar Ayu;12/08/2024;P;12/08/2025;MR 1 + Merah;BCG;8,4',
      '6472995203949801;Rani Kusuma;Bima Sakti;10/05/2024;L;12/09/2024;DPT-HB-Hib 2 + Polio 3;;6,3',
    ].join('\n'),
    request: kenanga,
    headerLine: 1,
  },
  {
    name: 'place and month in the name of the file, whoever fills it in above the table',
    source: aForm('nama-berkas', {
      context:
        "{ place: [{ file-name: 'timbang {place} bulan {month}' }], month: [{ file-name: 'timbang {place} bulan {month}' }], date: [{ label: Tanggal }, { request: true }], recorder: [{ label: Petugas }] }",
      columns: `${child}
BB: { is: berat-badan }
TB: { is: tinggi-badan }
`,
    }),
    text: [
      'Petugas:;Bidan Dewi;;;;',
      'NIK;Nama;Tgl Lahir;JK;BB;TB',
      '6472991005249801;Bima Sakti;10/05/2024;L;8,1;70',
      '6472995208239802;Sekar Ayu;12/08/2023;P;10,2;82',
    ].join('\n'),
    request: { fileName: 'timbang_kenanga_bulan_agustus 2025.csv' },
    headerLine: 2,
  },
  {
    name: 'a table without headings, its month told by the request, ages instead of birth dates',
    source: aForm('letak', {
      context: '{ place: [{ request: true }], date: [{ request: true }], month: [{ request: true }] }',
      more: 'header: { none: true }',
      columns: `
'1': { ignore: nomor urut }
'2': { is: person.name, required: true }
'3': { is: person.age, convert: age-to-birth, unit: bulan }
'4': { is: person.sex }
'5': { is: person.mother }
'6': { is: berat-badan }
'7': { is: tinggi-badan }
'8': { is: cara-ukur }
`,
    }),
    text: ['1;Bima Sakti;15;L;Rani;9,1;74;Terlentang', '2;Sekar Ayu;24;P;Tuti;10,9;84,5;Berdiri'].join('\n'),
    request: { ...kenanga, month: { year: 2025, month: 8 } },
    headerLine: 0,
    headings: Array.from({ length: 8 }, (_, at) => `kolom ${String(at + 1)}`),
  },
  {
    name: 'contacts beside each other with a day of their own',
    source: aForm('kontak', {
      stages: 'ibu',
      context: '{ place: [{ request: true }], date: [{ column: Tgl }] }',
      more: 'repeat: { of: [K1, K2], columns: { Tgl: { is: visit.date }, BB: { is: berat-badan }, TD: { convert: blood-pressure } } }',
      columns: `
NIK: { is: person.nik }
Nama: { is: person.name, required: true }
Tgl Lahir: { is: person.birthDate }
HPHT: { is: hpht }
`,
    }),
    text: [
      'NIK;Nama;Tgl Lahir;HPHT;K1 Tgl;K1 BB;K1 TD;K2 Tgl;K2 BB;K2 TD',
      '6472995203949801;Rani Kusuma;12/03/1994;20/04/2025;01/06/2025;54;110/70;12/08/2025;56;120/80',
      '6472994507899802;Tuti Lestari;05/07/1989;01/05/2025;12/07/2025;60;130/85;;;',
    ].join('\n'),
    request: kenanga,
    headerLine: 1,
  },
  {
    name: 'doses with product, batch and what was not given',
    source: aForm('dosis', {
      format: "{ is: json, records: 'data[*]' }",
      context: '{ place: [{ request: true }], date: [{ column: tanggal }] }',
      columns: `anak.nik: { is: person.nik }
anak.nama: { is: person.name }
anak.lahir: { is: person.birthDate }
anak.jk: { is: person.sex }
tanggal: { is: visit.date }
vaksin: { is: imunisasi, codes: vaksin, dated: visit.date }
batch: { is: imunisasi.lotNumber }
kedaluwarsa: { is: imunisasi.expirationDate }
diberikan: { is: imunisasi.diberikan }
bb: { is: berat-badan }
`,
    }),
    text: JSON.stringify({
      data: [
        {
          ...{ anak: { nik: '6472991005249801', nama: 'Bima Sakti', lahir: '10/05/2024', jk: 'L' }, tanggal: '12/08/2024' },
          ...{ vaksin: 'BCG', batch: 'B-1203', kedaluwarsa: '31/12/2026', diberikan: 'Ya', bb: 5.9 },
        },
        {
          ...{ anak: { nik: '6472995208239802', nama: 'Sekar Ayu', lahir: '12/08/2023', jk: 'P' }, tanggal: '12/08/2024' },
          ...{ vaksin: 'MR1', batch: '', kedaluwarsa: '', diberikan: 'Tidak', bb: 8.9 },
        },
      ],
    }),
    request: kenanga,
  },
];
