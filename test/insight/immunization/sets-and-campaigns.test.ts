import { describe, expect, test } from '@jest/globals';
import { toDoseDues } from '../../../src/insight/immunization/to-dose-dues.ts';
import { toDoseStates } from '../../../src/insight/immunization/to-dose-states.ts';
import { toLateStatuses } from '../../../src/insight/immunization/to-late-statuses.ts';
import { toScheduleStatuses } from '../../../src/insight/immunization/to-schedule-statuses.ts';
import type { Programme } from '../../../src/map/programme.ts';
import type { LocalDate } from '../../../src/map/visit.ts';
import type { Told } from './a-child.ts';
import { after, aPerson, births, choosing, on, programmeWith, written } from './a-child.ts';

const programme = programmeWith();
const birthDate = '2024-02-29';

/** Every dose of a set on the day on which it is in time after all that came before it. */
function inTime(doses: readonly string[]): readonly Told[] {
  return doses.map((code) => {
    const series = Number(/\d$/.exec(code)?.[0] ?? 1);
    const late = ['PCV3', 'DPT-HB-Hib4', 'MR2'].includes(code) ? { months: 19 } : { days: 50 + series * 29 };
    return { code, date: after(birthDate, code === 'HB0' ? { days: 0 } : code === 'MR1' ? { months: 9 } : late) };
  });
}

function computed(told: readonly Told[], { programme: chosen = programme, seen = '2026-02-20' } = {}): Readonly<Record<string, unknown>> {
  const history = aPerson({ birthDate }, [...told, { code: 'JE', date: seen }]);
  const last = history.visits.at(-1);
  if (last === undefined) throw new Error('no visit');
  const entries = [toScheduleStatuses, toLateStatuses].flatMap((judge) => [...judge(last, history, chosen.immunization)]);
  return Object.fromEntries(entries.map(([key, { value }]) => [key, value]));
}

describe('every set', () => {
  const versions = Object.entries(written.sets).flatMap(([key, { versions: all }]) => all.map((version) => ({ key, ...version })));
  const chosenFor = (setting: Readonly<Record<string, string>> = {}): Programme =>
    programmeWith((text) => Object.entries(setting).reduce((all, [slug, option]) => choosing(slug, option)(all), text));

  test.each(versions)('$key, $setting: complete with all its doses, and with none of them left out', ({ key, doses, setting }) => {
    const chosen = chosenFor(setting);
    const all = inTime(doses);
    expect(computed(all, { programme: chosen })[key]).toBe(true);
    for (const code of doses) {
      const without = all.filter((told) => told.code !== code);
      expect([code, computed(without, { programme: chosen })[key]]).toEqual([code, false]);
      expect([code, computed([...without, { code }], { programme: chosen })[key]]).toEqual([code, undefined]);
    }
  });

  test('a child is judged by the version of its birthday, a younger one by that of the day', () => {
    const chosen = programmeWith((text) =>
      text
        .replace(
          /(idl:\n {4}title:[^]*?doses: \[)[^\]]+(\]\n {8}setting: \{ ipv-idl: satu \}\n {8}validFrom: )'2023-01-01'/,
          "$1HB0$2'2023-01-01'\n        validTo: '2025-02-27'",
        )
        .replace(
          "      - doses: [HB0, BCG, OPV1, OPV2, OPV3, OPV4, DPT-HB-Hib1, DPT-HB-Hib2, DPT-HB-Hib3, IPV1, IPV2, MR1]\n        setting: { ipv-idl: dua }\n        validFrom: '2023-01-01'",
          "      - doses: [HB0, BCG]\n        setting: { ipv-idl: satu }\n        validFrom: '2025-02-28'",
        ),
    );
    const idl = (born: LocalDate, seen: LocalDate): unknown => {
      const history = aPerson({ birthDate: born }, [
        { code: 'HB0', date: born },
        { code: 'OPV1', date: seen },
      ]);
      const last = history.visits.at(-1);
      return last && new Map(toScheduleStatuses(last, history, chosen.immunization)).get('idl')?.value;
    };

    // Twelve months after 29 February are over on 28 February: the first day of the newer version.
    expect([idl('2024-02-27', '2026-01-01'), idl('2024-02-29', '2026-01-01')]).toEqual([true, false]);
    expect([idl('2024-12-01', '2025-02-27'), idl('2024-12-01', '2025-02-28')]).toEqual([true, false]);
  });
});

describe('a child that was never reached', () => {
  const from = after(birthDate, written.zeroDose.from);
  const zero = (told: readonly Told[], seen: LocalDate): unknown => computed(told, { seen })['dosis-nol'];
  const hb0: Told = { code: 'HB0', date: birthDate };

  test('is one without the dose from that age on', () => {
    expect([zero([hb0], on(from, -1)), zero([hb0], from), zero([hb0], on(from, 1))]).toEqual([undefined, 'ya', 'ya']);
  });

  test('is none whose dose is known, with its day or without, nor one of whose first months nobody tells', () => {
    expect([zero([hb0, { code: 'DPT-HB-Hib1', date: '2024-08-01' }], from), zero([hb0, { code: 'DPT-HB-Hib1' }], from)]).toEqual([
      'tidak',
      'tidak',
    ]);
    expect(zero([{ code: 'MR1', date: '2024-12-01' }], from)).toBeUndefined();
  });
});

