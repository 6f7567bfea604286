import { Type } from '@sinclair/typebox';
import { toFailed, toPassed, type Checked } from '../../../fhir/checked.ts';
import { readTable, type TableFile } from '../../../map/tables/read-table.ts';
import type { CorrectionTable } from './ways.ts';

const evidence = Type.Union([Type.Literal('terlihat'), Type.Literal('ditolak'), Type.Literal('belum-terbukti')]);
const unproven = Type.Union([Type.Literal('coba'), Type.Literal('tangan')]);
const closed = { additionalProperties: false };

const schema = Type.Object(
  {
    'belum-terbukti': Type.Object({ is: unproven, citation: Type.String({ minLength: 1 }) }, closed),
    jenis: Type.Record(
      Type.String({ pattern: '^[A-Z][A-Za-z]+$' }),
      Type.Object(
        {
          POST: evidence,
          PUT: evidence,
          PATCH: evidence,
          citation: Type.String({ minLength: 1 }),
          'belum-terbukti': Type.Optional(unproven),
        },
        closed,
      ),
    ),
  },
  closed,
);

/** Reads the table of what a machine may change at SATUSEHAT; every row says where it is known from. */
export function readCorrectionTable(file: TableFile): Checked<CorrectionTable> {
  const table = readTable(file, schema);
  if (!table.ok) return toFailed(...table.issues);
  const { 'belum-terbukti': setting, jenis } = table.value.value;
  const types = Object.entries(jenis).map(([type, { POST, PUT, PATCH, 'belum-terbukti': own }]) => {
    return [type, { POST, PUT, PATCH, ...(own === undefined ? {} : { unproven: own }) }] as const;
  });
  return toPassed({ unproven: setting.is, types: new Map(types) });
}
