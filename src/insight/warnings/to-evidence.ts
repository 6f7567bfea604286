import type { ElementDefinition, ElementTable, Sensitivity } from '../../map/element-definition.ts';
import { toGiven } from '../../map/given.ts';
import type { Element } from '../../map/visit.ts';
import type { Judgement, StatusInput } from '../status/judged.ts';
import type { Evidence } from './finding.ts';

const order: readonly Sensitivity[] = ['umum', 'terbatas', 'sangat-terbatas'];

/** The stricter of sensitivities. */
export function strictest(of: readonly Sensitivity[]): Sensitivity {
  return order[Math.max(0, ...of.map((each) => order.indexOf(each)))] ?? 'sangat-terbatas';
}

/** The sensitivity of a fact; an element that the programme does not know is kept from everybody. */
export function sensitivityOf({ key, element }: StatusInput, { elements }: ElementTable): Sensitivity {
  if (element === undefined) return 'umum';
  return elements.get(key)?.kerahasiaan ?? 'sangat-terbatas';
}

/** Points at the facts behind a finding: values only where everybody on duty may see them; each fact once. */
export function toEvidence(facts: readonly StatusInput[], judgement: Judgement, table: ElementTable): readonly Evidence[] {
  // A class read off a restricted element would tell its value.
  const isPublic = facts.every((fact) => sensitivityOf(fact, table) === 'umum');
  const seen = new Set<string>();
  return facts.flatMap(({ visit, date, key, element }) => {
    const name = JSON.stringify([visit, key, element?.ordinal]);
    if (seen.has(name)) return [];
    seen.add(name);
    const value = element === undefined ? toClass(judgement, key) : toShown(element, table.elements.get(key));
    const shown = isPublic ? value : undefined;
    return [{ visit, date, key, ...toGiven({ ordinal: element?.ordinal, value: shown, cell: element?.cell }) }];
  });
}

function toClass(judgement: Judgement, key: string): string | undefined {
  const value = judgement.get(key)?.value;
  return value === undefined || typeof value === 'object' ? undefined : String(value);
}

/** As read, in the unit of the form: `22.8 cm`. Free text is never quoted. */
function toShown({ value }: Element, definition: ElementDefinition | undefined): string | undefined {
  switch (value.kind) {
    case 'quantity':
      return toQuantity(value.int, definition?.unit);
    case 'coded':
      return value.code;
    case 'boolean':
      return value.boolean ? 'ya' : 'tidak';
    case 'date':
      return value.date;
    case 'text':
      return undefined;
  }
}

function toQuantity(int: number, unit: ElementDefinition['unit']): string {
  return unit === undefined ? String(int) : `${String(int / unit.perUnit)} ${unit.display}`;
}
