import { Router, type Response } from 'express';
import { Type } from '@sinclair/typebox';
import type { Confirmation, Confirmed, WaitingFact, WaitingQuestion } from '../gateway/confirm-element.ts';
import { toGiven } from '../map/given.ts';
import { createCheck, readJson } from './check-request.ts';
import { Refusal } from './refusal.ts';
import { holderOf } from './require-key.ts';

/** Where facts that were read out of free texts are looked at and confirmed (field rule 7). */
export interface ConfirmationDesk {
  readonly waiting: (asked: WaitingQuestion) => Promise<readonly WaitingFact[]>;
  readonly confirm: (confirmation: Confirmation) => Promise<Confirmed>;
}

const uuid = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';

const checkConfirmation = createCheck(
  Type.Object(
    {
      visit: Type.String({ pattern: uuid }),
      element: Type.String({ minLength: 1, maxLength: 100 }),
      ordinal: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
      by: Type.String({ pattern: '\\S', maxLength: 200 }),
    },
    { additionalProperties: false },
  ),
  {
    visit: ['nomor kunjungan', 'the id of a visit'],
    element: ['kunci elemen, misalnya hemoglobin', 'the key of an element, for example hemoglobin'],
    ordinal: ['bilangan mulai dari 1', 'a number from 1'],
    by: ['nama nakes yang mengonfirmasi', 'the name of the nakes who confirms'],
  },
);

const atMost = 1000;

/** Routes of what waits for a nakes. Behind a key with the scope `nakes`: values are shown, those of the key's own puskesmas where it is bound to one. */
export function createConfirmationRoutes(desk: ConfirmationDesk): Router {
  const router = Router();
  router.get('/', async (_request, response) => {
    response.json({ waiting: await desk.waiting({ limit: atMost, ...withinOf(response) }) });
  });
  router.post('/', async (request, response) => {
    const { ordinal = 1, ...rest } = checkConfirmation(await readJson(request));
    const confirmed = await desk.confirm({ ...rest, ordinal, ...withinOf(response) });
    if (confirmed !== 'confirmed') throw new Refusal(404, [faults[confirmed]]);
    response.json({ ...rest, ordinal, confirmed: true, by: undefined });
  });
  return router;
}

function withinOf(response: Response): Pick<WaitingQuestion, 'within'> {
  return toGiven({ within: holderOf(response).within });
}

const faults = {
  'unknown-visit': {
    severity: 'error',
    type: 'not-found',
    code: 'kunjungan-tidak-dikenal',
    text: 'Tidak ada kunjungan dengan nomor itu. Lihat daftarnya: GET /v1/confirmations.',
    diagnostics: 'There is no visit with that id. See the list: GET /v1/confirmations.',
  },
  'nothing-waits': {
    severity: 'error',
    type: 'not-found',
    code: 'tidak-menunggu-konfirmasi',
    text: 'Elemen itu tidak menunggu konfirmasi; mungkin sudah dikonfirmasi, atau berkasnya sudah diperbaiki. Lihat daftarnya: GET /v1/confirmations.',
    diagnostics:
      'That element waits for no confirmation; it may have been confirmed, or its file was corrected. See the list: GET /v1/confirmations.',
  },
} as const;
