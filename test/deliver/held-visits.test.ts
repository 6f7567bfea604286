import { afterEach, describe, expect, test } from '@jest/globals';
import type { Ledger } from '../../src/deliver/debt.ts';
import { query } from '../a-store.ts';
import { aSandbox } from '../simulator/a-sandbox.ts';
import { aDistrict, aPerson, bilal, type District } from './a-district.ts';

const none = { delivered: 0, held: 0, waiting: 0, rejected: 0, underway: 0, reasons: {} };
const open: District[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

interface Shown {
  readonly resourceType: string;
  readonly status?: string;
  readonly statusHistory?: readonly { readonly status: string }[];
  readonly subject: { readonly reference: string };
  readonly valueQuantity?: { readonly value: number };
  readonly verificationStatus?: { readonly coding: readonly { readonly code: string }[] };
}

/** A district at a sandbox that takes every change, or only those that were seen. */
async function aMade(koreksi: 'terima' | 'tolak' = 'terima'): Promise<District> {
  const made = await aDistrict({ sandbox: await aSandbox({ settings: { koreksi } }) });
  open.push(made);
  return made;
}

const isVoid = ({ status, verificationStatus }: Shown): boolean =>
  [status, verificationStatus?.coding[0]?.code].includes('entered-in-error');

async function all(made: District): Promise<readonly Shown[]> {
  const found = await Promise.all(['Encounter', 'Observation', 'Procedure', 'Condition'].map((type) => made.stored(type)));
  return found.flat();
}

/** What stands there, without ids: type, whose it is, and which value. */
async function standing(made: District): Promise<readonly string[]> {
  const told = (await all(made)).filter((one) => !isVoid(one));
  return told
    .map(({ resourceType, subject, valueQuantity }) => `${resourceType} ${subject.reference} ${String(valueQuantity?.value ?? '')}`.trim())
    .sort();
}

const visitOf = (patient: string, kg: number): readonly string[] => {
  const under = `Patient/${patient}`;
  return [`Condition ${under}`, `Encounter ${under}`, `Observation ${under} ${String(kg)}`, `Procedure ${under}`];
};

/** A ledger whose process dies after the nth change of a visit has taken effect, before anything of it is written down. */
function dyingAfter(ledger: Ledger, changes: number): Ledger {
  let left = changes;
  return {
    ...ledger,
    record: (debt, exchange) => {
      if (debt.subject.kind === 'visit' && exchange.message.effect) left -= 1;
      return left === 0 ? Promise.reject(new Error('killed')) : ledger.record(debt, exchange);
    },
  };
}

const weighed = { key: 'berat-badan', ordinal: 1, value: { kind: 'quantity', int: 10_400, written: '10400' }, cell: 'BB' } as const;

/** What may become of a visit after it arrived, and what is to stand there in the end. */
const becomes: readonly (readonly [
  string,
  (made: District, id: string, person: ReturnType<typeof aPerson>) => Promise<unknown>,
  readonly string[],
])[] = [
  ['corrected', (made, id, person) => made.owe({ person, id, grams: 10_600 }), visitOf('P99000000201', 10.6)],
  [
    'left without a part',
    (made, id, person) => made.owe({ person, id, elements: [weighed] }),
    visitOf('P99000000201', 10.4).filter((one) => !one.startsWith('Procedure')),
  ],
  ['taken back', (made, id) => made.retract(id), []],
  ['found to be of somebody else', (made, id, person) => made.owe({ person: { ...person, ...bilal }, id }), visitOf('P99000000203', 10.4)],
];

async function arrived(made: District): Promise<{ readonly id: string; readonly person: ReturnType<typeof aPerson> }> {
  const person = aPerson();
  const id = await made.owe({ person });
  await made.deliver();
  return { id, person };
}

describe('a visit that arrived and was then', () => {
  test.each(becomes)(
    '%s ends there as it is here, at whichever step a process dies',
    async (_, change, end) => {
      for (const step of [1, 3]) {
        const made = await aMade();
        const { id, person } = await arrived(made);
        await change(made, id, person);
        await made.deliver(dyingAfter(made.ledger, step)).catch(() => undefined);
        await made.pass(4);

        expect([step, await standing(made), await made.outcomes()]).toEqual([step, end, { ...none, delivered: 1 }]);
      }
    },
    90_000,
  );

  test.each(becomes)(
    '%s ends there as it is here, whichever answer is lost',
    async (_, change, end) => {
      for (const [kind, path] of [
        ['lost-after-commit', 'Observation'],
        ['lost-before-commit', 'Procedure'],
        ['lost-after-commit', 'Encounter'],
      ] as const) {
        const made = await aMade();
        const { id, person } = await arrived(made);
        await made.sandbox.plan({ kind, times: 1, match: { method: 'PUT', path: `^/fhir-r4/v1/${path}/` } });
        await change(made, id, person);
        await made.deliver();
        await made.pass(3);

        expect([kind, path, await standing(made), await made.outcomes()]).toEqual([kind, path, end, { ...none, delivered: 1 }]);
      }
    },
    90_000,
  );
});

describe('the history of an Encounter', () => {
  test('keeps what it was told, also where the visit is taken back and said again', async () => {
    const made = await aMade();
    const { id, person } = await arrived(made);
    await made.retract(id);
    await made.deliver();
    await made.owe({ person, id });
    await made.deliver();

    const [encounter] = (await made.stored('Encounter')) as readonly Shown[];
    expect(encounter?.statusHistory?.map(({ status }) => status)).toEqual([
      ...['arrived', 'in-progress', 'finished'],
      ...['entered-in-error', 'finished'],
    ]);
    expect(await standing(made)).toEqual(visitOf('P99000000201', 10.4));
  });
});

describe('where the platform takes no change of a type', () => {
  test('a correction is for a person, who says when it is done there; nothing is tried twice', async () => {
    const made = await aMade('tolak');
    const { id, person } = await arrived(made);
    await made.owe({ person, id, grams: 10_600 });
    await made.deliver();
    expect(await made.outcomes()).toEqual({ ...none, held: 1, reasons: { 'koreksi-perlu-tangan': 1 } });
    const [{ issues } = { issues: [] }] = await query<{ issues: { text: string }[] }>(
      made.url,
      `select issues from owed where subject_id = '${id}'`,
    );
    expect(issues.map(({ text }) => text).join()).toContain('Observation/');

    const changes = (): number => made.heard.filter(({ effect }) => effect).length;
    const before = changes();
    await made.store.transact(async (tx) => {
      const subject = { kind: 'visit', id } as const;
      await made.store.owed.keepHandCorrection(tx, { platform: 'satusehat', subject, version: 2, by: 'dewi', note: 'diubah' }, new Date());
      await made.store.owed.release(tx, { platform: 'satusehat', states: ['held'], kind: 'visit', ids: [id] }, made.sandbox.clock.now);
    });
    await made.deliver();
    expect([await made.outcomes(), changes()]).toEqual([{ ...none, delivered: 1 }, before]);
  });

  test('what stands under a stranger is named for a person, while the visit goes anew where it belongs, and the incident stays open', async () => {
    const made = await aMade('tolak');
    const { id, person } = await arrived(made);
    await made.owe({ person: { ...person, ...bilal }, id });
    await made.deliver();

    expect(await made.outcomes()).toEqual({ ...none, held: 1, reasons: { 'koreksi-perlu-tangan': 1 } });
    expect(await standing(made)).toEqual(expect.arrayContaining([...visitOf('P99000000203', 10.4)]));
    expect((await standing(made)).filter((one) => one.startsWith('Encounter'))).toEqual(['Encounter Patient/P99000000203']);
    const incidents = await made.store.incidents.listIncidents(made.store.db, { states: ['open'], limit: 500 });
    const incident = incidents.find(({ subject }) => subject.id === id);
    expect(incident).toMatchObject({
      kind: 'catatan-orang-lain',
      subject: { id },
      facts: { wrong: 'P99000000201', right: 'P99000000203' },
    });
    expect(incident?.parts.map(({ type, outcome }) => `${type} ${outcome}`).sort()).toEqual([
      ...['Condition perlu-tangan', 'Encounter dibatalkan', 'Observation perlu-tangan', 'Procedure perlu-tangan'],
    ]);
  });
});
