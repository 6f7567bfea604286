import type { CheckFinding } from '../../src/validate/checks/check.ts';
import type { JsonObject } from '../../src/validate/json.ts';
import { checkResponse } from '../../src/validate/questionnaire/check-response.ts';

/** Items of a form or of a response. */
export type Items = readonly JsonObject[];

/** The canonical of the tests' own form. */
export const FORM = 'https://titian.dev/fhir/ilp/Questionnaire/contoh';

/** A Questionnaire with these items. */
export function aForm(item: Items, more: JsonObject = {}): JsonObject {
  return { resourceType: 'Questionnaire', url: FORM, status: 'active', ...more, item };
}

/** A finished response with these items. */
export function aResponse(item: Items, more: JsonObject = {}): JsonObject {
  return { resourceType: 'QuestionnaireResponse', status: 'completed', ...more, item };
}

/** What is found, one line each: severity, code, place. */
export function toLines(form: JsonObject, response: JsonObject): readonly string[] {
  const findings: CheckFinding[] = [];
  checkResponse(response, form, { add: (finding) => findings.push(finding), leave: () => undefined });
  return findings.map(({ severity, code, at }) => `${severity} ${code} ${at}`.trim());
}

/** A rule of a form with a response that keeps it and one that breaks it. */
export interface Probe {
  readonly rule: string;
  readonly form: Items;
  readonly sound: Items;
  readonly broken: Items;
  readonly found: string;
}

/** Puts a probe together. */
export function probe(rule: string, form: Items, [sound, broken]: readonly [Items, Items], found: string): Probe {
  return { rule, form, sound, broken, found };
}
