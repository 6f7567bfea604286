import type { Issue } from '../../fhir/issue.ts';
import type { Dose } from '../../insight/immunization/find-short-interval.ts';
import { findShortInterval } from '../../insight/immunization/find-short-interval.ts';
import type { DoseInterval } from '../../insight/immunization/immunization-tables.ts';
import { toSpanWords } from '../../insight/immunization/time-span.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import type { Element, VisitDraft } from '../visit.ts';

/** The dated doses among the elements of a visit or row. */
export function toDoses(elements: readonly Element[]): readonly Dose[] {
  return elements.flatMap(({ value, fields }) => {
    const date = fields?.['date'];
    return value.kind === 'coded' && date?.kind === 'date' ? [{ code: value.code, date: date.date }] : [];
  });
}

/** Says of the doses of one row which came too soon after the one before, by all dated doses of the person. They are kept as given. */
export function judgeDoses(
  { elements }: Pick<VisitDraft, 'elements'>,
  given: readonly Dose[],
  intervals: readonly DoseInterval[],
): readonly Issue[] {
  return elements.flatMap((element) =>
    toDoses([element]).flatMap((dose) => {
      const short = findShortInterval(dose, given, intervals);
      if (short === undefined) return [];
      const [days, least] = [String(short.days), toSpanWords(short.least)];
      const detail = {
        id: `${dose.code} ${days} hari sesudah ${short.after.code}, paling sedikit ${least.id}`,
        en: `${dose.code} ${days} days after ${short.after.code}, at least ${least.en}`,
      };
      return [toIssue({ code: 'interval-too-short', severity: 'warning', detail }, element.cell)];
    }),
  );
}
