import { Router, type Request } from 'express';
import { Refusal } from '../http/refusal.ts';
import { requireKey, type KeyCheck, type KeyHolder } from '../http/require-key.ts';
import type { Metrics } from './metrics.ts';

/**
 * `GET /metrics` in the text format of Prometheus. Whoever asks from this machine needs no key; a proxy on this machine speaks for others
 * and does. A key that is bound to one puskesmas is refused, because the figures are those of the whole gateway.
 */
export function createMetricsRoute(metrics: Pick<Metrics, 'text' | 'contentType'>, verifyKey: KeyCheck): Router {
  const router = Router();
  const demandKey = requireKey(verifyKey);
  router.get(
    '/metrics',
    (request, response, next) => {
      if (!isFromThisMachine(request)) return demandKey(request, response, next);
      next();
      return undefined;
    },
    async (_request, response) => {
      const holder = response.locals['holder'] as KeyHolder | undefined;
      if (holder?.within !== undefined) throw new Refusal(403, [boundKey]);
      response.set('content-type', metrics.contentType).send(await metrics.text());
    },
  );
  return router;
}

/** By the connection itself, never by a header that anybody can write; a header that names somebody else only takes the right away. */
function isFromThisMachine({ socket, headers }: Request): boolean {
  const from = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined);
  return !forwarded && (from === '::1' || /^127\.\d+\.\d+\.\d+$/.test(from));
}

const boundKey = {
  severity: 'error',
  type: 'security',
  code: 'kunci-terikat-puskesmas',
  text: 'Kunci ini terikat pada satu puskesmas, sedangkan metrik berlaku untuk seluruh gateway. Buat kunci tanpa --within untuk pemantauan.',
  diagnostics:
    'This key is bound to one puskesmas, but the metrics are those of the whole gateway. Make a key without --within for monitoring.',
} as const;
