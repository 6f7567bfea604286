import { Type } from '@sinclair/typebox';

const strict = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });
/** A word of a form; YAML may take it for a number or for yes and no. */
export const word = Type.Union([text, Type.Number(), Type.Boolean()]);

const partSchema = Type.Object({ is: text, codes: Type.Optional(text) }, strict);

// One fact of a free text: what it is, and the words it stands behind.
const extractSchema = Type.Object(
  {
    is: text,
    after: Type.Array(text, { minItems: 1 }),
    convert: Type.Optional(text),
    codes: Type.Optional(text),
    unit: Type.Optional(text),
  },
  strict,
);

/** One column of a form: mapped or ignored with a reason. */
export const columnSchema = Type.Object(
  {
    is: Type.Optional(text),
    convert: Type.Optional(text),
    codes: Type.Optional(text),
    unit: Type.Optional(text),
    // A dose that was given on the day of the visit; without it a dose is history with unknown date (field rule 8).
    dated: Type.Optional(Type.Literal('visit.date')),
    split: Type.Optional(Type.Array(text, { minItems: 1 })),
    each: Type.Optional(Type.Array(partSchema, { minItems: 1 })),
    extract: Type.Optional(Type.Array(extractSchema, { minItems: 1 })),
    missing: Type.Optional(Type.Array(word, { minItems: 1 })),
    tokens: Type.Optional(Type.Record(text, text)),
    required: Type.Optional(Type.Boolean()),
    aliases: Type.Optional(Type.Array(text, { minItems: 1 })),
    ignore: Type.Optional(text),
  },
  strict,
);

/** sources/NAME/columns.yaml: every column of the form. */
export const columnsSchema = Type.Record(Type.String(), columnSchema);
