import { describe, expect, test } from '@jest/globals';
import { readProgrammeFiles } from '../../src/ingest/programme-files.ts';
import { compileProgramme } from '../../src/map/compile-programme.ts';
import { findCode } from '../../src/map/conversions/code-list.ts';
import { packageRoot } from '../../src/root.ts';

const compiled = compileProgramme(await readProgrammeFiles(packageRoot));
if (!compiled.ok) throw new Error(compiled.issues.map(({ text }) => text).join('\n'));
const { codeLists } = compiled.value;

function find(list: string, word: string): string | undefined {
  const words = codeLists.get(list);
  if (words === undefined) throw new Error(`There is no list ${list}`);
  return findCode(words, word);
}

const words: readonly (readonly [list: string, word: string, code: string])[] = [
  ['vaksin', 'HB-0', 'HB0'],
  ['vaksin', 'HB O Inject', 'HB0'],
  ['vaksin', 'Hepatitis B 0', 'HB0'],
  ['vaksin', 'Polio 1', 'OPV1'],
  ['vaksin', 'Polio IV', 'OPV4'],
  ['vaksin', 'bOPV 2', 'OPV2'],
  ['vaksin', 'Polio Tetes 3 (OPV 3)', 'OPV3'],
  ['vaksin', 'Polio Suntik 2', 'IPV2'],
  ['vaksin', 'IPV', 'IPV1'],
  ['vaksin', 'DPT/HIB 1', 'DPT-HB-Hib1'],
  ['vaksin', 'Pentabio 3', 'DPT-HB-Hib3'],
  ['vaksin', 'DPT Booster', 'DPT-HB-Hib4'],
  ['vaksin', 'Rotarix 1', 'RV1'],
  ['vaksin', 'Campak MR', 'MR1'],
  ['vaksin', 'Campak Rubela 2', 'MR2'],
  ['vaksin', 'campak lanjutan', 'MR2'],
  ['vaksin-td', 'TT 2 BUMIL', 'T2'],
  ['vaksin-td', 'Td1', 'T1'],
  ['status-tetanus', 'TT5', 'T5'],
  ['jenis-kelamin', 'Prempuan', 'P'],
  ['jenis-kelamin', 'LK', 'L'],
  ['ya-tidak', '✔', 'ya'],
  ['ya-tidak', 'Belum', 'tidak'],
  ['cara-persalinan', 'Partus spontan', 'normal'],
  ['cara-persalinan', 'S.C.', 'sesar'],
  ['tempat-persalinan', 'RSUD', 'rs-pemerintah'],
  ['tempat-persalinan', 'Praktek Bidan', 'bidan-mandiri'],
  ['penolong-persalinan', 'dr. SpOG', 'dokter-spesialis'],
  ['penolong-persalinan', 'Paraji', 'dukun'],
  ['presentasi-janin', 'Let Kep', 'kepala'],
  ['presentasi-janin', 'Letak sungsang', 'bokong'],
  ['golongan-darah', 'AB+', 'AB'],
  ['rhesus', 'Rh+', 'positif'],
  ['protein-urin', '-', 'negatif'],
  ['protein-urin', '++', '+2'],
  ['protein-urin', '(+)', 'positif'],
  ['hasil-reaktif', 'Non Reaktif', 'non-reaktif'],
  ['kunjungan-nifas', 'KF III', 'KF3'],
  ['kunjungan-neonatal', 'KN-1', 'KN1'],
  ['kunjungan-kehamilan', 'K1 Murni', 'K1-murni'],
  ['kontrasepsi', 'Susuk KB', 'implan'],
  ['kontrasepsi', 'AKDR', 'iud'],
  ['keteraturan', 'kadang', 'kadang'],
  ['topik-edukasi', 'KB pasca salin', 'kb'],
  ['obat-ibu-anak', 'TTD', 'ferrous-fumarate-60-asam-folat'],
  ['diagnosis-ibu-anak', 'o99.0', 'O99.0'],
  ['normal-atau-tidak', 'DBN', 'normal'],
  ['normal-atau-tidak', 'tdk normal', 'tidak-normal'],
  ['trimester', 'III', '3'],
  ['trimester', 'TM II', '2'],
  ['target-kenaikan-berat-badan', '11.5 - 16 kg', '11,5-16'],
  ['warna-lokhia', 'Lochea serosa', 'serosa'],
  ['letak-kehamilan', 'Intra uterin', 'intrauterin'],
  ['penyakit-riwayat', 'TB paru', 'tbc'],
  ['hasil-deteksi-dini', 'Curiga gangguan', 'berisiko'],
];

describe('the words of forms', () => {
  test.each(words)('of %s: "%s" is %s', (list, word, code) => {
    expect(find(list, word)).toBe(code);
  });

  test.each([
    ['hasil-reaktif', 'NR'],
    ['hasil-reaktif', '-'],
    ['rhesus', '-'],
    ['rhesus', 'Rh'],
    ['rhesus', 'A'],
    ['golongan-darah', '-'],
    ['golongan-darah', '0'],
    ['protein-urin', '0'],
    ['protein-urin', '1'],
    ['vaksin', 'Polio'],
    ['vaksin', 'DPT'],
    ['vaksin-td', 'TT'],
    ['jenis-kelamin', '1'],
    ['obat-ibu-anak', 'Albendazole'],
  ])('of %s: "%s" decides nothing by itself', (list, word) => {
    expect(find(list, word)).toBeUndefined();
  });
});
