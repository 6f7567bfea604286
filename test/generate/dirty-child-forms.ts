// Longer than 200 lines: the catalogue of faults of a form is one table, read as one.
import { toDayNumber } from '../../src/map/days.ts';
import type { CleanRow, DirtyForm, PlantFault } from './dirty-form.ts';
import { refused, repaired } from './dirty-form.ts';
import type { InventedChild } from './invent-child.ts';
import { inventChild } from './invent-child.ts';
import { measureChild } from './measure-child.ts';
import type { SeededRandom } from './seeded-random.ts';

const asOf = '2025-08-12';
const excelEpoch = -25_569;
const monthNames = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');

/** The names a form gives to what every list of children holds. */
interface Names {
  readonly nik: string;
  readonly name: string;
  readonly born: string;
  readonly sex: string;
  readonly measured: string;
  readonly weight: string;
  readonly height: string;
}

interface ChildRow extends CleanRow {
  readonly child: InventedChild;
  readonly weightG: number;
  readonly heightMm: number;
}

/** Invents the next child of a list with a mother of her own name, so that nobody is taken for anybody else. */
function inventNext(random: SeededRandom, index: number): InventedChild {
  const before = Array.from({ length: index }, () => ({ fault: 'none' }) as InventedChild);
  const child = inventChild(random, before, asOf);
  return { ...child, mother: `Wening ${child.name}`, father: `Joko ${child.name}` };
}

/** Both ways to write a number: the mark of the form, and the other one. */
function write(int: number, perUnit: number, mark: ',' | '.'): string {
  return String(int / perUnit).replace('.', mark);
}

function dayFirst(date: string, mark: string): string {
  return date.split('-').toReversed().join(mark);
}

/** A child's row, from any row: forms are asked for faults of their own rows only. */
function childOf(row: CleanRow): ChildRow {
  return row as ChildRow;
}

