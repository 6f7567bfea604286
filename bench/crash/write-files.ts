import { byteOrderMark, toDelimitedLine } from '../../src/ingest/write-delimited.ts';
import type { InventedChild } from '../../test/generate/invent-child.ts';
import type { Measurement } from '../../test/generate/measure-child.ts';
import { kenangaColumns } from '../../test/generate/write-cells.ts';
import type { LoadFile } from './load.ts';

/** A row of a weighing list without its number, and the key of its visit. */
export interface ListRow {
  readonly visit: string;
  readonly cells: readonly string[];
}

/** Writes a child-weighing list of a posyandu: title, header, rows, total. */
export function toListFile(name: string, placeName: string, rows: readonly ListRow[]): LoadFile {
  const blank = kenangaColumns.map(() => '');
  const data = rows.map(({ cells }, index) => [String(index + 1), ...cells]);
  const all = [blank.with(0, `DAFTAR BALITA ${placeName.toUpperCase()} - AGUSTUS 2025`), kenangaColumns, ...data];
  const total = blank.with(0, 'JUMLAH').with(2, String(rows.length));
  return {
    name,
    source: 'posyandu-kenanga',
    content: byteOrderMark + [...all, total].map((cells) => toDelimitedLine(cells, { delimiter: ';' })).join(''),
    lines: new Map(rows.map(({ visit }, index) => [index + 3, visit] as const)),
  };
}

/** A weighing as the ministry's system exports it. */
export interface ExportRow {
  readonly visit: string;
  readonly child: InventedChild;
  readonly date: string;
  readonly weightG: number;
  readonly heightMm: number;
}

const exportColumns =
  'No,NIK,Nama,JK,Tgl Lahir,BB Lahir,TB Lahir,Nama Ortu,Prov,Kab/Kota,Kec,Pukesmas,Desa/Kel,Posyandu,RT,RW,Alamat,Usia Saat Ukur,Tanggal Pengukuran,Berat,Tinggi,Cara Ukur,LiLA'.split(
    ',',
  );

/** Writes an export of e-PPGBM about children whose NIK it shows whole. */
export function toExportFile(
  name: string,
  place: { readonly name: string; readonly kelurahan: string },
  rows: readonly ExportRow[],
): LoadFile {
  const data = rows.map((row, index) => [String(index + 1), ...toExportCells(row, place)]);
  return {
    name,
    source: 'eppgbm',
    content: [exportColumns, ...data].map((cells) => toDelimitedLine(cells, { delimiter: ',' })).join(''),
    lines: new Map(rows.map(({ visit }, index) => [index + 2, visit] as const)),
  };
}

function toExportCells(
  { child, date, weightG, heightMm }: ExportRow,
  place: { readonly name: string; readonly kelurahan: string },
): readonly string[] {
  const parents = child.father === '' ? child.mother : `${child.father} / ${child.mother}`;
  const home = ['KALIMANTAN TIMUR', 'KOTA SAMARINDA', 'SAMARINDA UTARA', 'BENGKURING', place.kelurahan.toUpperCase()];
  return [
    ...[child.nik, child.name.toUpperCase(), child.sex, child.birthDate, '3.1', '49', parents, ...home],
    ...[place.name.replace('Posyandu ', '').toUpperCase(), String(child.rt), String(child.rw), '-', '-', date],
    ...[String(weightG / 1000), String(heightMm / 10), '-', '14'],
  ];
}

/** What a list cell keeps of a measurement: nothing where the writer made it implausible or left it out. */
export function toKept(
  measured: Measurement,
  row: { readonly weightKept: boolean; readonly heightKept: boolean },
): { readonly weightG: number | null; readonly heightMm: number | null } {
  return { weightG: row.weightKept ? measured.weightG : null, heightMm: row.heightKept ? measured.heightMm : null };
}
