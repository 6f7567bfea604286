import type { Static } from '@sinclair/typebox';
import type { Checked } from '../fhir/checked.ts';
import { toFailed, toPassed } from '../fhir/checked.ts';
import type { Issue } from '../fhir/issue.ts';
import { compileImmunization } from '../insight/immunization/compile-immunization.ts';
import { immunizationSchema } from '../insight/immunization/immunization-schema.ts';
import type { ImmunizationTables } from '../insight/immunization/immunization-tables.ts';
import { noImmunization } from '../insight/immunization/immunization-tables.ts';
import type { Bilingual } from './catalogue/catalogue-entry.ts';
import type { CodeList } from './conversions/code-list.ts';
import { unitWords } from './conversions/read-number.ts';
import { toContentVersion } from './content-version.ts';
import type { ElementDefinition } from './element-definition.ts';
import { toGiven } from './given.ts';
import type { Programme } from './programme.ts';
import { withProducts } from './tables/with-products.ts';
import { compileCodeList } from './tables/compile-code-list.ts';
import { compileStages } from './tables/compile-stages.ts';
import type { Settings } from './tables/compile-fhir.ts';
import { compileFhir, findUnknownSettings } from './tables/compile-fhir.ts';
import { settingsSchema } from './tables/fhir-schema.ts';
import { codeListsSchema, elementsSchema, lifeStagesSchema } from './tables/programme-schema.ts';
import type { Table, TableFile } from './tables/read-table.ts';
import { readTable, toUnknownWord } from './tables/read-table.ts';

type ElementsTable = Table<Static<typeof elementsSchema>>;
type WrittenElement = Static<typeof elementsSchema>[string];
type ListsTable = Table<Static<typeof codeListsSchema>>;

const growthFlags = new Set(['zs-bb-u', 'zs-tb-u', 'zs-bb-tb', 'zs-imt-u', 'zs-lk-u', 'zs-lila-u']);

/** Compiles programme/elements, life-stages, terminology, settings and immunisation once; every fault in them names file and line. */
export function compileProgramme(files: readonly TableFile[]): Checked<Programme> {
  const issues: Issue[] = [];
  const keep = <T>(checked: Checked<T>): T[] => {
    issues.push(...checked.issues);
    return checked.ok ? [checked.value] : [];
  };
  const inFolder = (folder: string): TableFile[] => files.filter(({ path }) => path.slice(0, path.lastIndexOf('/')).endsWith(folder));
  const lists = inFolder('terminology').flatMap((file) => keep(readTable(file, codeListsSchema)));
  const elementTables = inFolder('elements').flatMap((file) => keep(readTable(file, elementsSchema)));
  const stageTables = inFolder('life-stages').flatMap((file) => keep(readTable(file, lifeStagesSchema)));
  // A table that cannot be read would make everything that names what stands in it look unknown.
  if (issues.length > 0) return toFailed(...issues);
  const codeLists = toCodeLists(lists, issues);
  const settings: Settings = {
    tables: files.filter(({ path }) => path.endsWith('/settings.yaml')).flatMap((file) => keep(readTable(file, settingsSchema))),
    asked: new Map(),
    stages: new Set(stageTables.flatMap(({ value }) => value.stages.map(({ is }) => is))),
  };
  const elements = toElements(elementTables, { codeLists, settings }, issues);
  issues.push(...findUnknownSettings(settings));
  const [immunization = noImmunization] = files
    .filter(({ path }) => path.endsWith('/immunization.yaml'))
    .flatMap((file) => keep(readTable(file, immunizationSchema)).map((table) => toImmunization(file, table, codeLists, issues)));
  const stages = compileStages(stageTables, { elements }, issues);
  if (issues.length > 0) return toFailed(...issues);
  const version = toContentVersion(files);
  return toPassed({ version, elements: { version, elements: withProducts(elements, immunization) }, ...stages, codeLists, immunization });
}

function toImmunization(
  file: TableFile,
  table: Table<Static<typeof immunizationSchema>>,
  codeLists: ReadonlyMap<string, CodeList>,
  issues: Issue[],
): ImmunizationTables {
  const codesOf = (list: string): ReadonlySet<string> => new Set(codeLists.get(list)?.byWord.values());
  return compileImmunization(file, table, { vaccines: codesOf('vaksin'), tetanus: codesOf('vaksin-td') }, issues);
}

function toCodeLists(tables: readonly ListsTable[], issues: Issue[]): ReadonlyMap<string, CodeList> {
  const lists = new Map<string, CodeList>();
  for (const { value, fault } of tables) {
    for (const [key, codes] of Object.entries(value.lists)) {
      const compiled = compileCodeList(key, codes, (path, message) => fault(['lists', key, ...path], message));
      issues.push(...compiled.issues);
      if (compiled.ok) lists.set(key, compiled.value);
    }
  }
  return lists;
}

function toElements(
  tables: readonly ElementsTable[],
  { codeLists, settings }: { readonly codeLists: ReadonlyMap<string, CodeList>; readonly settings: Settings },
  issues: Issue[],
): ReadonlyMap<string, ElementDefinition> {
  const elements = new Map<string, ElementDefinition>();
  for (const { value, fault } of tables) {
    for (const [key, written] of Object.entries(value)) {
      if (elements.has(key))
        issues.push(
          fault([key], { id: `elemen "${key}" sudah ada di berkas lain`, en: `element "${key}" stands in another file already` }),
        );
      checkElement(key, written, fault, issues);
      const { codes: _codes, fhir: _fhir, repeats, ...rest } = written;
      const codes = toCodes(key, written, codeLists, (path, message) => issues.push(fault(path, message)));
      const fhir = compileFhir(written.fhir, { shape: written.shape, codes }, settings, (path, message) =>
        issues.push(fault([key, 'fhir', ...path], message)),
      );
      const list = typeof written.codes === 'string' ? written.codes : undefined;
      elements.set(key, { key, ...rest, repeats: repeats === true, ...toGiven({ codes, list, fhir }) });
    }
  }
  return elements;
}

/** The codes of an element: listed, or all those of a code list. */
function toCodes(
  key: string,
  { codes }: WrittenElement,
  codeLists: ReadonlyMap<string, CodeList>,
  report: (path: readonly string[], message: Bilingual) => void,
): readonly string[] | undefined {
  if (typeof codes !== 'string') return codes;
  const list = codeLists.get(codes);
  if (list === undefined) report([key, 'codes'], toUnknownWord({ id: 'daftar kode', en: 'code list' }, codes, codeLists.keys()));
  return [...new Set(list?.byWord.values())];
}

/** A unit that no other element has says itself how forms write it. */
function isKnownUnit({ smallest, words }: NonNullable<WrittenElement['unit']>): boolean {
  return words !== undefined || smallest in unitWords;
}

function checkElement(key: string, element: WrittenElement, fault: ElementsTable['fault'], issues: Issue[]): void {
  const { shape, unit, range } = element;
  if (shape === 'quantity' && unit === undefined) issues.push(fault([key], { id: '"unit" harus diisi', en: '"unit" is missing' }));
  if (unit !== undefined && !isKnownUnit(unit)) {
    issues.push(fault([key, 'unit', 'smallest'], toUnknownWord({ id: 'satuan', en: 'unit' }, unit.smallest, Object.keys(unitWords))));
  }
  if (range?.growthFlag !== undefined && !growthFlags.has(range.growthFlag)) {
    issues.push(fault([key, 'range', 'growthFlag'], toUnknownWord({ id: 'indeks', en: 'index' }, range.growthFlag, growthFlags)));
  }
}
