import { describe, expect, test } from '@jest/globals';
import type { Immunization, Resource } from '@medplum/fhirtypes';
import { ilpCanonical, profiles } from '../../src/fhir/systems.ts';
import { toBundle } from '../../src/map/bundle/to-bundle.ts';
import type { ElementTable } from '../../src/map/element-definition.ts';
import type { Element, Recorder } from '../../src/map/visit.ts';
import { loadValidator } from '../../src/validate/load-validator.ts';
import { aTable, aVisit, readElements, shipped } from '../map/bundle/a-visit.ts';
import { listOptions } from '../map/bundle/options.ts';
import { listValues } from '../map/bundle/plausible.ts';

const validator = await loadValidator();
const recorders: readonly Recorder[] = ['kader', 'nakes', 'sistem'];
type Fields = NonNullable<Element['fields']>;

const sent = await listSent();

describe('an element that is sent', () => {
  test.each(sent)('$name makes resources that each follow a profile of ours', ({ key, table }) => {
    const made = makeAll(key, table);
    expect(made).not.toEqual([]);
    expect(made.filter((resource) => !hasOwnProfile(resource))).toEqual([]);
    expect(made.flatMap(listErrors)).toEqual([]);
  });
});

describe('a dose', () => {
  const product = { system: 'http://sys-ids.kemkes.go.id/kfa', code: '93001652', display: 'produk uji' };
  const fhir = shipped.elements.get('imunisasi')?.fhir;
  if (fhir === undefined) throw new Error('no doses are sent');
  const withProduct = aTable({
    ...{ key: 'imunisasi', shape: 'immunization', codes: Object.keys(fhir.values ?? {}) },
    fhir: { ...fhir, fields: { ...fhir.fields, produk: { 'produk-uji': product } } },
  });
  const batch: Fields = {
    lotNumber: { kind: 'text', text: '2024A17' },
    expirationDate: { kind: 'date', date: '2026-01-31' },
    site: { kind: 'coded', code: 'lengan-kiri' },
    route: { kind: 'coded', code: 'intramuskular' },
  };
  const given = { produk: { kind: 'coded', code: 'produk-uji' }, ...batch } as const;
  const notGiven = { diberikan: { kind: 'boolean', boolean: false } } as const;
  const no = { kind: 'boolean', boolean: false } as const;
  const earlier = { kind: 'date', date: '2025-03-01' } as const;
  const cases: readonly { name: string; by: Recorder; fields: Fields; profile: string }[] = [
    { name: 'given by a nakes, of a listed product', by: 'nakes', fields: given, profile: profiles.immunizationGiven },
    { name: 'given by a nakes who names no batch', by: 'nakes', fields: {}, profile: profiles.immunizationReported },
    { name: 'reported by a kader, with a batch', by: 'kader', fields: given, profile: profiles.immunizationReported },
    { name: 'out of an export', by: 'sistem', fields: batch, profile: profiles.immunizationReported },
    { name: 'of another day', by: 'nakes', fields: { ...given, date: earlier }, profile: profiles.immunizationReported },
    { name: 'of a book', by: 'nakes', fields: { ...given, primarySource: no, date: earlier }, profile: profiles.immunizationReported },
    ...['tunda', 'tidak-diberikan', 'kontraindikasi', 'vaksin-kosong'].map((alasan) => ({
      ...{ name: `not given, because of ${alasan}`, by: 'nakes' as const, profile: profiles.immunizationNotGiven },
      fields: { ...notGiven, alasan: { kind: 'coded', code: alasan } } as const,
    })),
    { name: 'not given, said by a kader without a reason', by: 'kader', fields: notGiven, profile: profiles.immunizationNotGiven },
    { name: 'not given on another day', by: 'nakes', fields: { ...notGiven, date: earlier }, profile: profiles.immunizationNotGiven },
  ];

  test.each(cases)('$name follows its profile, whichever vaccine it is of', ({ by, fields, profile }) => {
    const made = Object.keys(fhir.values ?? {}).flatMap((code) =>
      make({ key: 'imunisasi', ordinal: 1, value: { kind: 'coded', code }, cell: 'imunisasi', fields }, by, withProduct).filter(isDose),
    );
    expect(made).toHaveLength(Object.keys(fhir.values ?? {}).length);
    expect(new Set(made.map(({ meta }) => meta?.profile?.join(' ')))).toEqual(new Set([profile]));
    expect(made.flatMap(listErrors)).toEqual([]);
    const isOfProduct = (dose: Immunization): boolean => dose.vaccineCode.coding?.[0]?.code === product.code;
    expect(made.map(isOfProduct)).toEqual(made.map(() => fields['produk'] !== undefined));
  });
});

async function listSent(): Promise<readonly { readonly name: string; readonly key: string; readonly table: ElementTable }[]> {
  const tables: (readonly [string, ElementTable])[] = [['', shipped]];
  for (const [slug, option] of await listOptions())
    tables.push([` with ${slug} as ${option}`, await readElements(`settings: { ${slug}: { title: x, is: ${option}, citation: x } }`)]);
  return tables.flatMap(([suffix, table]) =>
    [...table.elements.values()]
      .filter(({ kirim, fhir }) => kirim['satusehat'] === true && fhir !== undefined)
      .filter(({ key, fhir }) => suffix === '' || JSON.stringify(fhir) !== JSON.stringify(shipped.elements.get(key)?.fhir))
      .map(({ key }) => ({ name: `${key}${suffix}`, key, table })),
  );
}

/** Whatever comes of an element with each value of a form, by whoever recorded it: Patient and Encounter of the visit too. */
function makeAll(key: string, table: ElementTable): readonly Resource[] {
  const definition = table.elements.get(key);
  if (definition === undefined) return [];
  return listValues(definition).flatMap((value) =>
    recorders.flatMap((recorder) => make({ key, ordinal: 1, value, cell: key }, recorder, table)),
  );
}

function make(element: Element, recorder: Recorder, table: ElementTable): readonly Resource[] {
  const { entry = [] } = toBundle(aVisit({ table, elements: [element], visit: { recorder } }));
  return entry.flatMap(({ resource }) => resource ?? []);
}

function isDose(resource: Resource): resource is Immunization {
  return resource.resourceType === 'Immunization';
}

function hasOwnProfile({ meta }: Resource): boolean {
  return meta?.profile?.length === 1 && meta.profile[0]?.startsWith(`${ilpCanonical}/StructureDefinition/`) === true;
}

/** What its profile refuses; a profile that nobody defined would be one of them. */
function listErrors(resource: Resource): readonly string[] {
  const { issues, valid } = validator.validate(resource);
  const told = issues.filter(({ severity, code }) => severity === 'error' || severity === 'fatal' || code === 'profile-unknown');
  return valid && told.length === 0 ? [] : [`${resource.resourceType}: ${told.map(({ diagnostics }) => diagnostics).join('; ')}`];
}
