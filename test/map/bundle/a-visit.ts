import { createHash } from 'node:crypto';
import { readProgrammeFiles } from '../../../src/ingest/programme-files.ts';
import type { BundleInput } from '../../../src/map/bundle/bundle-input.ts';
import { compileProgramme } from '../../../src/map/compile-programme.ts';
import type { ElementDefinition, ElementTable } from '../../../src/map/element-definition.ts';
import type { Place } from '../../../src/map/place.ts';
import type { Element, Person, Visit } from '../../../src/map/visit.ts';
import { packageRoot } from '../../../src/root.ts';

/** The elements of the programme as they are shipped. */
export const shipped: ElementTable = await readElements();

/** A posyandu of nowhere. */
export const sawo: Place = {
  code: 'posyandu-sawo',
  kind: 'posyandu',
  name: 'Posyandu Sawo',
  aliases: [],
  zone: 'Asia/Makassar',
  openFrom: '08:00',
  openTo: '12:00',
  responsible: [],
  mode: 'uji',
};

/** Two years old, with a NIK of his own. */
export const danu: Person = {
  id: '3d3d9f6e-64f0-4f9e-8e7c-5e0b9b1c2a01',
  nik: '6472990706230001',
  name: 'Danu Prasetya',
  nameIsOfficial: true,
  birthDate: '2023-06-07',
  sex: 'L',
};

/** Two months old, known by her mother's NIK, without a name yet. */
export const laras: Person = {
  id: '3d3d9f6e-64f0-4f9e-8e7c-5e0b9b1c2a02',
  nikIbu: '6472995203960002',
  nikFault: 'tanpa-nik',
  name: 'By. Ny. Laras',
  nameIsOfficial: false,
  birthDate: '2025-06-10',
  sex: 'P',
};

/** Laras in a register that forgot her birth date. */
export const larasUndated: Person = { id: laras.id, nikIbu: '6472995203960002', name: laras.name, nameIsOfficial: false, sex: 'P' };

/** Just moved here; neither his NIK nor his mother's is known. */
export const tegar: Person = {
  id: '3d3d9f6e-64f0-4f9e-8e7c-5e0b9b1c2a03',
  nikFault: 'tanpa-nik',
  name: 'Tegar Wijaya',
  nameIsOfficial: true,
};

/** What a test cares about; the rest is an ordinary posyandu day. */
export interface Given {
  readonly elements?: readonly Element[];
  readonly person?: Person;
  readonly visit?: Partial<Visit>;
  readonly place?: Place;
  readonly estimated?: boolean;
  readonly table?: ElementTable;
}

/** The input of a Bundle. Ids are readable stand-ins for keyed hashes. */
export function aVisit({
  elements = [aWeight(11400)],
  person = danu,
  visit,
  place = sawo,
  estimated = true,
  table = shipped,
}: Given = {}): BundleInput {
  return {
    visit: {
      id: 'a2f0c7de-11aa-4b1c-9d0a-5f0e8a7b6c01',
      person: person.id,
      date: '2025-08-12',
      dateEstimated: false,
      place: place.code,
      service: 'posyandu-balita',
      recorder: 'kader',
      verified: false,
      elements,
      reported: {},
      lifeStage: 'balita',
      ...visit,
    },
    person,
    place,
    elements: table,
    environment: 'simulasi',
    hours: { start: '2025-08-12T00:00:00+00:00', end: '2025-08-12T04:00:00+00:00', estimated },
    idOf: (element, ordinal) =>
      `00000000-0000-5000-8000-${createHash('sha256')
        .update(`${element}${String(ordinal)}`)
        .digest('hex')
        .slice(0, 12)}`,
  };
}

/** An element with a number, in the smallest unit of its key. */
export function aQuantity(key: string, int: number, ordinal = 1): Element {
  return { key, ordinal, value: { kind: 'quantity', int, written: String(int) }, cell: key };
}

/** A weight in grams. */
export function aWeight(grams: number, ordinal = 1): Element {
  return aQuantity('berat-badan', grams, ordinal);
}

/** An element with a code. */
export function aCode(key: string, code: string, ordinal = 1): Element {
  return { key, ordinal, value: { kind: 'coded', code }, cell: key };
}

/** A table of invented elements, for shapes that the shipped one does not use yet. */
export function aTable(...definitions: readonly Partial<ElementDefinition>[]): ElementTable {
  const whole = definitions.map((each): ElementDefinition => ({
    key: 'unsur',
    title: 'Unsur rekaan',
    shape: 'quantity',
    repeats: false,
    kerahasiaan: 'umum',
    kirim: { satusehat: true },
    citation: 'invented for this test',
    ...each,
  }));
  return { version: 'test', elements: new Map(whole.map((each) => [each.key, each])) };
}

/** The elements of the programme as shipped, or with other settings. */
export async function readElements(settings?: string): Promise<ElementTable> {
  const files = await readProgrammeFiles(packageRoot);
  const chosen = files.map((file) => (settings !== undefined && file.path.endsWith('settings.yaml') ? { ...file, text: settings } : file));
  const programme = compileProgramme(chosen);
  if (!programme.ok) throw new Error(programme.issues.map(({ diagnostics }) => diagnostics).join('\n'));
  return programme.value.elements;
}
