import { toStrings } from '../json.ts';
import { toReferredType } from '../values.ts';
import { compareWithin } from './compare.ts';
import { toObject } from './typed-value.ts';
import { tell } from './review.ts';
import type { Review } from './review.ts';

/** Checks what a form says of the response as a whole: its status, the period of its use, whom it may be about. */
export function checkWhole(review: Review): void {
  const { status } = review.form.source;
  if (status === 'draft' || status === 'retired') {
    tell(review, '', { code: 'questionnaire-status', severity: 'information', rule: 'Questionnaire.status', expected: status });
  }
  checkPeriod(review);
  checkSubject(review);
}

/** As in the reference validator a warning: an answer may well have been written down later. */
function checkPeriod(review: Review): void {
  const { authored } = review.response;
  const { start, end } = toObject(review.form.source['effectivePeriod']);
  if (typeof authored !== 'string') return;
  const rule = 'Questionnaire.effectivePeriod';
  if (typeof start === 'string' && (compareWithin(authored, start) ?? 0) < 0) {
    tell(review, '.authored', { code: 'questionnaire-not-yet', severity: 'warning', rule, expected: start });
  }
  if (typeof end === 'string' && (compareWithin(authored, end) ?? 0) > 0) {
    tell(review, '.authored', { code: 'questionnaire-expired', severity: 'warning', rule, expected: end });
  }
}

/** R4 Questionnaire.subjectType; the reference validator does not ask it, so it stays a warning. */
function checkSubject(review: Review): void {
  const allowed = toStrings(review.form.source['subjectType']);
  const { reference } = toObject(review.response['subject']);
  const type = typeof reference === 'string' ? toReferredType(reference) : '';
  if (allowed.length === 0 || type === '' || allowed.includes(type)) return;
  const rule = 'Questionnaire.subjectType';
  tell(review, '.subject', { code: 'subject-type', severity: 'warning', rule, expected: allowed.join(' | '), came: type });
}
