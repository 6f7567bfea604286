import { Router, type Request } from 'express';
import type { DeliveryKey, Receipt, ReceiptDesk } from '../receipt/receipt-desk.ts';
import { Refusal } from './refusal.ts';
import type { ViewerOf } from './outcome-routes.ts';

/** `GET /:id/receipt`: what is certain of a submission, signed; as JWS, or with `?format=json` as JSON with its claims beside. */
export function createReceiptRoutes(desk: ReceiptDesk, viewerOf: ViewerOf): Router {
  const router = Router();
  router.get('/:id/receipt', async (request, response) => {
    const receipt = await desk.receipt(toId(request.params.id), await viewerOf(response), toAfter(request));
    if (receipt === undefined) throw new Refusal(404, [noReceipt]);
    response.vary('accept');
    if (wantsJson(request)) response.json(toJson(receipt));
    else response.type('application/jose').send(Buffer.from(receipt.jws, 'ascii'));
  });
  return router;
}

/** `GET /.well-known/jwks.json`: the public keys of receipts (RFC 7517), for everybody. */
export function createKeyRoutes(desk: ReceiptDesk): Router {
  const router = Router();
  router.get('/.well-known/jwks.json', async (_request, response) => {
    // An hour (our choice): who meets a key it does not know asks again.
    response.set('cache-control', 'public, max-age=3600').json({ keys: await desk.publicKeys() });
  });
  return router;
}

function toJson({ jws, claims }: Receipt): { readonly receipt: string; readonly claims: Receipt['claims'] } {
  return { receipt: jws, claims };
}

function wantsJson(request: Request): boolean {
  const { format } = request.query;
  if (format === 'json' || format === 'jose') return format === 'json';
  if (format !== undefined) throw new Refusal(400, [badFormat]);
  return request.accepts(['application/jose', 'application/json']) === 'application/json';
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Ids come from addresses that anybody can type; what is no UUID is no id of ours. */
function toId(text: string): string {
  if (!new RegExp(`^${uuid}$`).test(text)) throw new Refusal(404, [noReceipt]);
  return text;
}

function toAfter(request: Request): DeliveryKey | undefined {
  const { after } = request.query;
  if (after === undefined) return undefined;
  const [, visit, platform] = new RegExp(`^(${uuid})\\.([a-z0-9-]{1,40})$`).exec(typeof after === 'string' ? after : '') ?? [];
  if (visit === undefined || platform === undefined) throw new Refusal(400, [badAfter]);
  return { visit, platform };
}

const noReceipt = {
  severity: 'error',
  type: 'not-found',
  code: 'tanda-terima-tidak-ada',
  text: 'Tidak ada kiriman dengan nomor ini yang diserahkan dengan kunci Anda. Periksa id, dan pakai kunci yang menyerahkannya.',
  diagnostics:
    'There is no submission of this number that was handed in with your key. Check the id, and use the key it was handed in with.',
} as const;

const badFormat = {
  severity: 'error',
  type: 'value',
  code: 'bentuk-tanda-terima',
  text: 'Parameter format harus jose atau json.',
  diagnostics: 'The parameter format must be jose or json.',
} as const;

const badAfter = {
  severity: 'error',
  type: 'value',
  code: 'kursor-salah',
  text: 'Parameter after harus disalin utuh dari next di bawah deliveries pada tanda terima sebelumnya.',
  diagnostics: 'The parameter after must be copied whole from next under deliveries of the receipt before.',
} as const;
