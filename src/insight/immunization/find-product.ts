import type { VaccineProduct } from './immunization-tables.ts';

/** The product that a form names, by code, full name or one of the names a programme gave it; only where it is listed for that dose. */
export function findProduct(written: string, dose: string, products: readonly VaccineProduct[]): VaccineProduct | undefined {
  const word = toComparable(written);
  return products.find(
    ({ of, code, display, names }) => of.includes(dose) && [code, display, ...names].some((each) => toComparable(each) === word),
  );
}

function toComparable(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
}