/** The faults of identity, birth date and measurements that every list of children can have. */
function faultsOf(names: Names, mark: ',' | '.', dates: 'dmy' | 'ymd'): Readonly<Record<string, PlantFault>> {
  const other = mark === ',' ? '.' : ',';
  const nikOf = (row: CleanRow): string => childOf(row).child.nik;
  const bornOf = (row: CleanRow): string => childOf(row).child.birthDate;
  const nikFault = (code: string, text: (row: CleanRow, random: SeededRandom) => string): PlantFault =>
    refused(names.nik, [code], { gone: [], loud: true }, text);
  const bornFault = (codes: readonly string[], text: (row: CleanRow, random: SeededRandom) => string | null): PlantFault =>
    refused(names.born, codes, { gone: [], loud: true }, text);
  const weightGone = { gone: ['berat-badan'], loud: true };
  const heightGone = { gone: ['tinggi-badan'], loud: true };
  return {
    'D01 number of Excel': nikFault('D01', (_row, random) => random.pick(['6,47299E+15', '6.4729918E+15', '6,47E+15'])),
    'D02 marks in a NIK': repaired(names.nik, ['D02'], (row, random) =>
      random.pick([`'${nikOf(row)}`, nikOf(row).replace(/(.{4})(?=.)/g, '$1 '), nikOf(row).replace(/(.{6})(?=.)/g, '$1-')]),
    ),
    'D03 impossible NIK': nikFault('D03', (row, random) =>
      random.pick([nikOf(row).slice(0, 15), `${nikOf(row)}0`, '20260112042028', '2147483647', `${nikOf(row).slice(0, 12)}0000`]),
    ),
    'D04 masked NIK': nikFault('D04', (row, random) =>
      random.pick([`${nikOf(row).slice(0, 5)}***********`, `${nikOf(row).slice(0, 6)}xxxxxxxxxx`]),
    ),
    'D05 placeholder': nikFault('D05', (_row, random) =>
      random.pick(['9999000000000042', '0000000000000000', '1111111111111111', 'belum ada', 'menyusul', '-']),
    ),
    'D06 mother’s NIK': nikFault('D06', (row) => childOf(row).child.motherNik),
    'D08 NIK of another day': (row) => {
      const day = Number(nikOf(row).slice(6, 8));
      const otherDay = String(day === 1 || day === 41 ? day + 1 : day - 1).padStart(2, '0');
      const nik = `${nikOf(row).slice(0, 6)}${otherDay}${nikOf(row).slice(8)}`;
      // It is held against the birth date, which has to stay as it is.
      const cells = { [names.nik]: nik, [names.born]: row.cells[names.born] ?? '' };
      return { cells, reported: [{ cell: names.nik, codes: ['D08'], loud: true }] };
    },
    'D09 other form of a date': repaired(names.born, ['D09'], (row, random) => {
      const date = bornOf(row);
      const [year = '', month = '', day = ''] = date.split('-');
      const named = `${day} ${monthNames[Number(month) - 1] ?? ''} ${year}`;
      return random.pick([
        named,
        named.toUpperCase(),
        String(toDayNumber(date) - excelEpoch),
        dates === 'dmy' ? dayFirst(date, '-') : named,
      ]);
    }),
    'D09 unreadable date': bornFault(['D09'], (row, random) => {
      const [year = '', month = '', day = ''] = bornOf(row).split('-');
      return dates === 'ymd' ? random.pick([`${day}/${month}/${year}`, 'entah']) : random.pick([`13/${day}/13/${year}`, 'bulan lalu']);
    }),
    'D10 impossible date': bornFault(['D10'], (_row, random) =>
      random.pick(['1970-01-01', '1900-01-00', '0000-00-00', '2024-02-31', '2204-05-18']),
    ),
    'D11 age for a birth date': bornFault(['D11'], (_row, random) => random.pick(['2 th 3 bl', '2 Tahun - 3 Bulan - 5 Hari', '14 bulan'])),
    'D12 form of a number': repaired(names.weight, ['D12'], (row, random) => {
      const { weightG } = childOf(row);
      return random.pick([`${write(weightG, 1000, mark)} kg`, `${write(weightG, 1000, mark)}Kg`, `${String(weightG)} gr`]);
    }),
    'D12 the other decimal mark': repaired(names.height, ['D12'], (row) =>
      childOf(row).heightMm % 10 === 0 ? null : write(childOf(row).heightMm, 10, other),
    ),
    'D12 no number': refused(names.weight, ['D12'], weightGone, (_row, random) => random.pick(['sebelas', '11,4,2', '11/4', 'naik'])),
    'D13 grams': repaired(names.weight, ['D13'], (row) => String(childOf(row).weightG)),
    'D13 metres': repaired(names.height, ['D13'], (row) => write(childOf(row).heightMm, 1000, mark)),
    'D14 lost mark': refused(names.height, ['D14'], heightGone, (row) =>
      childOf(row).heightMm < 460 ? null : String(childOf(row).heightMm * 10),
    ),
    'D14 too heavy': refused(names.weight, ['D14'], weightGone, (_row, random) => random.pick(['120', '78', '64', '-11'])),
    'D14 swapped': (row) => {
      const { weightG, heightMm } = childOf(row);
      const reported = [names.weight, names.height].map((cell) => ({ cell, codes: ['D14'], loud: true }));
      const cells = { [names.weight]: write(heightMm, 10, mark), [names.height]: write(weightG, 1000, mark) };
      return { cells, reported, gone: ['berat-badan', 'tinggi-badan'] };
    },
    'D15 mark for nothing': refused(names.weight, ['D15'], { gone: ['berat-badan'], loud: false }, (_row, random) =>
      random.pick(['-', '0', '--', '0,0']),
    ),
    'D17 word for the sex': repaired(names.sex, ['D17'], (row, random) =>
      childOf(row).child.sex === 'L' ? random.pick(['Laki-laki', 'LK', 'pria', 'M']) : random.pick(['Perempuan', 'PR', 'wanita', 'F']),
    ),
    'D17 no sex': refused(names.sex, ['D17'], { gone: [], loud: true }, (_row, random) => random.pick(['1', '2', '?', 'LP'])),
    'D21 unofficial name': repaired(names.name, ['D21'], (row, random) =>
      random.pick([`An. ${childOf(row).child.name}`, `By. Ny. ${childOf(row).child.mother}`]),
    ),
    'D30 test row': (_row, random) => ({
      cells: { [names.name]: random.pick(['tes', 'coba coba', 'Testing 2', 'DUMMY']) },
      reported: [{ cell: undefined, codes: ['D30'], loud: true }],
      quarantined: true,
    }),
  };
}

const kenanga: Names = {
  nik: 'NIK',
  name: 'Nama Anak',
  born: 'Tgl Lahir',
  sex: 'JK',
  measured: 'Tanggal Ukur',
  weight: 'BB',
  height: 'TB',
};

