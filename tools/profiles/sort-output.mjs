import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { createInvariantWriter } from './add-invariants.mjs';
import { isContested } from './contested.mjs';

const CONFORMANCE = new Set(
  'StructureDefinition ValueSet CodeSystem ConceptMap NamingSystem CapabilityStatement ImplementationGuide'.split(' '),
);

/** Sorts what SUSHI made into definitions and examples, each with its file name and final text. `complete` adds what is made from the programme. */
export async function sortOutput(folder, complete) {
  const resources = readdirSync(folder)
    .sort()
    .map((name) => ({ name, resource: JSON.parse(readFileSync(join(folder, name), 'utf8')) }));
  const definitions = resources.filter(({ resource }) => CONFORMANCE.has(resource.resourceType));
  const examples = resources.filter(({ resource }) => !CONFORMANCE.has(resource.resourceType));
  const sayBindings = createInvariantWriter(definitions.map(({ resource }) => resource));
  const structures = definitions.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === 'StructureDefinition');
  const contested = new Set(
    examples
      .map(({ resource }) => resource)
      .filter(isContested)
      .map(toReference),
  );
  return {
    definitions: definitions.map(({ name, resource }) => ({
      name,
      text: `${JSON.stringify(finish(resource, { complete: (each) => complete(sayBindings(each)), structures, contested }), null, 1)}\n`,
    })),
    examples: await Promise.all(
      examples.map(async ({ resource }) => ({
        name: `${resource.id}.json`,
        text: await format(JSON.stringify(resource), { parser: 'json', printWidth: 140 }),
        contested: isContested(resource),
      })),
    ),
  };
}

function toReference({ resourceType, id }) {
  return `${resourceType}/${id}`;
}

function finish(resource, { complete, structures, contested }) {
  if (resource.resourceType === 'ImplementationGuide') return toSound(resource, contested);
  if (resource.resourceType === 'CapabilityStatement') return withProfiles(resource, structures);
  return resource.resourceType === 'StructureDefinition' ? complete(trim(resource)) : resource;
}

/**
 * SUSHI writes lists of nothing, which FHIR does not have, and parameters of a publisher by codes outside R4's required set. What is in dispute is
 * no example of the guide.
 */
function toSound({ definition, ...guide }, contested) {
  const { parameter: _parameter, resource, ...rest } = definition;
  const held = resource.filter(({ reference }) => !contested.has(reference.reference));
  const text = JSON.stringify({ ...guide, definition: { ...rest, resource: held } }, (_, value) =>
    Array.isArray(value) && value.length === 0 ? undefined : value,
  );
  return JSON.parse(text);
}

/** Every type that a profile of the guide constrains, with those of its profiles that a resource may claim. */
function withProfiles(statement, structures) {
  const claimed = structures.filter(({ abstract, type }) => !abstract && type !== 'Extension');
  const types = [...new Set(claimed.map(({ type }) => type))].sort();
  const resource = types.map((type) => ({
    type,
    supportedProfile: claimed
      .filter((each) => each.type === type)
      .map(({ url }) => url)
      .sort(),
    operation: statement.rest[0].operation,
  }));
  return { ...statement, rest: [{ ...statement.rest[0], resource }] };
}

/** Mappings to RIM, v2 and workflow are copied from the base by SUSHI; nobody here reads them and they are half the bytes. Ours stay. */
function trim(resource) {
  const { mapping, ...rest } = resource;
  const own = (mapping ?? []).filter(isOwn);
  const snapshot = { element: rest.snapshot.element.map(trimElement) };
  return { ...rest, ...(own.length > 0 && { mapping: own }), snapshot };
}

function trimElement({ mapping, ...element }) {
  const own = (mapping ?? []).filter(isOwn);
  return own.length > 0 ? { ...element, mapping: own } : element;
}

function isOwn({ identity }) {
  return identity.startsWith('satusehat-');
}
