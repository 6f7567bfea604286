import { fileURLToPath } from 'node:url';
import { loadGrowthTables, loadGrowthThresholds } from '../../src/ingest/growth-tables.ts';
import { readProgrammeFiles, readProgrammeTable } from '../../src/ingest/programme-files.ts';
import type { Checked } from '../../src/fhir/checked.ts';
import type { History, HistoryVisit } from '../../src/insight/history.ts';
import { parseAntenatalTables } from '../../src/insight/antenatal/parse-antenatal-tables.ts';
import { parseStatusTables } from '../../src/insight/status/parse-status-tables.ts';
import { parseWarningRules } from '../../src/insight/warnings/parse-warning-rules.ts';
import type { WarningTables } from '../../src/insight/warnings/warning-tables.ts';
import { compileProgramme } from '../../src/map/compile-programme.ts';
import { toEnrolled } from '../../src/map/episodes/to-history.ts';
import { conditionOn, toEpisodeDrafts } from '../../src/map/episodes/to-episodes.ts';
import type { Programme } from '../../src/map/programme.ts';
import { toLifeStage } from '../../src/map/programme.ts';
import type { Element, ElementValue, LocalDate, MaternalCondition, Person, Recorder } from '../../src/map/visit.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

function orThrow<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new Error(checked.issues.map(({ diagnostics }) => diagnostics).join('\n'));
}

/** What stands in the files of the programme; `change` edits the text of one of them, as a dinkes would. */
export async function readTables(change: Readonly<Record<string, (text: string) => string>> = {}): Promise<WarningTables> {
  const programme = orThrow(compileProgramme(await readProgrammeFiles(root)));
  const [growth, thresholds] = await Promise.all([loadGrowthTables(root), loadGrowthThresholds(root)]);
  const read = async (path: string) => {
    const file = await readProgrammeTable(root, path);
    return { path, text: change[path]?.(file.text) ?? file.text };
  };
  const { elements } = programme;
  const statuses = orThrow(parseStatusTables(await read('programme/thresholds.yaml'), elements));
  const antenatal = orThrow(parseAntenatalTables(await read('programme/antenatal.yaml'), elements));
  const warnings = orThrow(parseWarningRules(await read('programme/warnings.yaml'), { elements, statuses, antenatal, thresholds }));
  return { programme, growth, thresholds, statuses, antenatal, warnings };
}

/** A fact as a test writes it: a number in the unit of the form, a code or date, yes or no; `unconfirmed` came out of a free text. */
export type Fact = number | string | boolean | { readonly unconfirmed: number } | readonly (number | string)[];

/** A contact as a test writes it. */
export interface Contact {
  readonly id?: string;
  readonly date: LocalDate;
  readonly elements?: Readonly<Record<string, Fact>>;
  readonly recorder?: Recorder;
  readonly verified?: boolean;
  readonly condition?: MaternalCondition;
  readonly place?: string;
}

/** Somebody as a test writes it. */
export interface Story {
  readonly person?: Partial<Person>;
  readonly contacts?: readonly Contact[];
  readonly enrolments?: readonly {
    readonly category: string;
    readonly from: LocalDate;
    readonly elements?: Readonly<Record<string, Fact>>;
  }[];
  /** The day on which the episodes are reckoned. */
  readonly asOf?: LocalDate;
  readonly complete?: boolean;
  readonly nikSince?: LocalDate;
}

/** Makes a history of what a test says: episodes and stages are reckoned as the gateway reckons them. */
export function aHistory(tables: WarningTables, { person, contacts = [], enrolments = [], asOf, ...rest }: Story): History {
  const who: Person = { id: 'orang-1', name: 'Uji Coba', nameIsOfficial: true, birthDate: '1996-03-14', sex: 'P', ...person };
  const drafts = contacts.map((contact, at) => toVisit(tables.programme, who.id, contact, at));
  const register = enrolments.map(({ category, from, elements = {} }) => {
    const entry = { category, place: 'posyandu-uji', from, elements: toElements(tables.programme, elements), reported: {} };
    return toEnrolled(entry, tables.programme);
  });
  const facts = { person: who, visits: drafts, enrolments: register, asOf: asOf ?? '2026-12-31' };
  const episodes = toEpisodeDrafts(facts).map((draft, at) => ({ ...draft, id: `episode-${String(at)}` }));
  const visits = drafts.map((visit) => {
    const condition = visit.condition ?? conditionOn(episodes, visit.date);
    return { ...visit, lifeStage: toLifeStage(tables.programme, { birthDate: who.birthDate, sex: who.sex, date: visit.date, condition }) };
  });
  return { person: who, visits, episodes, enrolments: register, ...rest };
}

function toVisit(programme: Programme, person: string, contact: Contact, at: number): HistoryVisit {
  const { id = `kunjungan-${String(at + 1)}`, date, elements = {}, recorder = 'kader', verified = false, place = 'posyandu-uji' } = contact;
  const base = { id, person, date, dateEstimated: false, place, service: 'posyandu', recorder, verified, reported: {}, lifeStage: 'lain' };
  return {
    ...base,
    elements: toElements(programme, elements),
    ...(contact.condition === undefined ? {} : { condition: contact.condition }),
  };
}

function toElements(programme: Programme, facts: Readonly<Record<string, Fact>>): readonly Element[] {
  return Object.entries(facts).flatMap(([key, fact]) => {
    const several = typeof fact === 'object' && !('unconfirmed' in fact) ? fact : [fact];
    return several.map((each, at) => {
      const isWaiting = typeof each === 'object';
      const value = toValue(programme, key, isWaiting ? each.unconfirmed : each);
      return { key, ordinal: at + 1, value, cell: `kolom ${key}`, ...(isWaiting ? { unconfirmed: true as const } : {}) };
    });
  });
}

function toValue(programme: Programme, key: string, fact: number | string | boolean): ElementValue {
  const definition = programme.elements.elements.get(key);
  if (definition === undefined) throw new Error(`no such element: ${key}`);
  if (typeof fact === 'boolean') return { kind: 'boolean', boolean: fact };
  if (typeof fact === 'number') {
    return { kind: 'quantity', int: Math.round(fact * (definition.unit?.perUnit ?? 1)), written: String(fact) };
  }
  return definition.shape === 'date' ? { kind: 'date', date: fact } : { kind: 'coded', code: fact };
}
