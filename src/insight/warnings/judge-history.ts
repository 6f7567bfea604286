import type { LocalDate } from '../../map/visit.ts';
import { toWeighingSeries } from '../growth/to-weighing-series.ts';
import type { History } from '../history.ts';
import { judgeVisit } from '../status/compute-visit.ts';
import { fitsPerson, toPersonOnDay } from '../status/fits-person.ts';
import type { StatusInput } from '../status/judged.ts';
import { listRecords } from '../status/list-records.ts';
import type { Answer, Scene } from './evaluate-condition.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import type { Finding } from './finding.ts';
import { secrecyOf } from './secrecy-of.ts';
import { sensitivityOf, strictest, toEvidence } from './to-evidence.ts';
import type { WarningRule } from './warning-rules.ts';
import type { WarningTables } from './warning-tables.ts';

/** What a rule says at a visit: whether it was asked there at all, and what it found. */
export interface RuleAnswer extends Answer {
  readonly scene: Scene;
  readonly finding?: Finding;
}

/** Judges each visit and register entry until a day in the light of the whole history, in the order of time. */
export function toScenes(history: History, tables: WarningTables, asOf: LocalDate): readonly Scene[] {
  const records = listRecords(history).filter(({ date }) => date <= asOf);
  const known = {
    ...history,
    visits: [...history.visits].filter(({ date }) => date <= asOf).sort((one, other) => (toPlace(one) < toPlace(other) ? -1 : 1)),
    enrolments: history.enrolments.filter(({ from }) => from <= asOf),
  };
  const series = toWeighingSeries(known, tables.thresholds.weighing);
  return records.map((visit) => {
    const judgement = judgeVisit(visit, known, tables, series);
    const trimester = judgement.get('trimester')?.value;
    const who = { ...toPersonOnDay(history.person, visit), trimester: typeof trimester === 'number' ? trimester : undefined };
    return { visit, who, judgement };
  });
}

/** Asks a rule at a visit; whoever it is not meant for is not asked. */
export function askRule(rule: WarningRule, scene: Scene, tables: WarningTables): RuleAnswer {
  if (!fitsPerson(rule.for, scene.who)) return { scene, holds: undefined, facts: [], held: [] };
  const answer = evaluateCondition(rule.when, scene);
  return answer.holds === true ? { scene, ...answer, finding: toFinding(rule, answer, scene, tables) } : { scene, ...answer };
}

function toFinding(rule: WarningRule, { facts }: Answer, scene: Scene, tables: WarningTables): Finding {
  const { visit, judgement } = scene;
  const raised = rule.raise
    .map(({ level, when }) => ({ level, answer: evaluateCondition(when, scene) }))
    .find(({ answer }) => answer.holds === true);
  const all: readonly StatusInput[] = [...facts, ...(raised?.answer.facts ?? [])];
  const { elements } = tables.programme;
  return {
    code: rule.code,
    level: raised?.level ?? rule.level,
    visit: visit.id,
    date: visit.date,
    evidence: toEvidence(all, judgement, elements),
    rule: `${rule.code}@${tables.warnings.version}`,
    kerahasiaan: strictest([rule.kerahasiaan, ...all.map((fact) => sensitivityOf(fact, elements)), ...secrecyOf(scene.who, tables)]),
  };
}

function toPlace({ date, id }: { readonly date: LocalDate; readonly id: string }): string {
  return `${date} ${id}`;
}
