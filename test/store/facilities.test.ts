import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { FacilityTokens } from '../../src/store/facility-tokens.ts';
import type { Store } from '../../src/store/open-store.ts';
import { aDatabase, aStore, query } from '../a-store.ts';
import { at } from './a-visit-to-keep.ts';

let url: string;
let store: Store;
beforeAll(async () => {
  url = await aDatabase();
  store = await aStore({ url });
}, 60_000);

const secret = { clientId: 'klien-kenari-7731', clientSecret: 'rahasia-kenari-9042' };
const letter = { number: '445/017/PKM', from: '2025-01-01', to: '2025-12-31', signedBy: 'Kepala Kenari' };
const by = (organization: string, time = '08:00') => ({ organization, by: 'pkm-uji', within: true, at: at(time) });
const enter = (organization: string, given = secret, time = '08:00'): Promise<void> =>
  store.transact((tx) => store.facilities.enterCredential(tx, { secret: given, letter }, by(organization, time)));
const one = async (organization: string) => (await store.facilities.listFacilities(store.db, organization))[0];

describe('a credential that was entered', () => {
  test('is opened again for a token, and stands in no column in clear, its letter neither', async () => {
    const organization = randomUUID();
    await enter(organization);
    expect((await one(organization))?.open()).toEqual(secret);

    const tables = ['facility_credential', 'facility_event', 'facility_token', 'facility_version'];
    const text = JSON.stringify(await Promise.all(tables.map((table) => query(url, `select t::text as all from ${table} t`))));
    const hex = (word: string): string => Buffer.from(word).toString('hex');
    for (const word of ['klien-kenari', 'rahasia-kenari', 'Kepala Kenari', '445/017']) {
      expect(text).not.toContain(word);
      expect(text).not.toContain(hex(word));
    }
  });

  test('cannot be moved to another Organization', async () => {
    const [from, to] = [randomUUID(), randomUUID()];
    await enter(from);
    await enter(to);
    const copy =
      'update facility_credential set sealed_credential = (select sealed_credential from facility_credential where organization = $1)';
    await query(url, `${copy} where organization = $2`, [from, to]);
    const moved = await one(to);
    expect(() => moved?.open()).toThrow();
  });

  test('is deleted with its name and token when it is revoked; who did what stays', async () => {
    const organization = randomUUID();
    await enter(organization);
    await enter(organization, { ...secret, clientSecret: 'lain' }, '08:30');
    for (const [state, time] of [
      ['paused', '09:00'],
      ['active', '10:00'],
      ['revoked', '11:00'],
    ] as const)
      await store.transact((tx) => store.facilities.setFacilityState(tx, state, by(organization, time)));

    const facility = await one(organization);
    expect([facility?.state, facility?.mark, facility?.open()]).toEqual(['revoked', undefined, undefined]);
    const events = await store.facilities.facilityEvents(store.db, organization, 10);
    expect(events.map(({ event }) => event)).toEqual(['dicabut', 'dilanjutkan', 'dijeda', 'diganti', 'dimasukkan']);
  });

  test('while it is paused stays paused, and is another credential by its name', async () => {
    const organization = randomUUID();
    await enter(organization);
    const before = await one(organization);
    await store.transact((tx) => store.facilities.setFacilityState(tx, 'paused', by(organization)));
    await enter(organization, { ...secret, clientSecret: 'baru' });
    const after = await one(organization);
    expect([after?.state, after?.setWithin]).toEqual(['paused', true]);
    expect(after?.mark).not.toBe(before?.mark);
  });

  test('is that of one environment alone', async () => {
    const organization = randomUUID();
    await enter(organization);
    const production = await aStore({ url, environment: 'produksi' });
    expect(await production.facilities.listFacilities(production.db, organization)).toEqual([]);
  });

  test('is noticed by whoever asks for the version', async () => {
    const before = await store.facilities.facilityVersion(store.db);
    await enter(randomUUID());
    expect(await store.facilities.facilityVersion(store.db)).not.toBe(before);
  });
});

describe('tokens that processes share', () => {
  const start = at('08:00').getTime();
  let rejected: string[] = [];
  const aBoard = (): FacilityTokens =>
    store.facilities.createFacilityTokens({
      db: store.db,
      transact: (work) => store.transact(work),
      now: () => start,
      turnMs: 45_000,
      onRejected: (organization) => rejected.push(organization),
    });
  const anOwner = () => ({ organization: randomUUID(), mark: 'a' });

  test('are asked for by one of many, and used by all of them', async () => {
    const owner = anOwner();
    const boards = Array.from({ length: 6 }, aBoard);
    const turns = await Promise.all(boards.map((board) => board.turn(owner, start)));
    expect(turns.filter((turn) => turn.do === 'ask')).toHaveLength(1);
    expect(turns.filter((turn) => turn.do === 'wait' && turn.why === 'ditanyakan')).toHaveLength(5);

    await aBoard().keep(owner, { token: 't1', until: start + 1000 });
    expect(await aBoard().turn(owner, start)).toEqual({ do: 'use', kept: { token: 't1', until: start + 1000 } });
    expect(await aBoard().turn({ ...owner, mark: 'b' }, start)).toEqual({ do: 'ask', refusedBefore: false });
  });

  test('are asked for by another once whoever asked has died', async () => {
    const owner = anOwner();
    await aBoard().turn(owner, start);
    expect(await aBoard().turn(owner, start + 44_000)).toMatchObject({ why: 'ditanyakan' });
    expect(await aBoard().turn(owner, start + 45_000)).toMatchObject({ do: 'ask' });
  });

  test('that were refused are forgotten, but not the one that came after', async () => {
    const owner = anOwner();
    const board = aBoard();
    await board.turn(owner, start);
    await board.keep(owner, { token: 't2', until: start + 1000 });
    await board.drop(owner, 't1');
    expect(await board.turn(owner, start)).toMatchObject({ kept: { token: 't2' } });
    await board.drop(owner, 't2');
    expect(await board.turn(owner, start)).toMatchObject({ do: 'ask' });
  });

  test('wait a minute after any failure, also with another credential, and for hours after a second verdict', async () => {
    rejected = [];
    const owner = anOwner();
    const board = aBoard();
    await board.turn(owner, start);
    await board.refuse(owner, { why: 'ditolak', until: start + 61_000 });
    expect(await board.turn({ ...owner, mark: 'b' }, start + 60_000)).toMatchObject({ do: 'wait', why: 'ditolak' });
    expect(await board.turn(owner, start + 61_000)).toEqual({ do: 'ask', refusedBefore: true });
    expect(rejected).toEqual([]);

    await board.refuse(owner, { why: 'ditolak', until: start + 3_600_000 });
    expect(rejected).toEqual([owner.organization]);
    expect(await board.turn(owner, start + 3_599_000)).toMatchObject({ do: 'wait', why: 'ditolak' });
    expect(await board.turn({ ...owner, mark: 'b' }, start + 200_000)).toMatchObject({ do: 'ask' });
  });

  test('wait for everybody where the network address is refused', async () => {
    const elsewhere = await aStore({ environment: 'staging', url });
    const board = elsewhere.facilities.createFacilityTokens({
      ...{ db: elsewhere.db, now: () => start, turnMs: 45_000, onRejected: () => undefined },
      transact: (work) => elsewhere.transact(work),
    });
    await board.refuse(anOwner(), { why: 'alamat-asing', until: start + 600_000 });
    expect(await board.turn(anOwner(), start)).toEqual({ do: 'wait', why: 'alamat-asing', until: start + 600_000 });
    expect(await aBoard().turn(anOwner(), start)).toMatchObject({ do: 'ask' });
  });
});
