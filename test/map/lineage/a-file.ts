import { join } from 'node:path';
import type { Bundle } from '@medplum/fhirtypes';
import { openRows, toStream } from '../../../src/gateway/open-rows.ts';
import { loadGrowthTables, loadGrowthThresholds } from '../../../src/ingest/growth-tables.ts';
import { readInsightRules } from '../../../src/ingest/insight-rules.ts';
import { readProgrammeFiles, readSourceFolders } from '../../../src/ingest/programme-files.ts';
import { toComputingFacts } from '../../../src/insight/computed/to-computing-facts.ts';
import { withComputed } from '../../../src/insight/computed/with-computed.ts';
import { toBundle } from '../../../src/map/bundle/to-bundle.ts';
import { withoutExports } from '../../../src/map/bundle/without-exports.ts';
import { compileProgramme } from '../../../src/map/compile-programme.ts';
import { compileSource } from '../../../src/map/compile-source.ts';
import { convertRows, type ConvertedVisit } from '../../../src/map/convert/convert-rows.ts';
import { gatherFile } from '../../../src/map/convert/gather-file.ts';
import type { VisitLineage } from '../../../src/map/lineage/element-origin.ts';
import { createReadingLog, type ReadingLog } from '../../../src/map/lineage/reading-log.ts';
import { toLeaves } from '../../../src/map/lineage/to-leaves.ts';
import { toLineage } from '../../../src/map/lineage/to-lineage.ts';
import type { MappedRow } from '../../../src/map/mapped-row.ts';
import { toUtcText } from '../../../src/map/places/local-time.ts';
import { resolvePlace } from '../../../src/map/places/resolve-place.ts';
import { toVisitHours } from '../../../src/map/places/to-visit-hours.ts';
import type { RequestFacts, RowContext } from '../../../src/map/rows/row-context.ts';
import type { Source } from '../../../src/map/source.ts';
import { readSiteFolder } from '../../../src/open-titian.ts';
import { packageRoot } from '../../../src/root.ts';

/** A file with what it is read by. */
export interface ReadBy {
  readonly source: Source;
  readonly request: RequestFacts;
  readonly asOf: string;
}

/** The leaves of a resource, with the key of what it was made from (`berat-badan`). */
export interface Shown {
  readonly id: string;
  readonly key: string;
  /** What the leaf at a FHIRPath goes by wherever its item stands, as answers do by their linkId. */
  readonly named: ReadonlyMap<string, string>;
  readonly leaves: ReadonlyMap<string, string | number | boolean>;
}

/** The resources of each visit by its rows. */
export type ShownVisits = ReadonlyMap<number | string, readonly Shown[]>;

async function loadAll() {
  const compiled = compileProgramme(await readProgrammeFiles(packageRoot));
  if (!compiled.ok) throw new Error('the programme has faults');
  const programme = compiled.value;
  const [growth, thresholds, site] = await Promise.all([
    loadGrowthTables(packageRoot),
    loadGrowthThresholds(packageRoot),
    readSiteFolder(join(packageRoot, 'site-example')),
  ]);
  const rules = await readInsightRules(packageRoot, { elements: programme.elements, thresholds });
  if (!rules.ok) throw new Error('the rules have faults');
  return { programme, growth, thresholds, site, rules: rules.value };
}

export const { programme, growth, thresholds, site, rules } = await loadAll();

const idOf = (element: string, ordinal: number): string => `${element}|${String(ordinal)}`;

/** The sources of this house by name. */
export async function loadSources(): Promise<ReadonlyMap<string, Source>> {
  const folders = await readSourceFolders(join(packageRoot, 'sources'), 'sources');
  return new Map(folders.map(({ name, files }) => [name, toSource(name, files)] as const));
}

/** Compiles the tables of an invented form. */
export function toSource(name: string, files: readonly { readonly path: string; readonly text: string }[]): Source {
  const compiled = compileSource(name, files, programme);
  if (!compiled.ok) throw new Error(compiled.issues.map(({ diagnostics }) => diagnostics).join('\n'));
  return compiled.value;
}

