// Longer than 200 lines: claims about one thing, in one file, because every further file costs a loading of its own.
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { History, HistoryVisit } from '../../../src/insight/history.ts';
import type { Finding } from '../../../src/insight/warnings/finding.ts';
import { toFindings } from '../../../src/insight/warnings/to-findings.ts';
import { toWarnings } from '../../../src/insight/warnings/to-warnings.ts';
import type { WarningTables } from '../../../src/insight/warnings/warning-tables.ts';
import { addDays } from '../../../src/map/days.ts';
import type { Contact, Fact, Story } from '../a-history.ts';
import { aHistory, readTables } from '../a-history.ts';

let tables: WarningTables;
beforeAll(async () => {
  tables = await readTables();
});

const asOf = '2026-12-31';
const seeded = { seed: 20250709, numRuns: 60 };

type Elements = Readonly<Record<string, fc.Arbitrary<Fact>>>;

const tenths = (from: number, to: number): fc.Arbitrary<number> => fc.integer({ min: from * 10, max: to * 10 }).map((int) => int / 10);

const ofMothers: Elements = {
  'lingkar-lengan-atas': tenths(22, 25),
  hemoglobin: fc.oneof(
    tenths(6, 13),
    tenths(6, 13).map((unconfirmed) => ({ unconfirmed })),
  ),
  'tekanan-darah-sistolik': fc.oneof(
    fc.integer({ min: 80, max: 190 }),
    fc.array(fc.integer({ min: 80, max: 190 }), { minLength: 2, maxLength: 2 }),
  ),
  'tekanan-darah-diastolik': fc.integer({ min: 50, max: 120 }),
  'protein-urin': fc.constantFrom('negatif', '+1', '+3'),
  'umur-kehamilan': fc.integer({ min: 4, max: 44 }),
  'hamil-anak-ke': fc.integer({ min: 1, max: 6 }),
  'jarak-kehamilan': fc.integer({ min: 10, max: 60 }),
  'mt-bumil': fc.boolean(),
  'mt-bumil-rutin': fc.boolean(),
  'bahaya-hamil-sakit-kepala': fc.boolean(),
  'bahaya-hamil-sulit-tidur-cemas': fc.boolean(),
  'bahaya-nifas-demam': fc.boolean(),
  'tbc-batuk': fc.boolean(),
  'tbc-demam': fc.boolean(),
  'tbc-berat-badan': fc.boolean(),
  'tbc-kontak': fc.boolean(),
};

const ofChildren: Elements = {
  'berat-badan': tenths(3, 14),
  'tinggi-badan': tenths(48, 95),
  'cara-ukur': fc.constantFrom('telentang', 'berdiri'),
  'lingkar-kepala': tenths(33, 50),
  'lingkar-lengan-atas': tenths(10, 16),
  kpsp: fc.constantFrom('sesuai', 'meragukan', 'penyimpangan'),
  'vitamin-a': fc.constantFrom('biru', 'merah'),
  imunisasi: fc.uniqueArray(fc.constantFrom('HB0', 'DPT-HB-Hib1', 'DPT-HB-Hib2', 'DPT-HB-Hib3', 'OPV1', 'OPV2', 'MR1'), {
    minLength: 1,
    maxLength: 3,
  }),
  hemoglobin: tenths(6, 13),
  'bahaya-bayi-kuning': fc.boolean(),
  'tbc-batuk': fc.boolean(),
  'tbc-kontak': fc.boolean(),
};

const aContact = (elements: Elements): fc.Arbitrary<Contact> =>
  fc
    .record({
      day: fc.integer({ min: 0, max: 400 }),
      facts: fc.record(elements, { requiredKeys: [] }),
      recorder: fc.constantFrom('kader' as const, 'nakes' as const),
      verified: fc.boolean(),
    })
    .map(({ day, facts, recorder, verified }) => {
      const given = Object.entries(facts).filter((entry): entry is [string, Fact] => entry[1] !== undefined);
      return { date: addDays('2025-01-10', day), recorder, verified, elements: Object.fromEntries(given) };
    });

const aMother: fc.Arbitrary<Story> = fc
  .record({
    age: fc.integer({ min: 14, max: 44 }),
    contacts: fc.array(aContact(ofMothers), { minLength: 1, maxLength: 6 }),
    delivered: fc.option(fc.integer({ min: 250, max: 400 }), { nil: undefined }),
    hpht: fc.option(fc.integer({ min: -60, max: 60 }), { nil: undefined }),
  })
  .map(({ age, contacts, delivered, hpht }) => {
    const told: Record<string, Fact> = hpht === undefined ? {} : { hpht: addDays('2024-12-01', hpht) };
    const birth: readonly Contact[] =
      delivered === undefined
        ? []
        : [{ date: addDays('2025-01-10', delivered), elements: { 'tanggal-persalinan': addDays('2025-01-10', delivered) } }];
    const visits = contacts.map((contact, at) => ({
      ...contact,
      condition: 'hamil' as const,
      elements: { ...contact.elements, ...(at === 0 ? told : {}) },
    }));
    return { person: { birthDate: `${String(2025 - age)}-03-05`, sex: 'P' as const }, contacts: [...visits, ...birth], asOf };
  });

