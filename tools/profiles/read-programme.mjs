import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * Elements and word lists of the programme as the guide needs them: `elements` by key, each with every way in which it may be coded
 * (`codings`: one, or one an option where sources disagree), and `lists` by name, each our code with the words people write for it.
 */
export function readProgramme(root) {
  const elements = new Map(
    readTables(root, 'elements')
      .flatMap((table) => Object.entries(table))
      .map(([key, element]) => [key, toElement(key, element)]),
  );
  const lists = new Map(
    readTables(root, 'terminology').flatMap(({ lists: held = {}, citation }) =>
      Object.entries(held).map(([name, words]) => [name, { words, citation }]),
    ),
  );
  return { elements, lists };
}

function readTables(root, name) {
  const folder = join(root, 'programme', name);
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return files.sort().map((file) => parse(readFileSync(join(folder, file), 'utf8')));
}

function toElement(key, { title, codes, fhir, citation }) {
  return { key, title, codes, citation, codings: toCodings(fhir, citation) };
}

function toCodings(fhir, citation) {
  if (fhir === undefined) return [];
  if (fhir.options === undefined) return [{ fhir, citation }];
  return Object.entries(fhir.options).map(([option, { citation: own = citation, ...each }]) => ({ option, fhir: each, citation: own }));
}
