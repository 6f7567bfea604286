import { toFullUrl } from '../../fhir/reference.ts';
import type { Conversion, ConvertedVisit } from '../convert/convert-rows.ts';
import { recognisePersons } from '../persons/recognise-persons.ts';
import type { Site } from '../place.ts';
import type { RowContext } from '../rows/row-context.ts';
import type { Source } from '../source.ts';
import type { ElementOrigin, ResourceLineage, VisitLineage } from './element-origin.ts';
import type { Knob } from './knob.ts';
import { listCellKnobs } from './list-cell-knobs.ts';
import { listContextKnobs } from './list-context-knobs.ts';
import { listKeys } from './list-keys.ts';
import { observe, type Observed, type Spoken } from './observe.ts';
import type { ReadingLog } from './reading-log.ts';
import { toSubjects, type Subject } from './subjects.ts';
import { toRules, type RulesOf } from './to-rules.ts';
import { toSignature, toWorld, type World, type WorldSetting, type WorldVisit } from './world.ts';

/** What a file was read with, and the ids its resources have. */
export interface LineageSetting {
  readonly source: Source;
  readonly site: Site;
  readonly context: RowContext;
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
  for (const one of found) {
    const rows = new Set(one.converted.rows);
    const keys = listKeys(
      spoken.records.filter((record) => record.rows.some((row) => rows.has(row))),
      setting.source,
    );
    const { visit } = one.converted;
    const rulesOf = toRules(one.visit, {
      programme: world.programme,
      source: setting.source,
      site: setting.site.version,
      environment: world.environment,
    });
    const resources = one.subjects.map((subject) =>
      toResource(subject, observed.get(subject) ?? new Map<string, Observed>(), { rulesOf, visit: visit.id, setting }),
    );
    yield { visit: visit.id, rows: one.converted.rows, keys, resources };
  }
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

function toResource(
  subject: Subject,
  leaves: ReadonlyMap<string, Observed>,
  { rulesOf, visit, setting }: { readonly rulesOf: RulesOf; readonly visit: string; readonly setting: LineageSetting },
): ResourceLineage {
  const { id, element, resource } = subject;
  const at = id.lastIndexOf('|');
  const origins = [...resource.leaves].map(([key, { path }]): ElementOrigin => {
    const { cells = [], decidedBy = [], together = [] } = leaves.get(key) ?? {};
    const told = cells.length > 0 || together.length > 0;
    return { path, cells, decidedBy, ...(together.length > 0 && { together }), rules: rulesOf(subject, key, told) };
  });
  return {
    fullUrl: toFullUrl(setting.idOf(visit, id.slice(0, at), Number(id.slice(at + 1)))),
    resource: resource.type,
    row: subject.row,
    ...(element === undefined ? {} : { element: { key: element.key, ordinal: element.ordinal } }),
    origins,
  };
}
