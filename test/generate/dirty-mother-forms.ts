// Longer than 200 lines: the faults of three forms of mothers share their catalogue.
import { toDayNumber } from '../../src/map/days.ts';
import type { CleanRow, DirtyForm, PlantFault } from './dirty-form.ts';
import { refused, repaired } from './dirty-form.ts';
import type { SeededRandom } from './seeded-random.ts';

const excelEpoch = -25_569;
const given = ['Rini', 'Dewi', 'Lestari', 'Ningsih', 'Marlina', 'Kartini', 'Endang', 'Tuti', 'Yuni', 'Mega'] as const;
const second = ['Oktavia', 'Anggraini', 'Permata', 'Utami', 'Handayani', 'Puspita', 'Wulandari', 'Safitri', 'Rahayu', 'Kusuma'] as const;
const third = ['Astuti', 'Cahyani', 'Damayanti', 'Febriani', 'Gunarti', 'Hartati', 'Indriani', 'Juwita', 'Kurniati', 'Larasati'] as const;

interface Mother {
  readonly name: string;
  readonly husband: string;
  readonly born: string;
  readonly nik: string;
  readonly kk: string;
  readonly bpjs: string;
  readonly phone: string;
  readonly weeks: number;
}

/** Invents a mother of 20 to 34 years; NIK and family card are of kecamatan 99. */
function inventMother(random: SeededRandom, index: number): Mother {
  const at = (words: readonly string[], step: number): string => words[Math.floor(index / step) % words.length] ?? '';
  const [year, month, day] = [random.between(1991, 2004), random.between(1, 12), random.between(1, 28)];
  const two = (number: number): string => String(number).padStart(2, '0');
  const serial = String(index + 1).padStart(4, '0');
  return {
    name: `${at(given, 1)} ${at(second, 10)} ${at(third, 100)}`,
    husband: `Bayu ${at(second, 1)} ${at(third, 10)} ${at(given, 100)}`,
    // The first of January is a day of which a form rightly asks whether it is an estimate.
    born: `${String(year)}-${two(month)}-${two(day === 1 ? 2 : day)}`,
    nik: `647199${two((day === 1 ? 2 : day) + 40)}${two(month)}${two(year % 100)}${serial}`,
    kk: `647199100218${serial}`,
    bpjs: `000999001${serial}`,
    phone: `0812000${String(10_000 + index)}`,
    weeks: random.between(6, 40),
  };
}

interface MotherRow extends CleanRow {
  readonly mother: Mother;
}

function motherOf(row: CleanRow): Mother {
  return (row as MotherRow).mother;
}

function toSecrets({ name, husband, nik, kk, bpjs, phone }: Mother): readonly string[] {
  return [name, husband, nik, nik.slice(0, 12), kk, bpjs, phone, phone.slice(1)];
}

/** Names of the columns that every form of mothers has. */
interface Names {
  readonly nik: string;
  readonly name: string;
  readonly born: string;
  readonly kk: string;
  readonly bpjs: string;
  readonly phone: string;
  readonly weeks: string;
}

/** Months of 365.25 / 12 days, in completed weeks. */
const toldInMonths: readonly [{ readonly text: string; readonly weeks: number }, ...{ readonly text: string; readonly weeks: number }[]] = [
  { text: '5 bulan', weeks: 21 },
  { text: '7 bln', weeks: 30 },
  { text: '9 bulan', weeks: 39 },
];

const noElement = { gone: [], loud: true } as const;

