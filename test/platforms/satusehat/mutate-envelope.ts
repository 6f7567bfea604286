import type { Answer } from '../../../src/platforms/answer.ts';
import { failures, oddities } from './some-envelopes.ts';

export type Random = () => number;

/** Numbers from 0 to 1 that a seed gives again in the same order (mulberry32). */
export function toRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const resource = (type: string): object => ({
  resourceType: type,
  id: 'id-1',
  status: 'active',
  identifier: [{ system: 's', value: 'v' }],
});
const responses = ['Encounter', 'Observation', 'Condition'].map((resourceType, index) => ({
  response: {
    status: '201 Created',
    resourceType,
    resourceID: `id-${String(index)}`,
    location: `https://x/v1/${resourceType}/id-${String(index)}/_history/1`,
  },
}));
const successes = [
  resource('Encounter'),
  resource('EpisodeOfCare'),
  resource('Patient'),
  { resourceType: 'Bundle', type: 'transaction-response', entry: responses },
  ...['Encounter', 'EpisodeOfCare', 'Patient', 'Practitioner', 'Condition', 'Location'].map((type) => ({
    ...{ resourceType: 'Bundle', type: 'searchset', total: 1 },
    entry: [{ resource: { ...resource(type), name: [{ text: 'Kanariawati Sembunyi' }], subject: { reference: 'Patient/P1' } } }],
  })),
];
const bodies: readonly { readonly status: number; readonly json: string }[] = [
  ...[...failures, ...oddities].map(({ status, body }) => ({ status, json: JSON.stringify(body) })),
  ...successes.flatMap((body) => [200, 201].map((status) => ({ status, json: JSON.stringify(body) }))),
];

/** Deeper than any function that calls itself can follow. */
const deep: unknown = JSON.parse(`${'{"issue":[{"entry":'.repeat(5000)}1${'}]}'.repeat(5000)}`);

const strange: readonly (() => unknown)[] = [
  ...[null, undefined, true, false, 0, -1, 1e308, Number.NaN, Infinity, '', ' ', '\ud800', '\u0000', [], {}, [[]]].map(
    (value) => () => value,
  ),
  () => deep,
  () => '6472990101010001',
  () => 'Kanariawati Sembunyi',
  () => 'Kanariawati',
  () => 'Patient.name.Kanariawati',
  () => "Code not found: 'Kanariawati' in system: x (RuleNumber: 6472990101010001)",
  () => 'Bundle.entry[999999999999]',
  () => 'Bundle.entry[1].resource.code',
  () => 'Found duplicate: Kanariawati (RuleNumber: 20002)',
  () => '9'.repeat(4000),
  () => JSON.parse('{"__proto__":{"resourceType":"Bundle","id":"x"},"constructor":{"prototype":1}}') as unknown,
  () => ({ resourceType: 'Kanariawati' }),
  () => 'Rule '.repeat(500),
  () => Array.from({ length: 300 }, () => ({ code: 'duplicate', details: { text: 'Kanariawati' }, expression: ['Patient.kanariawati'] })),
];
const keys = [
  'issue',
  'entry',
  'resource',
  'response',
  'id',
  'code',
  'details',
  'text',
  'expression',
  'metadata',
  'error',
  'status_code',
  'type',
  'total',
  'link',
];
const statuses = [
  200,
  200,
  200,
  201,
  202,
  204,
  206,
  100,
  101,
  0,
  -1,
  301,
  302,
  303,
  304,
  307,
  400,
  400,
  401,
  403,
  404,
  405,
  408,
  409,
  410,
  412,
  413,
  415,
  422,
  423,
  425,
  429,
  431,
  500,
  501,
  502,
  503,
  504,
  511,
  599,
  600,
  999,
  200.5,
  1e9,
  Number.NaN,
];
const headers: readonly (readonly [string, unknown])[] = [
  ...(['7', '-1', 'NaN', '1e309', '99999999999999999999', '', 'Tue, 12 Aug 9999 03:02:00 GMT', '\ud800', 'Kanariawati'] as const).map(
    (value) => ['retry-after', value] as const,
  ),
  ...[
    ['retry-after', 7],
    ['retry-after', null],
    ['content-type', 'text/html'],
    ['content-type', '\u0000'],
    ['content-type', null],
  ].map(([name, value]) => [String(name), value] as const),
  ['date', 'Tue, 12 Aug 2025 03:00:00 GMT'],
  ['__proto__', 'x'],
];

function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** An answer that begins as one that is known and goes wrong in up to four places: shape, types, depth, length, status or headers. */
export function mutate(random: Random): Answer {
  const from = pick(bodies, random);
  const status = random() < 0.6 ? from.status : pick(statuses, random);
  const given = random() < 0.7 ? {} : Object.fromEntries([pick(headers, random), pick(headers, random)]);
  return { status, headers: given as Readonly<Record<string, string>>, body: mutateBody(from.json, random) };
}

function mutateBody(json: string, random: Random): unknown {
  const chance = random();
  if (chance < 0.05) return json.slice(0, Math.floor(random() * json.length));
  if (chance < 0.1) return pick(strange, random)();
  if (chance < 0.12) return ` <html>${json}</html>`;
  const holder = { body: JSON.parse(json) as unknown };
  for (let change = Math.floor(random() * 5); change > 0; change -= 1) mutateOnce(holder, random);
  return holder.body;
}

/** Walks down at random and changes what it finds there. */
function mutateOnce(holder: object, random: Random): void {
  let at = holder as Record<string, unknown>;
  for (let depth = 0; depth < 8; depth += 1) {
    const names = Object.keys(at).slice(0, 50);
    const name = names.length === 0 ? pick(keys, random) : pick(names, random);
    const below = at[name];
    if (typeof below === 'object' && below !== null && below !== deep && random() < 0.75) at = below as Record<string, unknown>;
    else {
      changeAt(at, name, random);
      return;
    }
  }
}

function changeAt(at: Record<string, unknown>, name: string, random: Random): void {
  const chance = random();
  if (chance < 0.2) Reflect.deleteProperty(at, name);
  else if (chance < 0.3) at[name] = [at[name], at[name]];
  else if (chance < 0.4) at[pick(keys, random)] = at[name];
  else if (chance < 0.45 && typeof at[name] === 'string') at[name] = at[name].slice(0, Math.floor(random() * at[name].length));
  else at[name] = pick(strange, random)();
}
