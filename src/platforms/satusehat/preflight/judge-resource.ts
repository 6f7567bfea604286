import { field, text } from '../../answer.ts';
import { itemsOf, type Finding, type Surroundings } from './finding.ts';
import { judgeEncounter } from './judge-encounter.ts';
import { judgeImmunization } from './judge-immunization.ts';
import { judgeAnswers, judgePatient } from './judge-others.ts';
import type { RuleBook } from './rule-book.ts';
import { walk } from './rule-tree.ts';

/** Everything SATUSEHAT's rules say against one resource; expressions begin with its type. */
export function judgeResource(resource: unknown, book: RuleBook, around: Surroundings): readonly Finding[] {
  const type = text(field(resource, 'resourceType'));
  const tree = book.trees.get(type);
  if (tree === undefined) return [];
  const within = withContained(resource, around);
  return [...walk(tree, { value: resource, expression: type }, within), ...judgeByHand(type, resource, { book, within })];
}

function judgeByHand(
  type: string,
  resource: unknown,
  { book, within }: { readonly book: RuleBook; readonly within: Surroundings },
): readonly Finding[] {
  switch (type) {
    case 'Encounter':
      return judgeEncounter(resource, within, book.encounterClasses);
    case 'Immunization':
      return judgeImmunization(resource, within);
    case 'Patient':
      return judgePatient(resource, within);
    case 'QuestionnaireResponse':
      return judgeAnswers(resource);
    default:
      return [];
  }
}

/** `#id` leads to what the resource itself contains. */
function withContained(resource: unknown, around: Surroundings): Surroundings {
  const contained = itemsOf(field(resource, 'contained'));
  if (contained.length === 0) return around;
  const types = new Map(contained.map((item) => [`#${text(field(item, 'id'))}`, text(field(item, 'resourceType'))]));
  return { ...around, typeOf: (reference) => types.get(reference) ?? around.typeOf(reference) };
}
