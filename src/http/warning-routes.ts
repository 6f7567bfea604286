import { Type } from '@sinclair/typebox';
import { Router, type Request } from 'express';
import { toGiven } from '../map/given.ts';
import type { WarningDesk, WarningQuestion } from '../report/warnings/warning-desk.ts';
import { createCheck } from './check-request.ts';
import { isSet, toAsker, unlessRefused, withLists } from './list-query.ts';
import { Refusal } from './refusal.ts';
import { holderOf, toMissingScope, type KeyHolder } from './require-key.ts';

const state = Type.Union([Type.Literal('terbuka'), Type.Literal('selesai'), Type.Literal('ditarik')]);
const flag = Type.Optional(Type.String({ pattern: '^(|true|1|false|0)$' }));

/** Checks what is asked for in an address: lists stand with commas. */
export const checkWarningQuery = createCheck(
  Type.Object(
    {
      state: Type.Optional(Type.Array(state, { minItems: 1, maxItems: 3 })),
      place: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
      since: Type.Optional(Type.String({ format: 'tanggal' })),
      names: flag,
      'to-tell': flag,
      after: Type.Optional(Type.String({ maxLength: 120 })),
      limit: Type.Optional(Type.String({ pattern: '^([1-9]\\d?|[1-4]\\d\\d|500)$' })),
    },
    { additionalProperties: false },
  ),
  {
    state: ['terbuka, selesai atau ditarik', 'terbuka, selesai or ditarik'],
    place: ['kode tempat di jejaring', 'the code of a place in jejaring'],
    since: ['tanggal yang ada, TTTT-BB-HH', 'a day of the calendar, YYYY-MM-DD'],
    names: ['kosong, true atau false', 'empty, true or false'],
    'to-tell': ['kosong, true atau false', 'empty, true or false'],
    after: ['nilai next dari halaman sebelumnya', 'the value next of the page before'],
    limit: ['1 sampai 500', '1 to 500'],
  },
);

/**
 * Routes of early warnings: `GET /v1/warnings?state=terbuka&place=CODE&since=YYYY-MM-DD`, and acknowledging one. People stand masked;
 * `?names` is for a key of the nakes of one puskesmas, and is noted. Behind a key of operations or of a nakes.
 */
export function createWarningRoutes(desk: WarningDesk): Router {
  const router = Router();
  router.get('/', async (request, response) => {
    const { after, limit, ...question } = readQuestion(request, holderOf(response));
    response.json(unlessRefused(await desk.list(question, toAsker(holderOf(response)), { limit, ...toGiven({ after }) })));
  });
  router.post('/:id/acknowledgement', async (request, response) => {
    const { id } = request.params;
    if (!isUuid.test(id) || !(await desk.acknowledge(id, toAsker(holderOf(response))))) throw new Refusal(404, [unknownWarning]);
    response.json({ id, acknowledged: true });
  });
  return router;
}

const isUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type AskedPage = WarningQuestion & { readonly after: string | undefined; readonly limit: number };

function readQuestion({ query }: Request, { scope = [] }: KeyHolder): AskedPage {
  const asked = checkWarningQuery(withLists(query, ['state']));
  if (isSet(asked.names) && !scope.includes('nakes')) throw new Refusal(403, [toMissingScope('nakes')]);
  const { state: states = ['terbuka'], place, since, after, limit = '100' } = asked;
  const own = isSet(asked.names) ? ('own' as const) : undefined;
  return { states, ...toGiven({ place, since, names: own, toTell: isSet(asked['to-tell']) || undefined }), after, limit: Number(limit) };
}

const unknownWarning = {
  severity: 'error',
  type: 'not-found',
  code: 'peringatan-tidak-dikenal',
  text: 'Tidak ada peringatan dengan nomor itu di tempat Anda. Lihat daftarnya: GET /v1/warnings.',
  diagnostics: 'There is no warning with that id at your places. See the list: GET /v1/warnings.',
} as const;
