/** What can be made to go wrong. `lost-...` never answers: before anything is stored, or after everything is. */
export const faultNames = [
  'latency',
  'slow-answer',
  'status',
  'too-many-requests',
  'quota',
  'lost-before-commit',
  'lost-after-commit',
  'late-commit',
  'truncated-json',
  'empty-body',
  'html-403',
  'html-200',
  'redirect',
  'wrong-id',
  'duplicate-answer',
  'rule-refusal',
  'forbidden',
  'clock-skew',
  'partial-success',
  'invalid-token',
  'expired-token',
  'token-refused',
  'token-penalty',
  'hidden-by-consent',
] as const;

/** The name of a kind of disturbance. */
export type FaultName = (typeof faultNames)[number];
