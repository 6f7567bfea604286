import { Type, type Static } from '@sinclair/typebox';
import type { Request } from 'express';
import type { QueueFilter } from '../deliveries.ts';
import { createCheck, type Expected } from './check-request.ts';

const some = { minItems: 1, maxItems: 1000 };
const code = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9-]{0,59}$' });
const state = Type.Union([Type.Literal('waiting'), Type.Literal('held'), Type.Literal('parked'), Type.Literal('partial')]);
const lists = {
  states: Type.Optional(Type.Array(state, some)),
  reasons: Type.Optional(Type.Array(code, some)),
  ids: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 100 }), some)),
};
const singles = {
  platform: Type.Optional(code),
  rule: Type.Optional(code),
  place: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  from: Type.Optional(Type.String({ format: 'tanggal' })),
  to: Type.Optional(Type.String({ format: 'tanggal' })),
};

const day = ['tanggal yang ada, TTTT-BB-HH', 'a day of the calendar, YYYY-MM-DD'] as const;
const reasonWords = ['kode alasan seperti tanpa-nik, paling banyak 1000', 'codes of reasons such as tanpa-nik, at most 1000'] as const;
const stateWords = ['waiting, held, parked atau partial', 'waiting, held, parked or partial'] as const;
const idWords = ['nomor kunjungan, orang atau tempat, paling banyak 1000', 'ids of visits, people or places, at most 1000'] as const;
const common: Expected = {
  platform: ['nama platform', 'the name of a platform'],
  rule: ['nomor aturan platform', "the number of a platform's rule"],
  place: ['kode tempat di jejaring', 'the code of a place in jejaring'],
  from: day,
  to: day,
};

/** Checks a filter as it stands in a body. */
export const checkFilter = createCheck(Type.Object({ ...singles, ...lists }, { additionalProperties: false }), {
  ...common,
  ...{ states: stateWords, reasons: reasonWords, ids: idWords },
});

const flag = Type.Optional(Type.String({ pattern: '^(|true|1|false|0)$' }));

/** Checks what a redrive says in its address: `?dry-run`. */
export const checkRedriveQuery = createCheck(Type.Object({ 'dry-run': flag }, { additionalProperties: false }), {
  'dry-run': ['kosong, true atau false', 'empty, true or false'],
});

const groupsType = Type.Object({ ...singles, state: lists.states, reason: lists.reasons, id: lists.ids }, { additionalProperties: false });
const itemsType = Type.Object(
  {
    ...groupsType.properties,
    reason: Type.Array(code, some),
    after: Type.Optional(Type.String({ maxLength: 120 })),
    limit: Type.Optional(Type.String({ pattern: '^([1-9]\\d?|[1-4]\\d\\d|500)$' })),
  },
  { additionalProperties: false },
);
const expectedQuery: Expected = { ...common, state: stateWords, reason: reasonWords, id: idWords };

const checkGroups = createCheck(groupsType, expectedQuery);
const checkItems = createCheck(itemsType, {
  ...expectedQuery,
  after: ['nilai next dari halaman sebelumnya', 'the value next of the page before'],
  limit: ['1 sampai 500', '1 to 500'],
});

/** The filter of an address: lists stand with commas, or a name is said again. */
export function readGroupsQuery(request: Request): QueueFilter {
  return toFilter(checkGroups(toLists(request.query)));
}

/** The filter of an address with where the page begins and how long it is. */
export function readItemsQuery(request: Request): { readonly filter: QueueFilter; readonly after?: string; readonly limit: number } {
  const { after, limit = '100', ...rest } = checkItems(toLists(request.query));
  return { filter: toFilter(rest), limit: Number(limit), ...(after === undefined ? {} : { after }) };
}

function toLists(given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const listed = ['state', 'reason', 'id'].flatMap((name) => {
    const value = given[name];
    return value === undefined
      ? []
      : [[name, [value].flat().flatMap((text) => (typeof text === 'string' ? text.split(',') : [text]))] as const];
  });
  return { ...given, ...Object.fromEntries(listed) };
}

function toFilter({ state: stated, reason: reasoned, id: named, ...rest }: Static<typeof groupsType>): QueueFilter {
  return {
    ...rest,
    ...(stated === undefined ? {} : { states: stated }),
    ...(reasoned === undefined ? {} : { reasons: reasoned }),
    ...(named === undefined ? {} : { ids: named }),
  };
}
