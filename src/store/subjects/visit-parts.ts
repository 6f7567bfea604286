import type { Bundle, Resource } from '@medplum/fhirtypes';
import { toResourceKeys } from '../../map/bundle/to-bundle.ts';
import type { FormItem } from '../../map/may-send.ts';
import type { Visit } from '../../map/visit.ts';
import type { SubjectState } from '../../platforms/subject.ts';
import type { Store } from '../open-store.ts';
import type { Telling } from './loading.ts';

type VisitState = Extract<SubjectState, { kind: 'visit' }>;

/** A visit as it is or was, with what it became. */
export interface VersionOf {
  readonly visit: Visit;
  readonly bundle: Bundle;
}

/** A visit whose parts are to be named. */
export interface PartsOf {
  /** The newest first: what is gone from a visit keeps its names. */
  readonly versions: readonly VersionOf[];
  /** The number it bears at the platform. */
  readonly number: string;
  readonly alsoSend: readonly string[];
}

const closing = ['kode-penutup', 1] as const;
type Part = readonly [key: string, ordinal: number];

/**
 * Names every part of a visit: ids of resources come from our own id of the visit, their numbers from the number it bears at the platform. Says which
 * of them stay here, answers of a form one by one.
 */
export function namePartsOf(
  { idOf }: Pick<Store, 'idOf'>,
  { versions, number, alsoSend }: PartsOf,
  telling: Telling,
): Pick<VisitState, 'partNumbers' | 'closingId' | 'localIds' | 'localItems' | 'requestIds'> {
  const id = versions[0]?.visit.id ?? '';
  const toId = ([key, ordinal]: Part): string => idOf(id, key, ordinal);
  const elements: readonly Fact[] = [...versions.flatMap(({ visit }) => visit.elements), ...listComputed(versions, toId, telling)];
  const keysOf = versions.some(hasLaboratory) ? toResourceKeys : (key: string): readonly string[] => [key];
  const own = elements.flatMap(({ key, ordinal }) => keysOf(key).map((each) => [each, ordinal] as const));
  const reports = versions.flatMap((version) => listReports(version, toId));
  const forms = listItems(elements, telling).map(({ questionnaire }) => [questionnaire, 1] as const);
  const parts: readonly Part[] = [closing, ...own, ...forms, ...reports.map(({ request }) => request)];
  const mayNot = elements.filter(({ key }) => !telling.maySend(key, alsoSend));
  return {
    closingId: toId(closing),
    partNumbers: new Map(parts.map((part) => [toId(part), idOf(number, ...part)])),
    localIds: new Set(mayNot.flatMap(({ key, ordinal }) => keysOf(key).map((each) => toId([each, ordinal])))),
    localItems: toLocalItems(listItems(mayNot, telling), toId),
    requestIds: new Map(reports.map(({ report, request }) => [report, toId(request)])),
  };
}

type Fact = Pick<Visit['elements'][number], 'key' | 'ordinal'>;

/** What was computed stands in the Bundle alone, under the name of its element. */
function listComputed(versions: readonly VersionOf[], toId: (part: Part) => string, { computed = [] }: Telling): readonly Fact[] {
  const made = new Set(
    versions.flatMap(({ bundle }) => (bundle.entry ?? []).flatMap(({ resource }) => (isComputed(resource) ? [resource?.id] : []))),
  );
  return made.size === 0 ? [] : computed.filter((key) => made.has(toId([key, 1]))).map((key) => ({ key, ordinal: 1 }));
}

function isComputed(resource: Resource | undefined): boolean {
  return resource?.resourceType === 'Observation' && resource.derivedFrom !== undefined;
}

/** The reports of a laboratory, and the request that each may need. */
function listReports(version: VersionOf, toId: (part: Part) => string): readonly { readonly report: string; readonly request: Part }[] {
  if (!hasLaboratory(version)) return [];
  const made = new Set((version.bundle.entry ?? []).map(({ resource }) => resource?.id));
  return version.visit.elements.flatMap(({ key, ordinal }) => {
    const report = toId([`${key}.laporan`, ordinal]);
    return made.has(report) ? [{ report, request: [`${key}.permintaan`, ordinal] }] : [];
  });
}

/** Most visits have none, and are named twice as fast. */
function hasLaboratory({ bundle }: VersionOf): boolean {
  return (bundle.entry ?? []).some(
    ({ resource }) => resource?.resourceType === 'DiagnosticReport' || resource?.resourceType === 'Specimen',
  );
}

function listItems(elements: readonly Fact[], { answerOf }: Telling): readonly FormItem[] {
  return elements.flatMap(({ key }) => answerOf?.(key) ?? []);
}

function toLocalItems(items: readonly FormItem[], toId: (part: Part) => string): ReadonlyMap<string, ReadonlySet<string>> {
  const local = new Map<string, Set<string>>();
  for (const { questionnaire, linkId } of items) {
    const id = toId([questionnaire, 1]);
    local.set(id, new Set([...(local.get(id) ?? []), linkId]));
  }
  return local;
}
