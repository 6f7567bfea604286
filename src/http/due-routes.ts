import { Type } from '@sinclair/typebox';
import { Router, type Request } from 'express';
import { toGiven } from '../map/given.ts';
import type { DueDesk, DueQuestion } from '../report/dues/due-desk.ts';
import { createCheck } from './check-request.ts';
import { isSet, toAsker, unlessRefused, withLists } from './list-query.ts';
import { Refusal } from './refusal.ts';
import { holderOf, toMissingScope, type KeyHolder } from './require-key.ts';

const state = Type.Union([Type.Literal('akan-datang'), Type.Literal('jatuh-tempo'), Type.Literal('terlambat'), Type.Literal('terlewat')]);
const kind = Type.Union([Type.Literal('imunisasi'), Type.Literal('kontak')]);
const flag = Type.Optional(Type.String({ pattern: '^(|true|1|false|0)$' }));

/** Checks what is asked for in an address: lists stand with commas. */
export const checkDueQuery = createCheck(
  Type.Object(
    {
      state: Type.Optional(Type.Array(state, { minItems: 1, maxItems: 4 })),
      kind: Type.Optional(Type.Array(kind, { minItems: 1, maxItems: 2 })),
      place: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
      on: Type.Optional(Type.String({ format: 'tanggal' })),
      names: flag,
      after: Type.Optional(Type.String({ maxLength: 120 })),
      limit: Type.Optional(Type.String({ pattern: '^([1-9]\\d?|[1-4]\\d\\d|500)$' })),
    },
    { additionalProperties: false },
  ),
  {
    state: ['akan-datang, jatuh-tempo, terlambat atau terlewat', 'akan-datang, jatuh-tempo, terlambat or terlewat'],
    kind: ['imunisasi atau kontak', 'imunisasi or kontak'],
    place: ['kode tempat di jejaring', 'the code of a place in jejaring'],
    on: ['tanggal yang ada, TTTT-BB-HH', 'a day of the calendar, YYYY-MM-DD'],
    names: ['kosong, true atau false', 'empty, true or false'],
    after: ['nilai next dari halaman sebelumnya', 'the value next of the page before'],
    limit: ['1 sampai 500', '1 to 500'],
  },
);

/** What is asked for where no state is named: whoever should be called now. */
export const calledNow = ['jatuh-tempo', 'terlambat'] as const;

/**
 * The route of what is due: `GET /v1/due?state=terlambat&kind=imunisasi&place=CODE&on=YYYY-MM-DD`. People stand masked; `?names` is for a key
 * of the nakes of one puskesmas, and is noted. Behind a key of operations or of a nakes.
 */
export function createDueRoutes(desk: DueDesk): Router {
  const router = Router();
  router.get('/', async (request, response) => {
    const { after, limit, ...question } = readQuestion(request, holderOf(response));
    response.json(unlessRefused(await desk.list(question, toAsker(holderOf(response)), { limit, ...toGiven({ after }) })));
  });
  return router;
}

type AskedPage = DueQuestion & { readonly after: string | undefined; readonly limit: number };

function readQuestion({ query }: Request, { scope = [] }: KeyHolder): AskedPage {
  const asked = checkDueQuery(withLists(query, ['state', 'kind']));
  if (isSet(asked.names) && !scope.includes('nakes')) throw new Refusal(403, [toMissingScope('nakes')]);
  const { state: states = calledNow, kind: kinds, place, on, after, limit = '100' } = asked;
  const own = isSet(asked.names) ? ('own' as const) : undefined;
  return { states, ...toGiven({ kinds, place, on, names: own }), after, limit: Number(limit) };
}
