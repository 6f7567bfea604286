// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OperationOutcome } from '@medplum/fhirtypes';
import express from 'express';
import pino from 'pino';
import { createErrorHandler } from '../../src/http/error-handler.ts';
import { listen, type Listening } from '../../src/http/listen.ts';
import { requireKey } from '../../src/http/require-key.ts';
import { createValidateRoutes } from '../../src/http/validate-routes.ts';
import { findStoreAilment } from '../../src/store/store-ailment.ts';
import { loadValidator } from '../../src/validate/load-validator.ts';
import { aPressure, send, type Offer } from './a-submission-face.ts';

let listening: Listening;
beforeAll(async () => {
  const validator = (await loadValidator()).with([boundElsewhere]);
  const app = express();
  app.use(
    '/fhir',
    requireKey((key) => Promise.resolve(key === 'vendor' ? { submitter: 'vendor' } : undefined)),
    createValidateRoutes({ validator, pressure: aPressure().pressure }),
  );
  app.use(createErrorHandler({ log: pino({ level: 'silent' }), newId: randomUUID, findAilment: findStoreAilment }));
  listening = await listen(app, { host: '127.0.0.1', port: 0, patienceMs: 100 });
});
afterAll(async () => {
  await listening.close();
});

/** A profile whose value set nobody handed in. */
const boundElsewhere = {
  ...{ resourceType: 'StructureDefinition', url: 'https://contoh.example/nikah', name: 'Nikah', status: 'draft', kind: 'resource' },
  ...{ abstract: false, type: 'Patient', derivation: 'constraint', baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Patient' },
  snapshot: {
    element: [
      { id: 'Patient', path: 'Patient', min: 0, max: '*' },
      {
        ...{ id: 'Patient.maritalStatus', path: 'Patient.maritalStatus', min: 0, max: '1', type: [{ code: 'CodeableConcept' }] },
        binding: { strength: 'required', valueSet: 'https://contoh.example/daftar' },
      },
    ],
  },
};

const patient = { resourceType: 'Patient', gender: 'male' };
const wrong = { ...patient, gender: 'laki-laki' };
const profile = 'https://titian.dev/fhir/ilp/StructureDefinition/patient-nik';

async function ask(body: unknown, { path = '/fhir/$validate', headers = {}, ...offer }: Partial<Offer> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body, undefined, 1);
  const asked = { 'content-type': 'application/fhir+json', ...headers };
  const reply = await send(listening.url, { ...offer, path, headers: asked, body: Buffer.from(text) });
  const outcome = JSON.parse(reply.text) as OperationOutcome;
  const codes = outcome.issue.map(({ severity, details }) => `${severity} ${details?.coding?.[0]?.code ?? ''}`);
  return { ...reply, outcome, codes, first: outcome.issue[0] };
}

describe('POST /fhir/$validate', () => {
  test('says of a sound resource that nothing was found', async () => {
    const { status, headers, codes, outcome } = await ask(patient);
    expect([status, headers['content-type'], codes]).toEqual([200, 'application/fhir+json; charset=utf-8', ['information nothing-found']]);
    expect(outcome.resourceType).toBe('OperationOutcome');
  });

  test('says of an unsound one what is wrong, where, and which page explains it', async () => {
    const { status, first } = await ask(wrong);
    expect(status).toBe(200);
    expect(first).toMatchObject({
      ...{ severity: 'error', code: 'code-invalid', expression: ['Patient.gender'], location: ['Line[3] Col[12]'] },
      extension: [{ valueUri: 'docs/errors/binding-required.md' }],
      details: { coding: [{ code: 'binding-required' }] },
    });
  });

  test.each([
    ['without a wish', {}, 'id', 'Kode'],
    ['that read Indonesian', { 'accept-language': 'id-ID,id;q=0.9,en;q=0.5' }, 'id', 'Kode'],
    ['that read English', { 'accept-language': 'en-GB,en;q=0.9' }, 'en', 'The code'],
    ['that read neither', { 'accept-language': 'fr' }, 'id', 'Kode'],
  ])('answers callers %s in a language of theirs, with English diagnostics beside', async (_, headers, language, begin) => {
    const reply = await ask(wrong, { headers });
    expect(reply.headers['content-language']).toBe(language);
    expect(reply.first?.details?.text?.startsWith(begin)).toBe(true);
    expect(reply.first?.diagnostics?.startsWith('The code')).toBe(true);
  });

  test('tells the entries of a Bundle by their index', async () => {
    const entry = [patient, wrong].map((resource, at) => ({
      fullUrl: `urn:uuid:0a3b5c1e-1111-4222-8333-44445555666${String(at)}`,
      resource,
    }));
    const { outcome } = await ask({ resourceType: 'Bundle', type: 'collection', entry });
    expect(outcome.issue.map(({ expression }) => expression)).toEqual([['Bundle.entry[1].resource.gender']]);
  });

  test('tells what could not be decided as information, for it is no error', async () => {
    const resource = {
      ...patient,
      maritalStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-MaritalStatus', code: 'M' }] },
    };
    const { codes, first } = await ask(resource, { path: `/fhir/$validate?profile=${boundElsewhere.url}` });
    expect(codes).toEqual(['information value-set-not-held']);
    expect([first?.expression, first?.diagnostics?.includes('https://contoh.example/daftar')]).toEqual([['Patient.maritalStatus'], true]);
  });

  test.each([
    ['in the address', patient, `/fhir/$validate?profile=${profile}`],
    [
      'in Parameters',
      {
        resourceType: 'Parameters',
        parameter: [
          { name: 'profile', valueUri: profile },
          { name: 'resource', resource: patient },
        ],
      },
      '/fhir/$validate',
    ],
  ])('heeds a profile named %s', async (_, body, path) => {
    const { outcome } = await ask(body, { path });
    expect(outcome.issue.map(({ expression }) => expression?.[0])).toContain('Patient.identifier');
  });

  test('places what it finds inside Parameters where it stands in the body', async () => {
    const body =
      '{"resourceType":"Parameters","parameter":[{"name":"resource",\n"resource":{"resourceType":"Patient","gender":"x","gender":"laki"}}]}';
    const { codes, outcome } = await ask(body);
    expect(codes).toEqual(['error binding-required', 'error key-duplicate']);
    expect(outcome.issue[0]?.location).toEqual(['Line[2] Col[47]']);
  });

  test('holds a response against the form that comes along, for this request alone', async () => {
    const url = 'https://contoh.example/skrining';
    const item = [{ linkId: '1', type: 'boolean', text: 'Batuk?', required: true }];
    const form = { resourceType: 'Questionnaire', url, status: 'active', item };
    const response = { resourceType: 'QuestionnaireResponse', status: 'completed', questionnaire: url };
    const asked = { name: 'resource', resource: response };
    const unanswered = await ask({ resourceType: 'Parameters', parameter: [asked, { name: 'definition', resource: form }] });
    expect(unanswered.codes).toEqual(['error item-required']);
    const answered = { ...response, item: [{ linkId: '1', text: 'Batuk?', answer: [{ valueBoolean: true }] }] };
    const parameter = [
      { name: 'definition', resource: form },
      { name: 'resource', resource: answered },
    ];
    expect((await ask({ resourceType: 'Parameters', parameter })).codes).toEqual(['information nothing-found']);
    expect((await ask({ resourceType: 'Parameters', parameter: [asked] })).codes).toEqual(['warning questionnaire-unknown']);
  });

  test('a Parameters without a resource is validated itself', async () => {
    const { codes } = await ask({ resourceType: 'Parameters', parameter: [{ valueString: 'x' }] });
    expect(codes).toEqual(['error cardinality-min']);
  });
});

