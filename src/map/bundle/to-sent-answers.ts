import type { QuestionnaireResponse, QuestionnaireResponseItem } from '@medplum/fhirtypes';

/** The answers of a form without those that stay here; undefined where none is left. What stands below such an answer may go. */
export function toSentAnswers(ours: QuestionnaireResponse, local: ReadonlySet<string>): QuestionnaireResponse | undefined {
  const item = toItems(ours.item ?? [], local);
  return item.length === 0 ? undefined : { ...ours, item };
}

function toItems(items: readonly QuestionnaireResponseItem[], local: ReadonlySet<string>): QuestionnaireResponseItem[] {
  return items.flatMap((item) => toItem(item, local) ?? []);
}

function toItem(item: QuestionnaireResponseItem, local: ReadonlySet<string>): QuestionnaireResponseItem | undefined {
  const { answer = [], item: inside = [], ...rest } = item;
  const stays = local.has(item.linkId);
  const answers = stays ? [] : answer.map((each) => (each.item === undefined ? each : { ...each, item: toItems(each.item, local) }));
  const below = toItems([...inside, ...(stays ? answer : []).flatMap((each) => each.item ?? [])], local);
  if (answers.length + below.length === 0) return undefined;
  return { ...rest, ...(answers.length > 0 && { answer: answers }), ...(below.length > 0 && { item: below }) };
}
