import type { Request, RequestHandler } from 'express';
import { Counter, Histogram, type Registry } from 'prom-client';

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Adds rate, errors and duration by route, and returns the middleware that observes them; it must stand before all routes. */
export function addRequestMetrics(registry: Registry): RequestHandler {
  const labelNames = ['route', 'method'] as const;
  const registers = [registry];
  const requests = new Counter({
    name: 'titian_http_requests_total',
    help: 'HTTP requests by route, method and class of status',
    labelNames: [...labelNames, 'status'],
    registers,
  });
  const errors = new Counter({
    name: 'titian_http_errors_total',
    help: 'HTTP requests answered with 5xx, or cut off',
    labelNames,
    registers,
  });
  const duration = new Histogram({
    name: 'titian_http_request_duration_seconds',
    help: 'From the first byte of a request to the last of its answer',
    labelNames,
    buckets: seconds,
    registers,
  });
  return (request, response, next) => {
    const end = duration.startTimer();
    response.once('close', () => {
      const labels = { route: toRoute(request), method: methods.has(request.method) ? request.method : 'lain' };
      const status = response.writableFinished ? `${String(Math.floor(response.statusCode / 100))}xx` : 'putus';
      requests.inc({ ...labels, status });
      if (status === '5xx' || status === 'putus') errors.inc(labels);
      end(labels);
    });
    next();
  };
}

/**
 * The pattern that took a request, such as `/v1/submissions/:id`; never its values. Whatever matched no route is one label, `tanpa-rute`.
 * The pattern within its router replaces as many segments at the end of the path; what stands before is where the router hangs.
 */
function toRoute(request: Request): string {
  const route: unknown = request.route;
  const pattern = typeof route === 'object' && route !== null && 'path' in route ? route.path : undefined;
  if (typeof pattern !== 'string' || /[*{}]/.test(pattern)) return 'tanpa-rute';
  const [path = ''] = request.originalUrl.split('?', 1);
  const own = toSegments(pattern);
  const mount = toSegments(path).slice(0, -own.length || undefined);
  return `/${[...mount.map(toWord), ...own].join('/')}`;
}

function toSegments(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/** Routers hang on plain words; anything else there is a parameter's value. */
function toWord(segment: string): string {
  return /^[$a-z][a-z-]*$|^v\d$/.test(segment) ? segment : ':';
}
