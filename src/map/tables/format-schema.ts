import { Type } from '@sinclair/typebox';

const strict = { additionalProperties: false } as const;
const text = Type.String({ minLength: 1 });
const oneOf = <const T extends readonly string[]>(...all: T) => Type.Unsafe<T[number]>({ type: 'string', enum: [...all] });

const joinSchema = Type.Object(
  { table: text, key: text, on: text, otherwise: Type.Optional(Type.Literal('only')), when: Type.Optional(text) },
  strict,
);

/** `format` of source.yaml: a delimited table, or JSON with the path of its records and the tables they refer to. */
export const formatSchema = Type.Object(
  {
    is: oneOf('delimited', 'json'),
    delimiter: Type.Optional(oneOf(',', ';', '\t', '|')),
    records: Type.Optional(text),
    join: Type.Optional(Type.Record(text, joinSchema)),
  },
  strict,
);

/** `skip` of source.yaml: the words of total rows, patterns of lines between rows, and rows that say nothing because a column of theirs is empty. */
export const skipSchema = Type.Object(
  {
    jumlah: Type.Optional(Type.Array(text)),
    pola: Type.Optional(Type.Array(text, { minItems: 1 })),
    empty: Type.Optional(
      Type.Array(Type.Object({ column: text, besides: Type.Optional(Type.Array(text, { minItems: 1 })), reason: text }, strict), {
        minItems: 1,
      }),
    ),
  },
  strict,
);
