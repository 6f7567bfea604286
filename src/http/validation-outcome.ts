import type { Extension, OperationOutcome, OperationOutcomeIssue } from '@medplum/fhirtypes';
import type { Issue } from '../fhir/issue.ts';
import type { Undecided } from '../validate/finding-log.ts';
import type { JudgedText } from '../validate/text/judge-text.ts';
import type { Place } from '../validate/text/locate-expressions.ts';
import { toIssue } from '../validate/messages.ts';
import { undecidedReasons } from '../validate/catalogue/undecided-reasons.ts';
import { toOperationOutcome } from './operation-outcome.ts';

/** The language a caller reads; `diagnostics` is English in any case. */
export type Language = 'id' | 'en';

const pageExtension = 'https://titian.dev/fhir/ilp/StructureDefinition/halaman-kode';

/**
 * What was found as an OperationOutcome: `expression` with indexes (a Bundle's entries among them), `location` as line and column of the body,
 * the page of each code, and what could not be decided as information. Where nothing was found there is one issue that says so.
 */
export function toValidationOutcome({ result, places }: JudgedText, language: Language): OperationOutcome {
  const found = [...result.issues, ...result.undecided.map(toNote)];
  const issues =
    found.length > 0
      ? found
      : [toIssue({ code: 'nothing-found', severity: 'information', path: result.resourceType, rule: '', expected: '', came: undefined })];
  const { issue } = toOperationOutcome(issues);
  return { resourceType: 'OperationOutcome', issue: issue.map((each, at) => dress(each, issues[at], places, language)) };
}

/** What could not be decided is told, so that nothing passes in silence. */
function toNote({ expression, valueSet, reason }: Undecided): Issue {
  const entry = undecidedReasons[reason];
  const say = (language: Language): string =>
    entry === undefined ? reason : `${entry.title[language]}: ${valueSet}. ${entry.meaning[language]} ${entry.remedy[language]}`;
  return { severity: 'information', type: 'informational', code: reason, text: say('id'), diagnostics: say('en'), expression };
}

function dress(
  outcome: OperationOutcomeIssue,
  issue: Issue | undefined,
  places: ReadonlyMap<string, Place>,
  language: Language,
): OperationOutcomeIssue {
  if (issue === undefined) return outcome;
  const place = places.get(issue.expression ?? '');
  return {
    extension: [...(outcome.extension ?? []), toPage(issue.code)],
    ...outcome,
    ...(language === 'en' && { details: { ...outcome.details, text: issue.diagnostics } }),
    ...(place !== undefined && { location: [`Line[${String(place.line)}] Col[${String(place.column)}]`] }),
  };
}

/** Where the code is explained with an example. */
function toPage(code: string): Extension {
  return { url: pageExtension, valueUri: `docs/errors/${code}.md` };
}
