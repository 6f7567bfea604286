import type { Resource } from '@medplum/fhirtypes';
import type { ElementDefinition, ElementResource, Shape } from '../element-definition.ts';
import { toGiven } from '../given.ts';
import type { Element, Visit } from '../visit.ts';
import type { BundleInput } from './bundle-input.ts';
import { chooseCodes } from './choose-codes.ts';
import type { LocalReason } from './local-reason.ts';
import type { Fact, ToResources, VisitContext } from './shape.ts';
import type { Answer } from './shapes/to-answer.ts';
import { toAnswer, toResponse } from './shapes/to-answer.ts';
import { toBoolean } from './shapes/to-boolean.ts';
import { toCoded } from './shapes/to-coded.ts';
import { toCondition } from './shapes/to-condition.ts';
import { toDate } from './shapes/to-date.ts';
import { toImmunization } from './shapes/to-immunization.ts';
import { toLabResult } from './shapes/to-lab-result.ts';
import { toMedication } from './shapes/to-medication.ts';
import { toProcedure } from './shapes/to-procedure.ts';
import { toQuantity } from './shapes/to-quantity.ts';
import { toReferral } from './shapes/to-referral.ts';
import { toText } from './shapes/to-text.ts';

/** One element that stays with us, and why. */
export interface LocalElement {
  readonly key: string;
  readonly ordinal: number;
  readonly reason: LocalReason;
}

/** The elements of a visit, divided into those that became resources and those that stay local. */
export interface Facts {
  readonly resources: readonly Resource[];
  readonly local: readonly LocalElement[];
}

/** What each shape becomes where it is observed; an answer is gathered with all others of its form. */
const SHAPES: Readonly<Partial<Record<Shape, ToResources>>> = {
  quantity: toQuantity,
  coded: toCoded,
  boolean: toBoolean,
  text: toText,
  date: toDate,
  'lab-result': toLabResult,
};

/** What is coded as something done, given or asked for is that, whatever shape its value has on the form. */
const RESOURCES: Readonly<Partial<Record<ElementResource, ToResources | typeof toAnswer>>> = {
  QuestionnaireResponse: toAnswer,
  Procedure: toProcedure,
  Condition: toCondition,
  Immunization: toImmunization,
  MedicationDispense: toMedication,
  MedicationStatement: toMedication,
  ServiceRequest: toReferral,
};

/** What facts are made of: the visit, the table, and ids. */
type FactsInput = Pick<BundleInput, 'visit' | 'elements' | 'idOf'> & Partial<Pick<BundleInput, 'person'>>;

/** Turns each element into what it becomes by the element table, ordered by key and ordinal so that the order of parts does not matter. */
export function toFacts(input: FactsInput, context: VisitContext): Facts {
  const resources: Resource[] = [];
  const local: LocalElement[] = [];
  const answers: Answer[] = [];
  for (const element of [...input.visit.elements].sort(compareElements)) {
    const made = toMade(element, input, context);
    if (typeof made === 'string') local.push({ key: element.key, ordinal: element.ordinal, reason: made });
    else if ('linkId' in made) answers.push(made);
    else resources.push(...[made].flat());
  }
  return { resources: [...resources, ...toResponses(answers, input, context)], local };
}

function toMade(element: Element, input: FactsInput, visit: VisitContext): Resource | readonly Resource[] | Answer | LocalReason {
  const definition = input.elements.elements.get(element.key);
  if (definition === undefined) return 'elemen-tidak-dikenal';
  if (element.unconfirmed === true) return 'perlu-konfirmasi';
  const codes = chooseCodes(definition, element, input.visit, input.person);
  if (codes === undefined) return 'tanpa-kode';
  const { key, ordinal, value, fields = {}, from } = element;
  const fact: Fact = {
    id: input.idOf(key, ordinal),
    idOf: (part) => input.idOf(`${key}.${part}`, ordinal),
    ...{ value, fields, codes, visit, recorder: toRecorder(element, input.visit) },
    ...toGiven({ unit: definition.unit, from: from?.map((of) => input.idOf(of.key, of.ordinal)) }),
  };
  return toMaker(definition, codes.resource)(fact);
}

function toMaker({ shape }: ElementDefinition, resource: ElementResource): ToResources | typeof toAnswer {
  return RESOURCES[resource] ?? SHAPES[shape] ?? (() => 'tanpa-kode');
}

/** What nobody else recorded bears the author of the visit, who is a nakes where one has verified it. */
function toRecorder({ recorder }: Element, visit: Visit): Fact['recorder'] {
  return recorder ?? (visit.verified ? 'nakes' : visit.recorder);
}

function toResponses(answers: readonly Answer[], { idOf }: FactsInput, context: VisitContext): readonly Resource[] {
  const forms = [...new Set(answers.map(({ questionnaire }) => questionnaire))].sort();
  return forms.map((questionnaire) => {
    const ofForm = answers.filter((answer) => answer.questionnaire === questionnaire);
    return toResponse(idOf(questionnaire, 1), { questionnaire, answers: ofForm }, context);
  });
}

function compareElements(a: Element, b: Element): number {
  if (a.key === b.key) return a.ordinal - b.ordinal;
  return a.key < b.key ? -1 : 1;
}
