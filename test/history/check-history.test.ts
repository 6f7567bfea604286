// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { describe, expect, test } from '@jest/globals';
import { checkHistory, countFindings } from '../../bench/history/check-history.ts';
import type { History, JournalEntry, LeaseEvent } from '../../bench/history/history.ts';

const line = (order: number, facts: Partial<JournalEntry>): JournalEntry => ({
  order,
  method: 'POST',
  type: 'visit',
  ref: 'visit/V1',
  number: 'N1',
  id: 'R3',
  version: 1,
  hash: 'h1',
  leansOn: ['R1', 'R2'],
  outcome: 'done',
  late: false,
  ...facts,
});

const place = line(1, { type: 'place', ref: 'place/kenanga', number: 'kenanga', id: 'R1', leansOn: [] });
const patient = line(2, { type: 'patient', ref: 'patient/P1', number: 'P1', id: 'R2', leansOn: [] });
const first = line(3, {});
const correction = line(4, { method: 'PUT', version: 2, hash: 'h2' });

const lease = (leaseNo: number, from: number, to: number, facts: object): LeaseEvent =>
  ({ debt: 'visit/V1', leaseNo, owner: `gateway-${String(leaseNo)}`, from, to, ...facts }) as LeaseEvent;

/** A visit that was handed in, corrected, and delivered twice; every history below differs from it in one thing. */
const told = { submission: 'S1', row: 3, record: 'anak-1', fact: '10400', sendable: true, askedAt: 100, answeredAt: 200 };
const whole: History = {
  told: [told, { ...told, submission: 'S2', fact: '10600', askedAt: 300, answeredAt: 400 }],
  withdrawn: [],
  journal: [place, patient, first, correction],
  leases: [
    lease(1, 10, 20, { kind: 'claim' }),
    lease(1, 21, 22, { kind: 'write', accepted: true }),
    lease(1, 23, 50, { kind: 'send' }),
    lease(2, 80, 90, { kind: 'claim' }),
    lease(1, 91, 92, { kind: 'write', accepted: false }),
    lease(2, 93, 110, { kind: 'send' }),
  ],
  end: {
    verdicts: [
      { submission: 'S1', row: 3, visit: 'V1' },
      { submission: 'S2', row: 3, visit: 'V1' },
    ],
    visits: [{ id: 'V1', version: 2, retracted: false, fact: '10600' }],
    debts: [{ kind: 'visit', id: 'V1', state: 'settled', reason: '', owedVersion: 2, settledVersion: 2 }],
  },
  held: [{ ref: 'visit/V1', version: 2, ended: false, fact: '10600' }],
};

const debt = { kind: 'visit', id: 'V1', state: 'settled', reason: '', owedVersion: 2, settledVersion: 2 };
const withEnd = (end: Partial<History['end']>): History => ({ ...whole, end: { ...whole.end, ...end } });
const withDebt = (facts: Partial<typeof debt>): History => withEnd({ debts: [{ ...debt, ...facts }] });
const withJournal = (...journal: readonly JournalEntry[]): History => ({ ...whole, journal });
const ending = line(5, { method: 'END', version: 3, hash: 'akhir-3', leansOn: [] });
const retracted: History = {
  ...withEnd({
    visits: [{ id: 'V1', version: 3, retracted: true, fact: '10600' }],
    debts: [{ ...debt, owedVersion: 3, settledVersion: 3 }],
  }),
  withdrawn: [{ record: 'anak-1' }],
  journal: [place, patient, first, correction, ending],
  held: [{ ref: 'visit/V1', version: 3, ended: true, fact: '10600' }],
};
const look = (order: number, outcome: 'found' | 'absent'): JournalEntry => line(order, { method: 'GET', ref: '', outcome, leansOn: [] });