/** Faults of identity, cards, phone and weeks. */
function faultsOf(names: Names): Readonly<Record<string, PlantFault>> {
  const weeksGone = { gone: ['umur-kehamilan'], loud: true };
  const nikOf = (row: CleanRow): string => motherOf(row).nik;
  return {
    'D01 number of Excel': refused(names.nik, ['D01'], noElement, () => '6,47199E+15'),
    'D02 marks in a NIK': repaired(names.nik, ['D02'], (row, random) =>
      random.pick([`'${nikOf(row)}`, nikOf(row).replace(/(.{4})(?=.)/g, '$1.')]),
    ),
    'D03 impossible NIK': refused(names.nik, ['D03'], noElement, (row, random) => random.pick([nikOf(row).slice(0, 15), `${nikOf(row)}1`])),
    'D08 NIK of a man': refused(names.nik, ['D08'], noElement, (row) => {
      const day = String(Number(nikOf(row).slice(6, 8)) - 40).padStart(2, '0');
      return `${nikOf(row).slice(0, 6)}${day}${nikOf(row).slice(8)}`;
    }),
    'D09 serial of Excel': repaired(names.born, ['D09'], (row) => String(toDayNumber(motherOf(row).born) - excelEpoch)),
    'D10 failed date': refused(names.born, ['D10'], noElement, (_row, random) =>
      random.pick(['01/01/1970', '0000-00-00', '31/02/1999', '12/12/2204']),
    ),
    'D12 form of weeks': repaired(names.weeks, ['D12'], (row, random) =>
      random.pick([
        `${String(motherOf(row).weeks)} minggu`,
        `${String(motherOf(row).weeks)} mgg`,
        `${String(motherOf(row).weeks)}+3`,
        `UK ${String(motherOf(row).weeks)}`,
      ]),
    ),
    'D12 no weeks': refused(names.weeks, ['D12'], weeksGone, (_row, random) => random.pick(['aterm', 'TM II', 'besar'])),
    'D13 months': (_row, random) => {
      const { text, weeks } = random.pick(toldInMonths);
      return {
        cells: { [names.weeks]: text },
        reported: [{ cell: names.weeks, codes: ['D13'], loud: true }],
        changed: { 'umur-kehamilan': weeks },
      };
    },
    'D28 never closed': refused(names.weeks, ['D28'], weeksGone, (_row, random) => random.pick(['46', '60', '52 minggu'])),
    'D28 over term': (_row, random) => {
      const weeks = random.between(43, 45);
      return {
        cells: { [names.weeks]: String(weeks) },
        reported: [{ cell: names.weeks, codes: ['D28'], loud: true }],
        changed: { 'umur-kehamilan': weeks },
      };
    },
    'D25 form of a phone': repaired(names.phone, ['D25'], (row, random) =>
      random.pick([
        motherOf(row).phone.slice(1),
        `+62 ${motherOf(row).phone.slice(1)}`,
        motherOf(row).phone.replace(/(.{4})(?=.)/g, '$1-'),
        `${motherOf(row).phone} / 0813000${motherOf(row).phone.slice(7)}`,
      ]),
    ),
    'D25 no phone': refused(names.phone, ['D25'], noElement, (_row, random) => random.pick(['8,12E+11', '123', '777777777'])),
    'family card': refused(names.kk, ['kk-tidak-sah'], noElement, (row, random) =>
      random.pick([motherOf(row).kk.slice(1), '6,47199E+15', '1111111111111111']),
    ),
    'JKN card': refused(names.bpjs, ['bpjs-tidak-sah'], noElement, (row, random) => random.pick([motherOf(row).bpjs.slice(3), '9,99E+11'])),
    'D30 test row': (_row, random) => ({
      cells: { [names.name]: random.pick(['tes', 'Coba', 'test 3']) },
      reported: [{ cell: undefined, codes: ['D30'], loud: true }],
      quarantined: true,
    }),
  };
}

const sasaran: Names = {
  nik: 'nik_sasaran',
  name: 'nama_sasaran',
  born: 'tanggal_lahir',
  kk: 'no_kk_sasaran',
  bpjs: 'nomor_bpjs',
  phone: 'nomor_telepon',
  weeks: 'minggu_kandungan',
};

/** The register of pregnant women of sistem-posyandu with every fault it can have. */
export const sasaranForm: DirtyForm = {
  source: 'sistem-posyandu-sasaran',
  above: [],
  columns:
    'nik_sasaran,nama_sasaran,no_kk_sasaran,tempat_lahir,tanggal_lahir,jenis_kelamin,alamat_sasaran,rt,rw,nomor_bpjs,nomor_telepon,minggu_kandungan,nama_suami'.split(
      ',',
    ),
  total: 'JUMLAH',
  clean: (random, index) => {
    const mother = inventMother(random, index);
    const cells = {
      ...{ nik_sasaran: mother.nik, nama_sasaran: mother.name, no_kk_sasaran: mother.kk, tempat_lahir: 'Bogor', jenis_kelamin: 'P' },
      ...{ tanggal_lahir: mother.born.split('-').toReversed().join('/'), alamat_sasaran: 'Jl. Contoh No 3', rt: '01', rw: '02' },
      ...{ nomor_bpjs: mother.bpjs, nomor_telepon: mother.phone, minggu_kandungan: String(mother.weeks), nama_suami: mother.husband },
    };
    return {
      cells,
      truth: { 'umur-kehamilan': { cell: 'minggu_kandungan', is: mother.weeks } },
      secrets: [...toSecrets(mother), 'Jl. Contoh'],
      mother,
    };
  },
  faults: faultsOf(sasaran),
};

