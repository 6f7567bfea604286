// Longer than 200 lines: what is asked of every platform, in one place.
import { afterEach, describe, expect, test } from '@jest/globals';
import { query } from '../a-store.ts';
import { aPerson, naura, type District } from '../deliver/a-district.ts';

/** A platform under test, with a district that delivers to it and ways to disturb it. */
export interface UnderTest {
  readonly district: District;
  /** Whether it takes what changed after a visit arrived, or leaves it to a person. */
  readonly changes: 'taken' | 'held';
  /** How many visits it holds that stand. */
  visits(): Promise<number>;
  /** What the next message about a visit meets: its answer is lost, it never arrives, it is refused, or the whole platform refuses everybody for a time. */
  disturb(kind: 'lost' | 'cut' | 'refused' | 'busy' | 'away'): Promise<void>;
  /** Ends what `disturb` began. */
  recover(): Promise<void>;
  /** Cuts off the next message about a visit; `land` lets it arrive after all. */
  holdNext(): void;
  land(): Promise<void>;
  close(): Promise<void>;
}

const none = { delivered: 0, held: 0, waiting: 0, rejected: 0, underway: 0, reasons: {} };

/** What every platform behind the port has to keep, whatever it is like inside. */
export function describePlatform(name: string, open: () => Promise<UnderTest>): void {
  describe(name, () => {
    const closing: (() => Promise<void>)[] = [];
    afterEach(async () => {
      for (const close of closing.splice(0)) await close();
    });
    const opened = async (): Promise<UnderTest> => {
      const made = await open();
      closing.push(made.close);
      return made;
    };
    describeWords(opened);
    describePreparing(opened);
    describeChanges(opened);
    describeDoubt(opened);
    describeOwnership(opened);
  });
}

type Open = () => Promise<UnderTest>;

/** What was sent about a visit and came back, in order. */
const wordsOf = ({ heard }: District, id: string): readonly string[] =>
  heard.flatMap(({ visit, effect, delivery }) => (visit === id ? [`${effect ? 'effect' : 'look'} ${delivery}`] : []));

async function deliverOne(under: UnderTest): Promise<string> {
  const id = await under.district.owe({ person: aPerson() });
  await under.district.deliver();
  return id;
}

function describeWords(open: Open): void {
  describe('says of a message', () => {
    test('accepted, where it is so now', async () => {
      const under = await open();
      const id = await deliverOne(under);
      expect(wordsOf(under.district, id).at(-1)).toBe('effect accepted');
      expect([await under.visits(), await under.district.outcomes()]).toEqual([1, { ...none, delivered: 1 }]);
    });

    test('rejected, where it was refused as it is: nothing is there, and a person looks at it', async () => {
      const under = await open();
      await under.disturb('refused');
      const id = await deliverOne(under);
      await under.recover();
      await under.district.pass(5);
      const words = wordsOf(under.district, id).filter((word) => word.startsWith('effect'));
      expect([words, await under.visits(), (await under.district.outcomes()).rejected]).toEqual([['effect rejected'], 0, 1]);
    });

    test.each(['busy', 'away'] as const)(
      'deferred, where the platform is %s: it costs no attempt, and goes by itself later',
      async (kind) => {
        const under = await open();
        await deliverParents(under);
        await under.disturb(kind);
        const id = await deliverOne(under);
        await under.district.pass(3);
        expect(wordsOf(under.district, id)).toEqual(expect.arrayContaining(['effect deferred']));
        expect(await query(under.district.url, 'select subject_id from owed where attempts > 0 or reconcile')).toEqual([]);

        await under.recover();
        await under.district.pass(15);
        expect([await under.visits(), (await under.district.outcomes()).delivered]).toEqual([2, 2]);
      },
    );

    test.each(['lost', 'cut'] as const)('unknown, where it was %s: it is looked up before anything is sent again', async (kind) => {
      const under = await open();
      await under.disturb(kind);
      const id = await deliverOne(under);
      await under.district.pass(2);

      const words = wordsOf(under.district, id);
      const lost = words.indexOf('effect unknown');
      expect([lost >= 0, words[lost + 1]]).toEqual([true, 'look accepted']);
      expect(words.slice(lost).filter((word) => word.startsWith('effect'))).toHaveLength(kind === 'lost' ? 1 : 2);
      expect([await under.visits(), await under.district.outcomes()]).toEqual([1, { ...none, delivered: 1 }]);
    });
  });
}

/** Somebody else's visit, so that only messages about the next one are disturbed. */
async function deliverParents({ district }: UnderTest): Promise<void> {
  await district.owe({ person: aPerson(naura) });
  await district.deliver();
}

