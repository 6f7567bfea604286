import { Router, type Request, type Response } from 'express';
import type { OutcomeDesk } from '../report/outcome-desk.ts';
import type { OutcomeViewer } from '../store/outcomes.ts';
import { Refusal } from './refusal.ts';

/** Whose rows the holder of a request's key may see. */
export type ViewerOf = (response: Response) => Promise<OutcomeViewer>;

const rowsAtMost = 1000;
const rowsUnasked = 500;

/** `GET /v1/outcomes?since=CURSOR&limit=N`: what became of one's rows, and every later change of them. */
export function createOutcomeRoutes(desk: OutcomeDesk, viewerOf: ViewerOf): Router {
  const router = Router();
  router.get('/', async (request, response) => {
    const page = await desk.outcomes(readSince(request), await viewerOf(response), readLimit(request));
    if (page === undefined) throw new Refusal(400, [badCursor]);
    response.json(page);
  });
  return router;
}

function readLimit({ query }: Request): number {
  const { limit = String(rowsUnasked) } = query;
  const rows = typeof limit === 'string' && /^\d{1,4}$/.test(limit) ? Number(limit) : 0;
  if (rows < 1 || rows > rowsAtMost) throw new Refusal(400, [badLimit]);
  return rows;
}

function readSince({ query }: Request): string | undefined {
  const { since = '' } = query;
  if (typeof since !== 'string') throw new Refusal(400, [badCursor]);
  return since === '' ? undefined : since;
}

const badLimit = {
  severity: 'error',
  type: 'value',
  code: 'limit-salah',
  text: 'Parameter limit harus bilangan bulat dari 1 sampai 1000.',
  diagnostics: 'The parameter limit must be a whole number from 1 to 1000.',
} as const;

const badCursor = {
  severity: 'error',
  type: 'value',
  code: 'kursor-salah',
  text: 'Parameter since harus disalin utuh dari next pada jawaban sebelumnya. Tanpa since, semuanya diberikan dari awal.',
  diagnostics:
    'The parameter since must be copied whole from next of the answer before. Without since everything is given from the beginning.',
} as const;
