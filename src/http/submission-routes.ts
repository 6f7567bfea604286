import { Router, type Request, type Response } from 'express';
import type { Checked } from '../fhir/checked.ts';
import { isLocalDate } from '../map/days.ts';
import type { RowVerdict, SubmissionRequest, SubmissionResult } from '../submission.ts';
import { readBody } from './read-body.ts';
import { Refusal } from './refusal.ts';
import type { KeyHolder } from './require-key.ts';

/** What the routes ask of the gateway. */
export interface SubmissionDesk {
  submit(request: SubmissionRequest): Promise<Checked<SubmissionResult>>;
  find(id: string): Promise<SubmissionResult | undefined>;
  rows(id: string, after: number, limit: number): Promise<readonly RowVerdict[] | undefined>;
  returnedFile(id: string): Promise<{ readonly name: string; readonly type: string; readonly bytes: Buffer } | undefined>;
}

const bodyBytes = 64 * 1048576;
const lineBytes = 1048576;
const pageRows = 1000;

/** Routes of submissions: hand in, ask what became of each row, take the file back with its verdicts. */
export function createSubmissionRoutes(desk: SubmissionDesk): Router {
  const router = Router();
  router.post('/', async (request, response) => {
    const source = queryText(request, 'source');
    if (source === undefined) throw new Refusal(400, [noSource]);
    const bytes = await readBody(request, { bodyBytes, lineBytes });
    const answer = await desk.submit({ source, bytes, ...toOptions(request, response.locals['holder'] as KeyHolder) });
    if (!answer.ok) throw new Refusal(422, answer.issues);
    response.status(202).location(`/v1/submissions/${answer.value.id}`).json(answer.value);
  });
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

const noSource = {
  severity: 'error',
  type: 'required',
  code: 'source-wajib',
  text: 'Sebutkan bentuk filenya: POST /v1/submissions?source=NAMA, misalnya source=posyandu-kenanga. Daftar bentuk ada di folder sources.',
  diagnostics:
    'Name the form of the file: POST /v1/submissions?source=NAME, e.g. source=posyandu-kenanga. The forms are the folders under sources.',
} as const;

const badDate = {
  severity: 'error',
  type: 'value',
  code: 'tanggal-permintaan-salah',
  text: 'Parameter date harus tanggal yang ada, ditulis TTTT-BB-HH, misalnya 2025-08-12.',
  diagnostics: 'The parameter date must be a day of the calendar as YYYY-MM-DD, e.g. 2025-08-12.',
} as const;

const badPage = {
  severity: 'error',
  type: 'value',
  code: 'halaman-salah',
  text: 'Parameter after dan limit harus bilangan bulat; after mulai dari 0, limit 1 sampai 1000.',
  diagnostics: 'The parameters after and limit must be whole numbers; after from 0, limit 1 to 1000.',
} as const;

const noSubmission = {
  severity: 'error',
  type: 'not-found',
  code: 'kiriman-tidak-ada',
  text: 'Kiriman dengan nomor ini tidak ada. Periksa nomor id dari jawaban saat mengirim.',
  diagnostics: 'There is no submission with this number. Check the id in the answer to your submission.',
} as const;