describe('what is late', () => {
  const lambat = (told: readonly Told[], seen: LocalDate): unknown => computed(told, { seen })['imunisasi-lambat'];

  test.each(births)('is what a begun series still wants on the thirty-first day, born on %s', (born) => {
    const first = after(born, { months: 3 });
    const due = on(first, 28);
    const seenOn = (seen: LocalDate): unknown => {
      const told = ['OPV1', 'OPV2', 'OPV3', 'PCV1', 'PCV2', 'RV1', 'RV2', 'RV3', 'OPV4', 'IPV1', 'BCG', 'HB0'].map((code) => ({ code }));
      const history = aPerson({ birthDate: born }, [...told, { code: 'DPT-HB-Hib1', date: first }, { code: 'JE', date: seen }], {
        seen: first,
      });
      const visit = history.visits.find(({ date }) => date === seen);
      return visit && new Map(toLateStatuses(visit, history, programme.immunization)).get('imunisasi-lambat')?.value;
    };

    expect([seenOn(on(due, 30)), seenOn(on(due, 31))]).toEqual(['tidak', 'ya']);
  });

  test('is nothing of which nobody ever told', () => {
    const mr1: Told = { code: 'MR1', date: '2025-01-01' };

    expect([lambat([mr1], '2025-02-01'), lambat([mr1], '2025-09-28'), lambat([mr1], '2025-09-29')]).toEqual(['tidak', 'tidak', 'ya']);
    expect(lambat([], after(birthDate, { years: 3 }))).toBe('tidak');
  });
});

describe('a campaign', () => {
  const round = (counts: string): string => `campaigns:
  - is: pin-uji
    title: Pekan imunisasi uji
    from: '2026-02-01'
    to: '2026-02-28'
    area: ['3510']
    age: { from: { months: 6 }, below: { months: 60 } }
    sex: P
    doses: [OPV1]
    counts: ${counts}
    citation: surat edaran dinas
    evidence: read
`;
  const withRound = (counts = 'false'): Programme => programmeWith((text) => text.replace('campaigns: []\n', round(counts)));
  const chosen = withRound();
  const due = (person: Parameters<typeof aPerson>[0], asOf = '2026-02-10', told: readonly Told[] = []) =>
    toDoseDues(aPerson({ address: { 'kode-wilayah': '3510012001' }, ...person }, told), { programme: chosen }, asOf).filter(
      ({ code }) => code === 'pin-uji',
    );
  const dose: Told = {
    code: 'OPV1',
    date: '2026-02-11',
    fields: { date: { kind: 'date', date: '2026-02-11' }, kegiatan: { kind: 'text', text: 'pin-uji' } },
  };

  test('calls who is of its age, sex and place while it lasts, whatever else is known', () => {
    expect(due({ birthDate: '2024-01-01' })).toMatchObject([{ due: '2026-02-01', lateFrom: '2026-03-01', until: '2026-02-28' }]);
    expect(
      [due({ birthDate: '2024-01-01' }, '2026-02-28'), due({ birthDate: '2024-01-01' }, '2026-03-01')].map((all) => all.length),
    ).toEqual([1, 0]);
    expect(due({ birthDate: '2024-01-01', sex: 'L' })).toEqual([]);
    expect(due({ birthDate: '2024-01-01', address: { 'kode-wilayah': '3511012001' } })).toEqual([]);
  });

  test.each([
    ['2021-02-01', 0],
    ['2021-02-02', 1],
    ['2025-08-28', 1],
    ['2025-08-29', 1],
    ['2025-09-01', 0],
  ])('asks a child born on %s %d times', (born, times) => {
    expect(due({ birthDate: born })).toHaveLength(times);
  });

  test('gives an extra dose, which counts in no series unless the round says so', () => {
    const states = (counts?: string) =>
      toDoseStates(aPerson({ birthDate: '2025-12-01' }, [dose]), withRound(counts).immunization, '2026-03-01').filter(({ code }) =>
        code.startsWith('OPV'),
      );

    expect(states()[0]).toMatchObject({ code: 'OPV1', state: 'tambahan' });
    expect(states().slice(1)).toMatchObject([{ code: 'OPV1', state: 'belum' }, {}, {}, {}]);
    expect(states('OPV2')[0]).toMatchObject({ code: 'OPV2', state: 'sah' });
    expect(due({ birthDate: '2024-01-01' }, '2026-02-12', [dose])).toEqual([]);
  });
});
