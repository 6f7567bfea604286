import { randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import axios, { type AxiosResponse } from 'axios';
import express from 'express';
import pino from 'pino';
import { createDeliveryRoutes } from '../../src/http/delivery-routes.ts';
import { createErrorHandler } from '../../src/http/error-handler.ts';
import { createIncidentRoutes } from '../../src/http/incident-routes.ts';
import { listen } from '../../src/http/listen.ts';
import { createPersonRoutes } from '../../src/http/person-routes.ts';
import { requireKey, requireScope, type KeyHolder } from '../../src/http/require-key.ts';
import { openDeliveries } from '../../src/open-deliveries.ts';
import { openPersons } from '../../src/open-persons.ts';
import { findStoreAilment } from '../../src/store/store-ailment.ts';
import type { FrontDoor } from '../scenarios/a-front-door.ts';

/** Keys of the people who may look after deliveries and people, and of some who may not; a key is its holder's name. */
const holders: Readonly<Record<string, KeyHolder>> = {
  bidan: { submitter: 'bidan-bengkuring', within: 'puskesmas-bengkuring', scope: ['nakes'] },
  'bidan-lain': { submitter: 'bidan-karang-joang', within: 'puskesmas-karang-joang', scope: ['nakes'] },
  dinkes: { submitter: 'dinkes', scope: ['operasi'] },
  operator: { submitter: 'operator-bengkuring', within: 'puskesmas-bengkuring', scope: ['operasi'] },
  'operator-lain': { submitter: 'operator-karang-joang', within: 'puskesmas-karang-joang', scope: ['operasi'] },
  vendor: { submitter: 'vendor', scope: ['submit', 'read'] },
};

/** The routes of officers over a front door, as the gateway hangs them. */
export interface OfficersFace {
  ask<T>(method: 'GET' | 'POST', path: string, key: string, body?: unknown): Promise<AxiosResponse<T>>;
  /** What was written down: who did what, and everything of every refusal. */
  written(): string;
  close(): Promise<void>;
}

export async function anOfficersFace({ store, parts, clock }: FrontDoor): Promise<OfficersFace> {
  let written = '';
  const log = pino(
    { level: 'debug' },
    new PassThrough().on('data', (chunk: Buffer) => (written += chunk.toString())),
  );
  const note = (event: string, facts: Readonly<Record<string, unknown>>): void => {
    log.info({ event, ...facts });
  };
  const desk = { store, site: parts.site, tables: () => Promise.resolve(parts.tables), wake: () => undefined, now: () => clock.now };
  const app = express();
  const key = requireKey((text) => Promise.resolve(holders[text]));
  const deliveries = openDeliveries({ ...desk, note });
  app.use('/v1/deliveries', [key, requireScope('operasi')], createDeliveryRoutes(deliveries));
  app.use('/v1/incidents', [key, requireScope('operasi')], createIncidentRoutes(deliveries));
  app.use('/v1/persons', [key, requireScope('nakes', 'operasi')], createPersonRoutes(openPersons(desk, note)));
  app.use(createErrorHandler({ log, newId: randomUUID, findAilment: findStoreAilment }));
  const { url, close } = await listen(app, { host: '127.0.0.1', port: 0, patienceMs: 100 });
  return {
    ask: (method, path, holder, data) =>
      axios.request({ method, url: `${url}/v1${path}`, data, headers: { authorization: `Bearer ${holder}` }, validateStatus: () => true }),
    written: () => written,
    close,
  };
}

/** Both sentences of a refusal, Indonesian before English. */
export function toldOf(data: unknown): string {
  const { issue = [] } = data as { issue?: readonly { details: { text: string }; diagnostics: string }[] };
  return issue.map(({ details, diagnostics }) => `${details.text} | ${diagnostics}`).join('\n');
}
