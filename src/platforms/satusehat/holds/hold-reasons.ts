import { policyReasons } from '../../../map/catalogue/policy-reasons.ts';
import { correctionReasons } from './correction-reasons.ts';
import { episodeReasons } from './episode-reasons.ts';
import { facilityReasons } from './facility-reasons.ts';
import { identityReasons } from './identity-reasons.ts';
import { visitReasons } from './visit-reasons.ts';
import type { ReasonPage } from './reason-page.ts';

/** Why a message to SATUSEHAT is held or waits: the sentence and the remedy a person reads. */
export const holdReasons = {
  ...policyReasons,
  ...identityReasons,
  ...facilityReasons,
  ...visitReasons,
  ...episodeReasons,
  ...correctionReasons,
} as const satisfies Readonly<Record<string, ReasonPage>>;