interface Read {
  readonly rows: readonly MappedRow[];
  readonly log: ReadingLog;
  readonly context: RowContext;
}

async function read(text: string, { source, request, asOf }: ReadBy): Promise<Read> {
  const log = createReadingLog();
  const context: RowContext = {
    ...{ programme, growth, asOf, request },
    resolvePlace: (written, on) => resolvePlace(site, written, undefined, on),
  };
  const opened = await openRows(toStream(Buffer.from(text)), source, { row: { ...context, trace: log.trace }, others: [] });
  const rows: MappedRow[] = [];
  if (opened.ok) for await (const row of opened.value.rows) rows.push(row);
  return { rows, log, context };
}

function createIds(): () => string {
  let numbers = 0;
  return () => String((numbers += 1));
}

/** A file with its lineage, and what its visits become. */
export interface Traced {
  readonly lineage: readonly VisitLineage[];
  readonly shown: ShownVisits;
  readonly visits: readonly ConvertedVisit[];
}

/** Where each element of a file comes from, as `titian convert --lineage` says it. */
export async function trace(text: string, by: ReadBy): Promise<Traced> {
  const { source, asOf } = by;
  const { rows, log, context } = await read(text, by);
  const newId = createIds();
  const tables = { programme, growth, thresholds, ...rules, source, site, asOf };
  const conversion = convertRows(rows, { ...tables, newPersonId: newId, newVisitId: newId });
  const named = { environment: 'simulasi', idOf: (_visit: string, element: string, ordinal: number) => idOf(element, ordinal) };
  const { visits } = conversion;
  return { lineage: [...toLineage(conversion, log, { source, site, context, thresholds, ...named })], shown: show(visits), visits };
}

/** What a file becomes, resource by resource. */
export async function become(text: string, by: ReadBy): Promise<ShownVisits> {
  const newId = createIds();
  const { rows } = await read(text, by);
  const ids = { newPersonId: newId, newVisitId: newId };
  const { recognised, gathered } = gatherFile(rows, { programme, version: by.source.version, ...ids });
  const persons = new Map(recognised.persons.map((person) => [person.id, person] as const));
  return show(
    gathered.visits.flatMap(({ visit, rows: own }) => {
      const person = persons.get(visit.person);
      return person === undefined ? [] : [{ visit, person, rows: own }];
    }),
  );
}

function show(visits: readonly Pick<ConvertedVisit, 'visit' | 'person' | 'rows'>[]): ShownVisits {
  return new Map(
    visits.flatMap(({ visit, person, rows }) => {
      const place = site.places.get(visit.place);
      if (place === undefined) return [];
      const hours = toVisitHours(place, visit.date);
      const known = { person, visits: visits.map((one) => one.visit).filter((one) => one.person === person.id), enrolments: [] };
      const facts = toComputingFacts(visit, known, thresholds);
      const bundle = toBundle({
        ...{
          visit: withComputed(withoutExports(visit), facts, { programme, growth, thresholds }),
          person,
          place,
          elements: programme.elements,
          environment: 'simulasi',
          idOf,
        },
        hours: { start: toUtcText(hours.startUtc), end: toUtcText(hours.endUtc), estimated: true },
      });
      const shown = toShown(bundle);
      return rows.map((row) => [row, shown] as const);
    }),
  );
}

function toShown({ entry = [] }: Bundle): readonly Shown[] {
  return entry.flatMap(({ resource }) => {
    if (resource === undefined) return [];
    const all = [...toLeaves(resource)];
    const leaves = new Map(all.map(([name, { value }]) => [name, value] as const));
    const named = new Map(all.map(([name, { path }]) => [path, name] as const));
    return [{ id: resource.id ?? '', key: (resource.id ?? '').replace(/\|\d+$/, ''), named, leaves }];
  });
}