const own: Names = { nik: 'NIK', name: 'Nama', born: 'Tgl Lahir', kk: 'KK', bpjs: 'BPJS', phone: 'HP', weeks: 'UK' };
const pressures = { gone: ['tekanan-darah-sistolik', 'tekanan-darah-diastolik'], loud: true };

/** A form of mothers that no source of the house has, with clinical faults; `tables` are its columns. */
export const mothersForm: DirtyForm & { readonly tables: Readonly<Record<string, string>> } = {
  source: 'formulir-ibu',
  above: [],
  columns: 'Nama,NIK,Tgl Lahir,JK,Tanggal,KK,BPJS,HP,UK,TD,BB,TB,LILA,HPHT,GPA,Jarak,Goldar,Protein,GDS,HIV,Diagnosis,Kec,Desa'.split(','),
  total: 'JUMLAH',
  tables: {
    KK: '{ is: person.kk }',
    BPJS: '{ is: person.bpjs }',
    HP: '{ is: person.phone }',
    UK: "{ is: umur-kehamilan, missing: ['-'] }",
    TD: "{ convert: blood-pressure, missing: ['-', '0'] }",
    BB: '{ is: berat-badan }',
    TB: '{ is: tinggi-badan }',
    LILA: '{ is: lingkar-lengan-atas }',
    HPHT: '{ is: hpht }',
    GPA: '{ convert: gpa }',
    Jarak: '{ is: jarak-kehamilan }',
    Goldar: '{ is: golongan-darah }',
    Protein: '{ is: protein-urin }',
    GDS: '{ is: gula-darah-sewaktu, convert: glucose }',
    HIV: '{ is: hiv, codes: hasil-reaktif, tokens: { NR: non-reaktif, "-": tidak-dilaporkan } }',
    Diagnosis: '{ is: diagnosis }',
    Kec: '{ is: person.address.kode-provinsi }',
    Desa: '{ is: person.address.kode-kabupaten }',
  },
  clean: (random, index) => {
    const mother = inventMother(random, index);
    const [upper, lower] = [random.between(100, 139), random.between(60, 89)];
    const cells = {
      ...{ Nama: mother.name, NIK: mother.nik, 'Tgl Lahir': mother.born.split('-').toReversed().join('/'), JK: 'P', Tanggal: '12/08/2025' },
      ...{ KK: mother.kk, BPJS: mother.bpjs, HP: mother.phone, UK: String(mother.weeks), TD: `${String(upper)}/${String(lower)}` },
      ...{ BB: '52,3', TB: '153', LILA: '24,5', GPA: 'G2P1A0', Jarak: '36 bulan', Goldar: 'O+', Protein: 'negatif', GDS: '110', HIV: 'NR' },
      ...{ Diagnosis: 'Z34.9', Kec: '64', Desa: '71' },
    };
    const truth = {
      'umur-kehamilan': { cell: 'UK', is: mother.weeks },
      'tekanan-darah-sistolik': { cell: 'TD', is: upper },
      'tekanan-darah-diastolik': { cell: 'TD', is: lower },
      'berat-badan': { cell: 'BB', is: 52_300 },
      'tinggi-badan': { cell: 'TB', is: 1530 },
      'lingkar-lengan-atas': { cell: 'LILA', is: 245 },
      ...{ gravida: { cell: 'GPA', is: 2 }, partus: { cell: 'GPA', is: 1 }, abortus: { cell: 'GPA', is: 0 } },
      'jarak-kehamilan': { cell: 'Jarak', is: 36 },
      ...{ 'golongan-darah': { cell: 'Goldar', is: 'O' }, rhesus: { cell: 'Goldar', is: 'positif' } },
      'protein-urin': { cell: 'Protein', is: 'negatif' },
      'gula-darah-sewaktu': { cell: 'GDS', is: 110 },
      ...{ hiv: { cell: 'HIV', is: 'non-reaktif' }, diagnosis: { cell: 'Diagnosis', is: 'Z34.9' } },
    };
    return { cells, truth, secrets: [...toSecrets(mother), 'sawan 7391', 'mungkin 7391'], mother };
  },
  faults: {
    ...faultsOf(own),
    'D16 form of a pressure': repaired('TD', ['D16'], (row, random) =>
      random.pick([
        (row.cells['TD'] ?? '').replace('/', ' / '),
        `${row.cells['TD'] ?? ''} mmHg`,
        (row.cells['TD'] ?? '').replace('/', '-'),
      ]),
    ),
    'D16 systolic only': (row) => ({
      cells: { TD: (row.cells['TD'] ?? '').replace(/\/.*/, '') },
      reported: [{ cell: 'TD', codes: ['D16'], loud: false }],
      gone: ['tekanan-darah-diastolik'],
    }),
    'D16 shortened': refused('TD', ['D16'], pressures, (_row, random) => random.pick(['12/8', '11/7', 'tinggi', '120.80'])),
    'D14 swapped pressure': refused('TD', ['D14'], pressures, (row) => (row.cells['TD'] ?? '').split('/').toReversed().join('/')),
    'D15 no pressure': refused('TD', ['D15'], { ...pressures, loud: false }, (_row, random) => random.pick(['-', '0', '0/0', '---'])),
    'D14 swapped body': () => ({
      cells: { BB: '153', TB: '52,3' },
      reported: ['BB', 'TB'].map((cell) => ({ cell, codes: ['D14'], loud: true })),
      gone: ['berat-badan', 'tinggi-badan'],
    }),
    'D13 metres': repaired('TB', ['D13'], () => '1,53'),
    'D14 arm': refused('LILA', ['D14'], { gone: ['lingkar-lengan-atas'], loud: true }, (_row, random) => random.pick(['245', '5', '99'])),
    'D28 old HPHT': (_row, random) => ({
      cells: { HPHT: random.pick(['01/01/2024', '12/05/2024']) },
      reported: [{ cell: 'HPHT', codes: ['D28'], loud: true }],
    }),
    'D12 parity': refused('GPA', ['D12'], { gone: ['gravida', 'partus', 'abortus'], loud: true }, (_row, random) =>
      random.pick(['hamil ke-2', 'G2P1001', '2']),
    ),
    'D14 parity': refused('GPA', ['D14'], { gone: ['gravida', 'partus', 'abortus'], loud: true }, () => 'G1P2A1'),
    'D13 no unit': refused('Jarak', ['D13'], { gone: ['jarak-kehamilan'], loud: true }, (_row, random) => random.pick(['3', '36'])),
    'D29 form of a group': repaired('Goldar', ['D29'], (_row, random) => random.pick(['o+', '0+', 'O Rh positif', 'Gol. darah O+'])),
    'D29 a stroke is no rhesus': refused('Goldar', ['D29'], { gone: ['rhesus'], loud: true }, () => 'O-'),
    'D29 unknown group': refused('Goldar', ['D29'], { gone: ['golongan-darah', 'rhesus'], loud: false }, (_row, random) =>
      random.pick(['-', 'Tidak tahu', 'belum diperiksa']),
    ),
    'unknown degree': refused('Protein', ['kode-tidak-dikenal'], { gone: ['protein-urin'], loud: true }, (_row, random) =>
      random.pick(['banyak', '5+']),
    ),
    'unknown result': refused('HIV', ['kode-tidak-dikenal'], { gone: ['hiv'], loud: true }, () => 'mungkin 7391'),
    'D15 not reported': refused('HIV', ['D15'], { gone: ['hiv'], loud: false }, (_row, random) => random.pick(['-', '--'])),
    'D12 glucose': refused('GDS', ['D12'], { gone: ['gula-darah-sewaktu'], loud: true }, (_row, random) =>
      random.pick(['tinggi', '7,2 mmol']),
    ),
    'D20 form of a code': repaired('Diagnosis', ['D20'], (_row, random) =>
      random.pick(['z34.9', 'Z34.9.', 'Hamil normal (Z34.9)', 'Z349']),
    ),
    'D20 words': (_row) => ({
      cells: { Diagnosis: 'sawan 7391' },
      reported: [{ cell: 'Diagnosis', codes: ['D20'], loud: false }],
      changed: { diagnosis: 'sawan 7391' },
    }),
    'D22 area': refused('Desa', ['D22'], noElement, (_row, random) => random.pick(['Balikpapan', '6471011'])),
  },
};

