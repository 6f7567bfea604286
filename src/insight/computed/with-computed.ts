import type { ComputedElement, ElementDefinition } from '../../map/element-definition.ts';
import { toGiven } from '../../map/given.ts';
import { findCounted } from '../../map/int-of.ts';
import { toLifeStage, toStageGroup, type Programme } from '../../map/programme.ts';
import { positionOf } from '../../map/rows/check-growth.ts';
import type { Element, ElementValue, LocalDate, Person } from '../../map/visit.ts';
import { computeGrowth, scoreVisit, type Computed, type GrowthSetting } from '../../map/visits/compute-growth.ts';
import type { GrowthThresholds } from '../growth/growth-thresholds-schema.ts';
import type { GrowthTables } from '../growth/parse-growth-tables.ts';
import { standingFromDay, type GrowthScores, type ScoreKey } from '../growth/to-growth-scores.ts';
import { toDoseTiming } from '../immunization/to-dose-timing.ts';

/** What the computed facts of a visit rest on besides the visit itself. */
export interface ComputingFacts {
  readonly person: Pick<Person, 'birthDate' | 'sex'>;
  /** Weighings on other days, in any order. */
  readonly weighings: GrowthSetting['weighings'];
  /** Completed weeks of pregnancy at birth, by the first record that says them. */
  readonly gestationWeeks?: number | undefined;
}

/** The tables that computed facts are reckoned with. */
export interface ComputingTables {
  readonly programme: Programme;
  readonly growth: GrowthTables;
  readonly thresholds: GrowthThresholds;
}

/** What of a visit facts are computed from. */
interface Measured {
  readonly date: LocalDate;
  readonly elements: readonly Element[];
}

/**
 * A visit with what is computed of it as facts of their own: z-scores with their class, the judgement of the weighing (N or T), and of each dose
 * whether it came in its time. They are made anew each time and never kept with what people wrote. What is implausible makes none, nor what
 * rests on a measure that is not there, and no class is a diagnosis (field rule 5).
 */
export function withComputed<V extends Measured>(visit: V, facts: ComputingFacts, tables: ComputingTables): V {
  const { birthDate } = facts.person;
  if (birthDate === undefined) return visit;
  const timed = visit.elements.map((element) => withTiming(element, { birthDate, date: visit.date }, tables.programme));
  return { ...visit, elements: [...timed, ...toComputedElements(visit, facts, tables)] };
}

/** True for a visit of which anything may be computed: only for such a one other records of the person matter. */
export function isComputedFrom({ elements }: Pick<Measured, 'elements'>, { elements: table }: Programme): boolean {
  const sources = new Set(listComputed(table.elements).flatMap(({ computed }) => computed.from));
  return elements.some(({ key }) => sources.has(key));
}

type ComputedDefinition = ElementDefinition & { readonly computed: ComputedElement };

/** The elements that are computed. */
export function listComputed(elements: ReadonlyMap<string, ElementDefinition>): readonly ComputedDefinition[] {
  return [...elements.values()].filter((each): each is ComputedDefinition => each.computed !== undefined);
}

function toComputedElements(visit: Measured, facts: ComputingFacts, tables: ComputingTables): readonly Element[] {
  if (facts.person.sex === undefined || !isComputedFrom(visit, tables.programme)) return [];
  const { weighings, gestationWeeks } = facts;
  const setting = { growth: tables.growth, thresholds: tables.thresholds, weighings, ...toGiven({ gestationWeeks }) };
  const scored = scoreVisit(visit, facts.person, setting);
  if (scored === null) return [];
  const stands = positionOf(visit.elements) === 'berdiri' && !scored.scores.standingBelowNineMonths;
  const known: Known = {
    elements: visit.elements,
    values: { ...computeGrowth(visit, facts.person, setting), ...toBodyMassIndex(scored.scores) },
    implausible: scored.scores.implausible,
    position: stands || (positionOf(visit.elements) === undefined && scored.ageDays >= standingFromDay) ? 'berdiri' : 'telentang',
  };
  // What is computed belongs to a group of stages as what is written does; which one, the age says.
  const group = toStageGroup(tables.programme, toLifeStage(tables.programme, { ...facts.person, date: visit.date }));
  const computed = listComputed(tables.programme.elements.elements).filter(({ key }) => group?.elements.has(key) === true);
  return computed.flatMap((definition) => toElement(definition, known));
}

/** In kg/m2, rounded to two decimals; of children no class of it is known, only that of its score. */
function toBodyMassIndex({ imt }: GrowthScores): Computed {
  return imt === null ? {} : { imt: Math.round(imt * 100) / 100 };
}

interface Known {
  readonly elements: readonly Element[];
  readonly values: Computed;
  readonly implausible: readonly ScoreKey[];
  /** How the child was measured, and where nobody said it, as it is measured at its age (WHO: standing from 731 days on). */
  readonly position: 'telentang' | 'berdiri';
}

function toElement({ key, shape, unit, computed }: ComputedDefinition, known: Known): readonly Element[] {
  if (!isSound(computed, known)) return [];
  const value = toValue(known.values[computed.is], { shape, perUnit: unit?.perUnit ?? 1, values: computed.values });
  const sources = computed.from.flatMap((each) => findCounted(known.elements, each) ?? []);
  const [first] = sources;
  if (value === undefined || first === undefined || sources.length < computed.from.length) return [];
  const from = sources.map((each) => ({ key: each.key, ordinal: each.ordinal }));
  return [{ key, ordinal: 1, value, cell: first.cell, ...toFields(known.values[computed.class ?? '']), from }];
}

function toFields(status: Computed[string] | undefined): Pick<Element, 'fields'> {
  return typeof status === 'string' ? { fields: { status: { kind: 'coded', code: status } } } : {};
}

function isSound({ is, plausible = is, position }: ComputedElement, { values, implausible, position: measured }: Known): boolean {
  if (position !== undefined && position !== measured) return false;
  return typeof values[plausible] === 'number' && !implausible.some((each) => each === plausible);
}

interface Written {
  readonly values: ComputedElement['values'] | undefined;
  readonly shape: ElementDefinition['shape'];
  readonly perUnit: number;
}

function toValue(computed: Computed[string] | undefined, { shape, perUnit, values }: Written): ElementValue | undefined {
  if (shape === 'quantity' && typeof computed === 'number') {
    return { kind: 'quantity', int: Math.round(computed * perUnit), written: String(computed) };
  }
  const word = typeof computed === 'string' ? values?.[computed] : undefined;
  if (word === undefined) return undefined;
  return shape === 'boolean' ? { kind: 'boolean', boolean: word === 'ya' } : { kind: 'coded', code: word };
}

/** A dose of the schedule says whether it came in its time. */
function withTiming(element: Element, when: { readonly birthDate: LocalDate; readonly date: LocalDate }, programme: Programme): Element {
  const { waktu: _told, ...fields } = element.fields ?? {};
  const code = toDoseTiming(element, when, programme.immunization);
  return code === undefined ? element : { ...element, fields: { ...fields, waktu: { kind: 'coded', code } } };
}
