import type { Express, RequestHandler } from 'express';
import { json } from 'express';
import { signedRoute } from '../answer-call.ts';
import type { Answer } from '../refusal.ts';
import type { World } from '../world.ts';
import { areaLevels, loadAreas } from './areas.ts';
import { readConsent, writeConsent } from './consent.ts';
import { listAreas, listFacilities, pageAreas } from './master-data.ts';
import { findProduct, listProducts, type Product } from './products.ts';

/** Adds what stands beside FHIR: consent, master data, the pharmaceutical dictionary, and KYC, which only refuses. */
export function addRoutesBeside(app: Express, world: World, products: readonly Product[]): void {
  const consent = '/consent/v1/Consent';
  app.get(
    consent,
    signedRoute(world, (call) => readConsent(world, call)),
  );
  app.post(
    consent,
    json({ strict: false }),
    signedRoute(world, (call) => writeConsent(world, call)),
  );
  app.get(
    '/kfa-v2/products',
    signedRoute(world, (call) => findProduct(products, call)),
  );
  app.get(
    '/kfa-v2/products/all',
    signedRoute(world, (call) => listProducts(products, call)),
  );
  app.post(['/kyc/v1/generate-url', '/kyc/v1/challenge-code'], signedRoute(world, refuseKyc));
  addMasterData(app, world);
}

function addMasterData(app: Express, world: World): void {
  app.get(
    '/masterdata/v1/mastersaranaindex/mastersarana',
    signedRoute(world, (call) => listFacilities(world, call)),
  );
  for (const level of Object.keys(areaLevels)) {
    app.get(
      `/masterdata/v1/${level}`,
      withAreas,
      signedRoute(world, (call) => listAreas(level, call)),
    );
    app.get(
      `/masterdata/v2/${level}`,
      withAreas,
      signedRoute(world, (call) => pageAreas(level, call)),
    );
  }
}

const withAreas: RequestHandler = async (_request, _response, next) => {
  await loadAreas();
  next();
};

/** KYC answers 200 also when it refuses; what counts stands in `metadata.code` (read-back of 2026-09-12). It is not simulated further. */
function refuseKyc(): Answer {
  return {
    status: 200,
    body: { metadata: { code: '400', message: 'simulasi' }, data: { error: 'KYC tidak ditirukan (simulasi) / KYC is not simulated' } },
  };
}
