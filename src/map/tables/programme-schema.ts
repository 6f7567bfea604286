import type { Static } from '@sinclair/typebox';
import { Type } from '@sinclair/typebox';
import { fhirOrSettingSchema } from './fhir-schema.ts';
import type { Table } from './read-table.ts';
import { whomSchema } from './whom-schema.ts';

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

const count = Type.Number({ exclusiveMinimum: 0 });
// `words`: how forms write a unit, and how many of the smallest make one; so a unit that no other element has is data as well.
const unitSchema = Type.Object(
  { ucum: text, display: text, smallest: text, perUnit: count, words: Type.Optional(Type.Record(text, count)) },
  strict,
);

// What is computed of a visit and made beside it (see ComputedElement).
const computedSchema = Type.Object(
  {
    is: text,
    class: Type.Optional(text),
    from: Type.Array(text, { minItems: 1 }),
    position: Type.Optional(oneOf('telentang', 'berdiri')),
    plausible: Type.Optional(text),
    values: Type.Optional(Type.Record(text, text)),
  },
  strict,
);

const elementSchema = Type.Object(
  {
    title: text,
    shape: Type.Unsafe<(typeof shapes)[number]>({ type: 'string', enum: [...shapes] }),
    repeats: Type.Optional(Type.Boolean()),
    unit: Type.Optional(unitSchema),
    codes: Type.Optional(Type.Union([Type.Array(text, { minItems: 1 }), text])),
    range: Type.Optional(rangeSchema),
    kerahasiaan: Type.Unsafe<'umum' | 'terbatas' | 'sangat-terbatas'>({ type: 'string', enum: ['umum', 'terbatas', 'sangat-terbatas'] }),
    kirim: Type.Record(text, Type.Union([Type.Literal(true), text])),
    fhir: Type.Optional(fhirOrSettingSchema),
    computed: Type.Optional(computedSchema),
    citation: text,
  },
  strict,
);

/** programme/elements/*.yaml: each element once, by its key. */
export const elementsSchema = Type.Record(text, elementSchema);

const whole = Type.Optional(Type.Integer({ minimum: 0 }));
const ageSchema = Type.Object({ days: whole, months: whole, years: whole }, { ...strict, minProperties: 1, maxProperties: 1 });

const stageFields = {
  is: text,
  title: text,
  // Where it is another than the group's.
  klaster: Type.Optional(text),
  // Further categories of registers whose people are at this stage; its own name is always one.
  categories: Type.Optional(Type.Array(text, { minItems: 1 })),
} as const;
const ageStageSchema = Type.Object(
  {
    ...stageFields,
    from: Type.Optional(ageSchema),
    below: Type.Optional(ageSchema),
    sex: Type.Optional(oneOf('L', 'P')),
    // Stages that give way to this one where both fit.
    before: Type.Optional(Type.Array(text, { minItems: 1 })),
  },
  strict,
);
const conditionStageSchema = Type.Object({ ...stageFields, during: oneOf('hamil', 'bersalin', 'nifas') }, strict);

/** A stage by pregnancy or by age and sex; judged by one branch, so that a fault is said once. */
const stageSchema = Type.Unsafe<Static<typeof ageStageSchema> | Static<typeof conditionStageSchema>>({
  type: 'object',
  if: { type: 'object', properties: { during: {} }, required: ['during'] },
  then: conditionStageSchema,
  else: ageStageSchema,
});

// Limits of one value for some of a group; how far values may lie apart holds for all of them.
const bandSchema = Type.Object(
  {
    for: whomSchema,
    range: Type.Object({ soft: Type.Optional(interval), hard: Type.Optional(interval) }, { ...strict, minProperties: 1 }),
  },
  strict,
);

/** programme/life-stages/*.yaml: the stages of a group by age, and which elements apply, with what differs there. */
export const lifeStagesSchema = Type.Object(
  {
    group: text,
    citation: text,
    klaster: text,
    'sangat-terbatas': Type.Optional(Type.Object({ belowYears: Type.Integer({ minimum: 1 }), citation: text }, strict)),
    stages: Type.Array(stageSchema, { minItems: 1 }),
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
          // The first that fits goes over `range`.
          bands: Type.Optional(Type.Array(bandSchema, { minItems: 1 })),
          ages: Type.Optional(
            Type.Record(text, Type.Object({ fromMonths: Type.Integer({ minimum: 0 }), belowMonths: Type.Integer({ minimum: 1 }) }, strict)),
          ),
          // What is said of a code given at another age than these.
          issue: Type.Optional(oneOf('di-luar-umur', 'dosis-vitamin-a')),
          citation: Type.Optional(text),
        },
        strict,
      ),
    ),
  },
  strict,
);

/** The parsed table of a group of life stages. */
export type StagesTable = Table<Static<typeof lifeStagesSchema>>;

/** programme/terminology/*.yaml: lists of codes with every way in which people write them. */
export const codeListsSchema = Type.Object(
  { citation: text, lists: Type.Record(text, Type.Record(text, Type.Array(Type.Union([text, Type.Number()]), { minItems: 1 }))) },
  strict,
);
