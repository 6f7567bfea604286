import { addDays } from '../../map/days.ts';
import type { DueItem } from '../due/due-item.ts';
import type { DueFacts } from './due-facts.ts';
import { toRule } from './due-facts.ts';
import type { Campaign } from './immunization-tables.ts';
import { isWithin } from './list-schedule-for.ts';
import { addSpan } from './time-span.ts';

/** The rounds that are not over and of which somebody, by age, sex and domicile, has not had the dose yet. */
export function listOpenCampaigns(facts: DueFacts): readonly DueItem[] {
  const { asOf, tables, kerahasiaan } = facts;
  return tables.campaigns
    .filter((campaign) => campaign.to >= asOf && isMeant(campaign, facts) && !hasHad(campaign, facts))
    .map(({ is, from, to }) => ({
      kind: 'imunisasi',
      code: is,
      due: from,
      lateFrom: addDays(to, 1),
      until: to,
      rule: toRule(tables),
      kerahasiaan,
    }));
}

function isMeant({ from, to, age, sex, areas }: Campaign, { history: { person }, birthDate }: DueFacts): boolean {
  const isOfAge = addSpan(birthDate, age.from) <= to && from < addSpan(birthDate, age.below);
  return isOfAge && (sex === undefined || sex === person.sex) && isWithin(areas, person.address);
}

/** A dose that is told to be of the round, whichever of the schedule it stands for. */
function hasHad({ is }: Campaign, { known: { dated, extra } }: DueFacts): boolean {
  return [...dated, ...extra].some(({ input }) => {
    const told = input.element?.fields?.['kegiatan'];
    return (told?.kind === 'coded' && told.code === is) || (told?.kind === 'text' && told.text === is);
  });
}
