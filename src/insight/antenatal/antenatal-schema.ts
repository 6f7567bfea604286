import type { Static } from '@sinclair/typebox';
import { Type } from '@sinclair/typebox';
import { citationFields, settingSchema, settingsSchema } from '../status/status-schema.ts';

const strict = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });
const texts = Type.Array(text, { minItems: 1 });
const whole = Type.Integer({ minimum: 0 });
const some = Type.Integer({ minimum: 1 });
const span = Type.Tuple([whole, whole]);
const yes = Type.Optional(Type.Literal(true));
const citedFields = <T extends Parameters<typeof Type.Object>[0]>(fields: T) => Type.Object({ ...fields, ...citationFields }, strict);

const pregnancySchema = citedFields({
  days: some,
  longestDays: some,
  trimesters: Type.Array(Type.Object({ is: some, to: whole, delayDays: whole }, strict), { minItems: 1 }),
  knownDays: whole,
});

const contactsSchema = citedFields({
  list: Type.Array(Type.Object({ is: text, trimester: some, doctor: yes, usg: yes }, strict), { minItems: 1 }),
  examiner: Type.Object({ element: text, doctors: texts }, strict),
});

const indicatorSchema = citedFields({
  is: text,
  spread: Type.Array(whole, { minItems: 1 }),
  doctor: Type.Optional(Type.Object({ least: some, trimesters: Type.Array(some) }, strict)),
});

const windowsSchema = citedFields({
  fromHours: whole,
  windows: Type.Array(Type.Object({ is: text, days: span }, strict), { minItems: 1 }),
});

const serviceSchema = Type.Object(
  {
    is: text,
    title: text,
    all: Type.Optional(texts),
    any: Type.Optional(texts),
    tablets: yes,
    gap: Type.Optional(text),
    fromWeeks: Type.Optional(whole),
    setting: Type.Optional(settingSchema),
  },
  strict,
);

const itemsSchema = Type.Object({ least: some, of: texts }, strict);

/** programme/antenatal.yaml. */
export const antenatalTablesSchema = Type.Object(
  {
    settings: settingsSchema,
    pregnancy: pregnancySchema,
    contacts: contactsSchema,
    plan: citedFields({ weeks: Type.Record(text, span) }),
    indicators: Type.Array(indicatorSchema),
    childbed: windowsSchema,
    newborn: windowsSchema,
    services: citedFields({ list: Type.Array(serviceSchema, { minItems: 1 }) }),
    tablets: citedFields({ of: texts, least: Type.Record(text, some) }),
    preeclampsia: citedFields({ high: itemsSchema, moderate: itemsSchema }),
    tripleElimination: citedFields({ of: texts }),
  },
  strict,
);

export type WrittenAntenatalTables = Static<typeof antenatalTablesSchema>;