/** The list of Posyandu Kenanga with every fault it can have. */
export const kenangaForm: DirtyForm = {
  source: 'posyandu-kenanga',
  above: [['DAFTAR BALITA POSYANDU KENANGA - AGUSTUS 2025']],
  columns: 'No;NIK;Nama Anak;Tgl Lahir;JK;Nama Ibu;Nama Ayah;RT;RW;Tanggal Ukur;BB;TB;Lingkar Kepala;Vit A / Imunisasi'.split(';'),
  total: 'JUMLAH',
  clean: (random, index) => {
    const { child, weightG, heightMm, headMm, vitaminA } = measureNext(random, index);
    const cells = {
      No: String(index + 1),
      ...toPersonCells(kenanga, child, dayFirst(child.birthDate, '/')),
      ...{ 'Nama Ibu': child.mother, 'Nama Ayah': child.father, RT: String(child.rt), RW: String(child.rw), 'Tanggal Ukur': '12/08/2025' },
      ...{
        BB: write(weightG, 1000, ','),
        TB: write(heightMm, 10, ','),
        'Lingkar Kepala': write(headMm, 10, ','),
        'Vit A / Imunisasi': vitaminA ?? '',
      },
    };
    const given = vitaminA === undefined ? {} : { 'vitamin-a': { cell: 'Vit A / Imunisasi', is: vitaminA.toLowerCase() } };
    const truth = { ...toTruth(kenanga, weightG, heightMm), 'lingkar-kepala': { cell: 'Lingkar Kepala', is: headMm }, ...given };
    return { cells, truth, secrets: toSecrets(child), child, weightG, heightMm };
  },
  faults: {
    ...faultsOf(kenanga, ',', 'dmy'),
    'D09 form of the visit date': repaired('Tanggal Ukur', ['D09'], (_row, random) =>
      random.pick(['12-08-2025', '12 Agt 2025', '2025-08-12']),
    ),
    'D10 visit in the future': (_row, random) => ({
      cells: { 'Tanggal Ukur': random.pick(['12/08/2204', '31/02/2025', '01/01/1970']) },
      reported: [{ cell: 'Tanggal Ukur', codes: ['D10'], loud: true }],
      quarantined: true,
    }),
    'D14 head in millimetres': refused('Lingkar Kepala', ['D14'], { gone: ['lingkar-kepala'], loud: true }, (row) =>
      String(Number(row.truth['lingkar-kepala']?.is) * 10),
    ),
    'D15 not given': refused('Vit A / Imunisasi', ['D15'], { gone: ['vitamin-a'], loud: false }, (_row, random) =>
      random.pick(['-', 'tdk', '...']),
    ),
    'D19 unknown dose': refused('Vit A / Imunisasi', ['D19'], { gone: ['vitamin-a'], loud: true }, (_row, random) =>
      random.pick(['kapsul hijau', 'Biru/Merah', 'suntik']),
    ),
    'undated dose': (row, random) => {
      const dose = random.pick(['BCG', 'HB O Inject', 'Polio 1', 'DPT-HB-Hib 1', 'Campak']);
      const before = row.cells['Vit A / Imunisasi'] ?? '';
      const text = before === '' ? dose : `${before}; ${dose}`;
      return { cells: { 'Vit A / Imunisasi': text }, reported: [{ cell: 'Vit A / Imunisasi', codes: ['undated-history'], loud: true }] };
    },
    overdose: (row) => {
      // Well before its first birthday, however months are counted.
      if (row.truth['vitamin-a']?.is !== 'biru' || childOf(row).child.birthDate < '2024-08-20') return null;
      const reported = [{ cell: 'Vit A / Imunisasi', codes: ['dosis-vitamin-a'], loud: true }];
      return { cells: { 'Vit A / Imunisasi': 'Merah' }, reported, changed: { 'vitamin-a': 'merah' } };
    },
    'D21 both parents': repaired('Nama Ibu', ['D21'], (row) => `${childOf(row).child.mother} / ${childOf(row).child.father}`),
  },
};

const eppgbm: Names = {
  nik: 'NIK',
  name: 'Nama',
  born: 'Tgl Lahir',
  sex: 'JK',
  measured: 'Tanggal Pengukuran',
  weight: 'Berat',
  height: 'Tinggi',
};

