// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { WarningDraft } from '../../src/insight/warnings/finding.ts';
import { reconcileWarnings } from '../../src/insight/warnings/reconcile-warnings.ts';
import type { Person } from '../../src/map/visit.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { ListedWarning, WarningFilter } from '../../src/store/warnings.ts';
import { aDatabase, aStore, query } from '../a-store.ts';
import { aFinding, aWarning } from '../insight/warnings/a-warning.ts';
import { aPerson, at } from './a-visit-to-keep.ts';

let url = '';
let store: Store;
beforeAll(async () => {
  url = await aDatabase();
  store = await aStore({ url });
});

async function aKeptPerson(): Promise<Person> {
  const person = aPerson();
  await store.transact((tx) => store.persons.savePersons(tx, [{ person }], at('07:00')));
  return person;
}

/** Looks at a person anew: what is computed now is held against what is kept, and kept. */
async function look(person: string, computed: readonly WarningDraft[], time = '08:00'): Promise<void> {
  await store.transact(async (tx) => {
    const known = (await store.warnings.knownWarnings(tx, [person])).get(person) ?? [];
    const reconciled = reconcileWarnings({ known, computed, newId: randomUUID });
    await store.warnings.saveWarnings(tx, person, reconciled, at(time));
  });
}

async function listOf(person: string, filter: Partial<WarningFilter> = {}): Promise<readonly ListedWarning[]> {
  const { warnings } = await store.warnings.listWarnings(
    store.db,
    { states: ['terbuka', 'selesai', 'ditarik'], ...filter },
    { limit: 500 },
  );
  return warnings.filter(({ warning }) => warning.person === person);
}

const secret = { visit: 'visit-2025-07-09', date: '2025-07-09', key: 'berat-badan', value: '7.3 kg', cell: 'BB KENARI' };
const july = aWarning(['2025-07-09'], { findings: [aFinding('2025-07-09', { evidence: [secret] })] });

describe('a kept warning', () => {
  test('comes back as it was kept, with when it was first known', async () => {
    const { id } = await aKeptPerson();
    await look(id, [{ ...july, person: id }]);

    expect(await listOf(id)).toMatchObject([
      { warning: { ...july, person: id }, state: 'terbuka', foundLate: false, firstSeenAt: at('08:00'), toTell: false },
    ]);
  });

  test('opens, closes, is withdrawn and stands again under one id, first known when it was', async () => {
    const { id } = await aKeptPerson();
    const mine = { ...july, person: id };
    const states: unknown[] = [];
    for (const computed of [[mine], [{ ...mine, closed: '2025-08-06' }], [], [mine]]) {
      await look(id, computed, ['08:30', '09:30', '10:30', '11:30'][states.length]);
      states.push((await listOf(id)).map((one) => [one.state, one.withdrawnWhy, one.firstSeenAt.toISOString().slice(11, 16)]));
    }

    expect(states).toEqual([
      [['terbuka', undefined, '08:30']],
      [['selesai', undefined, '08:30']],
      [['ditarik', 'bukti-dikoreksi', '08:30']],
      [['terbuka', undefined, '08:30']],
    ]);
    expect(await query(url, 'select count(*)::int as n from warning where person = $1', [id])).toEqual([{ n: 1 }]);
  });

  test('that nothing changed is not written again', async () => {
    const { id } = await aKeptPerson();
    const mine = { ...july, person: id };
    await look(id, [mine], '08:00');
    await look(id, [mine], '09:00');

    expect(await query(url, 'select updated_at from warning where person = $1', [id])).toEqual([{ updated_at: at('08:00') }]);
  });

  test('tells nothing in clear of what was measured', async () => {
    const { id } = await aKeptPerson();
    await look(id, [{ ...july, person: id }]);
    const [row] = await query<{ text: string }>(url, 'select warning::text as text from warning where person = $1', [id]);

    expect(row?.text).toContain('GROW-2T');
    expect(row?.text).not.toMatch(/7\.3|KENARI|tidak naik/);
  });

  test('of what is sangat-terbatas tells not even its code, and stands in no list', async () => {
    const { id } = await aKeptPerson();
    const hidden = aWarning(['2025-07-09'], { code: 'JIWA-Q17', kerahasiaan: 'sangat-terbatas', person: id });
    await look(id, [{ ...hidden, findings: [aFinding('2025-07-09', { code: 'JIWA-Q17', rule: 'JIWA-Q17@1' })] }]);
    const [row] = await query<{ text: string }>(url, 'select warning::text as text from warning where person = $1', [id]);

    expect(row?.text).not.toContain('JIWA');
    expect(await listOf(id)).toEqual([]);
    expect((await store.warnings.knownWarnings(store.db, [id])).get(id)).toMatchObject([{ warning: { code: 'JIWA-Q17' } }]);
  });
});

