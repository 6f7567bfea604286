import type { CheckReport } from '../checks/check.ts';
import type { JsonObject } from '../json.ts';
import { DEFAULT_CAPS, findExcess } from '../measure.ts';
import { checkItems } from './check-items.ts';
import { checkWhole } from './check-whole.ts';
import { toForm } from './form.ts';
import type { Form } from './form.ts';
import { createLookup } from './look-up.ts';
import type { Sources } from './look-up.ts';
import type { Review } from './review.ts';

/** More findings than anybody reads; a hostile form must not make work without end. */
const MOST = 5_000;
const FINISHED: ReadonlySet<unknown> = new Set(['completed', 'amended']);

/**
 * Holds a QuestionnaireResponse against its Questionnaire and reports what differs: unknown, misplaced, unordered or missing items,
 * answers of the wrong type or outside the options, limits and units of their item, answers to items that are not enabled.
 * Rules: R4 questionnaireresponse.html, and the reference validator where the specification is silent. Both are plain JSON objects that may be
 * unsound in every other way; places are given from the response on (`.item[0].answer[0].value`). Never throws; neither object is changed,
 * and the Questionnaire must not be changed later, since it is made ready once. `sources` finds the value sets that the form names.
 */
export function checkResponse(response: JsonObject, questionnaire: JsonObject, report: CheckReport, sources?: Sources): void {
  const excess = findExcess(response, DEFAULT_CAPS);
  if (excess === undefined) compareResponse(response, toForm(questionnaire), report, sources);
  else report.add({ code: excess, severity: 'error', at: '', rule: '', expected: String(LIMITS[excess]) });
}

const LIMITS = {
  'too-deep': DEFAULT_CAPS.depth,
  'too-many-nodes': DEFAULT_CAPS.nodes,
  'too-long': DEFAULT_CAPS.stringLength,
  'too-wide': DEFAULT_CAPS.names,
};

/** Like `checkResponse`, for a response whose depth and size were measured before. */
export function compareResponse(response: JsonObject, form: Form, report: CheckReport, sources: Sources | undefined): void {
  const review: Review = {
    form,
    response,
    report,
    lookup: createLookup(form.source, sources),
    resourceTypes: sources?.resourceTypes,
    open: !FINISHED.has(response['status']),
    answers: undefined,
    around: new Map(),
    off: false,
    left: MOST,
  };
  checkWhole(review);
  checkItems(review, form.top, response, '');
}
