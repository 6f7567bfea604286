import { createHash } from 'node:crypto';
import type { Bundle } from '@medplum/fhirtypes';
import type { Issue } from '../fhir/issue.ts';
import { isBlocking } from '../fhir/issue.ts';
import { withComputed, type ComputingFacts, type ComputingTables } from '../insight/computed/with-computed.ts';
import { holdBack } from '../map/bundle/hold-back.ts';
import { toBundle, toResourceKeys } from '../map/bundle/to-bundle.ts';
import { withoutExports } from '../map/bundle/without-exports.ts';
import { toGiven } from '../map/given.ts';
import { toColumnOf } from '../map/lineage/to-column-of.ts';
import type { Place } from '../map/place.ts';
import type { Source } from '../map/source.ts';
import { toUtcText } from '../map/places/local-time.ts';
import { toVisitHours, type VisitHours } from '../map/places/to-visit-hours.ts';
import type { Element, Person, Visit } from '../map/visit.ts';
import type { Validator } from '../validate/validator.ts';

/** A visit as FHIR that holds, with what was found and held back on the way. */
export interface BundledVisit {
  readonly bundle: unknown;
  readonly resources: number;
  readonly hours: VisitHours;
  readonly issues: readonly Issue[];
  /** False when the Encounter or Patient itself does not conform: then nothing of the visit may be sent. */
  readonly sendable: boolean;
  readonly hash: string;
}

export interface Bundling extends ComputingTables {
  readonly validator: Validator;
  readonly environment: string;
  readonly idOf: (visit: string, element: string, ordinal: number) => string;
  /** Columns of the source the visit was read with, to name the cell of a fault of its Patient or Encounter. */
  readonly source?: Partial<Pick<Source, 'columns'>>;
}

/** Who a visit is about and where it happened; `facts` is what is computed of it besides, nothing but the person where absent. */
export interface BundledOf {
  readonly person: Person;
  readonly place: Place;
  readonly facts?: Omit<ComputingFacts, 'person'>;
}

/** Makes the ILP Bundle of a visit with what is computed of it, and validates every resource; a faulty one is held back with what must refer to it. */
export function bundleVisit(visit: Visit, { person, place, facts = { weighings: [] } }: BundledOf, parts: Bundling): BundledVisit {
  const hours = toVisitHours(place, visit.date);
  const complete = withComputed(withoutExports(visit), { ...facts, person }, parts);
  const whole = toBundle({
    ...{ visit: complete, person, place },
    elements: parts.programme.elements,
    environment: parts.environment,
    hours: { start: toUtcText(hours.startUtc), end: toUtcText(hours.endUtc), estimated: hours.estimated },
    idOf: (element, ordinal) => parts.idOf(visit.id, element, ordinal),
  });
  const faults = findFaults(whole, parts.validator);
  const { bundle, held } = holdBack(whole, faults);
  return {
    bundle,
    resources: bundle.entry?.length ?? 0,
    hours,
    issues: [...faults].flatMap(([url, found]) => found.map((issue) => toRowIssue(issue, findElement(url, complete, parts), parts.source))),
    sendable: held.length === 0 || isWhole(bundle),
    hash: createHash('sha256')
      .update(JSON.stringify([visit, bundle]))
      .digest('base64url'),
  };
}

/** The element that a resource was made of, be it one of several. */
function findElement(url: string, { id, elements }: Visit, { idOf }: Bundling): Element | undefined {
  return elements.find(({ key, ordinal }) => toResourceKeys(key).some((resourceKey) => url.endsWith(idOf(id, resourceKey, ordinal))));
}

function findFaults(bundle: Bundle, validator: Validator): ReadonlyMap<string, readonly Issue[]> {
  const faults = new Map<string, readonly Issue[]>();
  for (const { fullUrl = '', resource } of bundle.entry ?? []) {
    if (!validator.isValid(resource)) faults.set(fullUrl, validator.validate(resource).issues.filter(isBlocking));
  }
  return faults;
}

/** Without its Encounter or its Patient nothing of a visit says whose it is. */
export function isWhole({ entry = [] }: Pick<Bundle, 'entry'>): boolean {
  const types = new Set(entry.map(({ resource }) => resource?.resourceType));
  return types.has('Encounter') && types.has('Patient');
}

/** A fault of one resource holds that resource back, not the row: for its sender it is a warning with the cell it came from. */
function toRowIssue(issue: Issue, element: Element | undefined, source: Bundling['source'] = {}): Issue {
  const cell = element?.cell ?? toColumnOf(issue.expression ?? '', source);
  return { ...issue, severity: 'warning', ...toGiven({ cell }) };
}
