import { afterEach, describe, expect, test } from '@jest/globals';
import type { Fault } from '../../src/simulator/faults/fault.ts';
import { query } from '../a-store.ts';
import { aScriptedPlatform, type Reply } from '../platforms/satusehat/a-scripted-platform.ts';
import { aDistrict, aPerson, naura, type District } from './a-district.ts';

let open: District | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

/** What a reader of the tables may never see: people, nakes, secrets and tokens. */
const canaries = [
  '6472991805239511',
  'Raffa',
  'RAFFA',
  '6472994302249512',
  'Naura',
  'Khalisa',
  '6472996402929703',
  'Dewi Kartika',
  '2023-05-18',
  '2024-02-03',
  'bukan-rahasia',
  'Bearer',
];

/** Everything that stands in clear about deliveries, and what was thrown. */
async function clearText(made: District, thrown: readonly unknown[]): Promise<string> {
  const owed = await query(made.url, 'select * from owed');
  const attempts = await query(made.url, `select id, plan, delivery, http_status, codes, request_hash, at from attempt`);
  const upstream = await query(made.url, 'select * from upstream');
  const sealed = await query<{ body: string }>(
    made.url,
    `select encode(sealed_body, 'escape') as body from attempt where sealed_body is not null`,
  );
  expect(attempts.length).toBeGreaterThan(0);
  const faults = thrown.map((fault) =>
    fault instanceof Error ? `${fault.message} ${fault.stack ?? ''} ${JSON.stringify(fault)}` : String(fault),
  );
  return JSON.stringify({ owed, attempts, upstream, sealed, outcomes: await made.outcomes(), faults });
}

const toRoot = '^/fhir-r4/v1/?$';
const kinds: readonly (readonly [string, readonly Partial<Fault>[]])[] = [
  ['nothing fails', []],
  ['people cannot be looked up', [{ kind: 'status', status: 500, match: { path: 'Patient' } }]],
  ['the token is refused when used', [{ kind: 'expired-token' }]],
  ['answers get lost after they were stored', [{ kind: 'lost-after-commit', match: { method: 'POST', path: toRoot } }]],
  ['answers are cut off', [{ kind: 'truncated-json' }]],
  ['connections break', [{ kind: 'lost-before-commit' }]],
  ['a proxy answers with a page', [{ kind: 'html-403' }]],
  ['there are too many requests', [{ kind: 'too-many-requests' }]],
];

describe('nothing of a person, a secret or a token stands in clear', () => {
  test.each(kinds)('when %s', async (_, faults) => {
    const made = await aDistrict();
    open = made;
    if (faults.length > 0) await made.sandbox.plan(...faults);
    await made.owe({ person: aPerson() });
    await made.owe({ person: aPerson({ ...naura, birthDate: '2024-02-04' }) });
    const thrown: unknown[] = [];
    await made.deliver().catch((fault: unknown) => thrown.push(fault));
    await made.pass(3).catch((fault: unknown) => thrown.push(fault));

    const text = await clearText(made, thrown);
    expect(canaries.filter((canary) => text.includes(canary))).toEqual([]);
  });

  test('when the platform quotes the person in its refusal, in every field it has; the answer itself is kept sealed', async () => {
    const there = await aScriptedPlatform();
    const made = await aDistrict({ platformUrl: there.url });
    open = made;
    const quoting = {
      resourceType: 'OperationOutcome',
      issue: [
        {
          severity: 'error',
          code: 'Raffa Aditya 6472991805239511',
          details: { text: 'nama Raffa TIDAK SESUAI (RuleNumber: 6472991805239511)' },
          diagnostics: 'NIK 6472991805239511 lahir 2023-05-18',
          expression: ["Patient.where(name='Raffa')", '6472991805239511'],
        },
      ],
    };
    there.answers = Array<Reply>(3).fill({ status: 400, body: quoting, headers: { 'x-request-id': '6472991805239511' } });
    const person = aPerson();
    await made.owe({ person });
    await made.deliver();
    await there.close();

    const text = await clearText(made, []);
    expect(canaries.filter((canary) => text.includes(canary))).toEqual([]);
    expect(await made.outcomes()).toMatchObject({ held: 1, reasons: { 'satusehat-400': 1 } });
    const attempts = await made.store.attempts.attemptsOf(made.store.db, {
      platform: 'satusehat',
      subject: { kind: 'patient', id: person.id },
    });
    expect(attempts).toMatchObject([{ httpStatus: 400, codes: ['satusehat-400'], body: { answer: quoting } }]);
  });
});
