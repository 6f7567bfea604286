import type { Issue } from '../../fhir/issue.ts';
import { birthFacts } from '../birth-facts.ts';
import type { Remark } from '../catalogue/issue-catalogue.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import type { ElementDefinition, PlausibleRange } from '../element-definition.ts';
import { toGiven } from '../given.ts';
import type { Programme, StageGroup } from '../programme.ts';
import { isSameValue } from '../same-value.ts';
import type { Birth, Element, ElementValue } from '../visit.ts';
import { doubtValue } from './doubt-value.ts';
import type { RowFact } from './row-facts.ts';

/** The elements of a row, before they are held against growth references. */
export interface ReadElements {
  readonly elements: readonly Element[];
  readonly birth: Birth;
  /** The same facts as elements, for the visits of a newborn, which tell of the birth. */
  readonly born: readonly Element[];
  readonly issues: readonly Issue[];
  /** A value that nobody records in earnest: the whole row is a test row (D30). */
  readonly test: boolean;
}

/** Turns facts into elements with values in whole smallest units, refusing what no person of the group can measure (D14). */
export function readElements(facts: readonly RowFact[], programme: Programme, group: StageGroup | undefined): ReadElements {
  const elements: Element[] = [];
  const issues: Issue[] = [];
  const birth: { weightG?: number; lengthMm?: number } = {};
  const born: Element[] = [];
  let test = false;
  for (const fact of facts) {
    const definition = programme.elements.elements.get(fact.is);
    if (definition === undefined) continue;
    const read = toElementValue(fact, definition, toRange(definition, group));
    const isTold = fact.unconfirmed !== true;
    test ||= read.isTest && isTold;
    const found = isBirthFact(fact) ? addBirth(birth, born, fact, read.value) : addElement(elements, fact, read.value, definition.repeats);
    const doubled: readonly Remark[] = found === 'contradicted' ? [{ code: 'nilai-ganda', severity: 'warning' }] : [];
    // That a text is to be confirmed was said of its cell; what it says is not repeated.
    if (isTold) issues.push(...[...read.remarks, ...doubled].map((remark) => toIssue(remark, fact.cell)));
  }
  return { elements, birth, born, issues, test };
}

function isBirthFact({ is }: RowFact): boolean {
  return is in birthFacts;
}

/** What was at birth belongs to the person, who has no facts that wait for a confirmation. */
function addBirth(
  birth: { -readonly [key in keyof Birth]: Birth[key] },
  born: Element[],
  { is, cell, unconfirmed }: RowFact,
  value: ElementValue | undefined,
): 'added' {
  const at = birthFacts[is];
  if (at === undefined || value?.kind !== 'quantity' || unconfirmed === true) return 'added';
  birth[at] = value.int;
  if (!born.some(({ key }) => key === is)) born.push({ key: is, ordinal: 1, value, cell });
  return 'added';
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

/**
 * The same code twice is one fact; another code of a repeating element takes the next ordinal. Several measurements of one cell keep
 * their number in it, so that each diastolic stays with its systolic, also where two of them are equal.
 */
function addElement(
  elements: Element[],
  fact: RowFact,
  value: ElementValue | undefined,
  repeats: boolean,
): 'added' | 'said' | 'contradicted' {
  if (value === undefined) return 'said';
  const same = elements.filter(({ key }) => key === fact.is);
  const nth = repeats ? fact.nth : undefined;
  if (nth === undefined && same.some((element) => isSameValue(element.value, value))) return 'said';
  if (same.length > 0 && !repeats) return 'contradicted';
  const { is: key, cell, fields, unconfirmed } = fact;
  // Measurements of another cell stand behind those of the cells before it.
  const before = same.filter((element) => element.cell !== cell).length;
  const ordinal = nth === undefined ? same.length + 1 : before + nth;
  elements.push({ key, ordinal, value, cell, ...toGiven({ fields, unconfirmed }) });
  return 'added';
}
