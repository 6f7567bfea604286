import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CapabilityStatement } from '@medplum/fhirtypes';
import express from 'express';
import type { Router } from 'express';
import { listen, type Listening } from '../../src/http/listen.ts';
import { createMetadataRoute } from '../../src/http/metadata-route.ts';
import { createValidateRoutes } from '../../src/http/validate-routes.ts';
import { packageRoot } from '../../src/root.ts';
import { loadValidator } from '../../src/validate/load-validator.ts';
import { aPressure } from './a-submission-face.ts';

const definitions = join(packageRoot, 'profiles', 'definitions');
const statement = JSON.parse(readFileSync(join(definitions, 'CapabilityStatement-titian.json'), 'utf8')) as CapabilityStatement;
const validator = await loadValidator();
const metadata = createMetadataRoute(statement, 'simulasi');

let listening: Listening;
let served: CapabilityStatement;
let contentType: string | null;
beforeAll(async () => {
  listening = await listen(express().use('/fhir', metadata), { host: '127.0.0.1', port: 0, patienceMs: 100 });
  const reply = await fetch(`${listening.url}/fhir/metadata`);
  contentType = reply.headers.get('content-type');
  served = (await reply.json()) as CapabilityStatement;
});
afterAll(async () => {
  await listening.close();
});

describe('GET /fhir/metadata', () => {
  test('is FHIR JSON of an instance, sound, and needs no key', () => {
    expect(contentType).toMatch(/^application\/fhir\+json/);
    expect(served).toMatchObject({
      kind: 'instance',
      fhirVersion: '4.0.1',
      implementation: { description: 'Titian, lingkungan simulasi' },
    });
    expect(validator.validate(served).issues).toEqual([]);
  });

  test('tells exactly the routes that there are, and no interaction', () => {
    const offered = [
      'GET /metadata',
      ...(served.rest?.[0]?.operation ?? []).map(({ name }) => `POST /$${name}`),
      ...new Set((served.rest?.[0]?.resource ?? []).flatMap(({ operation = [] }) => operation.map(({ name }) => `POST /:type/$${name}`))),
    ];

    const there = [metadata, createValidateRoutes({ validator, pressure: aPressure().pressure })].flatMap(listRoutes);
    expect(offered.sort()).toEqual(there.sort());
    expect(
      served.rest
        ?.flatMap(({ interaction = [], resource = [] }) => [interaction, resource.flatMap((each) => each.interaction ?? [])])
        .flat(),
    ).toEqual([]);
  });

  test('names every profile that a resource may claim, by its type, and each is known to the validator', () => {
    const told = (served.rest?.[0]?.resource ?? []).flatMap(({ type, supportedProfile = [] }) =>
      supportedProfile.map((url) => ({ type, url })),
    );

    expect(told.length).toBeGreaterThan(30);
    for (const { type, url } of told) {
      const { issues } = validator.validate({ resourceType: type }, [url]);
      expect(issues.map(({ code }) => code)).not.toContain('profile-unknown');
    }
  });
});

function listRoutes({ stack }: Router): readonly string[] {
  return stack.flatMap(({ route }) => {
    const methods = route?.stack.map(({ method }) => method.toUpperCase()) ?? [];
    return methods.map((method) => `${method} ${String(route?.path)}`);
  });
}
