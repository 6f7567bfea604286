import { toFullUrl } from '../../fhir/reference.ts';
import type { GrowthThresholds } from '../../insight/growth/growth-thresholds-schema.ts';
import type { Conversion, ConvertedVisit } from '../convert/convert-rows.ts';
import { recognisePersons } from '../persons/recognise-persons.ts';
import type { Site } from '../place.ts';
import type { RowContext } from '../rows/row-context.ts';
import type { Source } from '../source.ts';
import type { ElementOrigin, ResourceLineage, VisitLineage } from './element-origin.ts';
import type { Knob } from './knob.ts';
import { listCellKnobs } from './list-cell-knobs.ts';
import { listContextKnobs } from './list-context-knobs.ts';
import { listIdentity, listKeys, type IdentityCells } from './list-keys.ts';
import { observe, type Observation, type Observations, type Observed, type Spoken } from './observe.ts';
import type { ReadingLog } from './reading-log.ts';
import { toCellKey, type SourceCell } from './source-cell.ts';
import { toSubjects, type Subject } from './subjects.ts';
import { toRules, type RulesOf } from './to-rules.ts';
import { toSignature, toWorld, type World, type WorldSetting, type WorldVisit } from './world.ts';

/** What a file was read with, and the ids its resources have. */
export interface LineageSetting {
  readonly source: Source;
  readonly site: Site;
  readonly context: RowContext;
  readonly thresholds: GrowthThresholds;
  readonly environment: string;
  readonly idOf: (visit: string, element: string, ordinal: number) => string;
}

/**
 * Names for every element of every resource of a file's visits the cells, conversions and rules it comes from. Computed on demand, person by person,
 * from what the reading logged; nothing of it is needed to read, keep or send a record.
 */
export function* toLineage(conversion: Conversion, log: ReadingLog, setting: LineageSetting): Generator<VisitLineage> {
  const all: Spoken = { records: log.records, rows: conversion.rows.map(({ row }) => row) };
  let numbers = 0;
  const { byRow } = recognisePersons(all.rows, [], () => String((numbers += 1)));
  const people = new Map<string, ConvertedVisit[]>();
  for (const visit of conversion.visits) people.set(visit.visit.person, [...(people.get(visit.visit.person) ?? []), visit]);
  for (const visits of people.values()) {
    const person = byRow.get(visits[0]?.rows[0] ?? '');
    const rows = new Set([...byRow].flatMap(([row, of]) => (of === person ? [row] : [])));
    yield* toLineageOfPerson(visits, { alone: toSpoken(all, rows), all, log }, setting);
  }
}

/** The records of rows, and every row they became. */
function toSpoken({ records, rows }: Spoken, own: ReadonlySet<number | string>): Spoken {
  const ofRows = records.filter((record) => record.rows.some((row) => own.has(row)));
  const known = new Set(ofRows.flatMap((record) => record.rows));
  return { records: ofRows, rows: rows.filter(({ row }) => known.has(row)) };
}

interface Told {
  readonly alone: Spoken;
  readonly all: Spoken;
  readonly log: ReadingLog;
}

function* toLineageOfPerson(visits: readonly ConvertedVisit[], told: Told, setting: LineageSetting): Generator<VisitLineage> {
  const world: WorldSetting = {
    programme: setting.context.programme,
    growth: setting.context.growth,
    thresholds: setting.thresholds,
    version: setting.source.version,
    places: setting.site.places,
    environment: setting.environment,
  };
  const { spoken, now } = toOwnWorld(visits, told, world);
  const found = visits.flatMap((converted): readonly Found[] => {
    const visit = now.byRow.get(converted.rows[0] ?? '');
    return visit === undefined ? [] : [{ converted, visit, subjects: toSubjects(visit, now) }];
  });
  const knobs = listKnobs(spoken, told.log, { ...setting, on: found[0]?.visit.visit.date ?? setting.context.asOf });
  const of = { visits: found.map(({ visit, subjects }) => [visit, subjects] as const), knobs };
  const observed = observe(spoken, of, { mapping: setting, world });
  const rows = new Set(visits.flatMap((one) => one.rows));
  const keys = listKeys(toSpoken(spoken, rows).records, setting.source);
  for (const one of found) yield toVisitLineage(one, { spoken, observed, world, keys }, setting);
}

