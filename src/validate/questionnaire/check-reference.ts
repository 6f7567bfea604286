import { toObjects } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { toReferredType } from '../values.ts';
import { toExtensions, toValue } from './typed-value.ts';
import { leave, tell } from './review.ts';
import type { Place, Review } from './review.ts';

const TYPES = 'http://hl7.org/fhir/StructureDefinition/questionnaire-referenceResource';
const PROFILES = 'http://hl7.org/fhir/StructureDefinition/questionnaire-referenceProfile';

/** Checks that a reference names a resource of a type its item allows (or at least R4 has), where the reference shows its type. */
export function checkReference(review: Review, { item, at }: Place, value: JsonObject): void {
  const { reference } = value;
  if (typeof reference !== 'string') return;
  const type = toType(review, reference);
  const allowed = toExtensions(item.source, TYPES).map((extension) => toValue(extension).value);
  if (allowed.length > 0) checkAllowed(review, at, type, allowed);
  else if (/^[A-Z][A-Za-z]*$/.test(type) && review.resourceTypes?.has(type) === false) {
    tell(review, at, { code: 'answer-reference-type', expected: 'FHIR R4', came: type });
  }
  if (toExtensions(item.source, PROFILES).length > 0) leave(review, at, PROFILES, 'reference-not-decided');
}

function checkAllowed(review: Review, at: string, type: string, allowed: readonly unknown[]): void {
  if (type === '') leave(review, at, TYPES, 'reference-not-decided');
  else if (!allowed.includes(type)) {
    tell(review, at, { code: 'answer-reference-type', rule: TYPES, expected: allowed.join(' | '), came: type });
  }
}

function toType(review: Review, reference: string): string {
  if (!reference.startsWith('#')) return toReferredType(reference);
  const found = toObjects(review.response['contained']).find((resource) => resource['id'] === reference.slice(1));
  return typeof found?.['resourceType'] === 'string' ? found['resourceType'] : '';
}
