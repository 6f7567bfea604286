import { Type } from '@sinclair/typebox';
import { fhirOrSettingSchema } from './fhir-schema.ts';

const strict = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });
const oneOf = <const T extends readonly string[]>(...all: T) => Type.Unsafe<T[number]>({ type: 'string', enum: [...all] });

const interval = Type.Tuple([Type.Number(), Type.Number()]);

/** Limits of a value; `testFrom` is a value nobody records in earnest, which betrays a test row; `jump` is how far values of a person may lie apart. */
export const rangeSchema = Type.Object(
  {
    soft: Type.Optional(interval),
    hard: Type.Optional(interval),
    growthFlag: Type.Optional(text),
    testFrom: Type.Optional(Type.Number()),
    jump: Type.Optional(Type.Object({ share: Type.Number({ exclusiveMinimum: 0 }), withinDays: Type.Integer({ minimum: 1 }) }, strict)),
  },
  strict,
);

const shapes = [
  'quantity',
  'coded',
  'boolean',
  'text',
  'date',
  'answer',
  'condition',
  'procedure',
  'immunization',
  'medication',
  'lab-result',
  'referral',
] as const;

const elementSchema = Type.Object(
  {
    title: text,
    shape: Type.Unsafe<(typeof shapes)[number]>({ type: 'string', enum: [...shapes] }),
    repeats: Type.Optional(Type.Boolean()),
    unit: Type.Optional(Type.Object({ ucum: text, display: text, smallest: text, perUnit: Type.Number({ exclusiveMinimum: 0 }) }, strict)),
    codes: Type.Optional(Type.Union([Type.Array(text, { minItems: 1 }), text])),
    range: Type.Optional(rangeSchema),
    kerahasiaan: Type.Unsafe<'umum' | 'terbatas' | 'sangat-terbatas'>({ type: 'string', enum: ['umum', 'terbatas', 'sangat-terbatas'] }),
    kirim: Type.Record(text, Type.Union([Type.Literal(true), text])),
    fhir: Type.Optional(fhirOrSettingSchema),
    citation: text,
  },
  strict,
);

/** programme/elements/*.yaml: each element once, by its key. */
export const elementsSchema = Type.Record(text, elementSchema);

const ageSchema = Type.Union([
  Type.Object({ days: Type.Integer({ minimum: 0 }) }, strict),
  Type.Object({ months: Type.Integer({ minimum: 0 }) }, strict),
]);

/** programme/life-stages/*.yaml: the stages of a group by age, and which elements apply, with what differs there. */
export const lifeStagesSchema = Type.Object(
  {
    group: text,
    citation: text,
    klaster: text,
    'sangat-terbatas': Type.Optional(Type.Object({ belowYears: Type.Integer({ minimum: 1 }), citation: text }, strict)),
    stages: Type.Array(
      Type.Union([
        Type.Object({ is: text, title: text, from: ageSchema, below: ageSchema }, strict),
        Type.Object({ is: text, title: text, during: oneOf('hamil', 'bersalin', 'nifas') }, strict),
      ]),
      { minItems: 1 },
    ),
    mothers: Type.Optional(
      Type.Object(
        {
          years: Type.Tuple([Type.Integer({ minimum: 0 }), Type.Integer({ minimum: 1 })]),
          ofChildrenBelowYears: Type.Integer({ minimum: 1 }),
          citation: text,
        },
        strict,
      ),
    ),
    elements: Type.Record(
      text,
      Type.Object(
        {
          range: Type.Optional(rangeSchema),
          ages: Type.Optional(
            Type.Record(text, Type.Object({ fromMonths: Type.Integer({ minimum: 0 }), belowMonths: Type.Integer({ minimum: 1 }) }, strict)),
          ),
          citation: Type.Optional(text),
        },
        strict,
      ),
    ),
  },
  strict,
);

/** programme/terminology/*.yaml: lists of codes with every way in which people write them. */
export const codeListsSchema = Type.Object(
  { citation: text, lists: Type.Record(text, Type.Record(text, Type.Array(Type.Union([text, Type.Number()]), { minItems: 1 }))) },
  strict,
);
