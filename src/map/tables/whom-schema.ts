import { Type } from '@sinclair/typebox';

const strict = { additionalProperties: false } as const;
const texts = Type.Optional(Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }));
const whole = Type.Optional(Type.Integer({ minimum: 0 }));

/** Whom a band is meant for: stages, sex, completed months of age (from included, below not). What is not said does not matter. */
export const whomSchema = Type.Object(
  {
    stages: texts,
    notStages: texts,
    sex: Type.Optional(Type.Unsafe<'L' | 'P'>({ type: 'string', enum: ['L', 'P'] })),
    months: Type.Optional(Type.Object({ from: whole, below: whole }, { ...strict, minProperties: 1 })),
  },
  { ...strict, minProperties: 1 },
);
