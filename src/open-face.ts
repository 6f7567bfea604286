import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CapabilityStatement } from '@medplum/fhirtypes';
import type { Express } from 'express';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { DeliveryDesk } from './deliveries.ts';
import { confirmElement, listWaiting } from './gateway/confirm-element.ts';
import type { GatewayParts } from './gateway/parts.ts';
import type { Gateway } from './gateway.ts';
import { createApp } from './http/app.ts';
import { createMetadataRoute } from './http/metadata-route.ts';
import { createValidateRoutes } from './http/validate-routes.ts';
import type { KeyHolder } from './http/require-key.ts';
import { shareInFlight } from './http/share-in-flight.ts';
import { createMetricsRoute } from './operate/metrics-route.ts';
import type { Site } from './map/place.ts';
import { openFacilities } from './open-facilities.ts';
import { openPersons } from './open-persons.ts';
import { openOutcomes } from './open-outcomes.ts';
import { openDues } from './open-dues.ts';
import { openWarnings } from './open-warnings.ts';
import { openPressure } from './open-pressure.ts';
import { packageRoot } from './root.ts';
import type { Metrics } from './operate/metrics.ts';
import type { Store } from './store/open-store.ts';
import { findStoreAilment } from './store/store-ailment.ts';
import type { Validator } from './validate/validator.ts';

/** What the HTTP face needs. */
export interface FaceNeeds {
  readonly gateway: Gateway;
  readonly deliveries: DeliveryDesk;
  readonly store: Store;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly site: () => Promise<Site>;
  readonly validator: Validator;
  readonly parts: GatewayParts;
}

/** Creates the gateway's HTTP face over its parts. */
export function openFace(config: Config, { gateway, deliveries, store, log, metrics, site, validator, parts }: FaceNeeds): Express {
  const note = (event: string, facts: object): void => {
    log.info({ event, ...facts });
  };
  const verifyKey = shareInFlight((key) => findHolder(store, key));
  const pressure = openPressure(config, { gateway, store, metrics });
  return createApp({
    desk: gateway,
    pressure,
    deliveries,
    verifyKey,
    checkReady: async () => {
      await store.db.rows('select-one');
    },
    findAilment: findStoreAilment,
    environment: config.environment,
    log,
    newId: randomUUID,
    watchRequests: metrics.watchRequests,
    persons: openPersons(parts, note),
    facilities: openFacilities(config, { store, site, note }),
    metadataRoute: createMetadataRoute(readStatement(), config.environment),
    validateRoutes: createValidateRoutes({ validator, pressure }),
    confirmations: { waiting: (asked) => listWaiting(parts, asked), confirm: (one) => confirmElement(parts, one) },
    warnings: openWarnings({ store, site, log }),
    dues: openDues({ store, site, log }),
    metricsRoute: createMetricsRoute(metrics, verifyKey),
    ...openOutcomes({ store, site, now: () => new Date() }),
  });
}

/** What the guide says that the server offers; generated and checked in as JSON. */
function readStatement(): CapabilityStatement {
  const file = join(packageRoot, 'profiles', 'definitions', 'CapabilityStatement-titian.json');
  return JSON.parse(readFileSync(file, 'utf8')) as CapabilityStatement;
}

async function findHolder(store: Store, text: string): Promise<KeyHolder | undefined> {
  const key = await store.apiKeys.verifyApiKey(store.db, text);
  if (key === undefined) return undefined;
  const within = key.scope.find((word) => word.startsWith('within:'))?.slice('within:'.length);
  return { submitter: key.name, scope: key.scope, ...(within === undefined ? {} : { within }) };
}
