import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';

const CONFORMANCE = new Set('StructureDefinition ValueSet CodeSystem ConceptMap NamingSystem CapabilityStatement'.split(' '));

/** Sorts what SUSHI made into definitions and examples, each with its file name and final text. */
export async function sortOutput(folder) {
  const definitions = [];
  const examples = [];
  for (const name of readdirSync(folder).sort()) {
    const resource = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    if (CONFORMANCE.has(resource.resourceType)) definitions.push({ name, text: `${JSON.stringify(trim(resource), null, 1)}\n` });
    else examples.push({ name: `${resource.id}.json`, text: await format(JSON.stringify(resource), { parser: 'json', printWidth: 140 }) });
  }
  return { definitions, examples };
}

/** Mappings to RIM, v2 and workflow are copied from the base by SUSHI; nobody here reads them and they are half the bytes. */
function trim(resource) {
  if (resource.resourceType !== 'StructureDefinition') return resource;
  const { mapping: _mapping, ...rest } = resource;
  return { ...rest, snapshot: { element: rest.snapshot.element.map(({ mapping: _each, ...element }) => element) } };
}