/** The export of e-PPGBM with every fault it can have. */
export const eppgbmForm: DirtyForm = {
  source: 'eppgbm',
  above: [],
  columns:
    'No,NIK,Nama,JK,Tgl Lahir,BB Lahir,TB Lahir,Nama Ortu,Desa/Kel,Posyandu,RT,RW,Tanggal Pengukuran,Berat,Tinggi,Cara Ukur,LiLA,BB/U,ZS BB/U,Jml Vit A,KPSP,KIA,MBG'.split(
      ',',
    ),
  total: 'JUMLAH',
  clean: (random, index) => {
    const { child, weightG, heightMm } = measureNext(random, index);
    const position = child.birthDate > '2023-08-12' ? 'Terlentang' : 'Berdiri';
    const cells = {
      No: String(index + 1),
      ...toPersonCells(eppgbm, child, child.birthDate),
      ...{
        'BB Lahir': '3.1',
        'TB Lahir': '49',
        'Nama Ortu': child.mother,
        'Desa/Kel': 'KARANG JOANG',
        Posyandu: 'KAMBOJA 2',
        RT: '031',
        RW: '000',
      },
      ...{ 'Tanggal Pengukuran': '2025-08-12', Berat: write(weightG, 1000, '.'), Tinggi: write(heightMm, 10, '.'), 'Cara Ukur': position },
      ...{ LiLA: '0', 'Jml Vit A': '1', KPSP: 'S', KIA: 'Ya', MBG: 'Tidak' },
    };
    const truth = {
      ...toTruth(eppgbm, weightG, heightMm),
      'cara-ukur': { cell: 'Cara Ukur', is: position === 'Berdiri' ? 'berdiri' : 'telentang' },
      'jumlah-vitamin-a': { cell: 'Jml Vit A', is: 1 },
      kpsp: { cell: 'KPSP', is: 'sesuai' },
      'buku-kia': { cell: 'KIA', is: true },
      mbg: { cell: 'MBG', is: false },
    };
    return { cells, truth, secrets: toSecrets(child), child, weightG, heightMm };
  },
  faults: {
    ...faultsOf(eppgbm, '.', 'ymd'),
    'D18 neither yes nor no': refused('KIA', ['D18'], { gone: ['buku-kia'], loud: true }, (_row, random) =>
      random.pick(['mungkin', 'hilang', 'kadang', '?']),
    ),
    'unknown code': refused('KPSP', ['kode-tidak-dikenal'], { gone: ['kpsp'], loud: true }, (_row, random) =>
      random.pick(['X', 'baik sekali']),
    ),
    'unknown place': (_row, random) => ({
      cells: { Posyandu: random.pick(['KENARI 99', 'TIDAK ADA']) },
      reported: [{ cell: undefined, codes: ['tempat-tidak-dikenal'], loud: true }],
      quarantined: true,
    }),
    'D27 status of the sender': (row, random) => ({
      // Ours is computed from these: they have to stay as they are.
      cells: {
        ...Object.fromEntries(['Tgl Lahir', 'JK', 'Berat', 'Tinggi'].map((cell) => [cell, row.cells[cell] ?? ''])),
        'BB/U': random.pick(['Sangat Kurang', 'BB Sangat Kurang']),
        'ZS BB/U': '-3.5',
      },
      reported: [{ cell: undefined, codes: ['D27'], loud: true }],
    }),
    'D30 thirty kilograms at birth': (_row, random) => ({
      cells: { 'BB Lahir': random.pick(['30.00', '31', '25']) },
      reported: [{ cell: undefined, codes: ['D30'], loud: true }],
      quarantined: true,
    }),
  },
};

function measureNext(random: SeededRandom, index: number) {
  const child = inventNext(random, index);
  return { child, ...measureChild(random, child, asOf) };
}

function toPersonCells(names: Names, child: InventedChild, born: string): Readonly<Record<string, string>> {
  return { [names.nik]: child.nik, [names.name]: child.name, [names.born]: born, [names.sex]: child.sex };
}

function toTruth(names: Names, weightG: number, heightMm: number): CleanRow['truth'] {
  return { 'berat-badan': { cell: names.weight, is: weightG }, 'tinggi-badan': { cell: names.height, is: heightMm } };
}

function toSecrets(child: InventedChild): readonly string[] {
  return [child.name, child.mother, child.father, child.nik, child.motherNik, child.nik.slice(0, 12)];
}
