import { byteOrderMark, toDelimitedLine } from '../../src/ingest/write-delimited.ts';
import { inventChild, type InventedChild } from '../../test/generate/invent-child.ts';
import { measureChild } from '../../test/generate/measure-child.ts';
import { createSeededRandom, type SeededRandom } from '../../test/generate/seeded-random.ts';
import { kenangaColumns } from '../../test/generate/write-cells.ts';
import { toIhs, type LoadFile, type MixedLoad, type TruthVisit } from '../crash/load.ts';

/** One visit of one child, and the files that say it: the same facts in other bytes. */
export interface RaceKey {
  readonly visit: string;
  readonly files: readonly [LoadFile, ...LoadFile[]];
}

/** All keys of a race, with the truth about them as the crash test's checks want it. */
export interface RaceLoad extends MixedLoad {
  readonly keys: readonly RaceKey[];
}

const day = '2025-08-12';
const placeCount = 8;
/** So many children in a hundred have no NIK: they are known by name, mother and birth date, where inventing one twice is easiest. */
const withoutNik = 10;

/** Invents one-row lists about so many children. Same arguments, same bytes. */
export function inventRace(count: number, seed: number): RaceLoad {
  const random = createSeededRandom(seed);
  const places = Array.from({ length: placeCount }, (_, index) => ({
    ...{ code: `posyandu-uji-${index + 1}`, name: `Posyandu Melati ${index + 1}`, kelurahan: `Kelurahan Uji ${index + 1}`, waves: [] },
  }));
  const before: InventedChild[] = [];
  const visits = new Map<string, TruthVisit>();
  const keys = Array.from({ length: count }, (_, index): RaceKey => {
    const place = places[index % placeCount] ?? { code: '', name: '' };
    const child = inventRacer(random, before);
    const { weightG, heightMm } = measureChild(random, child, day);
    const visit = `${child.key}|${day}`;
    visits.set(visit, { key: visit, place: place.code, child, date: day, weightG, heightMm, arrives: child.fault === 'none' });
    return { visit, files: toFiles(visit, place.name, toCells(child, weightG, heightMm)) };
  });
  const people = [...visits.values()].map(({ child }) => toPersonLine(child)).join('');
  return { keys, places, visits, people, rows: count };
}

function inventRacer(random: SeededRandom, before: InventedChild[]): InventedChild {
  const wanted = random.chance(withoutNik) ? 'absent' : 'none';
  for (;;) {
    const child = inventChild(random, before, '2025-08-04');
    before.push(child);
    if (child.fault === wanted) return child;
  }
}

function toPersonLine(child: InventedChild): string {
  return `${JSON.stringify({ nik: child.nik, nama: child.name, lahir: child.birthDate, jk: child.sex, ihs: toIhs(child) })}\n`;
}

function toCells(child: InventedChild, weightG: number, heightMm: number): readonly string[] {
  const nik = child.fault === 'none' ? child.nik : '';
  const who = ['1', nik, child.name, child.birthDate, child.sex, child.mother, child.father, String(child.rt), String(child.rw)];
  return [...who, day, String(weightG / 1000), String(heightMm / 10), '', ''];
}

/** As it came from one computer, with another title, with another delimiter, and with the line ends of another system. */
function toFiles(visit: string, placeName: string, cells: readonly string[]): RaceKey['files'] {
  const title = (words: string): readonly string[] =>
    kenangaColumns.map((_, column) => (column === 0 ? `${words} ${placeName.toUpperCase()} - AGUSTUS 2025` : ''));
  const write = (words: string, delimiter: ';' | ','): string =>
    byteOrderMark + [title(words), kenangaColumns, cells].map((line) => toDelimitedLine(line, { delimiter })).join('');
  const first = write('DAFTAR BALITA', ';');
  const others = [write('DAFTAR PENIMBANGAN BALITA', ';'), write('DAFTAR BALITA', ','), first.replaceAll('\r\n', '\n')];
  const toFile = (content: string, index: number): LoadFile => ({
    ...{ name: `${visit.replace('|', '-')}-${index}`, source: 'posyandu-kenanga', content },
    lines: new Map([[3, visit]]),
  });
  return [toFile(first, 0), ...others.map((content, index) => toFile(content, index + 1))];
}
