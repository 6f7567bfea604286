import type { Static } from '@sinclair/typebox';
import { Type } from '@sinclair/typebox';
import { citationFields, evidenceSchema, settingSchema, settingsSchema } from '../status/status-schema.ts';
import type { TimeSpan } from './time-span.ts';

const strict = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });
const texts = Type.Array(text, { minItems: 1 });
const whole = Type.Integer({ minimum: 0 });
const month = Type.Integer({ minimum: 1, maximum: 12 });
const schoolClass = Type.Integer({ minimum: 1, maximum: 12 });
const sex = Type.Unsafe<'L' | 'P'>({ type: 'string', enum: ['L', 'P'] });
const date = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const areaCodes = Type.Array(Type.String({ pattern: '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{10})$' }));
const units = ['hours', 'days', 'weeks', 'months', 'years'];

const span = Type.Unsafe<TimeSpan>({
  type: 'object',
  properties: Object.fromEntries(units.map((unit) => [unit, { type: 'integer', minimum: 0 }])),
  additionalProperties: false,
  minProperties: 1,
  maxProperties: 1,
});

const source = { citation: text, evidence: evidenceSchema } as const;
const inForce = { validTo: Type.Optional(date), ...citationFields } as const;

const byAge = { due: Type.Optional(span), by: Type.Optional(span) } as const;
const atSchool = { class: Type.Optional(schoolClass), month: Type.Optional(month), around: Type.Optional(whole) } as const;
const forWhom = { sex: Type.Optional(sex), area: Type.Optional(text), setting: Type.Optional(settingSchema) } as const;
const lineSchema = Type.Object({ of: text, lateDays: Type.Optional(whole), ...byAge, ...atSchool, ...forWhom }, strict);

const setSchema = Type.Object(
  {
    title: text,
    by: span,
    versions: Type.Array(Type.Object({ doses: texts, setting: Type.Optional(settingSchema), ...inForce }, strict), { minItems: 1 }),
  },
  strict,
);

const campaignSchema = Type.Object(
  {
    is: text,
    title: text,
    from: date,
    to: date,
    area: Type.Optional(areaCodes),
    age: Type.Object({ from: span, below: span }, strict),
    sex: Type.Optional(sex),
    doses: texts,
    counts: Type.Unsafe<false | string>({ anyOf: [{ const: false }, { type: 'string', minLength: 1 }] }),
    ...source,
  },
  strict,
);

const tetanusDose = Type.Object({ of: text, after: Type.Optional(span), protects: Type.Optional(span) }, strict);

const productSchema = Type.Object(
  {
    code: Type.String({ pattern: '^93[0-9]{6}$' }),
    display: text,
    names: Type.Optional(texts),
    cvx: Type.Optional(Type.Object({ code: text, display: text }, strict)),
  },
  strict,
);

/** programme/immunization.yaml. */
export const immunizationSchema = Type.Object(
  {
    settings: settingsSchema,
    areas: Type.Record(text, Type.Object({ title: text, codes: areaCodes, ...source }, strict)),
    late: Type.Object({ days: whole, ...source }, strict),
    schedule: Type.Array(Type.Object({ doses: Type.Array(lineSchema, { minItems: 1 }), ...inForce }, strict), { minItems: 1 }),
    schoolYear: Type.Object({ month, ...source }, strict),
    earliest: Type.Array(Type.Object({ doses: texts, age: span, ...inForce }, strict)),
    limits: Type.Array(Type.Object({ doses: texts, below: span, ...inForce }, strict)),
    intervals: Type.Array(Type.Object({ doses: texts, least: span, ...inForce }, strict)),
    sets: Type.Record(text, setSchema),
    zeroDose: Type.Object({ dose: text, from: span, ...citationFields }, strict),
    newborn: Type.Object({ below: span, ...source }, strict),
    recall: Type.Object({ below: span, ...source }, strict),
    tetanus: Type.Array(Type.Object({ doses: Type.Array(tetanusDose, { minItems: 1 }), ...inForce }, strict), { minItems: 1 }),
    campaigns: Type.Array(campaignSchema),
    products: Type.Array(Type.Object({ of: texts, products: Type.Array(productSchema, { minItems: 1 }), ...source }, strict)),
  },
  strict,
);

export type WrittenImmunization = Static<typeof immunizationSchema>;
export type WrittenLine = Static<typeof lineSchema>;
export type WrittenCampaign = Static<typeof campaignSchema>;
