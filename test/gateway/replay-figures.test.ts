import { describe, expect, test } from '@jest/globals';
import type { ReplayReport } from '../../src/gateway/replay/replay-report.ts';
import type { Tables } from '../../src/load-tables.ts';
import type { Site } from '../../src/map/place.ts';
import { generateKenanga } from '../generate/generate-kenanga.ts';
import { createSeededRandom, type SeededRandom } from '../generate/seeded-random.ts';
import { aDesk, shippedTables, siteWith, tablesWith, type Desk } from './a-desk.ts';

interface Fix {
  readonly before: Tables;
  readonly site?: Site;
  /** False where whom the rows are about is read otherwise: who was met first keeps the name given first. */
  readonly samePeople?: boolean;
}

const column = (name: string, entry: string): ((text: string) => string) => {
  const line = new RegExp(`^${name}:[^]*?(?=^\\S|^$)`, 'm');
  return (text) => text.replace(line, `${name}: ${entry}\n`);
};

/** What was wrong with the tables, and is no more. */
const fixes: Readonly<Record<string, Fix>> = {
  'a unit': { before: await tablesWith({ 'columns.yaml': column('TB', '{ is: tinggi-badan, unit: mm }') }) },
  'a column that was ignored': { before: await tablesWith({ 'columns.yaml': column('Lingkar Kepala', '{ ignore: belum dipakai }') }) },
  'a column that was another': { before: await tablesWith({ 'columns.yaml': column('Lingkar Kepala', '{ is: lingkar-lengan-atas }') }) },
  'a code list': { before: await tablesWith({ 'codes.yaml': () => 'vaksin: { IPV1: [Polio 1], BCG: [BCG] }\n' }) },
  'the order of dates': {
    before: await tablesWith({ 'source.yaml': (text) => text.replace('dates: dmy', 'dates: mdy') }),
    samePeople: false,
  },
  'who wrote it': { before: await tablesWith({ 'source.yaml': (text) => text.replace('recorder: kader', 'recorder: nakes') }) },
  'what is owed': { before: await tablesWith({ 'source.yaml': (text) => text.replace('is: kirim', 'is: tidak') }) },
  'a place': { before: shippedTables, site: siteWith({ code: 'posyandu-cempaka', aliases: ['KENANGA LAMA'] }) },
};

/** Three lists: one, the next month's which repeats and corrects some of its rows, and one under a name that not every register knows. */
function writeLists(seed: number): readonly string[] {
  const random = createSeededRandom(seed);
  const lines = generateKenanga({ rows: 24, seed, date: '2025-08-12' }).content.split('\r\n');
  const [title = '', header = '', ...rows] = lines;
  const again = rows.filter(() => random.chance(50)).map((row) => (random.chance(50) ? row : correct(row, random)));
  const later = generateKenanga({ rows: 12, seed: seed + 100, date: '2025-07-12' })
    .content.split('\r\n')
    .slice(2);
  return [
    lines.join('\r\n'),
    [title, header, ...again, ...later].join('\r\n'),
    [title.replace('KENANGA', 'KENANGA LAMA'), header, ...rows.slice(0, 8)].join('\r\n'),
  ];
}

function correct(row: string, random: SeededRandom): string {
  const cells = row.split(';');
  cells[12] = String(random.between(400, 480) / 10).replace('.', ',');
  return cells.join(';');
}

async function handInAll(desk: Desk, seed: number): Promise<void> {
  for (const list of writeLists(seed)) await desk.handIn(list);
}

/** A rehearsal gives visits that are new other ids than they will have. */
function toComparable(report: ReplayReport): unknown {
  const samples = report.samples.map(({ visit, change, ...rest }) => ({ ...rest, change, visit: change === 'created' ? '' : visit }));
  return { ...report, dryRun: undefined, samples };
}

async function listContents(desk: Desk): Promise<readonly unknown[]> {
  const visits = await desk.visits();
  const people = await desk.store.persons.getPersons(
    desk.store.db,
    visits.map(({ visit }) => visit.person),
  );
  return visits.map(({ visit, duty }) => {
    const { date, place, recorder, verified, lifeStage, ageDays, elements, reported } = visit;
    const facts = elements.map(({ key, value, fields, recorder: by }) => JSON.stringify([key, value, fields, by])).sort();
    return { person: people.get(visit.person)?.person.name, date, place, recorder, verified, lifeStage, ageDays, facts, reported, duty };
  });
}

const inOrder = (contents: readonly unknown[]): readonly string[] => contents.map((one) => JSON.stringify(one)).sort();

const seeds = (process.env['TITIAN_REPLAY_SEEDS'] ?? '11').split(',').map(Number);
const cases = Object.keys(fixes).flatMap((name) => seeds.map((seed) => [name, seed] as const));

describe('reading again after a fix', () => {
  test.each(cases)(
    'of %s does exactly what its rehearsal said, and leaves what the fixed tables make of the files (seed %i)',
    async (name, seed) => {
      const { before, site, samePeople = true } = fixes[name] ?? { before: shippedTables };
      const desk = await aDesk(before);
      await handInAll(desk, seed);
      desk.tables = shippedTables;
      desk.site = site ?? desk.site;

      const rehearsed = await desk.rehearse();
      const done = await desk.replay();
      expect(toComparable(done)).toEqual(toComparable(rehearsed));
      expect(done.samples.length).toBeGreaterThan(0);
      expect(await desk.rehearse()).toMatchObject({ submissions: 0, samples: [] });

      const fresh = await aDesk(shippedTables);
      fresh.site = desk.site;
      await handInAll(fresh, seed);
      if (samePeople) expect(inOrder(await listContents(desk))).toEqual(inOrder(await listContents(fresh)));
    },
  );
});
