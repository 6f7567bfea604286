import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toDoseDues } from '../../../src/insight/immunization/to-dose-dues.ts';
import { toDoseStates } from '../../../src/insight/immunization/to-dose-states.ts';
import type { LocalDate } from '../../../src/map/visit.ts';
import type { Told } from './a-child.ts';
import { after, aPerson, births, on, programmeWith, written } from './a-child.ts';

const programme = programmeWith();
const seeded = { seed: 35, numRuns: 150 };
const codes = [...new Set(written.schedule.flatMap(({ doses }) => doses.flatMap(({ of, due }) => (due === undefined ? [] : [of]))))];
const aDose = fc.record({ code: fc.constantFrom(...codes), days: fc.integer({ min: 0, max: 900 }) });
const aStory = fc.record({
  birthDate: fc.constantFrom(...births),
  doses: fc.array(aDose, { maxLength: 14 }),
  undated: fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 3 }),
});
type Story = typeof aStory extends fc.Arbitrary<infer T> ? T : never;

function tell({ birthDate, doses, undated }: Story): readonly Told[] {
  return [...doses.map(({ code, days }) => ({ code, date: on(birthDate, days) })), ...undated.map((code) => ({ code }))];
}

function duesOf(birthDate: LocalDate, told: readonly Told[]) {
  return toDoseDues(aPerson({ birthDate }, told, { seen: birthDate }), { programme }, on(birthDate, 901));
}

test('no dose is ever due before its least age, nor before the least time after a valid dose before it', () => {
  fc.assert(
    fc.property(aStory, ({ birthDate, ...story }) => {
      const told = tell({ birthDate, ...story });
      const history = aPerson({ birthDate }, told, { seen: birthDate });
      const valid = toDoseStates(history, programme.immunization, on(birthDate, 901)).filter(
        ({ state }) => state === 'sah' || state === 'lewat-batas',
      );
      for (const { code, due } of duesOf(birthDate, told)) {
        const age = written.earliest.find(({ doses }) => doses.includes(code))?.age;
        if (age !== undefined) expect(due >= after(birthDate, age)).toBe(true);
        for (const { doses, least } of written.intervals) {
          const before = valid.filter((each) => each.code === doses[doses.indexOf(code) - 1]);
          for (const { date = '' } of before.slice(0, 1)) expect(due >= after(date, least)).toBe(true);
        }
      }
    }),
    seeded,
  );
});

test('one more valid dose makes no other due sooner than it may be given', () => {
  fc.assert(
    fc.property(aStory, aDose, ({ birthDate, ...story }, { code, days }) => {
      const told = tell({ birthDate, ...story });
      const before = new Map(duesOf(birthDate, told).map((item) => [item.code, item.due]));
      for (const item of duesOf(birthDate, [...told, { code, date: on(birthDate, days) }])) {
        const known = before.get(item.code);
        // What was not asked for yet is asked for by the dose before it; what was stays where it was, or comes later.
        if (known !== undefined && !isBefore(code, item.code)) expect([item.code, item.due]).toEqual([item.code, known]);
      }
    }),
    seeded,
  );
});

function isBefore(code: string, other: string): boolean {
  return written.intervals.some(({ doses }) => doses.includes(code) && doses.includes(other));
}

test('the order in which visits are told does not matter', () => {
  fc.assert(
    fc.property(aStory, fc.integer(), ({ birthDate, ...story }, seed) => {
      const history = aPerson({ birthDate }, tell({ birthDate, ...story }), { seen: birthDate });
      const turned = [...history.visits].sort((one, other) => ((one.id.length * 31 + seed) % 7) - ((other.id.length * 17 + seed) % 5));
      const other = { ...history, visits: seed % 2 === 0 ? turned : [...history.visits].reverse() };
      const asOf = on(birthDate, 901);

      expect(toDoseDues(other, { programme }, asOf)).toEqual(toDoseDues(history, { programme }, asOf));
      expect(toDoseStates(other, programme.immunization, asOf)).toEqual(toDoseStates(history, programme.immunization, asOf));
    }),
    seeded,
  );
});

test('a dose without a date changes no interval, is never in time, and is asked for no more', () => {
  fc.assert(
    fc.property(aStory, fc.constantFrom(...codes), ({ birthDate, ...story }, code) => {
      const told = tell({ birthDate, ...story });
      const states = (all: readonly Told[]) =>
        toDoseStates(aPerson({ birthDate }, all, { seen: birthDate }), programme.immunization, on(birthDate, 901)).filter(
          ({ date }) => date !== undefined,
        );

      expect(states([...told, { code }])).toEqual(states(told));
      expect(duesOf(birthDate, [...told, { code }]).map((item) => item.code)).not.toContain(code);
    }),
    seeded,
  );
});

test('what is due on a day stays due on the next, until it is given, too late or grown out of', () => {
  fc.assert(
    fc.property(aStory, fc.integer({ min: 901, max: 1500 }), ({ birthDate, ...story }, days) => {
      const history = aPerson({ birthDate }, tell({ birthDate, ...story }), { seen: birthDate });
      const items = (day: number) =>
        toDoseDues(history, { programme }, on(birthDate, day)).map(({ code, due, lateFrom, until }) => ({ code, due, lateFrom, until }));

      expect(items(days)).toEqual(items(901));
    }),
    seeded,
  );
});
