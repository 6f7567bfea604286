import type { ReferralReason, WeighingRules } from './growth-thresholds-schema.ts';
import type { WeightStatusCode } from './to-weight-status.ts';

/** What is known of a weighing; `zBbU` is the BB/U z-score rounded to two decimals, null where there is none. */
export interface WeighedFacts {
  readonly status: WeightStatusCode | null;
  readonly twice: boolean;
  readonly zBbU: number | null;
}

/** Everything about a weighing that a card of the programme can name, in the order of the card. */
export function toWeighingSigns({ status, twice, zBbU }: WeighedFacts, rules: WeighingRules['referral']): readonly ReferralReason[] {
  const signs: readonly (readonly [ReferralReason, boolean])[] = [
    ['T', status === 'T'],
    ['2T', twice],
    ['BGM', zBbU !== null && zBbU < rules.redLineBelow],
    ['BGO', zBbU !== null && zBbU > rules.orangeLineAbove],
  ];
  return signs.filter(([, holds]) => holds).map(([sign]) => sign);
}

/** Why a weighing sends the child on to the puskesmas under the rule of the setting; empty where it does not. */
export function toWeightReferral(facts: WeighedFacts, rules: WeighingRules['referral']): readonly ReferralReason[] {
  const { reasons } = rules.rules[rules.rule];
  return toWeighingSigns(facts, rules).filter((sign) => reasons.includes(sign));
}
