import type { Static } from '@sinclair/typebox';
import { Type } from '@sinclair/typebox';
import type { Table } from './read-table.ts';

const strict = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });
const oneOf = <const T extends readonly string[]>(...all: T) => Type.Unsafe<T[number]>({ type: 'string', enum: [...all] });

const stepSchema = Type.Object(
  { title: Type.Optional(text), column: Type.Optional(text), 'file-name': Type.Optional(text), request: Type.Optional(Type.Literal(true)) },
  { ...strict, minProperties: 1, maxProperties: 1 },
);
const stepsSchema = Type.Array(stepSchema, { minItems: 1 });

/** sources/NAME/source.yaml: how the file is built, where its context stands, and who owes its visits to whom. */
export const sourceSchema = Type.Object(
  {
    title: text,
    format: Type.Object({ is: oneOf('delimited'), delimiter: Type.Optional(oneOf(',', ';', '\t', '|')) }, strict),
    header: Type.Object({ within: Type.Integer({ minimum: 1, maximum: 100 }) }, strict),
    dates: oneOf('dmy', 'mdy', 'ymd'),
    decimal: oneOf(',', '.'),
    about: oneOf('anak', 'semua'),
    stages: text,
    service: text,
    recorder: oneOf('kader', 'nakes', 'sistem'),
    verified: Type.Boolean(),
    kewajiban: Type.Record(text, Type.Object({ is: oneOf('kirim', 'sudah-oleh-pengirim', 'tidak'), reason: text }, strict)),
    context: Type.Object({ place: stepsSchema, date: stepsSchema, month: Type.Optional(stepsSchema) }, strict),
    skip: Type.Object({ jumlah: Type.Array(text) }, strict),
  },
  strict,
);

const word = Type.Union([text, Type.Number(), Type.Boolean()]);
const partSchema = Type.Object({ is: text, codes: Type.Optional(text) }, strict);

const columnSchema = Type.Object(
  {
    is: Type.Optional(text),
    convert: Type.Optional(text),
    codes: Type.Optional(text),
    unit: Type.Optional(text),
    split: Type.Optional(Type.Array(text, { minItems: 1 })),
    each: Type.Optional(Type.Array(partSchema, { minItems: 1 })),
    missing: Type.Optional(Type.Array(word, { minItems: 1 })),
    tokens: Type.Optional(Type.Record(text, text)),
    required: Type.Optional(Type.Boolean()),
    aliases: Type.Optional(Type.Array(text, { minItems: 1 })),
    ignore: Type.Optional(text),
  },
  strict,
);

/** sources/NAME/columns.yaml: every column of the form, mapped or ignored with a reason. */
export const columnsSchema = Type.Record(Type.String(), columnSchema);

/** sources/NAME/codes.yaml: the source's own code lists, which go before those of the programme. */
export const codesSchema = Type.Union([
  Type.Null(),
  Type.Record(Type.String(), Type.Record(Type.String(), Type.Array(word, { minItems: 1 }))),
]);

/** The parsed source.yaml of a source. */
export type SourceTable = Table<Static<typeof sourceSchema>>;
