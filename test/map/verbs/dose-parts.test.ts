import { describe, expect, test } from '@jest/globals';
import { aReader } from '../reader.ts';
import { aForm, bima, identity } from './a-form.ts';

const reader = await aReader();
const form = aForm(reader.programme, {
  columns: `
Vaksin: { split: [','], each: [{ is: imunisasi, codes: vaksin }], dated: visit.date }
Produk: { is: imunisasi.produk }
Batch: { is: imunisasi.lotNumber }
Kedaluwarsa: { is: imunisasi.expirationDate }
Diberikan: { is: imunisasi.diberikan }
`,
});
const read = (vaccine: string, ...[product = '', batch = '', expiry = '', given = '']: readonly string[]) => {
  const { rows, visits } = reader.read(
    form,
    [
      [...identity, 'Vaksin', 'Produk', 'Batch', 'Kedaluwarsa', 'Diberikan'],
      [...bima, vaccine, product, batch, expiry, given],
    ],
    { place: 'Posyandu Kenanga', date: '2025-08-12' },
  ).conversion;
  return { issues: rows[1]?.row.issues.map(({ code, severity, cell }) => [code, severity, cell]), doses: visits[0]?.visit.elements };
};
const text = (each: string) => ({ kind: 'text', text: each });

describe('what stands beside a dose', () => {
  test('is part of it: the listed product by its code, batch, and an expiry that lies years ahead', () => {
    const { doses, issues } = read('BCG', '93003837', '2024A17', '31-12-2027');

    expect(doses).toHaveLength(1);
    expect(doses?.[0]?.fields).toEqual({
      date: { kind: 'date', date: '2025-08-12' },
      produk: { kind: 'coded', code: '93003837' },
      lotNumber: text('2024A17'),
      expirationDate: { kind: 'date', date: '2027-12-31' },
    });
    expect(issues?.filter(([, severity]) => severity !== 'information')).toEqual([]);
  });

  test('without a batch leaves a dose hearsay, whatever product is named', () => {
    expect(read('BCG', '93003837').doses?.[0]?.fields).toMatchObject({ primarySource: { kind: 'boolean', boolean: false } });
  });

  test.each([
    ['BCG', '93004972', 'a product of another vaccine'],
    ['BCG', '93026440', 'a product nobody listed'],
    ['BCG', 'vial merah muda', 'a colour'],
    ['Pentabio 1', 'PENTABIO', 'a brand that is sold in several packs'],
  ])('%s with %s is kept as it was written and said: %s', (vaccine, product) => {
    const { doses, issues } = read(vaccine, product);

    expect(doses?.[0]?.fields?.['produk']).toEqual(text(product));
    expect(issues).toContainEqual(['produk-di-luar-daftar', 'warning', 'Produk']);
    expect(JSON.stringify(read(vaccine, product).issues)).not.toContain(product);
  });

  test('is nobody’s beside several doses, or beside none', () => {
    const several = read('BCG, Polio 1', '', '2024A17');

    expect(several.doses?.map(({ fields }) => fields?.['lotNumber'])).toEqual([undefined, undefined]);
    expect(several.issues).toContainEqual(['keterangan-dosis', 'warning', 'Batch']);
    expect(read('', '', '2024A17').issues).toContainEqual(['keterangan-dosis', 'warning', 'Batch']);
  });

  test('says that it was not given', () => {
    expect(read('BCG', '', '', '', 'tidak').doses?.[0]?.fields).toMatchObject({ diberikan: { kind: 'boolean', boolean: false } });
  });
});
