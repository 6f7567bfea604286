import type { Issue } from '../../../fhir/issue.ts';
import type { Delivery, Preparation } from '../../platform.ts';
import { holdReasons } from './hold-reasons.ts';

/** A message that a person must release, with the reason in words. */
export function toHold(reason: keyof typeof holdReasons): Extract<Preparation, { do: 'hold' }> {
  return { do: 'hold', reason, issues: [toReasonIssue(reason)] };
}

/** The same, naming the parts it is about: words of a form or of the platform, never values. */
export function toHoldNaming(reason: keyof typeof holdReasons, parts: readonly string[]): Extract<Preparation, { do: 'hold' }> {
  const held = toHold(reason);
  const named = parts.join(', ');
  return {
    ...held,
    issues: held.issues.map((issue) => ({
      ...issue,
      text: `${issue.text} Bagian: ${named}.`,
      diagnostics: `${issue.diagnostics} Parts: ${named}.`,
    })),
  };
}

/** An answer from which nothing may be adopted before a person has looked. */
export function toHeld(reason: keyof typeof holdReasons): Delivery {
  return { kind: 'accepted', upstream: [], then: toHold(reason) };
}

function toReasonIssue(reason: keyof typeof holdReasons): Issue {
  const page = holdReasons[reason];
  return {
    severity: 'warning',
    type: 'business-rule',
    code: reason,
    text: `${page.id} ${page.remedyId}`,
    diagnostics: `${page.en} ${page.remedyEn}`,
  };
}
