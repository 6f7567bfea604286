import type { Sensitivity } from '../../map/element-definition.ts';
import { toStageGroup } from '../../map/programme.ts';
import type { PersonOnDay } from '../status/fits-person.ts';
import { fitsPerson } from '../status/fits-person.ts';
import type { WarningTables } from './warning-tables.ts';

/** How sensitive it is to say anything of a person on a day, whatever it is: a pregnancy under 18 (field rule 6), and stages that are a secret at an age. */
export function secrecyOf(
  who: PersonOnDay,
  { warnings, programme }: Pick<WarningTables, 'warnings' | 'programme'>,
): readonly Sensitivity[] {
  const below = toStageGroup(programme, who.stage)?.secretBelowMonths;
  const isSecret = below !== undefined && who.months !== undefined && who.months < below;
  return [
    ...warnings.secrecy.filter((each) => fitsPerson(each.for, who)).map(({ is }) => is),
    ...(isSecret ? (['sangat-terbatas'] as const) : []),
  ];
}
