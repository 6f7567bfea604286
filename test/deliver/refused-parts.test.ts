// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Bundle } from '@medplum/fhirtypes';
import type { Ledger } from '../../src/deliver/debt.ts';
import type { Element } from '../../src/map/visit.ts';
import { createReceivingPlatform } from '../platforms/receiving/receiving-platform.ts';
import { startReceiver, type Receiver } from '../platforms/receiving/receiver.ts';
import { lean } from '../../src/store/owe.ts';
import { query } from '../a-store.ts';
import { aDistrict, aPerson, naura, type District } from './a-district.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function aReceivingDistrict(): Promise<District & { readonly receiver: Receiver }> {
  const receiver = await startReceiver();
  const made = await aDistrict({ platform: createReceivingPlatform({ url: receiver.url }) });
  closing.push(() => receiver.close(), made.close);
  return Object.assign(made, { receiver });
}

async function aSatusehatDistrict(): Promise<District> {
  const made = await aDistrict();
  closing.push(made.close);
  return made;
}

const typesHeld = ({ receiver }: { readonly receiver: Receiver }): readonly string[] =>
  receiver
    .resources()
    .flatMap(({ type, history, root, id }) => (history.at(-1)?.ended === false && (type === 'visit' || id !== root) ? [type] : []));
const none = { delivered: 0, held: 0, waiting: 0, rejected: 0, underway: 0, reasons: {} };
const partly = { ...none, rejected: 1, reasons: { 'sebagian-ditolak': 1 } };
const weight = (grams: number, ordinal = 1): Element => ({
  key: 'berat-badan',
  ordinal,
  value: { kind: 'quantity', int: grams, written: String(grams) },
  cell: 'BB',
});
const noObservations = { kind: 'refuse-parts', part: '"type":"Observation"' } as const;

interface DebtRow extends Record<string, unknown> {
  readonly state: string;
  readonly owed_version: number;
  readonly settled_version: number;
  readonly issues: readonly { readonly code: string }[] | null;
}

async function debtOf({ url }: District, id: string): Promise<DebtRow> {
  const [row] = await query<DebtRow>(url, `select state, owed_version, settled_version, issues from owed where subject_id = $1`, [id]);
  if (row === undefined) throw new Error('there is no such debt');
  return row;
}

describe('a part that the platform refuses as it is', () => {
  test('stays out, the rest arrives at once, and a person finds the reason', async () => {
    const made = await aReceivingDistrict();
    made.receiver.fault(noObservations);
    const id = await made.owe({ person: aPerson() });
    await made.deliver();

    expect([typesHeld(made), await made.outcomes()]).toEqual([['visit', 'Procedure'], partly]);
    const { settled_version: settled, issues } = await debtOf(made, id);
    expect([settled, issues?.map(({ code }) => code)]).toEqual([1, ['sebagian-ditolak', 'penerima-refused']]);
  });

  test('keeps nobody waiting who waits for its subject', async () => {
    const made = await aReceivingDistrict();
    const id = await made.owe({ person: aPerson() });
    const follower = await made.owe({ person: aPerson(naura) });
    await made.store.transact((tx) =>
      lean(tx, [{ platform: 'satusehat', subject: { kind: 'visit', id: follower }, on: [{ kind: 'visit', id }] }], new Date()),
    );
    made.receiver.fault({ ...noObservations, times: 1 });
    await made.deliver();

    expect(await made.outcomes()).toEqual({ ...partly, delivered: 1 });
  });

  test('is tried again once it has changed, and then nothing is left for a person', async () => {
    const made = await aReceivingDistrict();
    made.receiver.fault(noObservations);
    const person = aPerson();
    const id = await made.owe({ person });
    await made.deliver();
    made.receiver.clearFaults();
    await made.owe({ person, id, grams: 10_600 });
    await made.deliver();

    expect([typesHeld(made).at(-1), await made.outcomes()]).toEqual(['Observation', { ...none, delivered: 1 }]);
    expect(await query(made.url, 'select ref from owed_refusal')).toEqual([]);
  });

  test('is not sent again unchanged, though the rest is corrected', async () => {
    const made = await aReceivingDistrict();
    made.receiver.fault({ kind: 'refuse-parts', part: '10\\.4' });
    const person = aPerson();
    const id = await made.owe({ person, elements: [weight(10_400), weight(10_500, 2)] });
    await made.deliver();
    const before = made.receiver.journal().filter(({ outcome }) => outcome === 'refused').length;
    await made.owe({ person, id, elements: [weight(10_400), weight(10_600, 2)] });
    await made.deliver();

    expect([before, made.receiver.journal().filter(({ outcome }) => outcome === 'refused').length]).toEqual([1, 1]);
    expect(await made.outcomes()).toEqual(partly);
  });

  test('that the visit no longer has is no matter for anybody', async () => {
    const made = await aReceivingDistrict();
    made.receiver.fault({ kind: 'refuse-parts', part: '10\\.4' });
    const person = aPerson();
    const id = await made.owe({ person, elements: [weight(10_400), weight(10_500, 2)] });
    await made.deliver();
    await made.owe({ person, id, elements: [weight(10_500, 2)] });
    await made.deliver();

    expect(await made.outcomes()).toEqual({ ...none, delivered: 1 });
  });

  test('is tried again when a person lets it, and stays with the person when it is refused again', async () => {
    const made = await aReceivingDistrict();
    made.receiver.fault({ ...noObservations, times: 2 });
    await made.owe({ person: aPerson() });
    await made.deliver();
    const again = async (): Promise<void> => {
      await query(made.url, 'delete from owed_refusal');
      await made.store.owed.release(made.store.db, { platform: 'satusehat', states: ['parked'] }, made.sandbox.clock.now);
      await made.deliver();
    };
    await again();
    expect(await made.outcomes()).toEqual(partly);
    await again();
    expect(await made.outcomes()).toEqual({ ...none, delivered: 1 });
  });

  test('is known to whoever goes on after a worker that died just then', async () => {
    const made = await aReceivingDistrict();
    made.receiver.fault({ ...noObservations, times: 1 });
    await made.owe({ person: aPerson() });
    const dying: Ledger = {
      ...made.ledger,
      refuse: async (...step) => {
        await made.ledger.refuse(...step);
        throw new Error('killed');
      },
    };
    await expect(made.deliver(dying)).rejects.toThrow('killed');
    await made.pass(3);

    expect([typesHeld(made).at(-1), await made.outcomes()]).toEqual(['Procedure', partly]);
  });

  test('is all there is to say where the platform refuses the whole: then nothing goes', async () => {
    const made = await aReceivingDistrict();
    made.receiver.fault({ kind: 'refuse-message', type: 'visit' });
    await made.owe({ person: aPerson() });
    await made.deliver();

    expect(await made.outcomes()).toEqual({ ...none, rejected: 1, reasons: { 'penerima-refused': 1 } });
    expect(await query(made.url, 'select ref from owed_refusal')).toEqual([]);
  });

  test('ends with a person where the platform names it again though it was left out', async () => {
    const made = await aReceivingDistrict();
    made.receiver.fault({ kind: 'refuse-parts', part: '"type":"visit"' });
    await made.owe({ person: aPerson() });
    await made.deliver();

    expect(await made.outcomes()).toMatchObject({ rejected: 1 });
  });
});

