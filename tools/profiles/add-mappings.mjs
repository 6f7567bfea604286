import { readProgramme } from './read-programme.mjs';

/** Use cases of the collections, as their titles have them. */
const NAMES = {
  '01': 'Rawat Jalan',
  '06': 'Antenatal Care',
  '07': 'Intranatal Care',
  '08': 'Postnatal Care',
  '09': 'Neonatus',
  12: 'MTBS',
  13: 'Imunisasi',
  15: 'Tumbuh Kembang',
  16: 'PKPR, UKS, Posyandu',
  19: 'Penyakit Tidak Menular',
};

/**
 * What every profile corresponds to in the national collections: from the citations of the elements that claim it.
 * Answers a function that completes a StructureDefinition.
 */
export function createMapper(root, canonical) {
  const rows = [...readProgramme(root).elements.values()].flatMap((element) =>
    element.codings.flatMap((coding) => toRows(element, coding, canonical)),
  );
  return (structure) =>
    addMappings(
      structure,
      rows.filter(({ profile }) => profile === structure.url),
    );
}

function toRows(element, { fhir, citation }, canonical) {
  const sources = readSources(citation);
  return listProfiles(fhir, canonical).flatMap(({ profile, says }) =>
    sources.map((identity) => ({ profile, identity, map: says, comment: `${element.key} (${element.title}). ${citation.trim()}` })),
  );
}

/** Profiles that an element's resources claim: its own, those chosen beside a sibling, and those that the kind of resource brings. */
function listProfiles(fhir, canonical) {
  const own = (id) => `${canonical}/StructureDefinition/${id}`;
  const says = toSaying(fhir);
  const chosen = Object.values(fhir.when?.codes ?? {}).map(({ code, profile }) => ({ profile, says: toSaying({ ...fhir, code }) }));
  const doses = ['imunisasi-diberikan', 'imunisasi-dilaporkan', 'imunisasi-tidak-diberikan'];
  const implied = [
    ...(fhir.resource === 'Immunization' ? doses.map((id) => ({ profile: own(id), says })) : []),
    ...(fhir.specimen === undefined ? [] : [{ profile: own('spesimen'), says: `Specimen.type = ${toCoding(fhir.specimen)}` }]),
    ...(fhir.report === undefined
      ? []
      : [{ profile: own('laporan-laboratorium'), says: `DiagnosticReport.category = ${toCoding(fhir.report)}` }]),
  ];
  return [{ profile: fhir.profile, says }, ...chosen, ...implied].filter(({ profile }) => profile !== undefined);
}

function toSaying({ resource, code, questionnaire, linkId, medication }) {
  if (questionnaire !== undefined) return `${resource}.questionnaire = ${questionnaire}, linkId ${linkId}`;
  if (medication !== undefined) return `${resource}.medication = ${toCoding(medication)}`;
  return code === undefined ? resource : `${resource}.code = ${toCoding(code)}`;
}

function toCoding({ system, code }) {
  return `${system}|${code}`;
}

/** `SATUSEHAT Postman collections 06, 14 and ANC playbook v1.1` names three sources. */
function readSources(citation) {
  const numbers = [...citation.matchAll(/collections? ((?:\d\d)(?:(?:, | and )\d\d)*)/g)].flatMap(([, list]) => list.match(/\d\d/g));
  const collections = [...new Set(numbers)].sort().map((number) => ({ id: `satusehat-pm${number}`, name: toName(number) }));
  return /ANC playbook/.test(citation)
    ? [...collections, { id: 'satusehat-playbook-anc', name: 'SATUSEHAT ANC playbook v1.1' }]
    : collections;
}

function toName(number) {
  return `SATUSEHAT Postman collection ${number}${NAMES[number] === undefined ? '' : ` (${NAMES[number]})`}`;
}

function addMappings(structure, rows) {
  if (rows.length === 0) return structure;
  const identities = new Map(rows.map(({ identity }) => [identity.id, identity]));
  const written = new Set((structure.mapping ?? []).map(({ identity }) => identity));
  const stated = [...identities.values()].filter(({ id }) => !written.has(id)).map(({ id, name }) => ({ identity: id, name }));
  const own = rows
    .map(({ identity, map, comment }) => ({ identity: identity.id, map, comment }))
    .sort((a, b) => (a.identity < b.identity ? -1 : 1));
  const mapping = [...(structure.mapping ?? []), ...stated].sort((a, b) => (a.identity < b.identity ? -1 : 1));
  const dress = ({ element }) => ({
    element: [withMapping(element[0], structure.type, own), ...(element[0].path === structure.type ? element.slice(1) : element)],
  });
  return { ...structure, mapping, snapshot: dress(structure.snapshot), differential: dress(structure.differential) };
}

/** The root element with the mappings; a differential that does not speak of the root begins with it. */
function withMapping(first, type, own) {
  const root = first.path === type ? first : { id: type, path: type };
  return { ...root, mapping: [...(root.mapping ?? []), ...own] };
}
