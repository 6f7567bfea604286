// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Ledger } from '../../src/deliver/debt.ts';
import { query } from '../a-store.ts';
import { aDistrict, aPerson, bilal, dyingAt, naura, raffa, type District, type DistrictOptions } from './a-district.ts';

const open: District[] = [];
const district = async (options?: DistrictOptions): Promise<District> => {
  const made = await aDistrict(options);
  open.push(made);
  return made;
};
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});
const toRoot = '^/fhir-r4/v1/?$';
const none = { delivered: 0, held: 0, waiting: 0, rejected: 0, underway: 0, reasons: {} };

describe('an answer', () => {
  test.each(['lost-after-commit', 'truncated-json'])('%s is looked up after the quiet time and adopted, nothing twice', async (kind) => {
    const made = await district();
    await made.sandbox.plan({ kind, times: 1, match: { method: 'POST', path: toRoot } });
    await made.owe({ person: aPerson() });
    await made.deliver();
    expect(await made.outcomes()).toMatchObject({ delivered: 0, underway: 1 });

    await made.pass(1);
    expect(await made.outcomes()).toEqual({ ...none, delivered: 1 });
    for (const type of ['Encounter', 'Observation', 'Procedure', 'Condition']) expect(await made.stored(type)).toHaveLength(1);
    expect((await made.calls())['POST fhir-r4/v1']).toBe(1);
  });

  test('that never came because the message was lost on its way leads to sending it again', async () => {
    const made = await district();
    await made.sandbox.plan({ kind: 'lost-before-commit', times: 1, match: { method: 'POST', path: toRoot } });
    await made.owe({ person: aPerson() });
    await made.deliver();
    await made.pass(1);

    expect(await made.outcomes()).toMatchObject({ delivered: 1 });
    expect((await made.calls())['POST fhir-r4/v1']).toBe(2);
  });

  test('lost before a correction adopts the older version and leaves the difference to a person', async () => {
    const made = await district();
    await made.sandbox.plan({ kind: 'lost-after-commit', times: 1, match: { method: 'POST', path: toRoot } });
    const person = aPerson();
    const id = await made.owe({ person });
    await made.deliver();
    await made.owe({ person, id, grams: 10_600 });
    await made.pass(1);

    expect(await made.outcomes()).toMatchObject({ held: 1, reasons: { 'koreksi-perlu-tangan': 1 } });
    expect(await made.stored('Encounter')).toHaveLength(1);
  });

  test('that calls it a duplicate, when either of two versions may have arrived, leaves the choice to a person', async () => {
    const made = await district();
    await made.sandbox.plan({ kind: 'lost-after-commit', times: 1, match: { method: 'POST', path: toRoot } });
    const person = aPerson();
    const id = await made.owe({ person });
    await made.deliver();
    // As after a look that came too early to see what was still landing.
    await query(made.url, `update owed set reconcile = false where subject_kind = 'visit'`);
    await made.owe({ person, id, grams: 10_600 });
    await made.pass(1);

    expect(await made.outcomes()).toEqual({ ...none, held: 1, reasons: { 'koreksi-perlu-tangan': 1 } });
    expect(await made.stored('Encounter')).toHaveLength(1);
  });

  test('that calls it a duplicate is looked up and adopted at once', async () => {
    const made = await district();
    await made.owe({ person: aPerson() });
    await made.deliver();
    // As after a backup from before the delivery was restored.
    await query(made.url, `delete from upstream where ref like 'visit/%'`);
    await query(
      made.url,
      `update owed set state = 'ready', settled_version = 0, due = now() - interval '9 years' where subject_kind = 'visit'`,
    );
    await made.deliver();

    expect(await made.outcomes()).toEqual({ ...none, delivered: 1 });
    expect(await made.stored('Encounter')).toMatchObject([{ identifier: [{ value: expect.stringMatching(/^titian-/) }, {}] }]);
    expect((await made.calls())['POST fhir-r4/v1']).toBe(2);
  });

  test('429 is obeyed: nothing leaves before the time it names', async () => {
    const made = await district();
    await made.sandbox.plan({ kind: 'too-many-requests', retryAfterSeconds: 300, times: 1, match: { method: 'POST', path: toRoot } });
    await made.owe({ person: aPerson() });
    await made.owe({ person: aPerson(naura) });
    await made.owe({ person: aPerson(bilal) });
    await made.deliver();
    await made.pass(4);
    expect(await made.outcomes()).toMatchObject({ waiting: expect.any(Number), rejected: 0 });
    const posted = (await made.calls())['POST fhir-r4/v1'] ?? 0;

    await made.pass(2);
    expect(await made.outcomes()).toEqual({ ...none, delivered: 3 });
    expect(posted).toBeLessThanOrEqual(3);
  });

  test('500 again and again, then a success: it arrives once', async () => {
    const made = await district();
    await made.sandbox.plan({ kind: 'status', status: 500, times: 3 });
    await made.owe({ person: aPerson() });
    await made.deliver();
    await made.pass(10);

    expect(await made.outcomes()).toEqual({ ...none, delivered: 1 });
    expect(await made.stored('Encounter')).toHaveLength(1);
  });

  test('500 without end is given up for a person, never repeated for ever', async () => {
    const made = await district();
    await made.sandbox.plan({ kind: 'status', status: 500, match: { method: 'POST', path: toRoot } });
    await made.owe({ person: aPerson() });
    await made.deliver();
    await made.pass(15);

    expect(await made.outcomes()).toEqual({ ...none, rejected: 1, reasons: { 'terlalu-sering-gagal': 1 } });
    expect((await made.calls())['POST fhir-r4/v1']).toBe(5);
  });

  test.each([
    ['an unreachable platform', { kind: 'lost-before-commit' }],
    ['a failing gateway', { kind: 'status', status: 503 }],
    ['a page for foreigners', { kind: 'html-403' }],
    ['tokens that expire at once', { kind: 'expired-token' }],
  ])('of %s for days parks nothing and asks seldom', async (_, fault) => {
    const made = await district();
    await made.sandbox.plan(fault);
    await made.owe({ person: aPerson() });
    await made.owe({ person: aPerson(naura) });
    await made.deliver();
    await made.pass(10);
    expect(await made.outcomes()).toMatchObject({ delivered: 0, held: 0, rejected: 0 });
    const asked = Object.values(await made.calls()).reduce((sum, each) => sum + each, 0);
    expect(asked).toBeLessThan(120);

    await made.sandbox.http.delete('/_sandbox/faults');
    await made.pass(15);
    expect(await made.outcomes()).toEqual({ ...none, delivered: 2 });
  });
});

