import type { QuestionnaireResponse, QuestionnaireResponseItem, QuestionnaireResponseItemAnswer } from '@medplum/fhirtypes';
import { toEntryReference } from '../../../fhir/reference.ts';
import type { LocalReason } from '../local-reason.ts';
import type { Fact, VisitContext } from '../shape.ts';
import { toCodings, toWord } from '../to-code.ts';
import { toMeta } from '../to-meta.ts';
import { toNumber, toUcum } from './to-quantity.ts';

/** One answer and the item of the Questionnaire that it belongs to. */
export interface Answer {
  readonly questionnaire: string;
  readonly linkId: string;
  readonly answer: QuestionnaireResponseItemAnswer;
  /** Canonical of the profile that the answers of this form follow. */
  readonly profile?: string;
}

/** An answer of a form. */
export function toAnswer(fact: Fact): Answer | LocalReason {
  const { questionnaire, linkId, profile } = fact.codes;
  if (questionnaire === undefined || linkId === undefined) return 'tanpa-kode';
  if (isUncoded(fact)) return 'jawaban-tanpa-kode';
  const answer = toAnswerValue(fact);
  return answer === undefined ? 'nilai-tidak-cocok' : { questionnaire, linkId, answer, ...(profile !== undefined && { profile }) };
}

/** All answers of one form in a visit as one resource: items in the order of their linkIds, `1.2` inside `1`, repeated answers in that of the answers. */
export function toResponse(
  id: string,
  { questionnaire, answers }: { readonly questionnaire: string; readonly answers: readonly Answer[] },
  visit: VisitContext,
): QuestionnaireResponse {
  return {
    resourceType: 'QuestionnaireResponse',
    id,
    meta: toMeta(answers.find(({ profile }) => profile !== undefined)?.profile, visit.environment),
    questionnaire,
    status: 'completed',
    subject: toEntryReference(visit.patientId),
    encounter: toEntryReference(visit.encounterId),
    authored: visit.at,
    author: visit.performer,
    item: toItems(answers, 1),
  };
}

/** An item of choices takes none of our words: what has no coding among them stays with us. */
function isUncoded({ value, codes }: Fact): boolean {
  return value.kind === 'coded' && codes.values !== undefined && codes.values[value.code] === undefined;
}

function toAnswerValue(fact: Fact): QuestionnaireResponseItemAnswer | undefined {
  const { value } = fact;
  switch (value.kind) {
    case 'quantity':
      return toNumberAnswer(fact);
    case 'date':
      return { valueDate: value.date };
    case 'text':
      return { valueString: value.text };
    case 'boolean':
      return toCodedAnswer(fact) ?? { valueBoolean: value.boolean };
    case 'coded':
      return toCodedAnswer(fact) ?? { valueString: value.code };
  }
}

function toNumberAnswer(fact: Fact): QuestionnaireResponseItemAnswer | undefined {
  const { int, perUnit } = toNumber(fact);
  if (fact.codes.as === 'integer' && int !== undefined && int % perUnit === 0) return { valueInteger: int / perUnit };
  const valueQuantity = toUcum(fact, int);
  return valueQuantity && { valueQuantity };
}

/** The coding that the form has for our word; undefined where it has none, and the value stands as it is. */
function toCodedAnswer({ value, codes }: Fact): QuestionnaireResponseItemAnswer | undefined {
  const coded = codes.values?.[toWord(value) ?? ''];
  const [valueCoding] = coded === undefined ? [] : toCodings(coded);
  return valueCoding && { valueCoding };
}

/** The items at a depth of their linkIds: what is deeper stands inside the answer of its parent, or inside the group. */
function toItems(answers: readonly Answer[], depth: number): QuestionnaireResponseItem[] {
  const groups = new Map<string, Answer[]>();
  for (const answer of answers) {
    const linkId = answer.linkId.split('.').slice(0, depth).join('.');
    groups.set(linkId, [...(groups.get(linkId) ?? []), answer]);
  }
  return [...groups].sort(([one], [other]) => compareLinkIds(one, other)).map(([linkId, members]) => toItem(linkId, members, depth));
}

function toItem(linkId: string, members: readonly Answer[], depth: number): QuestionnaireResponseItem {
  const [first, ...rest] = members.filter((each) => each.linkId === linkId).map(({ answer }) => answer);
  const deeper = members.filter((each) => each.linkId !== linkId);
  const item = deeper.length === 0 ? {} : { item: toItems(deeper, depth + 1) };
  return first === undefined ? { linkId, ...item } : { linkId, answer: [{ ...first, ...item }, ...rest] };
}

/** `1.2` before `1.10`: siblings differ in their last part only, and numbers compare as numbers. */
function compareLinkIds(one: string, other: string): number {
  const order = Number(one.split('.').at(-1)) - Number(other.split('.').at(-1));
  if (order !== 0 && !Number.isNaN(order)) return order;
  return one < other ? -1 : 1;
}
