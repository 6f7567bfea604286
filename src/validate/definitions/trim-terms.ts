import { isObject, toObjects } from '../json.ts';
import type { JsonObject } from '../json.ts';

/** Leaves of a ValueSet or CodeSystem what its expansion needs: no texts, displays or designations. */
export function trimTerms(definition: JsonObject): JsonObject {
  const { resourceType, url, version, content, compose, concept } = definition;
  return {
    ...{ resourceType, url, version, content },
    ...(isObject(compose) && { compose: { include: toObjects(compose['include']).map(trimPart), exclude: toExcluded(compose) } }),
    ...(concept !== undefined && { concept: toObjects(concept).map(trimConcept) }),
  };
}

function toExcluded(compose: JsonObject): readonly JsonObject[] | undefined {
  return compose['exclude'] === undefined ? undefined : toObjects(compose['exclude']).map(trimPart);
}

function trimPart({ system, version, concept, filter, valueSet }: JsonObject): JsonObject {
  const codes = concept === undefined ? undefined : toObjects(concept).map(({ code }) => ({ code }));
  return { system, version, filter, valueSet, concept: codes };
}

function trimConcept({ code, property, concept }: JsonObject): JsonObject {
  const told = toObjects(property).filter((each) => each['code'] === 'notSelectable' || each['code'] === 'status');
  return {
    code,
    ...(told.length > 0 && { property: told }),
    ...(concept !== undefined && { concept: toObjects(concept).map(trimConcept) }),
  };
}
