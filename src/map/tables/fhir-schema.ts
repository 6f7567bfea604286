import type { Static } from '@sinclair/typebox';
import { Type } from '@sinclair/typebox';
import { whomSchema } from './whom-schema.ts';

const strict = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });
const oneOf = <const T extends readonly string[]>(...all: T) => Type.Unsafe<T[number]>({ type: 'string', enum: [...all] });

const coding = Type.Object({ system: text, code: text, display: Type.Optional(text) }, strict);

/** What one of our codes is called where it is sent: a coding, others that say the same, and the dose a vaccine code stands for. */
const codedValue = Type.Object(
  {
    system: text,
    code: text,
    display: Type.Optional(text),
    also: Type.Optional(Type.Array(coding)),
    dose: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  strict,
);

/** Bands from below, in the unit of the form: the first whose `below` is above the value holds; the last has none. What has no code has no `code`. */
const bands = Type.Array(Type.Object({ below: Type.Optional(Type.Number()), code: Type.Optional(coding) }, strict), { minItems: 1 });

const stageCodes = { interpretation: Type.Optional(bands), also: Type.Optional(Type.Array(coding)), profile: Type.Optional(text) } as const;
const stageCodesSchema = Type.Object(stageCodes, strict);

/** What an element is in FHIR. */
export const fhirSchema = Type.Object(
  {
    resource: oneOf(
      'Observation',
      'Procedure',
      'Condition',
      'Immunization',
      'MedicationStatement',
      'MedicationDispense',
      'QuestionnaireResponse',
      'ServiceRequest',
    ),
    category: Type.Optional(coding),
    code: Type.Optional(coding),
    also: Type.Optional(Type.Array(coding)),
    profile: Type.Optional(text),
    as: Type.Optional(oneOf('integer', 'text')),
    when: Type.Optional(
      Type.Object(
        {
          element: text,
          codes: Type.Record(
            text,
            Type.Object({ code: coding, also: Type.Optional(Type.Array(coding)), profile: Type.Optional(text) }, strict),
          ),
        },
        strict,
      ),
    ),
    values: Type.Optional(Type.Record(text, codedValue)),
    valueSystem: Type.Optional(text),
    interpretation: Type.Optional(Type.Union([bands, Type.Record(text, coding)])),
    during: Type.Optional(Type.Record(text, stageCodesSchema)),
    by: Type.Optional(Type.Array(Type.Object({ ...stageCodes, for: whomSchema }, { ...strict, minProperties: 2 }), { minItems: 1 })),
    questionnaire: Type.Optional(text),
    linkId: Type.Optional(text),
    method: Type.Optional(coding),
    specimen: Type.Optional(coding),
    report: Type.Optional(coding),
    clinicalStatus: Type.Optional(oneOf('active', 'inactive')),
    doseType: Type.Optional(coding),
    medication: Type.Optional(coding),
    fields: Type.Optional(Type.Record(text, Type.Record(text, coding))),
    priorities: Type.Optional(Type.Record(text, oneOf('routine', 'urgent', 'asap', 'stat'))),
  },
  strict,
);

const settledSchema = Type.Object(
  {
    setting: text,
    default: text,
    options: Type.Record(text, Type.Composite([fhirSchema, Type.Object({ citation: text })], strict), { minProperties: 1 }),
  },
  strict,
);

export type WrittenFhir = Static<typeof fhirSchema>;
export type SettledFhir = Static<typeof settledSchema>;

/** Either the codes themselves or, where sources disagree, all of them under the setting that chooses; judged by one branch, so that a fault is said once. */
export const fhirOrSettingSchema = Type.Unsafe<WrittenFhir | SettledFhir>({
  type: 'object',
  if: { type: 'object', properties: { setting: {} }, required: ['setting'] },
  then: settledSchema,
  else: fhirSchema,
});

/** programme/settings.yaml: which of several contested definitions holds here, and why. */
export const settingsSchema = Type.Object(
  { settings: Type.Record(text, Type.Object({ title: text, is: text, citation: text }, strict)) },
  strict,
);
