import type { RecordFormat, Source } from '../source.ts';

/** Fields of the document without which no record can be read: the first name of each `berkas.` column and of each table that records refer to. */
export function toNeeds({ columns, records }: Source & { readonly records: RecordFormat }): readonly string[] {
  const ofFile = columns.flatMap(({ name, read }) => {
    const [first, field] = name.split('.');
    return first === 'berkas' && field !== undefined && read !== undefined ? [field] : [];
  });
  return [...new Set([...ofFile, ...records.joins.flatMap(({ table }) => table[0] ?? [])])];
}
