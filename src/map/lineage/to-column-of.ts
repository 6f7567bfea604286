import type { Column, Source } from '../source.ts';

/** What the elements of Patient and Encounter are told by; every other resource knows the cell of its own element. */
const targetsOf: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^Patient\.identifier/, ['person.nik', 'person.nikIbu', 'person.nikParent']],
  [/^Patient\.name/, ['person.name']],
  [/^Patient\.birthDate/, ['person.birthDate']],
  [/^Patient\.gender/, ['person.sex']],
  [/^Patient\.multipleBirth/, ['person.birthOrder']],
  [/^Encounter\.period/, ['visit.date', 'visit.month']],
  [/^Encounter\.(?:location|serviceProvider)/, ['visit.place']],
];

/**
 * The column of a source that says an element of Patient or Encounter, by its FHIRPath: for an issue that the validator raised on it. Undefined where
 * no column of the source says it, or the element is no record's own.
 */
export function toColumnOf(expression: string, { columns }: Partial<Pick<Source, 'columns'>>): string | undefined {
  const targets = targetsOf.find(([path]) => path.test(expression))?.[1] ?? [];
  const says = (target: string): Column | undefined =>
    columns?.find((column) => column.block === undefined && column.targets.includes(target));
  return targets.map(says).find((column) => column !== undefined)?.name;
}
