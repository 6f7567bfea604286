import type { Static } from '@sinclair/typebox';
import { Type } from '@sinclair/typebox';

const strict = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });
const texts = Type.Array(text, { minItems: 1 });
const whole = Type.Integer({ minimum: 0 });
const oneOf = <const T extends readonly string[]>(...all: T) => Type.Unsafe<T[number]>({ type: 'string', enum: [...all] });

/** `read` in the source, or `background`: known practice whose source still has to be looked up. */
export const evidenceSchema = oneOf('read', 'background');

const date = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });

/** Where a figure stands and since when; each rule of the programme carries it. */
export const citationFields = { validFrom: date, citation: text, evidence: evidenceSchema } as const;

/** Whom a band or a rule is meant for, on the day of the visit. What is not said does not matter. */
export const forSchema = Type.Object(
  {
    stages: Type.Optional(texts),
    notStages: Type.Optional(texts),
    sex: Type.Optional(oneOf('L', 'P')),
    months: Type.Optional(Type.Object({ from: Type.Optional(whole), below: Type.Optional(whole) }, strict)),
    trimester: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 3 }), { minItems: 1 })),
  },
  strict,
);

/** Settings on which a line depends: it holds only where each of them stands so. */
export const settingSchema = Type.Record(text, text);

/** Contested definitions: which of the options holds here. */
export const settingsSchema = Type.Record(
  text,
  Type.Object({ title: text, use: text, options: Type.Record(text, text), citation: text, evidence: evidenceSchema }, strict),
);

const limits = Type.Optional(Type.Array(Type.Number(), { minItems: 1 }));
const classSchema = Type.Object({ is: text, below: limits, upTo: limits, anyFrom: limits, anyBelow: limits }, strict);
const bandSchema = Type.Object(
  { for: forSchema, setting: Type.Optional(settingSchema), classes: Type.Array(classSchema, { minItems: 2 }) },
  strict,
);
const statusSchema = Type.Object(
  { title: text, of: texts, worst: oneOf('first', 'last'), ...citationFields, bands: Type.Array(bandSchema, { minItems: 1 }) },
  strict,
);
const signsSchema = Type.Object({ title: text, for: forSchema, of: texts, ...citationFields }, strict);
/** programme/thresholds.yaml. */
export const statusTablesSchema = Type.Object(
  {
    settings: settingsSchema,
    statuses: Type.Record(text, statusSchema),
    imt: Type.Object({ for: Type.Array(forSchema), citation: text, evidence: evidenceSchema }, strict),
    tbc: Type.Object(
      { signs: texts, asked: texts, contact: text, least: Type.Record(text, Type.Integer({ minimum: 1 })), ...citationFields },
      strict,
    ),
    signs: Type.Record(text, signsSchema),
  },
  strict,
);

/** programme/thresholds/*.yaml: further statuses and lists of danger signs, such as those of one stage of life. */
export const furtherStatusesSchema = Type.Object(
  { statuses: Type.Optional(Type.Record(text, statusSchema)), signs: Type.Optional(Type.Record(text, signsSchema)) },
  { ...strict, minProperties: 1 },
);

export type WrittenStatusTables = Static<typeof statusTablesSchema>;

/** Whom a line is meant for. */
export type ForWhom = Static<typeof forSchema>;
