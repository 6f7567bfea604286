import type { Issue } from '../../fhir/issue.ts';
import { findProduct } from '../../insight/immunization/find-product.ts';
import type { ImmunizationTables } from '../../insight/immunization/immunization-tables.ts';
import { toIssue } from '../catalogue/issue-catalogue.ts';
import { toDosePart } from '../conversions/dose-parts.ts';
import type { Programme } from '../programme.ts';
import type { ElementValue } from '../visit.ts';
import type { RowFact } from './row-facts.ts';

/** The facts of a row with what stood beside its dose joined to it. */
export interface JoinedFacts {
  readonly facts: readonly RowFact[];
  readonly issues: readonly Issue[];
}

type Parts = Readonly<Partial<Record<string, RowFact>>>;
type Products = Pick<ImmunizationTables, 'products'>;

/**
 * Joins product, batch, expiry and the like to the dose of the row. Beside several doses it cannot be told whose they are, and beside none
 * there is nothing to join them to: then they are left out, and that is said. A dose of the day whose batch is known is no hearsay any more.
 */
export function joinDoseParts(facts: readonly RowFact[], { elements, immunization }: Programme): JoinedFacts {
  const named = facts.flatMap((fact) => toPartOf(fact, elements)?.element ?? []);
  if (named.length === 0) return { facts, issues: [] };
  const told = facts.filter((fact) => toPartOf(fact, elements) === undefined);
  const issues: Issue[] = [];
  const joined = new Map<RowFact, RowFact>();
  for (const element of new Set(named)) {
    const parts = facts.filter((fact) => toPartOf(fact, elements)?.element === element);
    const doses = told.filter(({ is }) => is === element);
    const [dose] = doses;
    if (dose === undefined || doses.length > 1) {
      issues.push(...parts.map(({ cell }) => toIssue({ code: 'keterangan-dosis', severity: 'warning' }, cell)));
      continue;
    }
    joined.set(dose, joinParts(dose, parts, { immunization, issues }));
  }
  return { facts: told.map((fact) => joined.get(fact) ?? fact), issues };
}

function toPartOf({ is }: RowFact, { elements }: Programme['elements']) {
  const part = toDosePart(is);
  return part !== undefined && elements.get(part.element)?.shape === 'immunization' ? part : undefined;
}

function joinParts(
  dose: RowFact,
  list: readonly RowFact[],
  context: { readonly immunization: Products; readonly issues: Issue[] },
): RowFact {
  const parts: Parts = Object.fromEntries(list.map((fact) => [toDosePart(fact.is)?.part ?? '', fact]));
  const said = list.flatMap(({ is, value }) =>
    value.kind === 'measure' || value.kind === 'number' ? [] : [[toDosePart(is)?.part ?? '', value] as const],
  );
  const { produk } = parts;
  const product = produk === undefined ? {} : toProduct(dose, produk, context);
  return { ...dose, fields: { ...toOwn(dose, parts), ...Object.fromEntries(said), ...product } };
}

/** A dose of the day whose batch is known is told by whoever gave it. */
function toOwn({ fields = {}, dated }: RowFact, { lotNumber }: Parts): NonNullable<RowFact['fields']> {
  const { primarySource, ...own } = fields;
  return primarySource === undefined || (dated === true && lotNumber !== undefined) ? own : fields;
}

/** A product on the list of the dose is its code; any other stays as it was written, which goes nowhere. */
function toProduct(
  dose: RowFact,
  { value, cell }: RowFact,
  { immunization, issues }: { readonly immunization: Products; readonly issues: Issue[] },
): Readonly<Record<string, ElementValue>> {
  if (value.kind !== 'text' || dose.value.kind !== 'coded') return {};
  const product = findProduct(value.text, dose.value.code, immunization.products);
  if (product !== undefined) return { produk: { kind: 'coded', code: product.code } };
  issues.push(toIssue({ code: 'produk-di-luar-daftar', severity: 'warning' }, cell));
  return {};
}
