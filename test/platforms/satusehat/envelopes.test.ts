// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import type { Delivery, Message } from '../../../src/platforms/platform.ts';
import type { Answer } from '../../../src/platforms/answer.ts';
import { readAnswer } from '../../../src/platforms/satusehat/answer/read-answer.ts';
import { toKept } from '../../../src/platforms/satusehat/answer/to-kept.ts';
import { patientState, placeState, visitState } from './a-subject.ts';
import { failures, oddities } from './some-envelopes.ts';

const entry = (type: string, resource: object = {}): object => ({
  ...{ fullUrl: `urn:uuid:${type}`, resource: { resourceType: type, ...resource }, request: { method: 'POST', url: type } },
});
const code = (value: string): object => ({ code: { coding: [{ system: 'http://loinc.org', code: value }] } });
const refs = ['visit/v', 'visit/v/a', 'visit/v/b', 'visit/v/c'].map((ref) => ({ ref, hash: 'h' }));
const visit: Message = {
  ...{ plan: 'kirim-kunjungan', method: 'POST', path: '/', effect: true, credential: '100009902', refs },
  body: {
    ...{ resourceType: 'Bundle', type: 'transaction' },
    entry: [entry('Encounter'), entry('Observation', code('8867-4')), entry('Observation', code('9279-1')), entry('Condition')],
  },
};
const create: Message = { ...visit, plan: 'buat-lokasi', path: '/Location', body: { resourceType: 'Location' }, refs: refs.slice(0, 1) };
const change: Message = { ...create, plan: 'ubah-lokasi', method: 'PUT', path: '/Location/L1' };
const look: Message = {
  ...{ plan: 'cari-lokasi', method: 'GET', path: '/Location?identifier=s%7Cv', effect: false, credential: '100009902' },
  refs: refs.slice(0, 1),
};

const read = (message: Message, answer: Partial<Answer>): Delivery =>
  readAnswer({
    message,
    subject: message === visit ? visitState() : placeState,
    answer: { status: 200, headers: {}, body: '', ...answer },
  });
const codesOf = (delivery: Delivery): readonly string[] =>
  delivery.kind === 'accepted' ? [] : delivery.outcome.map((issue) => issue.code);

describe('every envelope of a refusal or failure ends in one word, for a change and for a question', () => {
  test.each([
    ['a rule of the processor', 'rejected', 'rejected', 'satusehat-10118'],
    ['a rule in the second spelling', 'rejected', 'rejected', 'satusehat-10109'],
    ['a rule in the third spelling', 'rejected', 'rejected', 'satusehat-10122'],
    ['a duplicate in the old form', 'unknown', 'rejected', 'satusehat-20002'],
    ['a duplicate by its rule', 'unknown', 'rejected', 'satusehat-20002'],
    ['a person who is there', 'unknown', 'rejected', 'satusehat-20002'],
    ['a person unlike Dukcapil', 'rejected', 'rejected', 'satusehat-beda-dengan-dukcapil'],
    ['a mother unknown', 'rejected', 'rejected', 'satusehat-nik-ibu-tidak-dikenal'],
    ['a structure the store cannot read', 'rejected', 'rejected', 'satusehat-bentuk-tidak-terbaca'],
    ['a query the store cannot read', 'rejected', 'rejected', 'satusehat-400'],
    ['a token endpoint', 'deferred', 'deferred', 'satusehat-401'],
    ['a token endpoint of old', 'deferred', 'deferred', 'satusehat-401'],
    ['the gateway', 'deferred', 'deferred', 'satusehat-401'],
    ['the gateway, newer', 'deferred', 'deferred', 'satusehat-401'],
    ['a read of nothing', 'rejected', 'rejected', 'satusehat-404'],
    ['consent as 400', 'rejected', 'rejected', 'satusehat-tidak-diizinkan'],
    ['consent as 403', 'rejected', 'rejected', 'satusehat-tidak-diizinkan'],
    ['a change of a person', 'rejected', 'rejected', 'satusehat-400'],
    ['a change of a person, with 200', 'rejected', 'rejected', 'satusehat-400'],
    ['KYC', 'rejected', 'rejected', 'satusehat-400'],
    ['KFA', 'rejected', 'rejected', 'satusehat-422'],
    ['the index of facilities', 'rejected', 'rejected', 'satusehat-400'],
    ['a foreign address', 'deferred', 'deferred', 'satusehat-403'],
    ['a sign-in page', 'unknown', 'deferred', 'satusehat-halaman-jaringan'],
    ['a redirect', 'deferred', 'deferred', 'satusehat-302'],
    ['too many calls', 'deferred', 'deferred', 'satusehat-429'],
    ['a gateway that waited', 'unknown', 'deferred', 'satusehat-504'],
    ['no healthy upstream', 'unknown', 'deferred', 'satusehat-503'],
    ['an internal error', 'unknown', 'deferred', 'satusehat-500'],
  ])('%s', (name, ofChange, ofQuestion, first) => {
    const envelope = failures.find((one) => one.name === name);
    const [changed, asked] = [read(create, envelope ?? {}), read(look, envelope ?? {})];
    expect([changed.kind, asked.kind, codesOf(changed)[0]]).toEqual([ofChange, ofQuestion, first]);
  });

  test('and none is left out of the table', () => {
    expect(failures).toHaveLength(29);
  });

  test('the Patient service tells the element', () => {
    const envelope = failures.find(({ name }) => name === 'a change of a person');
    expect(read(create, envelope ?? {})).toMatchObject({ outcome: [{ expression: 'Patient.name' }] });
  });
});

