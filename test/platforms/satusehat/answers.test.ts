// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import type { Person } from '../../../src/map/visit.ts';
import type { Bundle } from '@medplum/fhirtypes';
import { severalVersions, type Delivery, type Message, type Upstream } from '../../../src/platforms/platform.ts';
import type { SubjectState } from '../../../src/platforms/subject.ts';
import { isMaskedNameOf } from '../../../src/platforms/satusehat/identity/masked-name.ts';
import type { Answer } from '../../../src/platforms/answer.ts';
import { readAnswer as readAnswered } from '../../../src/platforms/satusehat/answer/read-answer.ts';
import { readRefusal, ruleNumberOf } from '../../../src/platforms/satusehat/answer/read-refusal.ts';
import { alone, known, messageOf, prepare, visitState } from './a-subject.ts';

const person: Person = {
  id: 'p1',
  nik: '6472994302249512',
  name: 'Naura Khalisa',
  nameIsOfficial: true,
  birthDate: '2024-02-03',
  sex: 'P',
};
const puskesmas = {
  code: 'PKM',
  kind: 'puskesmas',
  name: 'Puskesmas',
  aliases: [],
  zone: 'Asia/Makassar',
  openFrom: '08:00',
  openTo: '12:00',
  responsible: [],
  mode: 'uji',
} as const;
const readAnswer = (message: Message, subject: SubjectState, answered: Answer): Delivery =>
  readAnswered({ message, subject, answer: answered });
const unknownBeside = { motherKey: undefined, decided: new Map<string, 'sama' | 'bukan'>(), puskesmas, policy: undefined };
const patient: SubjectState = { kind: 'patient', person, nikKey: 'kunci-nik', ...unknownBeside };
const look: Message = {
  plan: 'cari-nik',
  method: 'GET',
  path: '/Patient?identifier=x',
  effect: false,
  refs: [{ ref: 'patient/p1', hash: 'kunci-nik' }],
  credential: '100099001',
};
const create: Message = { ...look, plan: 'kirim-kunjungan', method: 'POST', path: '/', effect: true };
const answer = (status: number, body: unknown, headers = {}): Answer => ({ status, headers, body });
const found = (...names: readonly string[]): unknown => ({
  resourceType: 'Bundle',
  total: names.length,
  entry: names.map((text, index) => ({ resource: { resourceType: 'Patient', id: `P0${String(index)}`, name: [{ text }] } })),
});

describe('a masked name', () => {
  test.each([
    ['Na** Kh**', 'Naura Khalisa', true],
    ['NA** KH**', 'naura  khalisa', true],
    ['Na**', 'Naura Khalisa', false],
    ['Na** Kh** A*', 'Naura Khalisa', false],
    ['Na** Ka**', 'Naura Khalisa', false],
    ['Naura Khalisa', 'Naura Khalisa', true],
    ['Naura Khalida', 'Naura Khalisa', false],
    ['', 'Naura Khalisa', false],
  ])('%s agrees with the name of the row: as stated', (masked, name, agrees) => {
    expect(isMaskedNameOf(masked, name)).toBe(agrees);
  });
});

describe('an IHS number', () => {
  test('is adopted when the masked name and the own date and sex of the NIK agree', () => {
    expect(readAnswer(look, patient, answer(200, found('Na** Kh**')))).toMatchObject({
      upstream: [{ ref: 'patient/p1', platformId: 'P00', hash: 'kunci-nik' }],
      then: { do: 'settle' },
    });
  });

  test('is not adopted when another name answers', () => {
    expect(readAnswer(look, patient, answer(200, found('Si** Am**')))).toMatchObject({
      upstream: [],
      then: { do: 'hold', reason: 'nik-tidak-cocok' },
    });
  });

  test('is never taken from the first of two answers', () => {
    expect(readAnswer(look, patient, answer(200, found('Na** Kh**', 'Na** Kh**')))).toMatchObject({
      upstream: [],
      then: { reason: 'ihs-ganda' },
    });
  });

  test('is asked for by name and birth date too when the date in the NIK differs from the row', () => {
    const other: SubjectState = { kind: 'patient', person: { ...person, birthDate: '2024-02-04' }, nikKey: 'kunci-nik', ...unknownBeside };
    expect(readAnswer(look, other, answer(200, found('Na** Kh**')))).toMatchObject({
      upstream: [{ ref: 'patient/p1/nama-cocok' }],
      then: { do: 'continue' },
    });
  });

  test('of an unknown NIK is a matter for a person', () => {
    expect(readAnswer(look, patient, answer(200, { resourceType: 'Bundle', total: 0 }))).toMatchObject({
      then: { reason: 'nik-tidak-dikenal' },
    });
  });
});