function describePreparing(open: Open): void {
  describe('prepares', () => {
    test('the same message from the same state, and nothing where nothing is missing', async () => {
      const under = await open();
      const { district } = under;
      await under.disturb('cut');
      const id = await deliverOne(under);
      const prepared = async (reconcile: boolean): Promise<unknown> => {
        const subject = await district.ledger.load({ subject: { kind: 'visit', id }, number: undefined });
        if (subject === undefined) throw new Error('the visit is not known');
        const upstream = await district.ledger.upstreamOf(district.platform.refsOf(subject));
        return district.platform.prepare(subject, upstream, { reconcile }, district.sandbox.clock.now);
      };
      const [first, second] = [await prepared(false), await prepared(false)];
      expect([first, JSON.stringify(first)]).toEqual([expect.objectContaining({ do: 'send' }), JSON.stringify(second)]);
      expect(await prepared(true)).toMatchObject({ do: 'send', message: { effect: false } });

      await district.pass(2);
      expect(await prepared(false)).toMatchObject({ do: 'settled' });
    });

    test('no message for a visit that was taken back before anything left', async () => {
      const under = await open();
      await under.disturb('away');
      const id = await deliverOne(under);
      await under.district.retract(id);
      await under.recover();
      await under.district.pass(2);

      const words = wordsOf(under.district, id).filter((word) => word === 'effect accepted');
      expect([words, await under.visits(), (await under.district.outcomes()).delivered]).toEqual([[], 0, 1]);
    });
  });
}

/** A platform takes corrections and ends, or holds them for a person with the reason: none is lost, none goes as a second visit. */
function describeChanges(open: Open): void {
  const after = ({ changes }: UnderTest, standing: number, reason: string): unknown =>
    changes === 'taken' ? [standing, { ...none, delivered: 1 }] : [1, { ...none, held: 1, reasons: { [reason]: 1 } }];

  describe('takes, or holds with the reason, what became of a visit after it arrived', () => {
    test('when it was corrected', async () => {
      const under = await open();
      const { district, visits } = under;
      const person = aPerson();
      const id = await district.owe({ person });
      await district.deliver();
      await district.owe({ person, id, grams: 10_600 });
      await district.pass(1);
      expect([await visits(), await district.outcomes()]).toEqual(after(under, 1, 'koreksi-perlu-tangan'));
    });

    test('when it was taken back, and again when it was said again', async () => {
      const under = await open();
      const { district, visits } = under;
      const person = aPerson();
      const id = await district.owe({ person });
      await district.deliver();
      await district.retract(id);
      await district.pass(1);
      expect([await visits(), await district.outcomes()]).toEqual(after(under, 0, 'koreksi-perlu-tangan'));
      await district.owe({ person, id });
      await district.pass(1);
      expect([await visits(), await district.outcomes()]).toEqual([1, { ...none, delivered: 1 }]);
    });
  });
}

function describeDoubt(open: Open): void {
  describe('lets a message that lands late', () => {
    test('have no second effect, when it was sent again meanwhile', async () => {
      const under = await open();
      under.holdNext();
      const id = await deliverOne(under);
      await under.district.pass(2);
      expect([await under.visits(), wordsOf(under.district, id).at(-1)]).toEqual([1, 'effect accepted']);
      await under.land();
      await under.district.pass(2);

      expect([await under.visits(), await under.district.outcomes()]).toEqual([1, { ...none, delivered: 1 }]);
    });

    test('be adopted, when it lands before it is looked for', async () => {
      const under = await open();
      under.holdNext();
      const id = await deliverOne(under);
      await under.land();
      await under.district.pass(2);

      expect(wordsOf(under.district, id).filter((word) => word.startsWith('effect'))).toEqual(['effect unknown']);
      expect([await under.visits(), await under.district.outcomes()]).toEqual([1, { ...none, delivered: 1 }]);
    });

    test('be adopted, when it lands between the look and the second try', async () => {
      const under = await open();
      under.holdNext();
      const { district } = under;
      await deliverOne(under);
      let landed = false;
      const landing = {
        ...district.ledger,
        beginSending: async (...step: Parameters<typeof district.ledger.beginSending>) => {
          if (!landed) await under.land();
          landed = true;
          return district.ledger.beginSending(...step);
        },
      };
      district.at('2025-08-15T00:05:00Z');
      await district.deliver(landing);
      await district.pass(2);

      expect([landed, await under.visits(), await district.outcomes()]).toEqual([true, 1, { ...none, delivered: 1 }]);
    });
  });
}

function describeOwnership(open: Open): void {
  describe('holds for one visit of ours', () => {
    test('what it holds, though another would bear its number', async () => {
      const under = await open();
      await deliverOne(under);
      await deliverOne(under);
      await under.district.pass(1);

      expect([await under.visits(), await under.district.outcomes()]).toEqual([
        1,
        { ...none, delivered: 1, held: 1, reasons: { 'nomor-milik-kunjungan-lain': 1 } },
      ]);
    });

    test('what it holds, after everything but the master key was lost', async () => {
      const under = await open();
      const id = await deliverOne(under);
      // What was known of people and visits is of no use to whoever hands them in again: other ids, the same NIK.
      for (const table of ['owed', 'owed_edge', 'upstream']) await query(under.district.url, `delete from ${table}`);
      const again = await deliverOne(under);
      await under.district.pass(1);

      expect(again).not.toBe(id);
      expect([await under.visits(), await under.district.outcomes()]).toEqual([1, { ...none, delivered: 1 }]);
    });
  });
}
