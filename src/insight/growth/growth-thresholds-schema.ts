import type { Static } from '@sinclair/typebox';
import { Type } from '@sinclair/typebox';

const strict = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });
const months = Type.Number({ minimum: 0 });
const monthSpan = Type.Object({ from: months, below: months }, strict);
const sourced = { citation: text, evidence: Type.Union([Type.Literal('read'), Type.Literal('background')]) };

const classSchema = Type.Object({ is: text, below: Type.Optional(Type.Number()), upTo: Type.Optional(Type.Number()) }, strict);
const bandSchema = Type.Object({ months: monthSpan, classes: Type.Array(classSchema, { minItems: 2 }) }, strict);

function statusOf<const K extends string>(score: K) {
  return Type.Object({ score: Type.Literal(score), ...sourced, bands: Type.Array(bandSchema, { minItems: 1 }) }, strict);
}

const statuses = Type.Object(
  {
    'status-bb-u': statusOf('zs-bb-u'),
    'status-tb-u': statusOf('zs-tb-u'),
    'status-bb-tb': statusOf('zs-bb-tb'),
    'status-imt-u': statusOf('zs-imt-u'),
    'status-lk-u': statusOf('zs-lk-u'),
  },
  strict,
);

const armClass = Type.Object({ is: text, belowMm: Type.Optional(Type.Integer({ minimum: 1 })) }, strict);
const arm = Type.Object({ ...sourced, months: monthSpan, classes: Type.Array(armClass, { minItems: 2 }) }, strict);

const oedema = Type.Object({ element: text, is: text, months: monthSpan, ...sourced }, strict);

const correctedAge = Type.Object(
  {
    use: Type.Union([Type.Literal('umur-koreksi'), Type.Literal('umur-kronologis')]),
    element: text,
    bornBelowWeeks: Type.Integer({ minimum: 1 }),
    termWeeks: Type.Integer({ minimum: 1 }),
    untilMonths: months,
    ...sourced,
    caution: Type.Object({ birthWeightBelowG: Type.Integer({ minimum: 1 }), belowMonths: months }, strict),
  },
  strict,
);

const rise = Type.Object(
  {
    by: Type.Union([Type.Literal('kbm'), Type.Literal('inkremen-who')]),
    ...sourced,
    unavailable: Type.Array(Type.Object({ is: text, why: text, whyEn: text, ...sourced }, strict)),
  },
  strict,
);

const previous = Type.Object(
  {
    rule: Type.Union([Type.Literal('bulan-kalender'), Type.Literal('selang')]),
    days: Type.Integer({ minimum: 1 }),
    ...sourced,
  },
  strict,
);

const reason = Type.Union([Type.Literal('T'), Type.Literal('2T'), Type.Literal('BGM'), Type.Literal('BGO')]);
const referralRule = Type.Object({ reasons: Type.Array(reason, { minItems: 1, uniqueItems: true }), ...sourced }, strict);
const referral = Type.Object(
  {
    rule: Type.Union([Type.Literal('buku-kia-2023'), Type.Literal('kms-2t')]),
    rules: Type.Object({ 'buku-kia-2023': referralRule, 'kms-2t': referralRule }, strict),
    redLineBelow: Type.Number(),
    orangeLineAbove: Type.Number(),
    ...sourced,
  },
  strict,
);

const gain = Type.Integer({ exclusiveMinimum: 0 });
const kbmRow = Type.Object({ months: Type.Object({ from: months, to: months }, strict), L: gain, P: gain }, strict);
const kbm = Type.Object({ ...sourced, rows: Type.Array(kbmRow, { minItems: 1 }) }, strict);

const weighing = Type.Object({ rise, previous, referral, kbm }, strict);

/** The form of programme/thresholds-growth.yaml. */
export const growthThresholdsSchema = Type.Object({ statuses, arm, oedema, 'corrected-age': correctedAge, weighing }, strict);

/** The bands of nutritional status and the rules of the monthly weighing, as programme/thresholds-growth.yaml states them. */
export type GrowthThresholds = Static<typeof growthThresholdsSchema>;

/** The bands of one status: which score it reads, and for which ages which classes stand. */
export type StatusBands = GrowthThresholds['statuses'][keyof GrowthThresholds['statuses']];

/** How a gain in weight is judged: minimum gains by age and sex, when the previous weighing is too old, and what sends a child on. */
export type WeighingRules = GrowthThresholds['weighing'];

/** Whether and until when the age of children born too early is corrected. */
export type CorrectedAgeRules = GrowthThresholds['corrected-age'];

/** Why a weighing sends a child on: T or 2T not gaining, BGM below the red line, BGO above the orange one. */
export type ReferralReason = Static<typeof reason>;
