import type { Issue } from '../../fhir/issue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import type { ElementDefinition, PlausibleRange } from '../element-definition.ts';
import type { Programme, StageGroup } from '../programme.ts';
import { isSameValue } from '../same-value.ts';
import type { Birth, Element, ElementValue } from '../visit.ts';
import { doubtValue } from './doubt-value.ts';
import type { RowFact } from './row-facts.ts';

/** The elements of a row, before they are held against growth references. */
export interface ReadElements {
  readonly elements: readonly Element[];
  readonly birth: Birth;
  readonly issues: readonly Issue[];
  /** A value that nobody records in earnest: the whole row is a test row (D30). */
  readonly test: boolean;
}

/** Facts at birth belong to the person. */
const birthFacts: Readonly<Record<string, keyof Birth>> = { 'berat-badan-lahir': 'weightG', 'panjang-badan-lahir': 'lengthMm' };

/** Turns facts into elements with values in whole smallest units, refusing what no person of the group can measure (D14). */
export function readElements(facts: readonly RowFact[], programme: Programme, group: StageGroup | undefined): ReadElements {
  const elements: Element[] = [];
  const issues: Issue[] = [];
  const birth: { weightG?: number; lengthMm?: number } = {};
  let test = false;
  for (const fact of facts) {
    const definition = programme.elements.elements.get(fact.is);
    if (definition === undefined) continue;
    const range = toRange(definition, group);
    const { value, remarks, isTest } = toElementValue(fact, definition, range);
    test ||= isTest;
    issues.push(...remarks.map((remark) => toIssue(remark, fact.cell)));
    const at = birthFacts[fact.is];
    if (value === undefined) continue;
    if (at !== undefined && value.kind === 'quantity') birth[at] = value.int;
    else addElement(elements, fact, value, definition.repeats);
  }
  return { elements, birth, issues, test };
}

/** What holds for an element at these ages: the group's limits, with the element's own where the group says nothing. */
export function toRange(definition: ElementDefinition, group: StageGroup | undefined): PlausibleRange {
  return { ...definition.range, ...group?.elements.get(definition.key)?.range };
}

function toElementValue(fact: RowFact, definition: ElementDefinition, range: PlausibleRange) {
  const { value } = fact;
  if (value.kind === 'measure') return doubtValue(value.measure, definition, range);
  const plain: ElementValue | undefined = value.kind === 'number' ? undefined : value;
  return { value: plain, remarks: [], isTest: false };
}

/** The same code twice is one fact; another code of a repeating element takes the next ordinal. */
function addElement(elements: Element[], fact: RowFact, value: ElementValue, repeats: boolean): void {
  const same = elements.filter(({ key }) => key === fact.is);
  if (same.some((element) => isSameValue(element.value, value)) || (same.length > 0 && !repeats)) return;
  const { is: key, cell, fields } = fact;
  elements.push({ key, ordinal: same.length + 1, value, cell, ...(fields === undefined ? {} : { fields }) });
}