const anInfant: fc.Arbitrary<Story> = fc
  .record({
    born: fc.integer({ min: -300, max: 0 }),
    sex: fc.constantFrom('L' as const, 'P' as const),
    weightG: fc.option(fc.integer({ min: 1200, max: 4200 }), { nil: undefined }),
    weeks: fc.option(fc.integer({ min: 30, max: 41 }), { nil: undefined }),
    died: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
    contacts: fc.array(aContact(ofChildren), { minLength: 1, maxLength: 8 }),
  })
  .map(({ born, sex, weightG, weeks, died, contacts }) => {
    const birthDate = addDays('2025-01-10', born);
    const first: Contact = {
      date: addDays(birthDate, 1),
      elements: weeks === undefined ? {} : { [tables.thresholds['corrected-age'].element]: weeks },
    };
    const end: readonly Contact[] =
      died === undefined ? [] : [{ date: addDays('2025-01-10', died), elements: { 'tanggal-meninggal': addDays('2025-01-10', died) } }];
    const birth = weightG === undefined ? {} : { birth: { weightG } };
    return { person: { birthDate, sex, ...birth }, contacts: [first, ...contacts, ...end], asOf };
  });

const aStory = fc.oneof(aMother, anInfant);

/** The history with nothing in it but the facts of a finding. */
function onlyEvidence(history: History, { evidence, visit }: Finding): History {
  const visits = history.visits.flatMap((each): readonly HistoryVisit[] => {
    const elements = each.elements.filter(({ key, ordinal }) =>
      evidence.some((fact) => fact.visit === each.id && fact.key === key && fact.ordinal === ordinal),
    );
    return elements.length > 0 || each.id === visit ? [{ ...each, elements }] : [];
  });
  return { ...history, visits };
}

/** A finding with its facts in one order, whatever they were found in. */
function inAnyOrder({ evidence, ...rest }: Finding): unknown {
  return { ...rest, evidence: evidence.map((fact) => JSON.stringify(fact)).sort() };
}

function findIn(history: History): readonly Finding[] {
  return toFindings(history, tables, asOf);
}

describe('in any history', () => {
  test('the evidence of a finding gives the finding, and nothing else is needed', () => {
    let found = 0;
    fc.assert(
      fc.property(aStory, (story) => {
        const history = aHistory(tables, story);
        for (const finding of findIn(history)) {
          found += 1;
          // Of several doses given too early others may be named first.
          expect(findIn(onlyEvidence(history, finding)).map(inAnyOrder)).toContainEqual(inAnyOrder(finding));
        }
      }),
      seeded,
    );
    expect(found).toBeGreaterThan(75);
  });

  test('without one of its visits a finding is gone', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        const history = aHistory(tables, story);
        for (const finding of findIn(history)) {
          for (const gone of new Set(finding.evidence.map(({ visit }) => visit))) {
            expect(findIn({ ...history, visits: history.visits.filter(({ id }) => id !== gone) })).not.toContainEqual(finding);
          }
        }
      }),
      { ...seeded, numRuns: 40 },
    );
  });

  test('the order in which visits are handed over does not matter', () => {
    fc.assert(
      fc.property(
        aStory.chain((story) =>
          fc.tuple(fc.constant(story), fc.shuffledSubarray([...(story.contacts ?? []).keys()], { minLength: story.contacts?.length ?? 0 })),
        ),
        ([story, order]) => {
          const history = aHistory(tables, story);
          const shuffled = { ...history, visits: order.flatMap((at) => history.visits[at] ?? []) };

          expect(findIn(shuffled)).toEqual(findIn(history));
          expect(toWarnings(shuffled, tables, asOf)).toEqual(toWarnings(history, tables, asOf));
        },
      ),
      seeded,
    );
  });

  test('neither finding nor warning holds a name, a NIK or a free text', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        const history = aHistory(tables, { ...story, person: { ...story.person, name: 'Rahasia Sekali', nik: '6471995403969501' } });
        const note = { key: 'keterangan', ordinal: 1, value: { kind: 'text', text: 'Rahasia Sekali' }, cell: 'KET' } as const;
        const visits = history.visits.map((visit) => ({ ...visit, elements: [...visit.elements, note] }));
        const said = JSON.stringify([findIn({ ...history, visits }), toWarnings({ ...history, visits }, tables, asOf)]);

        expect(said).not.toMatch(/Rahasia|6471995403969501/);
      }),
      { ...seeded, numRuns: 50 },
    );
  });

  test('a warning is opened before it ends, shows its findings in order, and ends with a death', () => {
    fc.assert(
      fc.property(aStory, (story) => {
        const history = aHistory(tables, story);
        const died = history.visits.flatMap(({ elements }) =>
          elements.flatMap(({ key, value }) => (key === 'tanggal-meninggal' && value.kind === 'date' ? [value.date] : [])),
        )[0];
        for (const { opened, latest, closed, findings } of toWarnings(history, tables, asOf)) {
          const dates = findings.map(({ date }) => date);
          expect([...dates].sort()).toEqual(dates);
          expect([dates[0], dates.at(-1)]).toEqual([opened, latest]);
          expect(closed === undefined || closed >= opened).toBe(true);
          if (died !== undefined) expect(closed !== undefined && (closed <= died || closed === opened)).toBe(true);
        }
      }),
      seeded,
    );
  });
});
