import { toObjects } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { toReferredType } from '../values.ts';
import { toExtensions, toValue } from './form.ts';
import { leave, tell } from './review.ts';
import type { Place, Review } from './review.ts';

const TYPES = 'http://hl7.org/fhir/StructureDefinition/questionnaire-referenceResource';
const PROFILES = 'http://hl7.org/fhir/StructureDefinition/questionnaire-referenceProfile';

/** Checks that a reference names a resource of a type its item allows, where the reference shows its type. */
export function checkReference(review: Review, { item, at }: Place, value: JsonObject): void {
  const { reference } = value;
  if (typeof reference !== 'string' || item.source['extension'] === undefined) return;
  const allowed = toExtensions(item.source, TYPES).map((extension) => toValue(extension).value);
  const type = toType(review, reference);
  if (allowed.length > 0 && type === '') leave(review, at, TYPES, 'reference-not-decided');
  else if (allowed.length > 0 && !allowed.includes(type)) {
    tell(review, at, { code: 'answer-reference-type', rule: TYPES, expected: allowed.join(' | '), came: type });
  }
  if (toExtensions(item.source, PROFILES).length > 0) leave(review, at, PROFILES, 'reference-not-decided');
}

function toType(review: Review, reference: string): string {
  if (!reference.startsWith('#')) return toReferredType(reference);
  const found = toObjects(review.response['contained']).find((resource) => resource['id'] === reference.slice(1));
  return typeof found?.['resourceType'] === 'string' ? found['resourceType'] : '';
}
