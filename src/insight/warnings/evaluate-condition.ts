import type { Element } from '../../map/visit.ts';
import type { HistoryVisit } from '../history.ts';
import type { PersonOnDay } from '../status/fits-person.ts';
import type { Judgement, StatusInput } from '../status/judged.ts';
import { countedOf, toInput } from '../status/judged.ts';
import type { Condition } from './warning-rules.ts';

/** A visit with everything a condition may ask. */
export interface Scene {
  readonly visit: HistoryVisit;
  readonly who: PersonOnDay;
  readonly judgement: Judgement;
}

/** Whether a condition holds, by which facts, and which of its parts hold. Undefined: nobody asked, so nothing is said. */
export interface Answer {
  readonly holds: boolean | undefined;
  readonly facts: readonly StatusInput[];
  /** The innermost conditions that hold; all of them have to fail before a warning is over. */
  readonly held: readonly Condition[];
}

const unasked: Answer = { holds: undefined, facts: [], held: [] };

/** Judges a condition at a visit. What is not there is neither true nor false: a visit without a measurement ends no warning. */
export function evaluateCondition(condition: Condition, scene: Scene): Answer {
  switch (condition.kind) {
    case 'all':
      return evaluateAll(condition.of.map((each) => evaluateCondition(each, scene)));
    case 'any':
      return evaluateAny(condition.of.map((each) => evaluateCondition(each, scene)));
    case 'status':
      return evaluateStatus(condition, scene);
    case 'age':
      return evaluateAge(condition, scene);
    case 'code':
    case 'answer':
    case 'number':
      return evaluateElements(condition, scene.visit);
  }
}

function evaluateAll(answers: readonly Answer[]): Answer {
  if (answers.some(({ holds }) => holds === false)) return { holds: false, facts: [], held: [] };
  return answers.every(({ holds }) => holds === true) ? collect(answers) : unasked;
}

function evaluateAny(answers: readonly Answer[]): Answer {
  const holding = answers.filter(({ holds }) => holds === true);
  if (holding.length > 0) return collect(holding);
  return answers.every(({ holds }) => holds === false) ? { holds: false, facts: [], held: [] } : unasked;
}

function collect(answers: readonly Answer[]): Answer {
  return { holds: true, facts: answers.flatMap(({ facts }) => facts), held: answers.flatMap(({ held }) => held) };
}

function evaluateStatus(condition: Extract<Condition, { kind: 'status' }>, { visit, judgement }: Scene): Answer {
  const judged = judgement.get(condition.key);
  if (judged === undefined || typeof judged.value === 'object') return unasked;
  const value = String(judged.value);
  if (condition.is.includes(value)) {
    return { holds: true, facts: [{ visit: visit.id, date: visit.date, key: condition.key }, ...judged.inputs], held: [condition] };
  }
  return condition.clear?.includes(value) === false ? unasked : { holds: false, facts: [], held: [] };
}

function evaluateAge(condition: Extract<Condition, { kind: 'age' }>, { visit, who: { months } }: Scene): Answer {
  if (months === undefined) return unasked;
  const holds = months >= condition.from && months < condition.below;
  return { holds, facts: holds ? [{ visit: visit.id, date: visit.date, key: 'umur' }] : [], held: holds ? [condition] : [] };
}

type OnElement = Extract<Condition, { kind: 'code' | 'answer' | 'number' }>;

function evaluateElements(condition: OnElement, visit: HistoryVisit): Answer {
  const elements = countedOf(visit, condition.key);
  const found = elements.filter((element) => fits(condition, element));
  if (elements.length === 0) return unasked;
  const holds = found.length > 0;
  return { holds, facts: found.map((element) => toInput(visit, element)), held: holds ? [condition] : [] };
}

function fits(condition: OnElement, { value }: Element): boolean {
  if (condition.kind === 'code') return value.kind === 'coded' && condition.is.includes(value.code);
  if (condition.kind === 'answer') return value.kind === 'boolean' && value.boolean === condition.yes;
  return value.kind === 'quantity' && value.int >= condition.from && value.int < condition.below;
}
