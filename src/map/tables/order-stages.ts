import type { Issue } from '../../fhir/issue.ts';
import type { AgeStage, Stage, StageAge } from '../programme.ts';
import type { StagesTable } from './programme-schema.ts';
import { toUnknownWord } from './read-table.ts';

/** A stage as it is written, where, and compiled. */
export interface PlacedStage {
  readonly written: StagesTable['value']['stages'][number];
  readonly stage: Stage;
  readonly table: StagesTable;
  readonly at: number;
}

type PlacedAge = PlacedStage & { readonly stage: AgeStage };

/**
 * Puts the stages in the order in which they are asked. A pregnancy goes before every age. Of two stages that hold at one age of one sex,
 * that goes before which names the other under `before`; where neither does, that of one sex before that of both. Two that nothing
 * decides between are a fault: which one holds would hang on the names of files.
 */
export function orderStages(all: readonly PlacedStage[], issues: Issue[]): readonly Stage[] {
  const names = new Set(all.map(({ stage }) => stage.is));
  const ages = all.filter((each): each is PlacedAge => !('during' in each.stage));
  for (const placed of ages) issues.push(...findUnknown(placed, names), ...findEmpty(placed));
  issues.push(...findTwice(all));
  for (const [at, one] of ages.entries())
    for (const other of ages.slice(at + 1))
      if (isOverlap(one.stage, other.stage) && toFirst(one, other) === undefined) issues.push(toUndecided(one, other));
  return [...all.flatMap(({ stage }) => ('during' in stage ? [stage] : [])), ...sortAges(ages, issues).map(({ stage }) => stage)];
}

function findUnknown({ written, table, at }: PlacedAge, names: ReadonlySet<string>): readonly Issue[] {
  const before = toBefore(written);
  return before.flatMap((name, nth) =>
    names.has(name) ? [] : [table.fault(['stages', at, 'before', nth], toUnknownWord({ id: 'tahap', en: 'stage' }, name, names))],
  );
}

function findEmpty({ stage, table, at }: PlacedAge): readonly Issue[] {
  const [from, below] = toDays(stage);
  if (from < below) return [];
  return [table.fault(['stages', at, 'below'], { id: '"below" harus sesudah "from"', en: '"below" has to lie after "from"' })];
}

/** No two stages are the same time of a pregnancy. */
function findTwice(all: readonly PlacedStage[]): readonly Issue[] {
  const seen = new Map<string, string>();
  return all.flatMap(({ stage, table, at }) => {
    if (!('during' in stage)) return [];
    const other = seen.get(stage.during);
    seen.set(stage.during, stage.is);
    if (other === undefined) return [];
    const message = {
      id: `"${stage.during}" sudah milik tahap "${other}"`,
      en: `"${stage.during}" belongs to the stage "${other}" already`,
    };
    return [table.fault(['stages', at, 'during'], message)];
  });
}

function isOverlap(one: AgeStage, other: AgeStage): boolean {
  if (one.sex !== undefined && other.sex !== undefined && one.sex !== other.sex) return false;
  const [[from, below], [otherFrom, otherBelow]] = [toDays(one), toDays(other)];
  return from < otherBelow && otherFrom < below;
}

// A month is 30.4 days on average: exact among ages in months, and near enough where days meet months.
const daysOfMonth = 365.25 / 12;

function toDays({ from, below }: AgeStage): readonly [number, number] {
  const inDays = (age: StageAge): number => ('days' in age ? age.days : age.months * daysOfMonth);
  return [from === undefined ? 0 : inDays(from), below === undefined ? Infinity : inDays(below)];
}

/** Which of two that hold at one age is asked first. */
function toFirst(one: PlacedAge, other: PlacedAge): PlacedAge | undefined {
  const [says, isSaid] = [toBefore(one.written).includes(other.stage.is), toBefore(other.written).includes(one.stage.is)];
  if (says !== isSaid) return says ? one : other;
  if (says || (one.stage.sex === undefined) === (other.stage.sex === undefined)) return undefined;
  return one.stage.sex === undefined ? other : one;
}

function toBefore(written: PlacedStage['written']): readonly string[] {
  return ('before' in written ? written.before : undefined) ?? [];
}

function toUndecided(one: PlacedAge, other: PlacedAge): Issue {
  const [first, second] = [one.stage.is, other.stage.is];
  return other.table.fault(['stages', other.at], {
    id: `tahap "${second}" dan "${first}" berlaku pada umur yang sama; tulis "before: [${first}]" di sini atau "before: [${second}]" di sana, atau ubah umurnya`,
    en: `the stages "${second}" and "${first}" hold at one age; write "before: [${first}]" here or "before: [${second}]" there, or change the ages`,
  });
}

/** Every stage behind all that go before it. */
function sortAges(ages: readonly PlacedAge[], issues: Issue[]): readonly PlacedAge[] {
  const sorted: PlacedAge[] = [];
  let rest = ages;
  while (rest.length > 0) {
    const next = rest.find((each) =>
      rest.every((other) => other === each || !isOverlap(each.stage, other.stage) || toFirst(each, other) !== other),
    );
    const [stuck] = rest;
    if (next === undefined && stuck !== undefined && issues.length === 0) {
      const names = rest.map(({ stage }) => `"${stage.is}"`).join(', ');
      issues.push(
        stuck.table.fault(['stages', stuck.at], {
          id: `urutan tahap ${names} melingkar`,
          en: `the order of the stages ${names} is circular`,
        }),
      );
    }
    const taken = next ?? stuck;
    if (taken !== undefined) sorted.push(taken);
    rest = rest.filter((each) => each !== taken);
  }
  return sorted;
}
