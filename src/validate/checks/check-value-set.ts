import { isObject, toObjects } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { Check, CheckReport, CheckWorld } from './check.ts';

const RULE = 'http://hl7.org/fhir/StructureDefinition/ValueSet';
const SYSTEM_RULE = 'http://hl7.org/fhir/StructureDefinition/CodeSystem';
/** Filters whose value is a code of the system (R4 ValueSet.compose.include.filter.op). */
const BY_CODE: ReadonlySet<unknown> = new Set(['is-a', 'descendent-of', 'is-not-a', 'generalizes']);

/** Checks what a ValueSet is composed of: full addresses of systems, and codes that its systems have. */
export const checkValueSet: Check = (valueSet, world, report) => {
  const { compose } = valueSet;
  if (!isObject(compose)) return;
  for (const key of ['include', 'exclude']) {
    toObjects(compose[key]).forEach((part, at) => {
      checkPart(part, `.compose.${key}[${String(at)}]`, { world, report });
    });
  }
};

/** Checks that a CodeSystem which adds to another says so (R4 4.8.9). */
export const checkCodeSystem: Check = ({ supplements, content }, _, report) => {
  if (supplements === undefined || content === 'supplement') return;
  report.add({ code: 'supplement-content', severity: 'error', at: '.content', rule: SYSTEM_RULE, came: content });
};

interface Asking {
  readonly world: CheckWorld;
  readonly report: CheckReport;
}

function checkPart(part: JsonObject, at: string, asking: Asking): void {
  const { system } = part;
  if (typeof system !== 'string') return;
  if (!/^(?:https?:|urn:)/.test(system)) {
    asking.report.add({ code: 'system-relative', severity: 'error', at: `${at}.system`, rule: RULE, came: system });
    return;
  }
  toObjects(part['concept']).forEach((concept, index) => {
    checkCode(concept['code'], system, `${at}.concept[${String(index)}].code`, asking);
  });
  toObjects(part['filter']).forEach(({ op, property, value }, index) => {
    if ((property === 'concept' || property === 'code') && BY_CODE.has(op))
      checkCode(value, system, `${at}.filter[${String(index)}].value`, asking);
  });
}

function checkCode(code: unknown, system: string, at: string, { world, report }: Asking): void {
  if (typeof code !== 'string') return;
  const known = world.terminology.toSystem(system);
  if (known.fault !== undefined || known.toStanding(code) !== 'unknown') return;
  report.add({ code: 'code-unknown', severity: 'error', at, rule: system, expected: system, came: code });
}
