import type { Static } from '@sinclair/typebox';
import { Type } from '@sinclair/typebox';
import type { Issue } from '../../fhir/issue.ts';
import type { DoseInterval } from '../../insight/immunization/find-short-interval.ts';
import type { CodeList } from '../conversions/code-list.ts';
import type { Table } from './read-table.ts';
import { toUnknownWord } from './read-table.ts';

const strict = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });

/** programme/immunization.yaml: doses of a series and the least time between them. */
export const immunizationSchema = Type.Object(
  {
    intervals: Type.Array(
      Type.Object({ doses: Type.Array(text, { minItems: 2 }), minimumDays: Type.Integer({ minimum: 1 }), citation: text }, strict),
    ),
  },
  strict,
);

/** Compiles the intervals; every dose has to be a vaccine of the programme. */
export function toIntervals(
  { value, fault }: Table<Static<typeof immunizationSchema>>,
  vaccines: CodeList | undefined,
  issues: Issue[],
): readonly DoseInterval[] {
  const known = new Set(vaccines?.byWord.values());
  return value.intervals.map(({ doses, minimumDays }, at) => {
    for (const dose of doses)
      if (!known.has(dose)) issues.push(fault(['intervals', at, 'doses'], toUnknownWord({ id: 'vaksin', en: 'vaccine' }, dose, known)));
    return { doses, minimumDays };
  });
}