describe('an answer of success that says nothing', () => {
  test.each(oddities)('never counts as done: $name', (envelope) => {
    for (const message of [visit, create, change]) expect(read(message, envelope)).toMatchObject({ kind: 'unknown', quiet: true });
  });

  test.each(['nothing', 'an empty body', 'a list', 'half an answer', 'a promise'])('never means that nothing is there: %s', (name) => {
    expect(read(look, oddities.find((one) => one.name === name) ?? {}).kind).toBe('deferred');
  });

  test.each(['a consent notice in a search', 'a bare consent notice'])('for lack of consent goes to a person: %s', (name) => {
    expect(read(look, oddities.find((one) => one.name === name) ?? {})).toMatchObject({ then: { reason: 'tertutup-persetujuan' } });
  });

  test('with a page, also without its type, stops everything of the credential', () => {
    expect(read(look, { body: ' <html></html>' })).toMatchObject({ kind: 'deferred', platformWide: true });
    expect(read(visit, { body: 'Masuk', headers: { 'content-type': 'text/html; charset=utf-8' } })).toMatchObject({
      kind: 'unknown',
      platformWide: true,
    });
  });

  test.each([
    ['another type', { resourceType: 'Organization', id: 'L1' }],
    ['another id', { resourceType: 'Location', id: 'L2' }],
    ['an id that is none', { resourceType: 'Location', id: 'L 1' }],
    ['no id', { resourceType: 'Location' }],
  ])('with %s is looked up', (_, body) => {
    expect(read(change, { body })).toMatchObject({ kind: 'unknown', quiet: true });
    expect(read(change, { body: { resourceType: 'Location', id: 'L1' } }).kind).toBe('accepted');
  });

  test('of a search that shows less than it counts is no "not found"', () => {
    const short = { resourceType: 'Bundle', type: 'searchset', total: 1, entry: [] };
    expect(read(look, { body: short })).toMatchObject({ upstream: [], then: { do: 'hold', reason: 'jawaban-tidak-lengkap' } });
    const next = { resourceType: 'Bundle', type: 'searchset', link: [{ relation: 'next', url: 'x' }] };
    expect(read(look, { body: next })).toMatchObject({ then: { reason: 'jawaban-tidak-lengkap' } });
  });
});

