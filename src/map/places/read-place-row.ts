import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { Place, PlaceKind, Responsible } from '../place.ts';
import { readClock, readZone } from './local-time.ts';
import type { RegisterRow } from './read-register.ts';
import type { RowReader } from './row-reader.ts';
import { createRowReader, toFilled } from './row-reader.ts';

const kinds: readonly PlaceKind[] = ['puskesmas', 'pustu', 'posyandu', 'labkesmas', 'sekolah', 'tpmb', 'klinik', 'poli'];
const modes = ['uji', 'nyata'] as const;
const responsibleColumns = ['nakes-name', 'nakes-nik', 'nakes-ihs', 'nakes-from', 'nakes-to'];

/** Reads the columns of a place itself from its first line. */
export function readPlaceRow(row: RegisterRow, file: string): Checked<Place> {
  const reader = createRowReader(row, file);
  const place = toPlace(reader);
  return reader.issues.length > 0 ? toFailed(...reader.issues) : toPassed(place);
}

function toPlace(reader: RowReader): Place {
  const code = reader.required('code');
  reader.matching('code', /^[A-Za-z0-9][A-Za-z0-9.-]*$/, [
    'kode hanya huruf, angka, titik, dan tanda hubung.',
    'a code holds letters, digits, dots and hyphens only.',
  ]);
  reader.required('kind');
  return {
    code,
    kind: reader.oneOf('kind', kinds) ?? 'posyandu',
    name: reader.required('name'),
    aliases: (reader.text('aliases') ?? '')
      .split('|')
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ''),
    zone: readZoneCell(reader),
    ...readHours(reader),
    ...readPosyanduDay(reader),
    ...readWhere(reader),
    ...toFilled({
      parent: reader.text('parent'),
      kelurahan: reader.text('kelurahan'),
      organization: reader.text('organization'),
      location: reader.text('location'),
    }),
    ...readPeriod(reader, 'from', 'to'),
    responsible: [],
    mode: reader.oneOf('mode', modes) ?? 'uji',
  };
}

function readZoneCell(reader: RowReader): string {
  const cell = reader.required('zone');
  const zone = readZone(cell);
  if (cell !== '' && zone === undefined) {
    const known = 'WIB, WITA, WIT, Asia/Jakarta, Asia/Pontianak, Asia/Makassar, Asia/Jayapura';
    reader.fault('zone', [`diharapkan zona waktu Indonesia: ${known}.`, `expected an Indonesian time zone: ${known}.`]);
  }
  return zone ?? '';
}

function readHours(reader: RowReader): Pick<Place, 'openFrom' | 'openTo'> {
  const hours = { openFrom: reader.clock('open-from'), openTo: reader.clock('open-to') };
  const [from, to] = [readClock(hours.openFrom), readClock(hours.openTo)];
  if (from !== undefined && to !== undefined && from >= to) {
    reader.fault('open-to', ['jam tutup harus sesudah jam buka (open-from).', 'the closing time must be later than open-from.']);
  }
  return hours;
}

/** Where the place lies: both coordinates or none. */
function readWhere(reader: RowReader): Pick<Place, 'area' | 'position'> {
  const area = reader.matching('area', /^(\d{2}|\d{4}|\d{6}|\d{10})$/, [
    'diharapkan kode wilayah Kemendagri tanpa titik, 2, 4, 6 atau 10 angka.',
    "expected Kemendagri's code without dots, 2, 4, 6 or 10 digits.",
  ]);
  return { ...toFilled({ area }), ...readPosition(reader) };
}

const degreeWords = [
  'diharapkan derajat desimal dengan titik, mis. -1.2379.',
  'expected decimal degrees with a point, e.g. -1.2379.',
] as const;

function readPosition(reader: RowReader): Pick<Place, 'position'> {
  const degrees = (column: string): string | undefined => reader.matching(column, /^-?\d{1,3}(\.\d{1,15})?$/, degreeWords);
  const [latitude, longitude] = [degrees('latitude'), degrees('longitude')];
  if (latitude === undefined || longitude === undefined) {
    if (latitude !== longitude)
      reader.fault('latitude', ['isi latitude dan longitude, atau tidak keduanya.', 'fill in latitude and longitude, or neither.']);
    return {};
  }
  const position = { latitude: Number(latitude), longitude: Number(longitude) };
  if (Math.abs(position.latitude) > 90 || Math.abs(position.longitude) > 180) reader.fault('latitude', degreeWords);
  return { position };
}

function readPosyanduDay(reader: RowReader): Pick<Place, 'posyanduDay'> {
  const words = [
    'diharapkan tanggal buka tiap bulan, angka 1 sampai 31.',
    'expected the day of the month, a number from 1 to 31.',
  ] as const;
  const day = reader.matching('posyandu-day', /^([1-9]|[12]\d|3[01])$/, words);
  return day === undefined ? {} : { posyanduDay: Number(day) };
}

/** Reads a period; the last day belongs to it. */
export function readPeriod(reader: RowReader, fromColumn: string, toColumn: string): { readonly from?: string; readonly to?: string } {
  const [from, to] = [reader.date(fromColumn), reader.date(toColumn)];
  if (from !== undefined && to !== undefined && from > to) {
    reader.fault(toColumn, [`tanggal ini harus sesudah ${fromColumn}.`, `this date must not be before ${fromColumn}.`]);
  }
  return toFilled({ from, to });
}

/** Reads who answers for the place in the period of this line; nothing where no nakes is named. */
export function readResponsibleRow(row: RegisterRow, file: string): Checked<Responsible | undefined> {
  if (responsibleColumns.every((column) => row.cell(column) === '')) return toPassed(undefined);
  const reader = createRowReader(row, file);
  const numbers = toFilled({
    nik: reader.matching('nakes-nik', /^\d{16}$/, [
      'NIK harus 16 angka; di Excel jadikan sel ini teks.',
      'a NIK has 16 digits; make the cell text in Excel.',
    ]),
    ihs: reader.text('nakes-ihs'),
  });
  const responsible = { name: reader.required('nakes-name'), ...numbers, ...readPeriod(reader, 'nakes-from', 'nakes-to') };
  if (reader.issues.length === 0 && Object.keys(numbers).length === 0) {
    reader.fault('nakes-nik', ['isi NIK atau nomor IHS nakes ini.', "fill in this nakes's NIK or IHS number."]);
  }
  return reader.issues.length > 0 ? toFailed(...reader.issues) : toPassed(responsible);
}