describe('an answer that hides or ignores something', () => {
  const place: SubjectState = { kind: 'place', place: puskesmas, puskesmas };
  const found = {
    ...look,
    plan: 'cari-lokasi',
    path: `/Location?identifier=${encodeURIComponent('sistem|KAMBOJA')}`,
    refs: [{ ref: 'place/KAMBOJA/location', hash: '' }],
  };
  const location = (value: string, id: string): unknown => ({
    resource: { resourceType: 'Location', id, identifier: [{ system: 'sistem', value }] },
  });
  const bundle = (...entry: readonly unknown[]): unknown => ({ resourceType: 'Bundle', type: 'searchset', entry });

  test('under our own identifier is ours', () => {
    expect(readAnswer(found, place, answer(200, bundle(location('KAMBOJA', 'L1'))))).toMatchObject({
      upstream: [{ ref: 'place/KAMBOJA/location', platformId: 'L1' }],
      then: { do: 'continue' },
    });
  });

  test('with records of others, because the criterion was ignored, gives us none of them', () => {
    expect(readAnswer(found, place, answer(200, bundle(location('MAWAR', 'L2'))))).toMatchObject({
      upstream: [{ ref: 'place/KAMBOJA/location/dicari', platformId: 'tidak-ada' }],
      then: { do: 'continue' },
    });
  });

  test('twice under our identifier goes to a person', () => {
    expect(readAnswer(found, place, answer(200, bundle(location('KAMBOJA', 'L1'), location('KAMBOJA', 'L2'))))).toMatchObject({
      upstream: [],
      then: { reason: 'tercatat-ganda' },
    });
  });

  test.each([
    ['an entry', bundle({ resource: { resourceType: 'OperationOutcome', issue: [{ severity: 'information', code: 'suppressed' }] } })],
    ['the whole answer', { resourceType: 'OperationOutcome', issue: [{ severity: 'information', code: 'suppressed' }] }],
  ])('for lack of consent, %s, is never read as "not found"', (_, body) => {
    expect(readAnswer(found, place, answer(200, body))).toMatchObject({ upstream: [], then: { reason: 'tertutup-persetujuan' } });
    expect(readAnswer(look, patient, answer(200, body))).toMatchObject({ upstream: [], then: { reason: 'tertutup-persetujuan' } });
  });

  test('and is no list of results at all is asked again', () => {
    expect(readAnswer(look, patient, answer(200, { metadata: { code: '200' } })).kind).toBe('deferred');
  });

  test('by a full search with another birth date, or with a record without number, adopts nobody', () => {
    const full: Message = { ...look, plan: 'cari-nik-nama-lahir' };
    const record = (facts: object): unknown =>
      bundle({ resource: { resourceType: 'Patient', id: 'P1', name: [{ text: 'NAURA KHALISA' }], ...facts } });
    expect(readAnswer(full, patient, answer(200, record({ birthDate: '2024-02-03' })))).toMatchObject({ upstream: [{ platformId: 'P1' }] });
    expect(readAnswer(full, patient, answer(200, record({ birthDate: '2020-02-03' })))).toMatchObject({
      upstream: [],
      then: { reason: 'nik-tidak-cocok' },
    });
    expect(readAnswer(full, patient, answer(200, record({})))).toMatchObject({ upstream: [], then: { reason: 'nik-tidak-cocok' } });
    expect(readAnswer(look, patient, answer(200, record({ id: undefined })))).toMatchObject({ upstream: [] });
  });
});