describe('the answer to a transaction', () => {
  const response = (type: string, id: string, change: object = {}): object => ({
    response: { status: '201 Created', location: `https://x/fhir-r4/v1/${type}/${id}/_history/MT`, ...change },
  });
  const whole = [response('Encounter', 'E'), response('Observation', 'O1'), response('Observation', 'O2'), response('Condition', 'C')];
  const bundle = (entries: readonly object[]): object => ({ resourceType: 'Bundle', type: 'transaction-response', entry: entries });

  test('gives an id for each entry', () => {
    expect(read(visit, { body: bundle(whole) })).toMatchObject({ upstream: ['E', 'O1', 'O2', 'C'].map((platformId) => ({ platformId })) });
  });

  test.each([
    ['an entry missing', whole.slice(1)],
    ['another type in its place', [...whole.slice(0, 3), response('Procedure', 'C')]],
    ['an entry that failed', [...whole.slice(0, 3), response('Condition', 'C', { status: '400 Bad Request' })]],
    ['one id twice', [...whole.slice(0, 2), response('Observation', 'O1'), whole[3] ?? {}]],
    ['two ids for one', [...whole.slice(0, 3), response('Condition', 'C', { resourceID: 'D' })]],
  ])('with %s is looked up', (_, entries) => {
    expect(read(visit, { body: bundle(entries) })).toMatchObject({ kind: 'unknown', quiet: true });
  });
});

describe('statuses that are rarely seen', () => {
  test.each([
    [409, 'unknown', 'deferred'],
    [412, 'unknown', 'deferred'],
    [423, 'unknown', 'deferred'],
    [413, 'rejected', 'rejected'],
    [415, 'rejected', 'rejected'],
    [422, 'rejected', 'rejected'],
    [405, 'rejected', 'rejected'],
    [303, 'unknown', 'deferred'],
    [304, 'unknown', 'deferred'],
    [307, 'deferred', 'deferred'],
    [407, 'deferred', 'deferred'],
    [408, 'unknown', 'deferred'],
    [511, 'deferred', 'deferred'],
    [103, 'unknown', 'deferred'],
    [0, 'unknown', 'deferred'],
    [Number.NaN, 'unknown', 'deferred'],
    [999, 'unknown', 'deferred'],
  ])('%d ends in the stated words', (status, ofChange, ofQuestion) => {
    expect([read(create, { status, body: {} }).kind, read(look, { status, body: {} }).kind]).toEqual([ofChange, ofQuestion]);
  });

  test('a 404 or 403 that is no JSON is not of SATUSEHAT, and parks nothing', () => {
    for (const status of [403, 404]) expect(read(create, { status, body: 'default backend' })).toMatchObject({ platformWide: true });
    expect(read(create, { status: 413, body: '<html></html>' }).kind).toBe('rejected');
  });
});

describe('Retry-After', () => {
  const wait = (after: string, date = 'Tue, 12 Aug 2025 03:00:00 GMT'): number | undefined => {
    const delivery = read(create, { status: 429, body: {}, headers: { 'retry-after': after, date } });
    return delivery.kind === 'deferred' ? delivery.retryAfterMs : undefined;
  };

  test.each([
    ['7', 7000],
    ['0.5', 500],
    ['Tue, 12 Aug 2025 03:02:00 GMT', 120_000],
    ['99999999', 3_600_000],
    ['Tue, 12 Aug 2098 03:02:00 GMT', 3_600_000],
    ['0', undefined],
    ['-5', undefined],
    ['Tue, 12 Aug 2025 02:00:00 GMT', undefined],
    ['1e99', undefined],
    ['Infinity', undefined],
    ['NaN', undefined],
    ['besok', undefined],
  ])('%s is honoured as far as it is sensible', (after, ms) => {
    expect(wait(after)).toBe(ms);
  });

  test("a date without the platform's own clock says nothing", () => {
    expect(wait('Tue, 12 Aug 2025 03:02:00 GMT', 'kemarin')).toBeUndefined();
  });
});

