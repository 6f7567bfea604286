import type { Issue } from '../../fhir/issue.ts';
import { toGiven } from '../given.ts';
import type { Programme, Stage, StageAge, StageGroup } from '../programme.ts';
import { orderStages } from './order-stages.ts';
import { compileOverlays, type KnownWords } from './compile-overlays.ts';
import type { StagesTable } from './programme-schema.ts';

type WrittenStage = StagesTable['value']['stages'][number];
type WrittenAge = NonNullable<Extract<WrittenStage, { from?: unknown }>['from']>;

/**
 * Compiles all tables of life stages together: no name stands twice, no category opens two stages, and it is said for every age and sex
 * which of several stages holds.
 */
export function compileStages(
  tables: readonly StagesTable[],
  words: Omit<KnownWords, 'stages'>,
  issues: Issue[],
): Pick<Programme, 'groups' | 'stages' | 'categories'> {
  const groups = new Map<string, StageGroup>();
  const known = { ...words, stages: new Set(tables.flatMap(({ value }) => value.stages.map(({ is }) => is))) };
  for (const table of tables) {
    const { group } = table.value;
    if (groups.has(group)) issues.push(table.fault(['group'], toTwice({ id: 'kelompok', en: 'group' }, group)));
    groups.set(group, toGroup(table, known, issues));
  }
  const stages = orderStages(
    tables.flatMap((table) => table.value.stages.map((written, at) => ({ written, stage: toStage(written), table, at }))),
    issues,
  );
  return { groups, stages, categories: toCategories(tables, issues) };
}

/** Says that a name is taken. */
function toTwice(what: { readonly id: string; readonly en: string }, name: string): { readonly id: string; readonly en: string } {
  return { id: `${what.id} "${name}" sudah ada`, en: `${what.en} "${name}" stands there already` };
}

function toGroup({ value, fault }: StagesTable, known: KnownWords, issues: Issue[]): StageGroup {
  const { group, klaster, stages, mothers, elements, 'sangat-terbatas': secret } = value;
  return {
    group,
    klaster,
    stages: stages.map(toStage),
    elements: compileOverlays(elements, known, (path, message) => issues.push(fault(['elements', ...path], message))),
    ...toGiven({ mothers: toMothers(mothers), secretBelowMonths: secret && secret.belowYears * 12 }),
  };
}

function toStage(written: WrittenStage): Stage {
  const { is, title, klaster } = written;
  const base = { is, title, ...toGiven({ klaster }) };
  if ('during' in written) return { ...base, during: written.during };
  return { ...base, ...toGiven({ from: toAge(written.from), below: toAge(written.below), sex: written.sex }) };
}

/** Years are completed months, as ages are counted. */
function toAge(age: WrittenAge | undefined): StageAge | undefined {
  if (age === undefined) return undefined;
  return age.days === undefined ? { months: age.months ?? (age.years ?? 0) * 12 } : { days: age.days };
}

/** Years as the table states them, months as ages are counted. */
function toMothers(written: StagesTable['value']['mothers']): StageGroup['mothers'] {
  if (written === undefined) return undefined;
  const [youngest, oldest] = written.years;
  return { youngestMonths: youngest * 12, oldestMonths: oldest * 12, childBelowMonths: written.ofChildrenBelowYears * 12 };
}

function toCategories(tables: readonly StagesTable[], issues: Issue[]): Programme['categories'] {
  const categories = new Map<string, string>();
  const placed = tables.flatMap((table) => table.value.stages.map((stage, at) => ({ stage, at, table })));
  for (const { stage, at, table } of placed) {
    if (categories.has(stage.is)) issues.push(table.fault(['stages', at, 'is'], toTwice({ id: 'tahap', en: 'stage' }, stage.is)));
    categories.set(stage.is, stage.is);
  }
  for (const { stage, at, table } of placed) {
    for (const [nth, category] of (stage.categories ?? []).entries()) {
      const fault = (): Issue => table.fault(['stages', at, 'categories', nth], toTwice({ id: 'kategori', en: 'category' }, category));
      if (categories.has(category)) issues.push(fault());
      categories.set(category, stage.is);
    }
  }
  return categories;
}
