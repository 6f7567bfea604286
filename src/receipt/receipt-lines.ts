import type { Issue } from '../fhir/issue.ts';
import type { ReceiptDelivery } from './claims.ts';

/** A verdict as `GET /v1/submissions/:id/rows` gives it, as far as it is hashed. */
export interface HashedVerdict {
  readonly row: number | string;
  readonly status: string;
  readonly heading: boolean;
  readonly reason?: string | undefined;
  readonly issues: readonly Pick<Issue, 'severity' | 'code' | 'cell'>[];
}

/**
 * A verdict as one line of the text that is hashed: a JSON array without spaces, as ECMAScript's JSON.stringify and RFC 8785 write it, and a line feed.
 * `[row,status,heading,reason or null,[[severity,code,cell or null],…]]`. Sentences are not hashed: they may be reworded.
 */
export function toVerdictLine({ row, status, heading, reason, issues }: HashedVerdict): string {
  const found = issues.map(({ severity, code, cell }) => [severity, code, cell ?? null]);
  return `${JSON.stringify([row, status, heading, reason ?? null, found])}\n`;
}

/** What a platform has taken, as one line of the text that is hashed: `[visit,platform,environment,encounter,patient or null,version,at]` in the same form. */
export function toDeliveryLine({ visit, platform, environment, encounter, patient, version, at }: ReceiptDelivery): string {
  return `${JSON.stringify([visit, platform, environment, encounter, patient ?? null, version, at])}\n`;
}