describe('a failing platform', () => {
  test('is asked by a few, not by everybody who is owed, until it answers again', async () => {
    const made = await district();
    await made.sandbox.plan({ kind: 'status', status: 503, match: { path: '^/fhir-r4/' } });
    for (let serial = 10; serial < 30; serial += 1)
      await made.owe({ person: aPerson({ nik: `64729901012400${String(serial)}`, birthDate: '2024-01-01' }) });
    await made.deliver();
    await made.pass(10);

    const asked = Object.values(await made.calls()).reduce((sum, each) => sum + each, 0);
    // At most the four in flight together at each of the tries, whose rests double up to a minute.
    expect(asked).toBeLessThan(80);
    expect(await made.outcomes()).toMatchObject({ waiting: 20, rejected: 0 });
  });
});

describe('a worker killed', () => {
  test.each([
    ['after the commit, before it could write anything', 'record'],
    ['after the answer, before settling', 'settle'],
  ] as const)('%s leaves nothing lost and nothing twice', async (_, call) => {
    const made = await district();
    await made.owe({ person: aPerson() });
    const dying = dyingAt(made.ledger, call);
    await expect(made.deliver(dying)).rejects.toThrow('killed');
    expect(await made.stored('Encounter')).toHaveLength(1);
    await made.pass(4);

    expect(await made.outcomes()).toEqual({ ...none, delivered: 1 });
    for (const type of ['Encounter', 'Observation', 'Procedure', 'Condition']) expect(await made.stored(type)).toHaveLength(1);
    expect((await made.calls())['POST fhir-r4/v1']).toBe(1);
  });

  test('no, only so slow that another took over, sends nothing any more', async () => {
    const made = await district();
    await made.owe({ person: aPerson() });
    const slow: Ledger = {
      ...made.ledger,
      beginSending: async (debt, message, now) => {
        made.at('2025-08-15T00:10:00Z');
        await made.deliver(made.ledgerOf('pekerja-2'));
        return made.ledger.beginSending(debt, message, now);
      },
    };
    await made.deliver(slow);

    expect(await made.outcomes()).toEqual({ ...none, delivered: 1 });
    expect((await made.calls())['POST fhir-r4/v1']).toBe(1);
  });

  test('or not, two of them at once deliver every visit once', async () => {
    const made = await district();
    for (const facts of [raffa, naura, bilal]) {
      const person = aPerson(facts);
      for (let day = 1; day <= 8; day += 1) await made.owe({ person, date: `2025-08-0${String(day)}` });
    }
    await Promise.all([made.deliver(), made.deliver(made.ledgerOf('pekerja-2'))]);
    await made.pass(1);

    expect(await made.outcomes()).toEqual({ ...none, delivered: 24 });
    expect(await made.stored('Encounter')).toHaveLength(24);
    expect((await made.calls())['POST fhir-r4/v1']).toBe(24);
  });

  test('while it was making a place makes it once', async () => {
    const made = await district({
      change: ({ organization, location, ...place }) =>
        place.code === 'posyandu-kenanga' ? place : { ...place, ...(organization && { organization }), ...(location && { location }) },
    });
    await made.owe({ person: aPerson() });
    await expect(made.deliver(dyingAt(made.ledger, 'learn', 'place'))).rejects.toThrow('killed');
    await made.pass(4);

    expect(await made.outcomes()).toEqual({ ...none, delivered: 1 });
    expect(await made.stored('Organization')).toHaveLength(1);
    expect(await made.stored('Location')).toHaveLength(1);
  });

  test('by one bad debt still delivers the others', async () => {
    const made = await district();
    const bad = aPerson();
    await made.owe({ person: bad });
    await made.owe({ person: aPerson(naura) });
    const ledger = made.ledger;
    const broken = {
      ...ledger,
      load: (debt: Parameters<typeof ledger.load>[0]) =>
        debt.subject.id === bad.id ? Promise.reject(new Error('broken')) : ledger.load(debt),
    };
    await made.deliver(broken).catch(() => undefined);
    await made.deliver(broken);

    expect(await made.outcomes()).toMatchObject({ delivered: 1, underway: 1 });
  });
});

