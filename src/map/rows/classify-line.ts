import { cleanText, toComparable } from '../conversions/clean-text.ts';
import type { Column, Source } from '../source.ts';
import type { Header } from './match-header.ts';
import { matchHeader } from './match-header.ts';

/** What a physical line below the header is. */
export type LineKind = 'kosong' | 'jumlah' | 'kepala' | 'catatan' | 'data';

/** Tells data from blank lines, notes, total rows and headers that were repeated on every page (D23). */
export function classifyLine(cells: readonly string[], header: Header, source: Source): LineKind {
  const filled = cells.flatMap((cell, at) => (cleanText(cell) === '' ? [] : [{ cell, column: header.columns[at] }]));
  if (isTotal(filled, source)) return 'jumlah';
  if (filled.every(({ column }) => !isTelling(column))) {
    // Forms often have their running numbers printed already; words without a person are a signature or a note.
    return filled.some(({ cell }) => /\p{L}{2}/u.test(cell)) ? 'catatan' : 'kosong';
  }
  return isRepeatedHeader(cells, header, source) ? 'kepala' : 'data';
}

interface Filled {
  readonly cell: string;
  readonly column: Column | undefined;
}

/** True for columns that speak of a person, a day or a measurement; parents and addresses alone make no row. */
function isTelling(column: Column | undefined): boolean {
  return column?.targets.some((target) => tellingTargets.has(target) || !target.includes('.')) === true;
}

const tellingTargets = new Set(['person.nik', 'person.name', 'person.birthDate', 'person.localId', 'visit.date', 'visit.number']);

/** A total row begins with its word, and has no birth date of a person. */
function isTotal(filled: readonly Filled[], source: Source): boolean {
  const word = toComparable(filled[0]?.cell ?? '');
  if (!source.totals.some((total) => word === total || word.startsWith(`${total} `))) return false;
  return !filled.some(({ column }) => column?.targets.includes('person.birthDate') === true);
}

function isRepeatedHeader(cells: readonly string[], header: Header, source: Source): boolean {
  const again = matchHeader(cells, source);
  return again !== null && again.known * 2 > header.known;
}