interface Seen {
  readonly spoken: Spoken;
  readonly observed: Observations;
  readonly world: WorldSetting;
  /** By which every record of the person is put together. */
  readonly keys: readonly SourceCell[];
}

function toVisitLineage(
  { converted, visit, subjects }: Found,
  { spoken, observed, world, keys }: Seen,
  setting: LineageSetting,
): VisitLineage {
  const { source, site } = setting;
  const rows = new Set(converted.rows);
  const records = spoken.records.filter((record) => record.rows.some((row) => rows.has(row)));
  const rulesOf = toRules(visit, { programme: world.programme, source, site: site.version, environment: world.environment });
  const resources = subjects.map((subject) => {
    const record = records.find((each) => each.rows.includes(subject.row));
    const identity = record === undefined ? { person: [], visit: [] } : listIdentity(record, source);
    const seen = observed.get(subject) ?? { leaves: new Map<string, Observed>(), needs: [] };
    // What is computed rests on other records too: who they are of decides it.
    const needs = subject.element?.from === undefined ? seen.needs : withoutRepeats([...seen.needs, ...keys]);
    return toResource(subject, { ...seen, needs }, { rulesOf, visit: converted.visit.id, setting, identity });
  });
  return { visit: converted.visit.id, rows: converted.rows, keys: listKeys(records, source), resources };
}

function withoutRepeats(cells: readonly SourceCell[]): readonly SourceCell[] {
  return [...new Map(cells.map((cell) => [toCellKey(cell), cell] as const)).values()];
}

interface Found {
  readonly converted: ConvertedVisit;
  readonly visit: WorldVisit;
  readonly subjects: readonly Subject[];
}

/** Somebody's own rows say all there is of them, but where others are held against them: then it takes the rows of all. */
function toOwnWorld(
  visits: readonly ConvertedVisit[],
  { alone, all }: Told,
  setting: WorldSetting,
): { readonly spoken: Spoken; readonly now: World } {
  const now = toWorld(alone.rows, setting);
  const isSame = visits.every((each) => each.rows.every((row) => now.byRow.get(row)?.signature === toSignature(each)));
  return isSame ? { spoken: alone, now } : { spoken: all, now: toWorld(all.rows, setting) };
}

// Whether a place decides anything is seen from a few others.
const mostPlaces = 4;

function listKnobs({ records }: Spoken, { titles }: ReadingLog, setting: LineageSetting & { readonly on: string }): readonly Knob[] {
  const places = [...setting.site.places.values()]
    .filter(({ kind }) => kind === 'posyandu')
    .map(({ name }) => name)
    .slice(0, mostPlaces);
  const tables = { source: setting.source, programme: setting.context.programme, places, on: setting.on, context: setting.context };
  return [...listCellKnobs(records, tables), ...listContextKnobs(records, titles, tables)];
}

const nothing: Observed = { cells: [], decidedBy: [], together: [] };

interface ResourceSetting {
  readonly rulesOf: RulesOf;
  readonly visit: string;
  readonly setting: LineageSetting;
  readonly identity: IdentityCells;
}

/** A reference leads to whoever, and to whichever visit, the record is known as. */
function toReferred(value: string | number | boolean, { person, visit }: IdentityCells): readonly SourceCell[] {
  if (value === toFullUrl('patient|1')) return person;
  return value === toFullUrl('encounter|1') ? [...person, ...visit] : [];
}

function toResource(
  subject: Subject,
  { leaves, needs }: Observation,
  { rulesOf, visit, setting, identity }: ResourceSetting,
): ResourceLineage {
  const { id, element, resource } = subject;
  const at = id.lastIndexOf('|');
  const origins = [...resource.leaves].map(([key, { path, value }]): ElementOrigin => {
    const { cells, together, decidedBy: seen } = leaves.get(key) ?? nothing;
    const named = new Set(seen.map(toCellKey));
    const decidedBy = [...seen, ...toReferred(value, identity).filter((cell) => !named.has(toCellKey(cell)))];
    const told = cells.length > 0 || together.length > 0;
    return { path, cells, decidedBy, ...(together.length > 0 && { together }), rules: rulesOf(subject, key, told) };
  });
  return {
    fullUrl: toFullUrl(setting.idOf(visit, id.slice(0, at), Number(id.slice(at + 1)))),
    resource: resource.type,
    row: subject.row,
    ...(element === undefined ? {} : { element: { key: element.key, ordinal: element.ordinal } }),
    needs,
    origins,
  };
}
