import { isObject, toObjects, toText } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { Check, CheckFinding, CheckReport, CheckWorld } from './check.ts';
import { toStandpoint } from './entry-index.ts';
import type { Entry, Standpoint } from './entry-index.ts';
import { isExampleUrl } from './example-urls.ts';
import { isAbsoluteUri, isConditional, isSearch, toNamedType } from './reference-forms.ts';
import { resolveInBundle } from './resolve-in-bundle.ts';
import type { Resolution } from './resolve-in-bundle.ts';

const BLANK = /\s/;
const RESPONSES: ReadonlySet<unknown> = new Set(['transaction-response', 'batch-response']);
const SUBMISSIONS: ReadonlySet<unknown> = new Set(['transaction', 'batch']);
const NONE: readonly Entry[] = [];
const PART = '.reference';

/**
 * References beyond their targets: R4 references.html for their forms and contained resources, R4 bundle.html#references for what they find in a Bundle, and
 * Reference.type against what is found. Severities are those of the reference validator (its checkReference, localResolve).
 */
export const checkReference: Check = (node, world, report) => {
  const { reference } = node;
  if (reference === undefined) checkLogical(node, report);
  if (typeof reference !== 'string' || reference === '') return;
  if (BLANK.test(reference)) {
    report.add(toFault('reference-form', 'R4 references.html'));
    return;
  }
  if (reference.startsWith('#')) checkContainedTarget(node, reference.slice(1), world, report);
  else checkTarget(node, reference, world, report);
};

/** R4 references.html: without a literal reference or an identifier, only the display tells what is meant. */
function checkLogical(node: JsonObject, report: CheckReport): void {
  const { identifier, display } = node;
  if (typeof display === 'string' && display !== '') return;
  if (isObject(identifier) && (identifier['system'] !== undefined || identifier['value'] !== undefined)) return;
  report.add({ code: 'reference-empty', severity: 'warning', at: '', rule: 'R4 references.html' });
}

function checkContainedTarget(node: JsonObject, id: string, world: CheckWorld, report: CheckReport): void {
  const own = world.resources.at(-1);
  const container = isObject(world.root) ? world.root : undefined;
  const target = id === '' ? (own === container ? undefined : container) : (findContained(own, id) ?? findContained(container, id));
  if (target === undefined) report.add(toFault('reference-contained-missing', 'ref-1'));
  else checkStatedType(node, toText(target['resourceType']), report);
}

function findContained(container: JsonObject | undefined, id: string): JsonObject | undefined {
  return toObjects(container?.['contained']).find((resource) => resource['id'] === id);
}

function checkTarget(node: JsonObject, reference: string, world: CheckWorld, report: CheckReport): void {
  const standpoint = toStandpoint(world);
  const [found] = standpoint === undefined ? NONE : resolve(reference, standpoint, world, report);
  if (node['type'] !== undefined) checkStatedType(node, toTargetType(reference, found, world), report);
  if (isConditional(reference, world.resourceTypes)) {
    if (!isSearch(reference, world.resourceTypes)) report.add(toFault('reference-search', 'R4 http.html#trules'));
  } else if (world.options.references === 'exists' && found === undefined) checkExists(reference, world, report);
}

function toTargetType(reference: string, found: Entry | undefined, world: CheckWorld): string {
  return found === undefined ? toNamedType(reference, world.resourceTypes) : found.type;
}

/** Reference.type names the type of the target, so it is what the target is. */
function checkStatedType(node: JsonObject, actual: string, report: CheckReport): void {
  const { type } = node;
  if (typeof type !== 'string' || actual === '' || type === actual) return;
  report.add({ code: 'reference-type', severity: 'error', at: '.type', rule: 'R4 references.html', expected: actual, came: type });
}

/** Looks for the target among the entries; finds nothing where the form alone forbids that. */
function resolve(reference: string, standpoint: Standpoint, world: CheckWorld, report: CheckReport): readonly Entry[] {
  const { bundle, entry } = standpoint;
  const { type } = bundle;
  const absolute = isAbsoluteUri(reference);
  if (entry.fullUrl === '') {
    if (!RESPONSES.has(type)) report.add(toFault('reference-without-full-url', 'R4 bundle.html#references'));
    if (!absolute) return NONE;
  }
  if (!absolute && !isRelative(reference)) {
    if (!SUBMISSIONS.has(type) || !isSearch(reference, world.resourceTypes))
      report.add(toFault('reference-relative', 'R4 bundle.html#references'));
    return NONE;
  }
  const resolution = resolveInBundle(reference, standpoint);
  checkResolution(reference, resolution, standpoint, report);
  return resolution.matches;
}

/** `Type/id`, or `Type/id/_history/version`. */
function isRelative(reference: string): boolean {
  const slashes = reference.split('/').length - 1;
  return slashes === 1 || slashes === 3;
}

function checkResolution(reference: string, { matches, type }: Resolution, { index }: Standpoint, report: CheckReport): void {
  const found = matches.at(-1);
  if (matches.length > 1) report.add(toFault('reference-ambiguous', 'R4 bundle.html#references'));
  if (found !== undefined && type !== '' && found.type !== type)
    report.add({ ...toFault('reference-other-type', 'R4 bundle.html#references'), expected: type });
  if (found !== undefined) return;
  if (reference.startsWith('urn')) report.add({ ...toFault('reference-urn-missing', 'R4 bundle.html#references'), severity: 'warning' });
  else if (index.byName.has(reference)) report.add({ ...toFault('reference-near-miss', 'R4 bundle.html#references'), severity: 'warning' });
}

/** Asked for by an option: what is referred to has to be in what is validated. */
function checkExists(reference: string, world: CheckWorld, report: CheckReport): void {
  if (world.options.exampleUrls === 'allowed' && isExampleUrl(reference)) return;
  const parameters = world.resources.findLast((resource) => resource['resourceType'] === 'Parameters');
  if (parameters === undefined || !holdsResource(parameters['parameter'], reference))
    report.add(toFault('reference-unresolved', 'R4 references.html'));
}

function holdsResource(parameters: unknown, reference: string): boolean {
  return toObjects(parameters).some(({ resource, part }) => {
    const name = isObject(resource) ? `${toText(resource['resourceType'])}/${toText(resource['id'])}` : '';
    return name === reference || holdsResource(part, reference);
  });
}

function toFault(code: string, rule: string): CheckFinding {
  return { code, severity: 'error', at: PART, rule };
}
