import type { Static } from '@sinclair/typebox';
import { Type } from '@sinclair/typebox';
import type { Checked } from '../../fhir/checked.ts';
import { toPassed } from '../../fhir/checked.ts';
import { readTable } from '../../map/tables/read-table.ts';
import type { TableFile } from '../../map/tables/read-table.ts';

const text = Type.String({ minLength: 1 });
const word = Type.Union([text, Type.Number(), Type.Boolean()]);
const words = Type.Array(word, { minItems: 1 });

const wordsSchema = Type.Object(
  {
    citation: text,
    singkatan: Type.Record(text, Type.Union([text, Type.Array(text, { minItems: 1 })])),
    subjek: words,
    bagian: words,
    pihak: words,
    tahap: Type.Record(text, words),
    makna: Type.Record(text, words),
    abaikan: Type.Record(text, words),
  },
  { additionalProperties: false },
);

/** The words with which forms head their columns (programme/kata-kolom.yaml), ready to be looked up. */
export interface ColumnWords {
  /** What a word or a few of them stand for, each meaning as plain words. */
  readonly expansions: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Whom a form is about. */
  readonly subjects: ReadonlySet<string>;
  /** Parts of a form. */
  readonly parts: ReadonlySet<string>;
  /** Others than the person. */
  readonly parties: ReadonlySet<string>;
  /** Words by which a group of life stages is known. */
  readonly stages: ReadonlyMap<string, ReadonlySet<string>>;
  /** Headings by target. */
  readonly meanings: ReadonlyMap<string, readonly string[]>;
  /** Headings of what is not taken, by the reason. */
  readonly ignored: ReadonlyMap<string, readonly string[]>;
  /** Every word that stands anywhere in the dictionary: such a word is no slip of the pen of another. */
  readonly all: ReadonlySet<string>;
}

/** Compiles the dictionary of headings; a fault names file and line. */
export function compileWords(file: TableFile): Checked<ColumnWords> {
  const table = readTable(file, wordsSchema);
  return table.ok ? toPassed(toWords(table.value.value)) : table;
}

function toWords(value: Static<typeof wordsSchema>): ColumnWords {
  return {
    expansions: new Map(
      Object.entries(value.singkatan).map(([short, long]) => [short, [long].flat().map((each) => each.split(' '))] as const),
    ),
    subjects: toSet(value.subjek),
    parts: toSet(value.bagian),
    parties: toSet(value.pihak),
    stages: new Map(Object.entries(value.tahap).map(([group, all]) => [group, toSet(all)] as const)),
    meanings: toLists(value.makna),
    ignored: toLists(value.abaikan),
    all: toAll(value),
  };
}

function toAll({ singkatan, subjek, bagian, pihak, makna, abaikan }: Static<typeof wordsSchema>): ReadonlySet<string> {
  const written = [
    ...Object.entries(singkatan).flat(2),
    ...subjek,
    ...bagian,
    ...pihak,
    ...Object.values(makna).flat(),
    ...Object.values(abaikan).flat(),
  ];
  return toSet(written);
}

function toSet(all: readonly (string | number | boolean)[]): ReadonlySet<string> {
  return new Set(all.flatMap((each) => String(each).split(' ')));
}

function toLists(table: Readonly<Record<string, readonly (string | number | boolean)[]>>): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(table).map(([key, all]) => [key, all.map(String)] as const));
}