describe('POST /fhir/[type]/$validate', () => {
  test('takes a resource of its type', async () => {
    expect((await ask(patient, { path: '/fhir/Patient/$validate' })).codes).toEqual(['information nothing-found']);
  });

  test('finds a fault in a resource of another type', async () => {
    const { status, codes } = await ask(patient, { path: '/fhir/Observation/$validate' });
    expect([status, codes]).toEqual([200, ['error resource-type-other']]);
  });

  test('is not there for a type R4 does not have', async () => {
    const { status, codes } = await ask(patient, { path: '/fhir/Orang/$validate' });
    expect([status, codes]).toEqual([404, ['error jenis-resource-tidak-dikenal']]);
  });
});

describe('a request that cannot be served', () => {
  test.each([
    ['text that is no JSON', '{"resourceType":"Patient",\n"gender":male}', {}, 400, 'error json-syntax'],
    ['an empty body', '', {}, 400, 'error json-syntax'],
    ['XML', '<Patient/>', { headers: { 'content-type': 'application/fhir+xml' } }, 415, 'error jenis-isi-salah'],
    ['a mode that asks about a store', patient, { path: '/fhir/$validate?mode=delete' }, 400, 'error mode-tidak-didukung'],
    ['no key', patient, { headers: { authorization: '' } }, 401, 'error kunci-api-ditolak'],
  ])('%s is answered with an OperationOutcome', async (_, body, offer, status, code) => {
    const reply = await ask(body, offer);
    expect([reply.status, reply.codes]).toEqual([status, [code]]);
  });

  test('says where text stops being JSON', async () => {
    expect((await ask('{"resourceType":"Patient",\n"gender":male}')).first?.location).toEqual(['Line[2] Col[10]']);
  });

  test('bytes that are not UTF-8 are refused', async () => {
    const body = Buffer.from('{"resourceType":"Patient","id":"é"}', 'latin1');
    const reply = await send(listening.url, { path: '/fhir/$validate', headers: { 'content-type': 'application/json' }, body });
    expect([reply.status, reply.text.includes('encoding-wrong')]).toEqual([400, true]);
  });

  test('a body beyond 64 MB is refused before it is read', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': String(64 * 1048576 + 1), expect: '100-continue' };
    const reply = await send(listening.url, { path: '/fhir/$validate', headers });
    expect([reply.status, reply.text.includes('text-too-large')]).toEqual([413, true]);
  });

  test.each([
    ['deep', `{"resourceType":"Patient","contact":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'error too-deep'],
    [
      'wide',
      JSON.stringify({ resourceType: 'Patient', name: Array.from({ length: 20_000 }, () => ({ umur: 1 })) }),
      'error element-unknown',
    ],
    ['with a key named __proto__', '{"resourceType":"Patient","__proto__":{"gender":"male"}}', 'error element-unknown'],
  ])('a body that is %s is answered with a clear issue and little text', async (_, body, code) => {
    const reply = await ask(body);
    expect([reply.status, reply.codes[0]]).toEqual([200, code]);
    expect(reply.text.length).toBeLessThan(2_000_000);
  });
});

test('no answer repeats what identifies a person', async () => {
  const nik = '3204991234560001';
  const resource = {
    ...patient,
    identifier: [{ value: 3204991234560001 }],
    name: 'Danu Contoh',
    birthDate: '2025-13-03',
    gender: nik,
    [nik]: 1,
  };
  const { text, codes } = await ask(resource);
  expect(codes.length).toBeGreaterThan(3);
  for (const secret of [nik, 'Danu', '2025-13']) expect(text).not.toContain(secret);
});
