import type { Static } from '@sinclair/typebox';
import { Type } from '@sinclair/typebox';
import { columnSchema, word } from './column-schema.ts';
import { formatSchema, skipSchema } from './format-schema.ts';
import type { Table } from './read-table.ts';

const strict = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });
const oneOf = <const T extends readonly string[]>(...all: T) => Type.Unsafe<T[number]>({ type: 'string', enum: [...all] });

const words = Type.Array(text, { minItems: 1 });

const stepSchema = Type.Object(
  {
    title: Type.Optional(text),
    label: Type.Optional(Type.Union([text, words])),
    column: Type.Optional(text),
    'file-name': Type.Optional(text),
    request: Type.Optional(Type.Literal(true)),
  },
  { ...strict, minProperties: 1, maxProperties: 1 },
);
const stepsSchema = Type.Array(stepSchema, { minItems: 1 });

// Found by its words within so many lines, made of up to five lines; or read by position, below so many lines.
const headerSchema = Type.Object(
  {
    within: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    lines: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
    positional: Type.Optional(Type.Literal(true)),
    none: Type.Optional(Type.Literal(true)),
  },
  { ...strict, minProperties: 1 },
);

const repeatSchema = Type.Object({ as: Type.Optional(text), of: words, columns: Type.Record(text, columnSchema) }, strict);
const groupSchema = Type.Object(
  { by: words, question: Type.Union([text, words]), answer: text },
  {
    ...strict,
    title: '"group" menggabungkan baris: { by, question, answer }; kelompok tahap hidup kini bernama "stages"',
    description: '"group" joins rows: { by, question, answer }; the group of life stages is called "stages" now',
  },
);

/** sources/NAME/source.yaml: how the file is built, where its context stands, and who owes its visits to whom. */
export const sourceSchema = Type.Object(
  {
    title: text,
    format: formatSchema,
    header: Type.Optional(headerSchema),
    dates: oneOf('dmy', 'mdy', 'ymd'),
    decimal: oneOf(',', '.'),
    about: oneOf('anak', 'semua'),
    stages: text,
    // What all rows are where they do not say it themselves: forms of pregnant women, registers of women.
    condition: Type.Optional(oneOf('hamil', 'bersalin', 'nifas')),
    sex: Type.Optional(oneOf('L', 'P')),
    holds: Type.Optional(oneOf('kunjungan', 'pendaftaran')),
    category: Type.Optional(text),
    service: text,
    recorder: oneOf('kader', 'nakes', 'sistem'),
    verified: Type.Boolean(),
    kewajiban: Type.Record(text, Type.Object({ is: oneOf('kirim', 'sudah-oleh-pengirim', 'tidak'), reason: text }, strict)),
    context: Type.Object(
      {
        place: stepsSchema,
        date: stepsSchema,
        month: Type.Optional(stepsSchema),
        year: Type.Optional(stepsSchema),
        recorder: Type.Optional(stepsSchema),
      },
      strict,
    ),
    skip: Type.Optional(skipSchema),
    stop: Type.Optional(words),
    fill: Type.Optional(words),
    repeat: Type.Optional(repeatSchema),
    group: Type.Optional(groupSchema),
  },
  strict,
);

/** sources/NAME/codes.yaml: the source's own code lists, which go before those of the programme. */
export const codesSchema = Type.Union([
  Type.Null(),
  Type.Record(Type.String(), Type.Record(Type.String(), Type.Array(word, { minItems: 1 }))),
]);

/** The parsed source.yaml of a source. */
export type SourceTable = Table<Static<typeof sourceSchema>>;
