import type { Bundle, Resource } from '@medplum/fhirtypes';
import { toBundle } from '../../src/map/bundle/to-bundle.ts';
import type { ElementDefinition, ElementTable, FhirCodes } from '../../src/map/element-definition.ts';
import { isBands } from '../../src/map/tables/compile-fhir.ts';
import type { Element, ElementValue } from '../../src/map/visit.ts';
import { aVisit } from './bundle/a-visit.ts';
import { listValues } from './bundle/plausible.ts';

/** Where a code stands in a resource: as what it is about, as its category, as the item of a form, as its value or as what that means. */
export const roles = ['kode', 'kategori', 'butir-kuesioner', 'nilai', 'tafsir'] as const;
export type Role = (typeof roles)[number];

const stages = ['ibu-hamil', 'nifas', 'neonatus', 'balita'];
const places: Readonly<Record<Role, readonly string[]>> = {
  kode: ['code', 'vaccineCode', 'medicationCodeableConcept', 'type', 'site', 'route', 'statusReason', 'reasonCode'],
  kategori: ['category', 'clinicalStatus'],
  'butir-kuesioner': ['item'],
  nilai: ['valueCodeableConcept', 'item'],
  tafsir: ['interpretation'],
};

/** Everything an element can say, `role system|code`, over the values a form may bring, at each stage of mother and child. */
export function listSaid(key: string, table: ElementTable, codes: readonly string[] = []): ReadonlySet<string> {
  const definition = table.elements.get(key);
  if (definition === undefined) return new Set();
  const said = new Set<string>();
  for (const elements of listFacts(definition, codes)) {
    for (const lifeStage of stages) {
      for (const resource of listMade(toBundle(aVisit({ table, elements, visit: { lifeStage, recorder: 'nakes' } }))))
        gather(resource, said);
    }
  }
  return said;
}

/** A fact for each value, each limit of interpretation, each code of its fields, and each position of the sibling that chooses its code. */
function listFacts(definition: ElementDefinition, codes: readonly string[]): readonly (readonly Element[])[] {
  const { key, fhir } = definition;
  const written = fhir?.valueSystem === undefined ? [] : codes.map((code): ElementValue => ({ kind: 'coded', code }));
  const values = [...listValues(definition), ...listEdges(definition), ...written];
  const facts = values.flatMap((value) =>
    listFields(definition).map((fields): Element => ({ key, ordinal: 1, value, cell: key, ...fields })),
  );
  return facts.flatMap((fact) => listSiblings(fhir).map((sibling) => [fact, ...sibling]));
}

function listEdges({ fhir, unit }: ElementDefinition): readonly ElementValue[] {
  const interpretations = [fhir?.interpretation, ...Object.values(fhir?.during ?? {}).map(({ interpretation }) => interpretation)];
  const bands = interpretations.flatMap((each) => (isBands(each) ? each : []));
  const limits = bands.flatMap(({ below }) => (below === undefined ? [] : [Math.round(below * (unit?.perUnit ?? 1))]));
  return limits.flatMap((int) => [int - 1, int]).map((int) => ({ kind: 'quantity', int, written: String(int) }));
}

function listFields({ fhir, codes = [], computed }: ElementDefinition): readonly Pick<Element, 'fields'>[] {
  const classes = computed?.class === undefined ? [] : codes;
  const classed = classes.map((code): Pick<Element, 'fields'> => ({ fields: { status: { kind: 'coded', code } } }));
  const coded = Object.entries(fhir?.fields ?? {}).flatMap(([name, words]) =>
    Object.keys(words).map((code): Pick<Element, 'fields'> => ({
      fields: { [name]: { kind: 'coded', code }, ...(name === 'alasan' && { diberikan: { kind: 'boolean', boolean: false } }) },
    })),
  );
  return [{}, ...coded, ...classed];
}

function listSiblings(fhir: FhirCodes | undefined): readonly (readonly Element[])[] {
  const { element: key = '', codes = {} } = fhir?.when ?? {};
  return [[], ...Object.keys(codes).map((code): readonly Element[] => [{ key, ordinal: 1, value: { kind: 'coded', code }, cell: key }])];
}

/** What stands beside Patient and Encounter. */
function listMade({ entry = [] }: Bundle): readonly Resource[] {
  return entry.slice(2).flatMap(({ resource }) => (resource === undefined ? [] : [resource]));
}

function gather(resource: Resource, said: Set<string>): void {
  const named = new Map<string, unknown>(Object.entries(resource));
  const form = String(named.get('questionnaire'));
  for (const role of roles) {
    for (const name of places[role]) {
      for (const code of listCodes(named.get(name), role === 'butir-kuesioner' ? form : undefined)) said.add(`${role} ${code}`);
    }
  }
}

/** Codings below a node as `system|code`; of a form its items as `questionnaire|linkId`. */
function listCodes(node: unknown, form: string | undefined): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { system, code, linkId } = node as { readonly system?: unknown; readonly code?: unknown; readonly linkId?: unknown };
  const coding = form === undefined && typeof system === 'string' && typeof code === 'string' ? [`${system}|${code}`] : [];
  const item = form !== undefined && typeof linkId === 'string' ? [`${form}|${linkId}`] : [];
  return [...coding, ...item, ...Object.values(node).flatMap((child) => listCodes(child, form))];
}
