import type { MappedRow } from '../mapped-row.ts';
import { mapGrouped } from '../records/create-record-mapper.ts';
import type { TracedRecord } from '../rows/row-context.ts';
import { listJointKnobs, type Change, type Knob, type Mapping } from './knob.ts';
import type { SourceCell } from './source-cell.ts';
import { findAgain, type Subject } from './subjects.ts';
import { toWorld, type LeafyResource, type World, type WorldSetting, type WorldVisit } from './world.ts';

/** The records that speak of somebody, with the rows they became. */
export interface Spoken {
  readonly records: readonly TracedRecord[];
  readonly rows: readonly MappedRow[];
}

/** The cells on which one leaf depends. */
export interface Observed {
  readonly cells: readonly SourceCell[];
  readonly decidedBy: readonly SourceCell[];
  readonly together: readonly SourceCell[];
}

/** What a subject was seen to depend on: each of its leaves (by key), and its being there at all. */
export interface Observation {
  readonly leaves: ReadonlyMap<string, Observed>;
  readonly needs: readonly SourceCell[];
}

/** What each subject was seen to depend on. */
export type Observations = ReadonlyMap<Subject, Observation>;

/** How often the changes of a knob made another leaf of it: near ones by the fact they change, and whether any of the others did. */
interface Effect {
  readonly near: Map<number, number>;
  far: boolean;
}

/** For each subject, the effects of each knob on its leaves, and the knobs without which it is gone. */
interface Effects {
  readonly leaves: Map<string, Map<Knob, Effect>>;
  readonly needs: Set<Knob>;
}

/**
 * Changes one cell after the other, maps its records again, and sees which leaves of which resources become others. The mapping is a pure function,
 * so what is seen is what holds, and nothing has to be declared twice.
 */
export function observe(
  spoken: Spoken,
  { visits, knobs }: { readonly visits: readonly (readonly [WorldVisit, readonly Subject[]])[]; readonly knobs: readonly Knob[] },
  { mapping, world: setting }: { readonly mapping: Mapping; readonly world: WorldSetting },
): Observations {
  const anew = (): Effects => ({ leaves: new Map(), needs: new Set() });
  const effects = new Map(visits.flatMap(([, subjects]) => subjects.map((subject) => [subject, anew()] as const)));
  for (const knob of [...knobs, ...listJointKnobs(knobs)]) {
    for (const change of knob.changes) {
      const world = toWorld(toChangedRows(spoken, change, mapping), setting);
      for (const [visit, subjects] of visits) noteAll(effects, { visit, subjects, world }, { knob, change });
    }
  }
  return new Map([...effects].map(([subject, of]) => [subject, toObservation(of)]));
}

function toObservation({ leaves, needs }: Effects): Observation {
  return { leaves: new Map([...leaves].map(([key, by]) => [key, toObserved(by)])), needs: toCells([...needs].map((knob) => [knob])) };
}

interface Changed {
  readonly knob: Knob;
  readonly change: Change;
}

function noteAll(
  effects: ReadonlyMap<Subject, Effects>,
  { visit, subjects, world }: { readonly visit: WorldVisit; readonly subjects: readonly Subject[]; readonly world: World },
  changed: Changed,
): void {
  // A visit that came out as it was has nothing that could differ, unless its rows went to several visits.
  if (visit.rows.every((row) => world.byRow.get(row)?.signature === visit.signature)) return;
  for (const subject of subjects) {
    const of = effects.get(subject);
    const now = findAgain(subject, world);
    if (changed.change.opens && now === undefined) of?.needs.add(changed.knob);
    else if (of !== undefined) for (const key of listChanged(subject, now)) note(of.leaves, key, changed);
  }
}

function note(leaves: Map<string, Map<Knob, Effect>>, key: string, { knob, change }: Changed): void {
  const by = leaves.get(key) ?? new Map<Knob, Effect>();
  leaves.set(key, by);
  const effect = by.get(knob) ?? { near: new Map<number, number>(), far: false };
  by.set(knob, effect);
  if (change.near) effect.near.set(change.fact, (effect.near.get(change.fact) ?? 0) + 1);
  else effect.far = true;
}

function listChanged(subject: Subject, now: LeafyResource | undefined): readonly string[] {
  return [...subject.resource.leaves].flatMap(([key, { value }]) => (now?.leaves.get(key)?.value === value ? [] : [key]));
}

// Some codes share what they are sent as: a cell makes a leaf where by far most of what could stand there changes it, and decides it otherwise.
const mostOf = 0.75;

function toObserved(by: ReadonlyMap<Knob, Effect>): Observed {
  const single = [...by].filter(([{ cells }]) => cells.length === 1);
  const made = single.filter(([knob, effect]) => isMade(knob, effect));
  const decided = single.filter(([knob, effect]) => !isMade(knob, effect));
  const joint = made.length > 0 ? [] : [...by].filter(([{ cells }]) => cells.length > 1);
  return { cells: toCells(made), decidedBy: toCells(decided), together: [...new Set(toCells(joint))] };
}

function isMade({ changes }: Knob, { near }: Effect): boolean {
  return [...near].some(([fact, count]) => count >= mostOf * changes.filter((change) => change.near && change.fact === fact).length);
}

function toCells(knobs: readonly (readonly [Knob, Effect?])[]): readonly SourceCell[] {
  return knobs.flatMap(([{ cells }]) => cells);
}

function toChangedRows({ records, rows }: Spoken, change: Change, mapping: Mapping): readonly MappedRow[] {
  const now = change.mapping(mapping);
  const again = new Map<number | string, MappedRow>();
  const further: MappedRow[] = [];
  const gone = new Set<number | string>();
  for (const before of records) {
    const traced = change.records(before);
    if (traced === before && now === mapping) continue;
    for (const row of before.rows) gone.add(row);
    mapGrouped(traced, now.source, now.context, traced.file).forEach((row, at) => {
      const known = before.rows[at];
      if (known === undefined) further.push(row);
      else again.set(known, { ...row, row: known });
    });
  }
  return [...rows.flatMap((row) => (gone.has(row.row) ? (again.get(row.row) ?? []) : [row])), ...further];
}
