import type { RequestHandler } from 'express';
import { holderOf } from './require-key.ts';
import { Refusal } from './refusal.ts';
import type { SubmissionDesk } from './submission-desk.ts';
import { noSubmission } from './submission-refusals.ts';

/**
 * Shows a submission (`:id`) only to who handed it in, and to keys with the scope `operasi`; for everybody else it is not there.
 * Only behind `requireKey`.
 */
export function requireOwnSubmission(desk: Pick<SubmissionDesk, 'isHandedInBy'>): RequestHandler<{ id: string }> {
  return async (request, response, next) => {
    const { submitter, scope } = holderOf(response);
    const isSeen = scope?.includes('operasi') === true || (await desk.isHandedInBy(request.params.id, submitter));
    if (!isSeen) throw new Refusal(404, [noSubmission]);
    next();
  };
}
