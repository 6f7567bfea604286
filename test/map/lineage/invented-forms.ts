import type { RequestFacts } from '../../../src/map/rows/row-context.ts';
import type { Source } from '../../../src/map/source.ts';
import { toSource } from './a-file.ts';

/** An invented form with a file of it. */
export interface InventedForm {
  readonly name: string;
  readonly source: Source;
  readonly text: string;
  readonly request: RequestFacts;
  /** The line of the header of a table; absent for a document. */
  readonly headerLine?: number;
}

const rest = (format: string, context: string, verbs = ''): string => `title: Formulir rekaan
format: ${format}
dates: dmy
decimal: ','
about: ${verbs.includes('semua') ? 'semua' : 'anak'}
stages: bayi-balita
service: posyandu-balita
recorder: kader
verified: false
kewajiban: { satusehat: { is: kirim, reason: uji } }
context: ${context}
${verbs.replace('# semua', '')}
`;

const identity = `
NIK: { is: person.nik }
Nama: { is: person.name, required: true }
Tgl Lahir: { is: person.birthDate }
JK: { is: person.sex }
`;

function aForm(name: string, source: string, columns: string): Source {
  const files = [
    { path: `${name}/source.yaml`, text: source },
    { path: `${name}/columns.yaml`, text: columns },
  ];
  return toSource(name, files);
}

const place: RequestFacts = { place: 'Posyandu Kenanga' };
const byRequest = '{ place: [{ request: true }], date: [{ column: Tanggal }] }';

/** Flat with several facts a cell and a recorder, wide by month, one row a question, nested, and in tables that refer to each other. */
export const inventedForms: readonly InventedForm[] = [
  {
    name: 'a flat register with merged cells, a recorder and a measuring position',
    source: aForm(
      'datar',
      rest(
        '{ is: delimited }\nheader: { within: 20 }',
        '{ place: [{ column: Pos }], date: [{ column: Tanggal }], recorder: [{ column: Petugas }] }',
        'fill: [NIK, Nama, Tgl Lahir, JK]',
      ),
      `${identity}
Pos: { is: visit.place }
Tanggal: { is: visit.date }
Petugas: { is: visit.recorder }
BB: { is: berat-badan }
TB: { is: tinggi-badan }
Cara: { is: cara-ukur }
Vitamin A: { is: vitamin-a }
`,
    ),
    text: [
      'NIK;Nama;Tgl Lahir;JK;Pos;Tanggal;Petugas;BB;TB;Cara;Vitamin A',
      '6472991005249801;Bima Sakti;10/05/2024;L;Posyandu Kenanga;12/07/2025;Kader Rina;9,1;74;Terlentang;',
      ';;;;Posyandu Kenanga;12/08/2025;Bidan Dewi;9,4;75,5;Berdiri;Merah',
      '6472995208239802;Sekar Ayu;12/08/2023;P;Posyandu Cempaka;20/08/2025;Kader Rina;11,2;84;;Merah',
    ].join('\n'),
    request: {},
    headerLine: 1,
  },
  {
    name: 'a register wide by month below a title with the year',
    source: aForm(
      'lebar',
      rest(
        '{ is: delimited }\nheader: { within: 20 }',
        "{ place: [{ title: 'POSYANDU {place} TAHUN {year}' }], date: [{ request: true }], year: [{ title: 'TAHUN {year}' }], month: [{ request: true }] }",
        "repeat: { as: visit.month, of: [JAN, FEB, MAR], columns: { BB: { is: berat-badan, missing: ['-'] }, TB: { is: tinggi-badan } } }",
      ),
      identity,
    ),
    text: [
      'REGISTER POSYANDU KENANGA TAHUN 2025;;;;;;;;',
      'NIK;Nama;Tgl Lahir;JK;JAN BB;JAN TB;FEB BB;FEB TB;MAR BB',
      '6472991005249801;Bima Sakti;10/05/2024;L;8,1;70;8,6;71;-',
      '6472995208239802;Sekar Ayu;12/08/2023;P;;;10,2;82;10,4',
    ].join('\n'),
    request: {},
    headerLine: 2,
  },
  {
    name: 'one row a question',
    source: aForm(
      'tanya',
      rest(
        '{ is: delimited }\nheader: { within: 20 }',
        byRequest,
        'group: { by: [Tanggal, NIK, Nama], question: [Pertanyaan], answer: Jawaban }',
      ),
      `${identity}
Tanggal: { is: visit.date }
Berat badan: { is: berat-badan }
Lingkar kepala: { is: lingkar-kepala }
`,
    ),
    text: [
      'Tanggal;NIK;Nama;Tgl Lahir;JK;Pertanyaan;Jawaban',
      '12/08/2025;6472991005249801;Bima Sakti;10/05/2024;L;Berat badan;9,8',
      '12/08/2025;6472991005249801;Bima Sakti;10/05/2024;L;Lingkar kepala;46',
      '12/08/2025;6472995208239802;Sekar Ayu;12/08/2023;P;Berat badan;11,4',
    ].join('\n'),
    request: place,
    headerLine: 1,
  },
  {
    name: 'a nested document',
    source: aForm(
      'bersarang',
      rest("{ is: json, records: 'anak[*].timbang[*]' }", '{ place: [{ column: berkas.posyandu }], date: [{ column: tgl }] }'),
      `berkas.posyandu: { is: visit.place }
induk.nik: { is: person.nik }
induk.nama: { is: person.name }
induk.lahir: { is: person.birthDate }
induk.jk: { is: person.sex }
tgl: { is: visit.date }
bb: { is: berat-badan }
imunisasi: { each: [{ is: imunisasi, codes: vaksin }], split: [';'], dated: visit.date }
`,
    ),
    text: JSON.stringify({
      posyandu: 'Posyandu Kenanga',
      anak: [
        {
          ...{ nik: '6472991005249801', nama: 'Bima Sakti', lahir: '10/05/2024', jk: 'L' },
          timbang: [
            { tgl: '12/06/2025', bb: '9,1', imunisasi: 'BCG' },
            { tgl: '12/07/2025', bb: '9,4', imunisasi: 'Polio 1' },
          ],
        },
        { ...{ nik: '', nama: 'Sekar Ayu', lahir: '12/08/2023', jk: 'P' }, timbang: [{ tgl: '12/07/2025', bb: '11,2', imunisasi: '' }] },
      ],
    }),
    request: {},
  },
  {
    name: 'tables that refer to each other',
    source: aForm(
      'gabung',
      rest(
        "{ is: json, records: 'periksa[*]', join: { balita: { table: balita, key: id, on: id_balita } } }",
        '{ place: [{ request: true }], date: [{ column: tgl }] }',
      ),
      `id_balita: { is: person.localId }
balita.id: { ignore: kunci tabel }
balita.nik: { is: person.nik }
balita.nama: { is: person.name }
balita.lahir: { is: person.birthDate }
balita.jk: { is: person.sex }
tgl: { is: visit.date }
bb: { is: berat-badan }
`,
    ),
    text: JSON.stringify({
      balita: [
        { id: 7, nik: '6472991005249801', nama: 'Bima Sakti', lahir: '10/05/2024', jk: 'L' },
        { id: 8, nik: '6472995208239802', nama: 'Sekar Ayu', lahir: '12/08/2023', jk: 'P' },
      ],
      periksa: [
        { id_balita: 7, tgl: '12/07/2025', bb: '9,1' },
        { id_balita: 8, tgl: '12/07/2025', bb: '11,2' },
        { id_balita: 7, tgl: '12/08/2025', bb: '9,6' },
      ],
    }),
    request: place,
  },
];