describe('a history', () => {
  test.each<[string, History]>([
    ['of a visit that was corrected and delivered in order', whole],
    ['of a visit that was retracted and ended', retracted],
    ['of a visit that was retracted before it ever left', { ...retracted, journal: [place, patient], held: [] }],
    [
      'of a row that waits for its NIK',
      { ...withDebt({ state: 'waiting', reason: 'tanpa-nik' }), told: [{ ...told, fact: '10600', sendable: false }] },
    ],
    [
      'of two corrections under way at once, of which either may be the last',
      { ...whole, told: [...whole.told, { ...told, fact: '1', askedAt: 350, answeredAt: 600 }] },
    ],
    [
      'of a lost message that landed after the look, so that its repetition was refused',
      withJournal(
        place,
        patient,
        look(3, 'absent'),
        line(4, { late: true }),
        line(5, { outcome: 'exists', version: 1 }),
        look(6, 'found'),
        line(7, { method: 'PUT', version: 2, hash: 'h2' }),
      ),
    ],
    ['of a late copy that was refused', withJournal(place, patient, first, correction, line(5, { outcome: 'exists', late: true }))],
  ])('%s holds', (_, history) => {
    expect(checkHistory(history)).toEqual(
      checkHistory({ told: [], withdrawn: [], journal: [], leases: [], end: { verdicts: [], visits: [], debts: [] }, held: [] }),
    );
  });

  test.each<[keyof ReturnType<typeof checkHistory>, string, History]>([
    ['lost', 'a row that was acknowledged has no verdict', withEnd({ verdicts: whole.end.verdicts.slice(1) })],
    ['lost', 'a record is no visit', withEnd({ visits: [] })],
    ['lost', 'a visit says what was corrected', withEnd({ visits: [{ id: 'V1', version: 2, retracted: false, fact: '10400' }] })],
    ['lost', 'a settled visit is not at the platform', { ...whole, held: [] }],
    [
      'lost',
      'a settled visit is there in another version',
      { ...whole, held: [{ ref: 'visit/V1', version: 1, ended: false, fact: '10600' }] },
    ],
    [
      'lost',
      'a settled visit is there with another fact',
      { ...whole, held: [{ ref: 'visit/V1', version: 2, ended: false, fact: '10400' }] },
    ],
    [
      'lost',
      'a standing visit is ended at the platform',
      { ...whole, held: [{ ref: 'visit/V1', version: 2, ended: true, fact: '10600' }] },
    ],
    ['lost', 'a visit that could be sent is held', withDebt({ state: 'held', reason: 'uji' })],
    ['lost', 'a visit that could be sent is not owed', withEnd({ debts: [] })],
    ['lost', 'a retraction was committed and the visit stands', { ...whole, withdrawn: [{ record: 'anak-1' }] }],
    ['lost', 'a visit is retracted that nobody took back', { ...retracted, withdrawn: [] }],
    ['lost', 'two records share a visit', { ...whole, told: [...whole.told, { ...told, record: 'anak-2', fact: '10600' }] }],
    [
      'doubleEffects',
      'a record became two visits',
      withEnd({
        verdicts: [...whole.end.verdicts.slice(0, 1), { submission: 'S2', row: 3, visit: 'V2' }],
      }),
    ],
    ['doubleEffects', 'a row has two verdicts', withEnd({ verdicts: [...whole.end.verdicts, { submission: 'S1', row: 3, visit: 'V1' }] })],
    [
      'doubleEffects',
      'the platform holds one number twice',
      withJournal(place, patient, first, correction, line(5, { id: 'R9', version: 3, hash: 'h3' })),
    ],
    ['doubleEffects', 'one version took effect twice', withJournal(place, patient, first, correction, { ...correction, order: 5 })],
    [
      'doubleEffects',
      'something was sent again without a look',
      withJournal(place, patient, first, correction, line(5, { outcome: 'exists' })),
    ],
    [
      'doubleEffects',
      'something was sent again although a look had found it',
      withJournal(place, patient, look(3, 'absent'), line(4, { late: true }), look(5, 'found'), line(6, { outcome: 'exists' }), {
        ...correction,
        order: 7,
      }),
    ],
    [
      'doubleEffects',
      'a correction was prepared on what another process had changed',
      withJournal(place, patient, first, correction, line(5, { method: 'PUT', version: 2, outcome: 'changed-meanwhile' })),
    ],
    [
      'childBeforeParent',
      'a visit took effect before its patient',
      withJournal(place, { ...first, order: 2 }, { ...patient, order: 3 }, correction),
    ],
    [
      'childBeforeParent',
      'a visit was tried before its patient',
      withJournal(place, line(2, { outcome: 'no-parent' }), { ...patient, order: 3 }, { ...first, order: 4 }),
    ],
    ['childBeforeParent', 'a visit leans on nothing', withJournal(place, patient, { ...first, leansOn: [] })],
    [
      'olderAfterNewer',
      'an older version took effect after a newer',
      withJournal(place, patient, { ...correction, order: 3 }, { ...first, method: 'PUT', order: 4 }),
    ],
    [
      'olderAfterNewer',
      'an older version stood up again after its end',
      { ...retracted, journal: [...retracted.journal, { ...correction, order: 6 }] },
    ],
    [
      'retractionsNotEnded',
      'a retracted visit stands at the platform',
      { ...retracted, held: [{ ref: 'visit/V1', version: 2, ended: false, fact: '10600' }] },
    ],
    [
      'debtsOpen',
      'a debt of something else is still being sent',
      withEnd({ debts: [debt, { ...debt, kind: 'patient', id: 'P1', state: 'sending' }] }),
    ],
    ['debtsOpen', 'a debt is held without a reason', withEnd({ debts: [debt, { ...debt, kind: 'patient', id: 'P1', state: 'held' }] })],
    ['debtsOpen', 'a debt is settled at a version before the one that is owed', withDebt({ settledVersion: 1 })],
    [
      'leaseInTwoHands',
      'a lease was given twice',
      { ...whole, leases: [...whole.leases, lease(2, 81, 91, { kind: 'claim', owner: 'gateway-3' })] },
    ],
    [
      'leaseInTwoHands',
      'a late worker was let to write',
      { ...whole, leases: [...whole.leases, lease(1, 96, 97, { kind: 'write', accepted: true })] },
    ],
    ['leaseInTwoHands', 'a late worker sent a message', { ...whole, leases: [...whole.leases, lease(1, 111, 120, { kind: 'send' })] }],
    [
      'leaseInTwoHands',
      'two messages were on their way at once',
      { ...whole, leases: [...whole.leases, lease(1, 60, 120, { kind: 'send' })] },
    ],
  ])('is found out: %s, where %s', (rule, _, history) => {
    const counts = countFindings(checkHistory(history));
    expect(Object.entries(counts).filter(([, count]) => count > 0)).toEqual([[rule, 1]]);
  });
});
