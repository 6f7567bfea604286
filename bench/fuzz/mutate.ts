import type { Random } from './random.ts';

type Holder = Record<string | number, unknown>;

/** A place in a JSON value: the object or list that holds it, and its key there. */
interface Place {
  readonly holder: Holder;
  readonly key: string | number;
}

/** Values that are often the difference between sound and unsound. */
export const spices: readonly unknown[] = [
  ...[
    '',
    ' ',
    'x y',
    'a'.repeat(300),
    '\ud800',
    '\udfff\ud800',
    '\u0000',
    '\u202e',
    '😀',
    '1',
    'true',
    'null',
    '#',
    '#a',
    '#/',
    '../..',
    '%',
  ],
  ...['2026-02-30', '2026-02', '0000', '2026-08-01T09:00:00', '2026-08-01T24:00:00Z', '9999-12-31T23:59:60Z', '09:00', '-1', '1e400'],
  ...['Patient/1', 'Patient/1/_history/2', 'Orang/1', 'http://x/Patient/1', 'urn:uuid:0a3b5c1e-1111-4222-8333-444455556666', 'urn:oid:1'],
  ...[
    'http://unitsofmeasure.org',
    'http://loinc.org',
    'http://snomed.info/sct',
    'mm[Hg]',
    'kg/m2',
    '29463-7',
    '29463-8',
    '73211009',
    'A00',
  ],
  ...[
    'https://titian.dev/fhir/ilp/x',
    'https://titian.dev/fhir/ilp/StructureDefinition/patient-nik',
    '=SUM(1)',
    '${1}',
    '<b>x</b>',
    '<script>',
  ],
  ...[0, -0, 1, -1, 1.5, 1e21, 1e308, 2 ** 53, 2 ** 31, true, false, null, [], {}, [[]], [null], [{}], { a: 1 }],
  ...[{ resourceType: 'Patient' }, { reference: '#' }, { extension: [{ url: 'http://x', valueCode: 'a' }] }, { extension: [{}] }],
  ...[{ coding: [{ system: 'http://loinc.org', code: '1-1' }] }, { value: 1, code: 'kg', system: 'http://unitsofmeasure.org' }],
];

const names = ['id', 'extension', 'modifierExtension', 'contained', 'resourceType', 'value', 'valueString', 'status', '_status', 'code'];
const strangeNames = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'length', '', 'a b', '0', 'fhir_comments', 'ñ', '😀'];
const allNames = [...names, ...strangeNames];

/** Changes a JSON value in one place; the value is changed itself. */
export function mutate(root: unknown, random: Random): void {
  const places = findPlaces(root);
  if (places.length === 0) return;
  random.pick(changes)(random.pick(places), random, places);
}

const changes: readonly ((place: Place, random: Random, places: readonly Place[]) => void)[] = [
  remove,
  remove,
  (place, random) => {
    place.holder[place.key] = structuredClone(random.pick(spices));
  },
  (place, random) => {
    place.holder[place.key] = structuredClone(random.pick(spices));
  },
  (place) => {
    place.holder[place.key] = [place.holder[place.key]];
  },
  (place) => {
    const value = place.holder[place.key];
    if (Array.isArray(value)) value.push(...(structuredClone(value) as unknown[]));
  },
  (place, random) => {
    if (isHolder(place.holder[place.key]))
      define(place.holder[place.key] as Holder, random.pick(allNames), structuredClone(random.pick(spices)));
  },
  (place, random, places) => {
    const other = random.pick(places);
    place.holder[place.key] = structuredClone(other.holder[other.key]);
  },
  (place) => {
    const value = place.holder[place.key];
    if (typeof value === 'string') place.holder[place.key] = `${value.slice(1)}${value.slice(0, 1)}`;
  },
  (place, random) => {
    const value = place.holder[place.key];
    if (typeof value === 'string') place.holder[place.key] = value + String(random.pick(spices));
  },
  (place) => {
    const value = place.holder[place.key];
    if (typeof place.key === 'string' && !place.key.startsWith('_')) place.holder[`_${place.key}`] = { id: 'a', extension: [value] };
  },
];

function remove({ holder, key }: Place): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
}

/** As JSON.parse does: `__proto__` is a name like any other. */
function define(holder: Holder, name: string, value: unknown): void {
  if (Array.isArray(holder)) return;
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}

function isHolder(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function findPlaces(root: unknown): readonly Place[] {
  const places: Place[] = [];
  const open: unknown[] = [root];
  for (let next = open.pop(); next !== undefined && places.length < 500; next = open.pop()) {
    if (!isHolder(next)) continue;
    const holder = next as Holder;
    for (const name of Object.keys(holder)) {
      const key = Array.isArray(holder) ? Number(name) : name;
      places.push({ holder, key });
      if (isHolder(holder[key])) open.push(holder[key]);
    }
  }
  return places;
}

/** Changes JSON text without heed of its grammar. */
export function mutateText(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  const end = Math.min(text.length, at + 1 + random.below(8));
  switch (random.below(6)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, at);
    case 2:
      return (
        text.slice(0, at) +
        random.pick(['"', '{', '}', '[', ']', ',', ':', '\\', '//', '/*', '\u0000', '\n', '1.0', 'e', '-']) +
        text.slice(at)
      );
    case 3:
      return text.slice(0, end) + text.slice(at);
    case 4:
      return text.replace('{', '{"id":"a","id":"b",');
    default:
      return `\uFEFF${text}`;
  }
}