describe('whoever acknowledged a warning', () => {
  const acknowledge = async (id: string, by: string, time = '09:00', places?: readonly string[]): Promise<boolean> =>
    store.warnings.acknowledgeWarning(store.db, { id, by, at: at(time), ...(places !== undefined && { places }) });

  async function anAcknowledged(): Promise<{ person: string; id: string; mine: WarningDraft }> {
    const person = (await aKeptPerson()).id;
    const mine = { ...july, person };
    await look(person, [mine]);
    const [one] = await listOf(person);
    await acknowledge(one?.id ?? '', 'bidan-1');
    return { person, id: one?.id ?? '', mine };
  }

  test('stays known when a second person does so, and when it ends', async () => {
    const { person, id, mine } = await anAcknowledged();
    await acknowledge(id, 'bidan-2', '10:00');
    await look(person, [{ ...mine, closed: '2025-08-06' }]);

    expect(await listOf(person)).toMatchObject([{ state: 'selesai', acknowledged: { by: 'bidan-1', at: at('09:00') } }]);
  });

  test('is to be told when it is withdrawn, until they say that they know', async () => {
    const { person, id } = await anAcknowledged();
    await look(person, []);
    expect(await listOf(person, { toTell: true })).toMatchObject([{ id, toTell: true, acknowledged: { by: 'bidan-1' } }]);

    await acknowledge(id, 'bidan-1', '11:00');
    expect(await listOf(person, { toTell: true })).toEqual([]);
  });

  test('has to do so again when it stands again', async () => {
    const { person, mine } = await anAcknowledged();
    await look(person, []);
    await look(person, [mine]);

    expect((await listOf(person))[0]?.acknowledged).toBeUndefined();
  });

  test('cannot do so for a place that is not theirs, or a warning that is none', async () => {
    const person = (await aKeptPerson()).id;
    await look(person, [{ ...july, person }]);
    const id = (await listOf(person))[0]?.id ?? '';

    expect(await acknowledge(id, 'bidan-1', '09:00', ['posyandu-melati'])).toBe(false);
    expect(await acknowledge(randomUUID(), 'bidan-1')).toBe(false);
    expect(await acknowledge(id, 'bidan-1', '09:00', ['posyandu-kenanga'])).toBe(true);
  });
});

describe('the list', () => {
  test('goes by gravity, then by age, page by page without a gap', async () => {
    const other = await aStore({ url: await aDatabase() });
    const person = aPerson();
    await other.transact((tx) => other.persons.savePersons(tx, [{ person }], at('07:00')));
    const drafts = [
      ['2025-07-03', 'kuning'],
      ['2025-07-02', 'merah'],
      ['2025-07-04', 'merah'],
      ['2025-07-01', 'info'],
      ['2025-07-05', 'jingga'],
    ] as const;
    const computed = drafts.map(([day, level]) => aWarning([day], { level, person: person.id }));
    await other.transact((tx) =>
      other.warnings.saveWarnings(tx, person.id, reconcileWarnings({ known: [], computed, newId: randomUUID }), at('08:00')),
    );
    const seen: string[] = [];
    let page = await other.warnings.listWarnings(other.db, { states: ['terbuka'] }, { limit: 2 });
    for (;;) {
      seen.push(...page.warnings.map(({ warning }) => warning.opened));
      if (page.next === undefined) break;
      page = await other.warnings.listWarnings(other.db, { states: ['terbuka'] }, { limit: 2, after: page.next });
    }

    expect(seen).toEqual(['2025-07-02', '2025-07-04', '2025-07-05', '2025-07-03', '2025-07-01']);
  });

  test('holds the state, the place and the day against each warning; what became known since counts as new', async () => {
    const person = (await aKeptPerson()).id;
    await look(person, [{ ...july, person }], '08:00');
    const count = async (filter: Partial<WarningFilter>): Promise<number> => (await listOf(person, filter)).length;
    const since = (day: string, time: string): Partial<WarningFilter> => ({ since: { day, moment: at(time) } });

    expect(await count({ states: ['selesai'] })).toBe(0);
    expect(await count({ places: ['posyandu-melati'] })).toBe(0);
    expect(await count({ places: ['posyandu-kenanga'] })).toBe(1);
    expect(await count(since('2025-07-09', '23:00'))).toBe(1);
    expect(await count(since('2025-07-10', '23:00'))).toBe(0);
    expect(await count(since('2025-07-10', '07:59'))).toBe(1);
  });
});

describe('people', () => {
  test('who were merged bring their warnings, which are kept of the one who stays', async () => {
    const [stays, goes] = [await aKeptPerson(), await aKeptPerson()];
    await look(goes.id, [{ ...july, person: goes.id }]);
    await query(url, 'update person set merged_into = $1 where id = $2', [stays.id, goes.id]);
    await look(stays.id, [{ ...july, person: stays.id }]);

    expect(await query(url, 'select person, state from warning where person = any ($1)', [[stays.id, goes.id]])).toEqual([
      { person: stays.id, state: 'terbuka' },
    ]);
    expect(await listOf(stays.id)).toMatchObject([{ warning: { person: stays.id } }]);
  });

  test('who are erased leave no warning', async () => {
    const { id } = await aKeptPerson();
    await look(id, [{ ...july, person: id }]);
    await store.transact((tx) => store.erasure.erasePerson(tx, { person: id, at: at('09:00'), reason: 'uji' }));

    expect(await query(url, 'select id from warning where person = $1', [id])).toEqual([]);
  });
});