describe('a refused part of a transaction', () => {
  const refusal = (...said: readonly (readonly [string, string?])[]): Delivery => {
    const issue = said.map(([text, path]) => ({ code: 'value', details: { text }, ...(path === undefined ? {} : { expression: [path] }) }));
    return read(visit, { status: 400, body: { resourceType: 'OperationOutcome', issue } });
  };
  const rule = 'Element not found (RuleNumber: 10010)';

  test.each([
    ['Bundle.entry[2].resource.code', [2]],
    ['entry[2].resource.code', [2]],
    ['Bundle.entry.2.resource.code', [2]],
    ['/entry/2/resource', [2]],
    ['Condition.code', [3]],
    ['Condition', [3]],
    ['Encounter.class.code', [0]],
    ['Observation.code', []],
    ['Procedure.code', []],
    ['entry[9].resource', []],
  ])('is found by %s where only one is meant', (path, refusedEntries) => {
    expect(refusal([rule, path])).toMatchObject({ kind: 'rejected', refusedEntries, entries: 4 });
  });

  test('is found by the code that is quoted, where only one carries it', () => {
    expect(
      refusal(["Code not found: '9279-1' in system: http://loinc.org (RuleNumber: 10010)", 'Observation.code.coding[0].code']),
    ).toMatchObject({
      refusedEntries: [2],
      outcome: [{ expression: 'Bundle.entry[2].resource.code.coding[0].code', rule: '10010' }],
    });
  });

  test('is the true cause, and what fell with it is told as that', () => {
    const fallen = ['Forbidden resource Encounter due to previous error (RuleNumber: 20012)', 'Bundle.entry[0]'] as const;
    const told = refusal(fallen, [rule, 'Bundle.entry[3].resource.code']);
    expect(told).toMatchObject({
      refusedEntries: [3],
      outcome: [
        { code: 'satusehat-10010', severity: 'error' },
        { code: 'satusehat-20012', severity: 'information' },
      ],
    });
    expect(refusal(fallen)).toMatchObject({ outcome: [{ code: 'satusehat-20012', severity: 'error' }] });
  });

  test('is not guessed where one of the causes could be of several', () => {
    expect(refusal([rule, 'Condition.code'], [rule, 'Observation.code'])).toMatchObject({ refusedEntries: [] });
  });

  test('that is there under our number without its visit is left out; a visit that is there is adopted', () => {
    expect(refusal(['Found duplicate: Condition (RuleNumber: 20002)', 'Bundle.entry[3].resource'])).toMatchObject({ refusedEntries: [3] });
    expect(refusal(['Found duplicate: Encounter (RuleNumber: 20002)', 'Bundle.entry[0].resource'])).toMatchObject({
      kind: 'unknown',
      quiet: false,
    });
  });
});

test('a number, a name or a word of the person in a path is not repeated', () => {
  for (const path of [
    'Patient.name.Kanari',
    'Patient.identifier[6472991203990001]',
    'Kanari',
    "Patient.name.where(text='Kanari')",
    'Bundle.entry[2].kanari',
  ]) {
    const body = {
      resourceType: 'OperationOutcome',
      issue: [{ code: 'value', details: { text: 'Kanari (RuleNumber: 10168)' }, expression: [path] }],
    };
    const told = JSON.stringify(readAnswer({ message: create, subject: patientState, answer: { status: 400, headers: {}, body } }));
    expect(told).not.toMatch(/kanari|64729/i);
  }
});

test('an answer nested deeper than can be written down is kept as a note, any other as it came', () => {
  const deep: unknown = JSON.parse('['.repeat(10_000) + ']'.repeat(10_000));
  expect(toKept(deep)).toBe('terlalu dalam');
  expect(toKept({ a: [{ b: 1 }] })).toEqual({ a: [{ b: 1 }] });
  expect(toKept('x'.repeat(2_000_000))).toHaveLength(1_000_000);
});