describe('a refusal', () => {
  const outcome = (text: string, code = 'value', expression?: string): unknown => ({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code, details: { text }, ...(expression === undefined ? {} : { expression: [expression] }) }],
  });

  test.each([
    ['a duplicate by its rule number', 400, outcome('Found duplicate: Location (RuleNumber: 20002)'), 'unknown'],
    ['a duplicate in the old form', 400, outcome('Found duplicate resource: Encounter', 'duplicate'), 'unknown'],
    ['a broken rule', 400, outcome('Reference is mandatory : Encounter.subject (RuleNumber: 10118)'), 'rejected'],
    [
      'an expired token',
      401,
      { fault: { faultstring: 'x', detail: { errorcode: 'keymanagement.service.access_token_expired' } } },
      'deferred',
    ],
    ['a foreign address', 403, '<html></html>', 'deferred'],
    ['the sign-in page of a proxy', 302, '', 'deferred'],
    ['a structure the store cannot read', 400, outcome('unparseable_resource', 'structure'), 'rejected'],
    ['an old form of a refused client', 401, { ErrorCode: 'invalid_client', Error: 'ClientId is Invalid' }, 'deferred'],
    ['a bad token in the newer form', 401, outcome('Invalid Access Token.', 'invalid-access-token'), 'deferred'],
    ['an unknown id', 404, outcome('storage_error', 'no-store'), 'rejected'],
    ['a business rule', 403, outcome('Operation cannot be performed', 'forbidden'), 'rejected'],
    ['the answer of the Patient service', 400, { code: 400, error: true, data: { validation: [] } }, 'rejected'],
    ['a validation of KFA', 422, { detail: [{ loc: ['query'], msg: 'x', type: 'y' }] }, 'rejected'],
    ['an internal error as outcome', 500, outcome('An unexpected internal error has occurred.', 'exception'), 'unknown'],
    ['too many requests', 429, {}, 'deferred'],
    ['a gateway timeout', 504, 'Gateway Timeout', 'unknown'],
    ['no healthy upstream', 503, 'no healthy upstream', 'unknown'],
  ])('%s ends in the stated word', (_, status, body, kind) => {
    expect(readRefusal(answer(status, body), create).kind).toBe(kind);
  });

  test('of a question by a failing server leaves nothing in doubt', () => {
    expect(readRefusal(answer(503, 'no healthy upstream'), look)).toMatchObject({ kind: 'deferred', platformWide: true });
    expect(readRefusal(answer(500, outcome('x', 'exception')), look)).toEqual(expect.not.objectContaining({ platformWide: true }));
  });

  test.each([401, 429, 302])('with %i stops the whole platform, not this message', (status) => {
    expect(readRefusal(answer(status, {}), create)).toMatchObject({ kind: 'deferred', platformWide: true });
  });

  test('says how long to wait where the platform said so', () => {
    expect(readRefusal(answer(429, {}, { 'retry-after': '7' }), create)).toMatchObject({ retryAfterMs: 7000 });
    const dates = { date: 'Tue, 12 Aug 2025 03:00:00 GMT', 'retry-after': 'Tue, 12 Aug 2025 03:02:00 GMT' };
    expect(readRefusal(answer(429, {}, dates), create)).toMatchObject({ retryAfterMs: 120_000 });
  });

  test('names the refused entry and not those that fell with it', () => {
    const body = {
      resourceType: 'OperationOutcome',
      issue: [
        { code: 'value', details: { text: 'Code not found (RuleNumber: 10010)' }, expression: ['Bundle.entry[2].resource.code'] },
        { code: 'value', details: { text: 'Failed by an earlier entry (RuleNumber: 20012)' }, expression: ['Bundle.entry[3]'] },
      ],
    };
    expect(readRefusal(answer(400, body), { ...create, refs: [look, look, look, look].map(() => ({ ref: 'x', hash: '' })) })).toMatchObject(
      { refusedEntries: [2], entries: 4 },
    );
  });

  test('never repeats the words of the platform, which may hold a name', () => {
    const told = outcome(
      'alamat Naura Khalisa TIDAK SESUAI (RuleNumber: 6472994302249512)',
      'value',
      'Patient.identifier=6472994302249512',
    );
    const said = JSON.stringify(readRefusal(answer(400, told), create));
    expect(said).not.toContain('Naura');
    expect(said).not.toMatch(/64729/);
  });

  test.each([
    ['Found (RuleNumber: 20002)', '20002'],
    ['found (Rule Number: 10109)', '10109'],
    ['filled (Rule 10122)', '10122'],
    ['no number', undefined],
  ])('carries its rule number however it is written: %s', (text, number) => {
    expect(ruleNumberOf({ details: { text } })).toBe(number);
  });
});

