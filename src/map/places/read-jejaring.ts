import type { Checked } from '../../fhir/checked.ts';
import { toFailed, toPassed } from '../../fhir/checked.ts';
import type { Issue } from '../../fhir/issue.ts';
import { isBlocking } from '../../fhir/issue.ts';
import type { Place, Responsible } from '../place.ts';
import { checkNetwork } from './check-network.ts';
import type { LocatedPlace } from './check-network.ts';
import type { RegisterRow, RegisterShape } from './read-register.ts';
import { readRegister } from './read-register.ts';
import { readPlaceRow, readResponsibleRow } from './read-place-row.ts';
import { toSiteIssue } from './site-issue.ts';

const shape: RegisterShape = {
  file: 'jejaring.csv',
  columns: [
    ...[
      'code',
      'kind',
      'name',
      'aliases',
      'parent',
      'kelurahan',
      'zone',
      'open-from',
      'open-to',
      'posyandu-day',
      'organization',
      'location',
    ],
    ...['nakes-name', 'nakes-nik', 'nakes-ihs', 'nakes-from', 'nakes-to', 'from', 'to', 'mode', 'area', 'latitude', 'longitude'],
  ],
  required: ['code', 'kind', 'name', 'zone', 'open-from', 'open-to'],
};
const placeColumns = shape.columns.filter((column) => !column.startsWith('nakes-'));

/** Reads jejaring.csv, the register of places; several lines of one code are its periods of responsibility. */
export function readJejaring(text: string): Checked<ReadonlyMap<string, Place>> {
  const table = readRegister(text, shape);
  if (!table.ok) return table;
  const groups = toGroups(table.value);
  const read = [...groups].map(([code, rows]) => readPlace(code, rows));
  const placed = read.flatMap((result) => (result.ok ? [result.value] : []));
  const own = read.flatMap((result) => result.issues);
  const issues = [...own, ...(own.some(isBlocking) ? [] : checkNetwork(placed))];
  if (issues.some(isBlocking)) return toFailed(...issues);
  return toPassed(new Map(placed.map(({ place }) => [place.code, place])), issues);
}

function toGroups(rows: readonly RegisterRow[]): ReadonlyMap<string, readonly RegisterRow[]> {
  const groups = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    const group = groups.get(row.cell('code'));
    if (group === undefined) groups.set(row.cell('code'), [row]);
    else group.push(row);
  }
  return groups;
}

function readPlace(code: string, rows: readonly RegisterRow[]): Checked<LocatedPlace> {
  const [first, ...later] = rows;
  if (first === undefined) return toFailed();
  const place = readPlaceRow(first, shape.file);
  const periods = rows.map((row) => readResponsibleRow(row, shape.file));
  const issues = [
    ...place.issues,
    ...later.flatMap((row) => toContradictions(code, first, row)),
    ...periods.flatMap((period) => period.issues),
  ];
  if (!place.ok || issues.some(isBlocking)) return toFailed(...issues);
  const responsible = periods.flatMap((period) => (period.ok && period.value !== undefined ? [period.value] : []));
  const overlaps = toOverlaps(responsible, first.line);
  if (overlaps.some(isBlocking)) return toFailed(...overlaps);
  return toPassed({ line: first.line, place: { ...place.value, responsible } }, [...issues, ...overlaps]);
}

/** A later line of the same code may leave the place's columns blank, or repeat them; anything else is two places with one code. */
function toContradictions(code: string, first: RegisterRow, row: RegisterRow): readonly Issue[] {
  return placeColumns
    .filter((column) => row.cell(column) !== '' && row.cell(column) !== first.cell(column))
    .map((column) =>
      toSiteIssue(
        { file: shape.file, line: row.line, column },
        `kode ${code} sudah ada di baris ${first.line} dengan isi lain; kosongkan kolom ini, atau beri tempat ini kode sendiri.`,
        `the code ${code} stands in line ${first.line} with another value; leave this column blank, or give this place a code of its own.`,
      ),
    );
}

/** Two nakes at once: the one who began last answers; two who began on the same day cannot be told apart. */
function toOverlaps(responsible: readonly Responsible[], line: number): readonly Issue[] {
  const sorted = responsible.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return sorted.slice(1).flatMap((next, index) => {
    const before = sorted[index];
    if (before === undefined || (before.to ?? '9999') < (next.from ?? '')) return [];
    const same = before.from === next.from;
    const where = { file: shape.file, line, column: 'nakes-to' };
    if (same)
      return [
        toSiteIssue(
          where,
          'dua nakes mulai pada hari yang sama; isi nakes-from yang berbeda.',
          'two nakes begin on the same day; give different nakes-from.',
        ),
      ];
    const id = 'masa tugas dua nakes tumpang tindih; yang mulai paling akhir dipakai. Isi nakes-to dari yang lama.';
    return [toSiteIssue(where, id, 'two periods of duty overlap; the later one is taken. Fill nakes-to of the earlier one.', 'warning')];
  });
}
