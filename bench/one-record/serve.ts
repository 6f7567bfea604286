// The way in behind its HTTP routes, as a process of its own: nothing is delivered, so that only the way in is measured.
import { randomUUID } from 'node:crypto';
import express from 'express';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { createErrorHandler } from '../../src/http/error-handler.ts';
import { listen } from '../../src/http/listen.ts';
import { requireKey } from '../../src/http/require-key.ts';
import { shareInFlight } from '../../src/http/share-in-flight.ts';
import { createSubmissionRoutes } from '../../src/http/submission-routes.ts';
import { openPressure } from '../../src/open-pressure.ts';
import { createMetrics } from '../../src/operate/metrics.ts';
import { findStoreAilment } from '../../src/store/store-ailment.ts';
import { openBench } from '../ingest/open-bench.ts';

const places = Number(process.argv[2] ?? '1');

const bench = await openBench(places);
const { gateway, store } = bench;
const { text: key } = await store.apiKeys.createApiKey(store.db, { name: 'bench', scope: ['submit', 'read'], at: new Date() });
const readFigures = () => Promise.resolve({ owed: [], rows: {} });
const metrics = createMetrics({ environment: 'simulasi', readFigures, now: () => new Date() });
const pressure = openPressure(readConfig({ TITIAN_DATA: bench.dir }), { gateway, store, metrics });

const app = express();
app.set('etag', false);
app.use(metrics.watchRequests);
const checkKey = shareInFlight(async (text) => {
  const holder = await store.apiKeys.verifyApiKey(store.db, text);
  return holder === undefined ? undefined : { submitter: holder.name };
});
app.use('/v1/submissions', requireKey(checkKey), createSubmissionRoutes(gateway, pressure));
app.use(createErrorHandler({ log: pino({ level: 'error' }), newId: randomUUID, findAilment: findStoreAilment }));
const listening = await listen(app, { host: '127.0.0.1', port: 0, patienceMs: 1000 });
process.stdout.write(`${JSON.stringify({ url: listening.url, key, databaseUrl: bench.url })}\n`);

process.stdin.resume();
process.stdin.once('end', () => {
  void end();
});

async function end(): Promise<void> {
  await listening.close();
  metrics.stop();
  await gateway.idle();
  await bench.close();
}