describe('a transaction', () => {
  const visit = { kind: 'visit' } as unknown as SubjectState;
  const message: Message = {
    ...create,
    refs: [
      { ref: 'visit/v1', hash: 'a' },
      { ref: 'visit/v1/o1', hash: 'b' },
    ],
  };
  const response = (type: string, id: string): unknown => ({ response: { status: '201 Created', resourceType: type, resourceID: id } });

  test('is settled with the ids in the order of the request', () => {
    const body = {
      resourceType: 'Bundle',
      type: 'transaction-response',
      entry: [response('Encounter', 'E1'), response('Observation', 'O1')],
    };
    expect(readAnswer(message, visit, answer(200, body))).toEqual({
      kind: 'accepted',
      upstream: [
        { ref: 'visit/v1', platformId: 'E1', hash: 'a' },
        { ref: 'visit/v1/o1', platformId: 'O1', hash: 'b' },
      ],
      then: { do: 'settle' },
    });
  });

  test('whose answer names fewer ids than entries is looked up before anything is sent again', () => {
    expect(readAnswer(message, visit, answer(200, { resourceType: 'Bundle', entry: [response('Encounter', 'E1')] }))).toMatchObject({
      kind: 'unknown',
      quiet: true,
    });
  });

  test('whose answer is cut off is looked up before anything is sent again', () => {
    expect(readAnswer(message, visit, answer(200, '{"resourceType":"Bun'))).toMatchObject({ kind: 'unknown' });
  });
});

describe('an Encounter of ours of which nobody knows which version it is', () => {
  const state = visitState();
  const sent = messageOf(prepare(state, known(alone)));
  const entries = (sent.body as Bundle).entry ?? [];
  const unsure = { reconcile: true, sentHash: severalVersions };
  /** As SATUSEHAT shows what it was sent. */
  const shown = (index: number, change: object = {}): object => {
    const text = JSON.stringify(entries[index]?.resource).replaceAll('"urn:uuid:', '"Encounter/').replaceAll('+00:00', 'Z');
    return { ...(JSON.parse(text) as object), id: `S${String(index)}`, meta: { versionId: '1' }, ...change };
  };
  const bundle = (...resources: readonly object[]): unknown => ({
    resourceType: 'Bundle',
    type: 'searchset',
    entry: resources.map((resource) => ({ resource })),
  });

  /** Asks and answers until nothing more is asked. */
  function adopt(answers: Readonly<Record<string, unknown>>): ReturnType<typeof prepare> {
    let upstream: Upstream = known(alone);
    for (let step = 0; step < 8; step += 1) {
      const next = prepare(state, upstream, { ...unsure, reconcile: step === 0 });
      if (next.do !== 'send' || next.message.effect) return next;
      const { message } = next;
      const delivery = readAnswer(message, state, answer(200, answers[message.path.split('?')[0] ?? ''] ?? bundle()));
      const learned = delivery.kind === 'accepted' ? delivery.upstream : [];
      upstream = new Map([...upstream, ...learned.map((entry) => [entry.ref, entry] as const)]);
    }
    throw new Error('the adoption never ends');
  }
  const whole = {
    '/Encounter': bundle(shown(0)),
    '/Observation': bundle(shown(1)),
    '/Procedure': bundle(shown(2)),
    '/Condition': bundle(shown(3)),
  };

  test('is settled where all of it says what we would say', () => {
    expect(adopt(whole)).toEqual({ do: 'settled', leftOut: [] });
  });

  test.each([
    ['another value', { '/Observation': bundle(shown(1, { valueQuantity: { value: 1 } })) }, 'koreksi-ubah:Observation'],
    ['a part missing', { '/Procedure': bundle() }, 'koreksi-tambah:Procedure'],
    ['another status', { '/Encounter': bundle(shown(0, { status: 'in-progress' })) }, 'koreksi-ubah:Encounter'],
    ['something more', { '/Encounter': bundle(shown(0, { reasonCode: [{ text: 'x' }] })) }, 'koreksi-ubah:Encounter'],
  ])('is made the same where it has %s', (_, change, plan) => {
    expect(adopt({ ...whole, ...change })).toMatchObject({ message: { plan } });
  });

  test.each([
    [
      'another part of ours',
      {
        '/Observation': bundle(
          shown(1),
          shown(1, { id: 'S9', identifier: [{ system: 'http://sys-ids.kemkes.go.id/observation/100009902', value: 'nomor-lain' }] }),
        ),
      },
    ],
  ])('is left to a person where it has %s', (_, change) => {
    expect(adopt({ ...whole, ...change })).toMatchObject({ do: 'hold', reason: 'koreksi-perlu-tangan' });
  });
});
