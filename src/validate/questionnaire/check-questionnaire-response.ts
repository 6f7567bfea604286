import type { CheckReport, CheckWorld } from '../checks/check.ts';
import { toObjects } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { compareResponse } from './check-response.ts';
import { compileForm, toForm } from './form.ts';
import type { Form } from './form.ts';
import { SPEC } from './review.ts';

/**
 * Finds the Questionnaire a response names, among its contained resources or the definitions loaded beside the base, and holds the response
 * against it. As in the reference validator none named is told as information, one that is not at hand as a warning.
 */
export function checkQuestionnaireResponse(response: JsonObject, world: CheckWorld, report: CheckReport): void {
  const { questionnaire: canonical } = response;
  if (typeof canonical !== 'string') {
    if (canonical === undefined) report.add({ code: 'questionnaire-none', severity: 'information', at: '', rule: SPEC });
    return;
  }
  const form = findForm(response, canonical, world);
  if (form !== undefined) {
    compareResponse(response, form, report, world);
    return;
  }
  if (isOther(canonical, world)) report.add({ code: 'questionnaire-other-type', severity: 'error', at: '.questionnaire', rule: SPEC });
  else
    report.add({ code: 'questionnaire-unknown', severity: toSeverity(canonical), at: '.questionnaire', rule: SPEC, expected: canonical });
}

function toSeverity(canonical: string): 'information' | 'warning' {
  return /^https?:\/\/example\.org/.test(canonical) ? 'information' : 'warning';
}

const OTHERS = ['StructureDefinition', 'ValueSet', 'CodeSystem'];

/** True when the canonical is known as something else: handed in, or a value set of R4. */
function isOther(canonical: string, { find, terminology }: CheckWorld): boolean {
  if (OTHERS.some((type) => find(type, canonical) !== undefined)) return true;
  return canonical.startsWith('http://hl7.org/fhir/ValueSet/') && terminology.toValueSet(canonical).known;
}

/** A form that came with the data is made ready for this response alone. */
function findForm(response: JsonObject, canonical: string, { find }: CheckWorld): Form | undefined {
  if (!canonical.startsWith('#')) {
    const loaded = find('Questionnaire', canonical);
    return loaded && toForm(loaded);
  }
  const id = canonical.slice(1);
  const own = toObjects(response['contained']).find((resource) => resource['id'] === id && resource['resourceType'] === 'Questionnaire');
  return own && compileForm(own);
}
