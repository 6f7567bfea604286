import type { Sensitivity } from './element-definition.ts';
import { toMonthsBetween } from './days.ts';
import type { Programme } from './programme.ts';
import { toStageGroup } from './programme.ts';
import type { Person, Visit } from './visit.ts';

/** Who may see a visit, and which of its facts may stand nowhere in clear (field rule 6). */
export interface Secrecy {
  readonly kerahasiaan: Sensitivity;
  /** Keys of the elements that stand only in the sealed part: free text, and what is sangat-terbatas. */
  readonly sealedKeys: ReadonlySet<string>;
}

/** How sensitive a visit is: as its most sensitive element, or more where the stage itself is a secret at that age. */
export function secrecyOf(
  visit: Pick<Visit, 'elements' | 'lifeStage' | 'date'>,
  { birthDate }: Pick<Person, 'birthDate'>,
  programme: Programme,
): Secrecy {
  const definitions = visit.elements.flatMap(({ key }) => programme.elements.elements.get(key) ?? []);
  const below = toStageGroup(programme, visit.lifeStage)?.secretBelowMonths;
  if (below !== undefined && birthDate !== undefined && toMonthsBetween(birthDate, visit.date) < below)
    return { kerahasiaan: 'sangat-terbatas', sealedKeys: new Set(visit.elements.map(({ key }) => key)) };
  const sealed = definitions.filter(({ shape, kerahasiaan }) => shape === 'text' || kerahasiaan === 'sangat-terbatas');
  return { kerahasiaan: toHighest(definitions.map(({ kerahasiaan }) => kerahasiaan)), sealedKeys: new Set(sealed.map(({ key }) => key)) };
}

function toHighest(grades: readonly Sensitivity[]): Sensitivity {
  if (grades.includes('sangat-terbatas')) return 'sangat-terbatas';
  return grades.includes('terbatas') ? 'terbatas' : 'umum';
}
