import { systems } from '../../fhir/systems.ts';
import type { ImmunizationTables, VaccineProduct } from '../../insight/immunization/immunization-tables.ts';
import type { Coding, ElementDefinition } from '../element-definition.ts';

/** The elements, those of vaccines with the codings of the products that may be named for their doses. */
export function withProducts(
  elements: ReadonlyMap<string, ElementDefinition>,
  { products }: Pick<ImmunizationTables, 'products'>,
): ReadonlyMap<string, ElementDefinition> {
  return new Map(
    [...elements].map(([key, element]) => {
      const { fhir, codes = [] } = element;
      const own = products.filter(({ of }) => of.some((code) => codes.includes(code)));
      if (fhir?.resource !== 'Immunization' || own.length === 0) return [key, element];
      const fields = { ...fhir.fields, produk: toCodings(own, toProduct), 'produk-cvx': toCodings(own, toCvx) };
      return [key, { ...element, fhir: { ...fhir, fields } }];
    }),
  );
}

function toCodings(
  products: readonly VaccineProduct[],
  toCoding: (product: VaccineProduct) => Coding | undefined,
): Readonly<Record<string, Coding>> {
  return Object.fromEntries(
    products.flatMap((product) => {
      const coding = toCoding(product);
      return coding === undefined ? [] : [[product.code, coding]];
    }),
  );
}

function toProduct({ code, display }: VaccineProduct): Coding {
  return { system: systems.kfa, code, display };
}

function toCvx({ cvx }: VaccineProduct): Coding | undefined {
  return cvx && { system: systems.cvx, ...cvx };
}