const ilp: Names = {
  nik: 'peserta.nik',
  name: 'peserta.nama',
  born: 'peserta.tglLahir',
  kk: '',
  bpjs: '',
  phone: 'peserta.noHp',
  weeks: 'pemeriksaan.usiaKehamilan',
};
const { 'family card': _card, 'JKN card': _jkn, ...ilpFaults } = faultsOf(ilp);

/** The list of the posyandu-ilp application with every fault it can have; columns are paths into its JSON. */
export const ilpForm: DirtyForm = {
  source: 'posyandu-ilp',
  above: [],
  columns: [],
  total: '',
  clean: (random, index) => {
    const mother = inventMother(random, index);
    const [upper, lower] = [random.between(100, 139), random.between(60, 89)];
    const cells = {
      ...{ 'peserta.id': String(index + 1), 'peserta.nama': mother.name, 'peserta.kategori': 'Ibu Hamil', 'peserta.nik': mother.nik },
      ...{
        'peserta.tglLahir': mother.born.split('-').toReversed().join('/'),
        'peserta.noHp': mother.phone,
        'peserta.ortu': mother.husband,
      },
      ...{ 'peserta.anakKe': '2', 'peserta.kehamilan': '3 tahun', 'peserta.tinggiBadan': '153', 'pemeriksaan.tanggal': '2025-08-12' },
      ...{ 'pemeriksaan.usiaKehamilan': String(mother.weeks), 'pemeriksaan.bbBumil': '52,3', 'pemeriksaan.lilaBumil': '24,5' },
      ...{ 'pemeriksaan.tdBumil': `${String(upper)}/${String(lower)}`, 'pelayanan.porsiMt': '1 porsi/hari' },
    };
    const truth = {
      'umur-kehamilan': { cell: ilp.weeks, is: mother.weeks },
      'hamil-anak-ke': { cell: 'peserta.anakKe', is: 2 },
      'jarak-kehamilan': { cell: 'peserta.kehamilan', is: 36 },
      'tinggi-badan': { cell: 'peserta.tinggiBadan', is: 1530 },
      'berat-badan': { cell: 'pemeriksaan.bbBumil', is: 52_300 },
      'lingkar-lengan-atas': { cell: 'pemeriksaan.lilaBumil', is: 245 },
      'tekanan-darah-sistolik': { cell: 'pemeriksaan.tdBumil', is: upper },
      'tekanan-darah-diastolik': { cell: 'pemeriksaan.tdBumil', is: lower },
      'mt-bumil-porsi': { cell: 'pelayanan.porsiMt', is: '1 porsi/hari' },
    };
    return { cells, truth, secrets: toSecrets(mother), mother };
  },
  faults: {
    ...ilpFaults,
    'D12 point for a comma': repaired('pemeriksaan.bbBumil', ['D12'], (_row, random) => random.pick(['52.3', '52,3 kg', '52.3 Kg'])),
    'D13 metres': repaired('peserta.tinggiBadan', ['D13'], () => '1.53'),
    'D13 no unit': refused('peserta.kehamilan', ['D13'], { gone: ['jarak-kehamilan'], loud: true }, () => '3'),
    'D14 arm': refused('pemeriksaan.lilaBumil', ['D14'], { gone: ['lingkar-lengan-atas'], loud: true }, () => '245'),
    'D15 not measured': refused('pemeriksaan.lilaBumil', ['D15'], { gone: ['lingkar-lengan-atas'], loud: false }, (_row, random) =>
      random.pick(['0', '-', 'tdk diukur']),
    ),
    'D16 shortened': refused('pemeriksaan.tdBumil', ['D16'], pressures, (_row, random) => random.pick(['12/8', 'tinggi'])),
    'D14 swapped pressure': refused('pemeriksaan.tdBumil', ['D14'], pressures, (row) =>
      (row.cells['pemeriksaan.tdBumil'] ?? '').split('/').toReversed().join('/'),
    ),
  },
};
