import { computeGrowth } from '../../map/visits/compute-growth.ts';
import type { Computed } from '../../map/visits/compute-growth.ts';
import type { GrowthThresholds } from '../growth/growth-thresholds-schema.ts';
import { isReadWithCare } from '../growth/to-growth-age.ts';
import type { JudgedWeighing } from '../growth/to-weighing-series.ts';
import { toWeighingSeries } from '../growth/to-weighing-series.ts';
import { toWeightReferral } from '../growth/to-weight-referral.ts';
import type { History, HistoryVisit } from '../history.ts';
import type { InsightTables } from './insight-tables.ts';
import type { Judged, Judgement, StatusInput } from './judged.ts';
import { countedOf, toInput } from './judged.ts';
import { listRecords } from './list-records.ts';

type GrowthTablesOnly = Pick<InsightTables, 'growth' | 'thresholds'>;

const length = ['tinggi-badan', 'cara-ukur'] as const;
const both = ['berat-badan', ...length] as const;

/** Which elements of the visit a status of growth is read from; scores rest on the same as their classes. */
const sources: Readonly<Record<string, readonly string[]>> = {
  'bb-u': ['berat-badan'],
  'tb-u': length,
  'bb-tb': both,
  'imt-u': both,
  'lk-u': ['lingkar-kepala'],
  'lila-u': ['lingkar-lengan-atas'],
  'lila-balita': ['lingkar-lengan-atas'],
};

/**
 * Computes age, growth and the judgement of the weighing in the light of the whole history, each with the facts it was read from.
 * Whoever judges many visits of one history hands over its weighings, judged once.
 */
export function judgeGrowth(
  visit: HistoryVisit,
  history: History,
  { growth, thresholds }: GrowthTablesOnly,
  series: readonly JudgedWeighing[] = toWeighingSeries(history, thresholds.weighing),
): Judgement {
  const gestation = findGestationAtBirth(history, thresholds);
  const computed = computeGrowth(visit, history.person, {
    growth,
    thresholds,
    weighings: listWeighings(history, visit),
    complete: history.complete,
    gestationWeeks: toWhole(gestation),
  });
  const here = series.find((each) => each.visit === visit.id);
  const chain = here === undefined ? [] : toChain(here, series, history);
  const context = { visit, gestation, chain };
  return new Map<string, Judged>([
    ...Object.entries(computed).map(([key, value]) => [key, { value, inputs: inputsOf(key, context) }] as const),
    ...toTwice(here, chain),
    ...toReferral(here, computed, { thresholds, chain }),
    ...toCare({ visit, history, gestation, thresholds }, computed, context),
  ]);
}

interface Context {
  readonly visit: HistoryVisit;
  readonly gestation: StatusInput | undefined;
  /** This weighing, the one it was compared with, and the one before. */
  readonly chain: readonly StatusInput[];
}

function inputsOf(key: string, { visit, gestation, chain }: Context): readonly StatusInput[] {
  if (key === 'status-bb' || key === 'kenaikan-bb' || key === 'kbm') return chain.slice(0, 2);
  const of = [...(sources[key.replace(/^(zs|status)-/, '')] ?? []), ...(key === 'status-bb-tb' ? ['edema-bilateral'] : [])];
  const inputs = of.flatMap((each) =>
    countedOf(visit, each)
      .slice(0, 1)
      .map((element) => toInput(visit, element)),
  );
  return gestation === undefined || inputs.length === 0 ? inputs : [...inputs, gestation];
}

function toChain(here: JudgedWeighing, series: readonly JudgedWeighing[], { visits }: History): readonly StatusInput[] {
  const before = series.find(({ visit }) => visit === here.previous);
  const first = series.find(({ visit }) => visit === before?.previous);
  return [here, before, first].flatMap((each) => {
    const visit = visits.find(({ id }) => id === each?.visit);
    return visit === undefined
      ? []
      : countedOf(visit, 'berat-badan')
          .slice(0, 1)
          .map((element) => toInput(visit, element));
  });
}

/** 2T holds until a gain is seen; a month that cannot be compared says nothing. */
function toTwice(here: JudgedWeighing | undefined, chain: readonly StatusInput[]): readonly (readonly [string, Judged])[] {
  if (here?.twice === true) return [['status-2t', { value: 'ya', inputs: chain }]];
  return here?.status === 'N' ? [['status-2t', { value: 'tidak', inputs: chain.slice(0, 2) }]] : [];
}

/** Why the weighing sends the child on, by the setting `rujuk-berat` of the growth thresholds. */
function toReferral(
  here: JudgedWeighing | undefined,
  computed: Computed,
  { thresholds, chain }: { readonly thresholds: GrowthThresholds; readonly chain: readonly StatusInput[] },
): readonly (readonly [string, Judged])[] {
  if (here === undefined) return [];
  const score = computed['zs-bb-u'];
  const facts = { status: here.status, twice: here.twice, zBbU: typeof score === 'number' ? score : null };
  const reasons = toWeightReferral(facts, thresholds.weighing.referral);
  return reasons.length === 0 ? [] : [['rujuk-berat', { value: reasons.join(', '), inputs: chain }]];
}

interface CareFacts {
  readonly visit: HistoryVisit;
  readonly history: History;
  readonly gestation: StatusInput | undefined;
  readonly thresholds: GrowthThresholds;
}

/** Scores of a child light at birth whose weeks nobody knows stand, but are to be read with care. */
function toCare(
  { visit, history, gestation, thresholds }: CareFacts,
  computed: Computed,
  context: Context,
): readonly (readonly [string, Judged])[] {
  const { birthDate, birth } = history.person;
  const score = Object.keys(computed).find((key) => key.startsWith('zs-'));
  if (birthDate === undefined || gestation !== undefined || score === undefined) return [];
  const told = findElement(history, 'berat-badan-lahir');
  const facts = { birthDate, date: visit.date, birthWeightG: birth?.weightG ?? toWhole(told) };
  if (!isReadWithCare(facts, thresholds['corrected-age'])) return [];
  const weight = told ?? { visit: visit.id, date: visit.date, key: 'berat-badan-lahir' };
  return [['tafsir', { value: 'hati-hati', inputs: [weight, ...inputsOf(score, context)] }]];
}

function toWhole(input: StatusInput | undefined): number | undefined {
  return input?.element?.value.kind === 'quantity' ? input.element.value.int : undefined;
}

function findGestationAtBirth(history: History, thresholds: GrowthThresholds): StatusInput | undefined {
  return findElement(history, thresholds['corrected-age'].element);
}

function findElement(history: History, key: string): StatusInput | undefined {
  const [first] = listRecords(history).flatMap((record) => countedOf(record, key).map((element) => toInput(record, element)));
  return first;
}

function listWeighings({ visits }: History, visit: HistoryVisit) {
  return visits
    .filter(({ id }) => id !== visit.id)
    .flatMap((each) => {
      const [first] = countedOf(each, 'berat-badan');
      return first?.value.kind === 'quantity' ? [{ date: each.date, weightG: first.value.int }] : [];
    });
}