/** A measurement with an interpretation of a system the simulator does not take (rule 10398); it stands in the dictionary alone, so that it is sent. */
function strangelyJudged(bundle: Bundle): Bundle {
  const interpretation = [{ coding: [{ system: 'http://contoh.example/penilaian', code: 'N' }] }];
  const entry = (bundle.entry ?? []).map((each) =>
    each.resource?.resourceType === 'Observation' ? { ...each, resource: { ...each.resource, interpretation } } : each,
  );
  return { ...bundle, entry };
}

/** The first measurement bears a code of a system that SATUSEHAT was seen to refuse (rule 10010). */
function firstOddlyCoded(bundle: Bundle): Bundle {
  const first = bundle.entry?.findIndex(({ resource }) => resource?.resourceType === 'Observation');
  const entry = bundle.entry?.map((one, index) =>
    index === first && one.resource?.resourceType === 'Observation'
      ? { ...one, resource: { ...one.resource, code: { coding: [{ system: 'http://example.test/kode', code: 'x' }] } } }
      : one,
  );
  return { ...bundle, ...(entry === undefined ? {} : { entry }) };
}

describe('SATUSEHAT, which names the first part it refuses and calls all after it forbidden (20012)', () => {
  test('gets the rest, however many parts it refuses one after the other', async () => {
    const made = await aSatusehatDistrict();
    const elements = Array.from({ length: 12 }, (_, index) => weight(10_000 + index, index + 1));
    const id = await made.owe({ person: aPerson(), elements, spoil: strangelyJudged });
    await made.deliver();

    expect(await made.outcomes()).toEqual(partly);
    expect([(await made.stored('Encounter')).length, await made.stored('Observation')]).toEqual([1, []]);
    const { issues } = await debtOf(made, id);
    expect(issues?.map(({ code }) => code)).toEqual(['sebagian-ditolak', ...Array<string>(12).fill('satusehat-10398')]);
    expect((await made.calls())['POST fhir-r4/v1']).toBe(13);
  });

  test('is spared a part by a rule that it was seen to refuse by: the rest goes in one message', async () => {
    const made = await aSatusehatDistrict();
    const id = await made.owe({ person: aPerson(), elements: [weight(10_400), weight(10_600, 2)], spoil: firstOddlyCoded });
    await made.deliver();

    expect(await made.outcomes()).toEqual(partly);
    expect([(await made.stored('Encounter')).length, (await made.stored('Observation')).length]).toEqual([1, 1]);
    expect((await debtOf(made, id)).issues?.map(({ code }) => code)).toEqual(['sebagian-ditolak', 'satusehat-10010']);
    expect((await made.calls())['POST fhir-r4/v1']).toBe(1);
  });

  test('takes a part that was corrected into the Encounter that is there', async () => {
    const made = await aSatusehatDistrict();
    const person = aPerson();
    const id = await made.owe({ person, spoil: strangelyJudged });
    await made.deliver();
    await made.owe({ person, id });
    await made.deliver();

    expect(await made.outcomes()).toEqual({ ...none, delivered: 1 });
    expect([(await made.stored('Encounter')).length, (await made.stored('Observation')).length]).toEqual([1, 1]);
  });
});
