import { Router, type Request, type Response } from 'express';
import { isLocalDate } from '../map/days.ts';
import type { SubmissionAnswer, SubmissionRequest } from '../submission.ts';
import type { BackPressure } from './back-pressure.ts';
import { readIdempotencyKey, toOtherRequest, toUnderWay } from './idempotency-key.ts';
import { Refusal } from './refusal.ts';
import { holderOf, type KeyHolder } from './require-key.ts';
import { requireOwnSubmission } from './require-own-submission.ts';
import { badDate, badPage, noSource, noSubmission } from './submission-refusals.ts';
import type { SubmissionDesk } from './submission-desk.ts';
import { withBody } from './with-body.ts';

const bodyBytes = 64 * 1048576;
const lineBytes = 1048576;
const pageRows = 1000;

/** Routes of submissions: hand in, ask what became of each row, take the file back with its verdicts. */
export function createSubmissionRoutes(desk: SubmissionDesk, pressure: BackPressure): Router {
  const router = Router();
  router.post('/', async (request, response) => {
    const source = queryText(request, 'source');
    if (source === undefined) throw new Refusal(400, [noSource]);
    const key = readIdempotencyKey(request);
    const options = toOptions(request, holderOf(response));
    const handIn = async (bytes: Uint8Array): Promise<void> => {
      if (!desk.isAnsweredAtOnce(bytes)) pressure.admitLong(bytes.length);
      sendAnswer(response, await answer(desk, { source, bytes, ...options }, key));
    };
    await withBody({ request, response, pressure, limits: { bodyBytes, lineBytes } }, handIn);
  });
  router.use('/:id', requireOwnSubmission(desk));
  router.get('/:id', async (request, response) => {
    response.json(found(await desk.find(request.params.id)));
  });
  router.get('/:id/rows', async (request, response) => {
    const after = Number(queryText(request, 'after') ?? '0');
    const limit = Math.min(Number(queryText(request, 'limit') ?? String(pageRows)), pageRows);
    if (!Number.isSafeInteger(after) || !Number.isSafeInteger(limit) || after < 0 || limit < 1) throw new Refusal(400, [badPage]);
    response.json({ rows: found(await desk.rows(request.params.id, after, limit)) });
  });
  router.get('/:id/file', async (request, response) => {
    sendFile(response, found(await desk.returnedFile(request.params.id)));
  });
  return router;
}

type Answer = SubmissionAnswer & { readonly replayed: boolean };

async function answer(desk: SubmissionDesk, request: SubmissionRequest, key: string | undefined): Promise<Answer> {
  if (key === undefined) {
    const handed = await desk.submit(request);
    if (!handed.ok) throw new Refusal(422, handed.issues);
    return { status: 202, body: JSON.stringify(handed.value), submission: handed.value.id, replayed: false };
  }
  const handed = await desk.submitOnce(request, key);
  switch (handed.kind) {
    case 'answered':
      return { ...handed.answer, replayed: handed.replayed };
    case 'refused':
      throw new Refusal(422, handed.issues);
    case 'other-request':
      throw toOtherRequest();
    case 'under-way':
      throw toUnderWay();
  }
}

function sendAnswer(response: Response, { status, body, submission, replayed }: Answer): void {
  if (replayed) response.set('idempotency-replayed', 'true');
  response.status(status).location(`/v1/submissions/${submission}`).type('json').send(body);
}

function sendFile(response: Response, file: { readonly name: string; readonly type: string; readonly bytes: Buffer }): void {
  response.attachment(file.name).type(file.type).send(file.bytes);
}

function toOptions(request: Request, holder: KeyHolder): Omit<SubmissionRequest, 'source' | 'bytes'> {
  const place = queryText(request, 'place');
  const date = queryText(request, 'date');
  const fileName = queryText(request, 'file');
  if (date !== undefined && !isLocalDate(date)) throw new Refusal(400, [badDate]);
  return {
    ...(place === undefined ? {} : { place }),
    ...(date === undefined ? {} : { date }),
    ...(fileName === undefined ? {} : { fileName }),
    ...(holder.within === undefined ? {} : { within: holder.within }),
    submitter: holder.submitter,
  };
}

function queryText(request: Request, name: string): string | undefined {
  const value = request.query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Refusal(404, [noSubmission]);
  return value;
}