describe('a gateway that lost everything but its master key', () => {
  const types = ['Encounter', 'Observation', 'Procedure', 'Condition'];
  const countOf = async (made: District): Promise<readonly number[]> =>
    Promise.all(types.map(async (type) => (await made.stored(type)).length));

  test('finds its visits again when they are handed in again, and sends none twice', async () => {
    const before = await district();
    for (const facts of [raffa, naura]) await before.owe({ person: aPerson(facts) });
    await before.owe({ person: aPerson(bilal), service: 'poli-kia' });
    await before.deliver();
    const sent = await countOf(before);
    const made = await aDistrict({ after: before });
    for (const facts of [raffa, naura]) await made.owe({ person: aPerson(facts) });
    await made.owe({ person: aPerson(bilal), service: 'poli-kia' });
    await made.deliver();

    expect([sent, await countOf(made), await made.outcomes()]).toEqual([[3, 3, 3, 2], [3, 3, 3, 2], { ...none, delivered: 3 }]);
    // Each was tried once more, and refused as a duplicate.
    expect((await made.calls())['POST fhir-r4/v1']).toBe(6);
  });

  test('and hands in another version than was delivered leaves the difference to a person', async () => {
    const before = await district();
    await before.owe({ person: aPerson() });
    await before.deliver();
    const made = await aDistrict({ after: before });
    await made.owe({ person: aPerson(), grams: 10_600 });
    await made.deliver();

    expect([await countOf(made), await made.outcomes()]).toEqual([
      [1, 1, 1, 1],
      { ...none, held: 1, reasons: { 'koreksi-perlu-tangan': 1 } },
    ]);
  });
});

describe('a visit that a gateway of the version before sent', () => {
  test.each([
    ['and settled', 'lost-after-commit', 0],
    ['without hearing of it', 'lost-after-commit', 1],
  ])('%s keeps its number', async (_, kind, times) => {
    const made = await district();
    if (times > 0) await made.sandbox.plan({ kind, times, match: { method: 'POST', path: toRoot } });
    // As that gateway numbers visits: the number is the id.
    const former: Ledger = {
      ...made.ledger,
      load: (debt) => made.ledger.load({ ...debt, number: debt.subject.id }),
    };
    const id = await made.owe({ person: aPerson() });
    await made.deliver(former);
    await query(made.url, 'update owed set number = null');
    await query(
      made.url,
      `update owed set owed_version = owed_version + 1, state = 'ready', due = now() - interval '9 years' where subject_kind = 'visit' and state = 'settled'`,
    );
    await made.pass(2);

    expect(await made.outcomes()).toEqual({ ...none, delivered: 1 });
    expect(await made.stored('Encounter')).toMatchObject([{ identifier: [{ value: `titian-${id}` }, {}] }]);
    expect((await made.calls())['POST fhir-r4/v1']).toBe(1);
  });
});
