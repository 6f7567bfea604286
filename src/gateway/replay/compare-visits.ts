import { isDeepStrictEqual } from 'node:util';
import type { Resource } from '@medplum/fhirtypes';
import { toGiven } from '../../map/given.ts';
import type { ElementTable } from '../../map/element-definition.ts';
import { isSameValue, toPlainValue } from '../../map/same-value.ts';
import type { Element } from '../../map/visit.ts';
import type { KnownVisit } from '../../store/visits.ts';
import { toOwnResources } from '../keep-visits.ts';
import { addChanges, noChanges, type Changes, type ReplaySample, type SampleFact } from './replay-report.ts';

type State = Pick<KnownVisit, 'visit' | 'bundle'>;

/** What became of the resources of a visit, by type, from what it was to what it is; undefined where it did not stand. */
export function compareResources(before: State | undefined, after: State | undefined): Readonly<Record<string, Changes>> {
  const old = toById(before);
  const now = toById(after);
  const changes: Record<string, Changes> = {};
  for (const [id, resource] of new Map([...old, ...now])) {
    const type = resource.resourceType;
    changes[type] = addChanges(changes[type] ?? noChanges, toChange(old.get(id), now.get(id)));
  }
  return changes;
}

function toById(state: State | undefined): ReadonlyMap<string, Resource> {
  const resources = state === undefined ? [] : toOwnResources(state.bundle);
  return new Map(resources.map((resource) => [resource.id ?? '', resource] as const));
}

function toChange(old: unknown, now: unknown): Changes {
  if (old === undefined) return { ...noChanges, created: 1 };
  if (now === undefined) return { ...noChanges, retracted: 1 };
  return isDeepStrictEqual(old, now) ? { ...noChanges, same: 1 } : { ...noChanges, changed: 1 };
}

/** Shows what became of a visit, fact by fact. */
export function toSample(before: State | undefined, after: State | undefined, table: ElementTable): ReplaySample | undefined {
  const state = after ?? before;
  if (state === undefined) return undefined;
  const { id, place, date } = state.visit;
  const facts = toFacts(before?.visit.elements ?? [], after?.visit.elements ?? [], table);
  return { visit: id, place, date, change: toKind(before, after), facts, resources: toOthers(compareResources(before, after)) };
}

/** Types of which all is as it was are no news. */
function toOthers(resources: Readonly<Record<string, Changes>>): Readonly<Record<string, Changes>> {
  return Object.fromEntries(Object.entries(resources).filter(([, { created, changed, retracted }]) => created + changed + retracted > 0));
}

function toFacts(old: readonly Element[], now: readonly Element[], table: ElementTable): readonly SampleFact[] {
  const keys = new Map([...old, ...now].map((element) => [toName(element), element] as const));
  return [...keys].flatMap(([name, { key, ordinal, cell }]): readonly SampleFact[] => {
    const was = old.find((element) => toName(element) === name);
    const is = now.find((element) => toName(element) === name);
    if (was !== undefined && is !== undefined && isSameElement(was, is)) return [];
    const values = toGiven({ before: toShown(was, table), after: toShown(is, table) });
    return [{ element: key, ordinal, cell, change: toKind(was, is), ...values }];
  });
}

function toKind(before: unknown, after: unknown): ReplaySample['change'] {
  if (before === undefined) return 'created';
  return after === undefined ? 'retracted' : 'changed';
}

function toName({ key, ordinal }: Element): string {
  return `${key}|${String(ordinal)}`;
}

function isSameElement(one: Element, other: Element): boolean {
  return isSameValue(one.value, other.value) && isDeepStrictEqual(one.fields, other.fields) && one.recorder === other.recorder;
}

/** Only what is for everybody is shown, and no text: what people write in their own words may hold anything (field rule 6). */
function toShown(element: Element | undefined, { elements }: ElementTable): string | undefined {
  if (element === undefined) return undefined;
  const definition = elements.get(element.key);
  const { value } = element;
  if (definition?.kerahasiaan !== 'umum' || value.kind === 'text') return undefined;
  if (value.kind !== 'quantity' || definition.unit === undefined) return String(toPlainValue(value));
  return `${String(value.int / definition.unit.perUnit)} ${definition.unit.ucum}`;
}
